"""What the room wrote is in the charter: each field that people fill in, each answer they choose.

And what is for the facilitator alone is not: notes, authors, hidden votes and dots.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from crm_workshop.charter.compose import compose
from crm_workshop.charter.dates import long_date, short_date
from crm_workshop.charter.figures import number
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Card, Dot, DotRound, Draft, Poll
from crm_workshop.model.choices import CommitmentState, Job, Locale
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.dossier import RECORDS, TABLES, Dossier
from crm_workshop.model.fields import Choice, FieldSpec, Kind, specs
from crm_workshop.model.technology import TechnologyNeed
from crm_workshop.model.workshop import Activity, Person, Version, Workshop
from tests.charter.dossiers import KIT, TODAY, activity_id, charter, dossier, said

#: Answers that are printed by where they stand or by what is not said, with the reason.
ARGUED: dict[tuple[type[Row], Choice], str] = {
    (Commitment, CommitmentState.GIVEN): "its act is printed; only “not yet” needs a word",
    (TechnologyNeed, Job.NONE): "stands under “What stays with people and process”",
}

FIELDS = [(record, one) for record in RECORDS.values() for one in specs(record) if not one.private]


def marked(record: type[Row]) -> Row:
    """Return a record in which every field holds something that nothing else in a charter says."""
    values = {one.name: marker(record, one) for one in specs(record)}
    return record(id=7, workshop_id=1, **values)


def marker(record: type[Row], one: FieldSpec) -> Any:
    place = specs(record).index(one)
    if one.choices:
        return CommitmentState.NOT_YET if one.choices is CommitmentState else list(one.choices)[-1]
    if one.kind in (Kind.LIST, Kind.PEOPLE):
        return (f"{one.name}-zyx1", f"{one.name}-zyx2")
    by_kind: dict[Kind, Any] = {
        Kind.BOOL: True,
        Kind.INT: 70001 + place,
        Kind.NUM: 80001.5 + place,
        Kind.DATE: date(2031, 5, 1) + timedelta(days=place),
    }
    return by_kind.get(one.kind, f"{one.name}-zyx")


def printed_forms(record: type[Row], one: FieldSpec, value: Any) -> Iterator[str]:
    """Yield every form in which a value may be printed."""
    if isinstance(value, Choice):
        yield value.label
    elif value is True:
        yield one.label
    elif isinstance(value, date):
        yield short_date(value, Locale.GB)
        yield long_date(value, Locale.GB)
    elif isinstance(value, float):
        yield number(value, Locale.GB)
    else:
        yield str(value)


@pytest.mark.parametrize(
    ("record", "one"), FIELDS, ids=[f"{record.table}.{one.name}" for record, one in FIELDS]
)
def test_every_field_the_room_fills_in_is_printed(record: type[Row], one: FieldSpec) -> None:
    row = marked(record)
    made = charter(row, attempt_no=2)
    text = said((made.sections, made.annexes, made.front))
    value = getattr(row, one.name)
    for part in value if isinstance(value, tuple) else (value,):
        forms = list(printed_forms(record, one, part))
        assert any(form.casefold() in text.casefold() for form in forms), forms


CHOICES = [
    (record, one, answer)
    for record, one in FIELDS
    if one.choices
    for answer in one.choices
    if (record, answer) not in ARGUED
]


@pytest.mark.parametrize(
    ("record", "one", "answer"),
    CHOICES,
    ids=[f"{record.table}.{one.name}={answer}" for record, one, answer in CHOICES],
)
def test_every_answer_that_can_be_chosen_is_printed(
    record: type[Row], one: FieldSpec, answer: Choice
) -> None:
    changed: Any = {one.name: answer}
    row = replace(marked(record), **changed)
    assert answer.label.casefold() in said(charter(row, attempt_no=2).sections).casefold()


@pytest.mark.parametrize(("record", "answer"), ARGUED)
def test_an_argued_answer_still_leaves_its_record_in_the_charter(
    record: type[Row], answer: Choice
) -> None:
    changed: Any = {one.name: answer for one in specs(record) if one.choices is type(answer)}
    row = replace(marked(record), **changed)
    named = "action-zyx" if record is Commitment else "need-zyx"
    assert named in said(charter(row).sections).casefold()


def test_all_records_at_once_print_all_their_fields() -> None:
    made = charter(*(marked(record) for record in RECORDS.values()), attempt_no=2)
    text = said((made.sections, made.annexes)).casefold()
    missing = [
        f"{record.table}.{one.name}"
        for record, one in FIELDS
        if one.kind in (Kind.TEXT, Kind.LONG) and f"{one.name}-zyx" not in text
    ]
    # Page 1 alone has the objective and when it is done.
    assert missing == ["definition.main_objective", "definition.done_when"]


CANARY = "quetzal"


def with_canaries() -> Dossier:
    """Return a dossier whose every private field, and everything hidden, holds the canary."""
    rows: list[Row] = []
    for record in TABLES:
        private = {one.name: CANARY for one in specs(record) if one.private}
        if not private or record in (Activity, Workshop):
            continue
        rows.append(record(id=3, workshop_id=1, **private))
    activities = [
        Activity(id=n, key=one.key, note=CANARY, skipped_reason=CANARY, seconds_used=4321)
        for n, one in enumerate(KIT.activities, 1)
    ]
    return dossier(
        *rows,
        *activities,
        Card(id=11, activity_id=activity_id("2.1"), text=f"hidden {CANARY}", author=CANARY),
        Card(id=12, activity_id=activity_id("2.1"), text="seen", author=CANARY, revealed=True),
        Draft(id=13, activity_id=activity_id("2.5"), text="A wording", author=CANARY),
        Poll(id=14, activity_id=activity_id("2.3"), question=CANARY),
        Ballot(id=15, poll_id=14, person_id=1, value=5),
        Dot(id=16, activity_id=activity_id("2.2"), person_id=1, card_id=12, count=4321),
        DotRound(id=17, activity_id=activity_id("2.2")),
        Version(id=18, number="0.9", records=CANARY, pdf=CANARY.encode()),
        Person(id=19, name="T. Lane", role="Clerk", reports_to=CANARY),
    )


def test_private_fields_are_what_the_canaries_sit_in() -> None:
    held = with_canaries()
    for record in TABLES:
        for one in specs(record):
            if one.private:
                assert any(getattr(row, one.name) == CANARY for row in held.all(record))


@pytest.mark.parametrize("version", ["", "1.0"])
def test_nothing_private_or_hidden_reaches_the_charter(version: str) -> None:
    held = with_canaries()
    if version:  # the hidden card of a finished workshop is printed: without its author
        cards = [replace(one, text=one.text.replace(CANARY, "card")) for one in held.all(Card)]
        held = Dossier(held.workshop, {**held.rows, Card: tuple(cards)})
    made = compose(held, KIT, (), today=TODAY, version=version)
    text = said(made)
    assert CANARY not in text
    assert "4321" not in text
    assert "seen" in text
    assert ("hidden card" in text) == bool(version)


def test_a_hidden_card_is_counted_until_the_workshop_is_over() -> None:
    card = Card(id=1, activity_id=activity_id("2.1"), text="quiet", author="R. Okafor")
    assert "1 card is still hidden." in said(charter(card).annexes)
    ended = [
        Activity(id=n, key=one.key, ended=datetime(2026, 11, 21, 13, tzinfo=UTC))
        for n, one in enumerate(KIT.activities, 1)
    ]
    over = said(charter(card, *ended).annexes)
    assert "quiet" in over
    assert "hidden" not in over


@pytest.mark.parametrize("until", [None, datetime(2026, 11, 21, 11, tzinfo=UTC)])
def test_a_glance_at_the_last_activity_is_not_the_end(until: datetime | None) -> None:
    """Somebody looks ahead to the signatures at ten and goes back to work."""
    ten = datetime(2026, 11, 21, 10, tzinfo=UTC)
    card = Card(id=1, activity_id=activity_id("2.1"), text="quiet", author="R. Okafor")
    agenda = [Activity(id=n, key=one.key) for n, one in enumerate(KIT.activities, 1)]
    agenda[2] = replace(agenda[2], started=ten, ended=until)
    agenda[-1] = replace(agenda[-1], started=ten, ended=ten)
    assert "quiet" not in said(charter(card, *agenda).annexes)
