"""Random workshops of every record type, such as the operations of the program can make them."""

import dataclasses
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any, TypeVar

from hypothesis import strategies as st

from crm_workshop.activities import scales
from crm_workshop.exchange.layout import Slot, slots
from crm_workshop.exchange.naming import count_rows, in_file_order
from crm_workshop.exchange.rules import bounds
from crm_workshop.kit.load import load_kit
from crm_workshop.kit.words import EDITABLE
from crm_workshop.model.base import Placed, Row
from crm_workshop.model.capture import (
    Ballot,
    Card,
    Dot,
    DotRound,
    Draft,
    ParkedItem,
    Poll,
    Reservation,
    Theme,
)
from crm_workshop.model.choices import BallotState
from crm_workshop.model.dossier import RECORDS, Dossier
from crm_workshop.model.fields import per_type
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.success import Pitfall
from crm_workshop.model.technology import ReleaseItem
from crm_workshop.model.workshop import (
    Acceptance,
    Activity,
    Person,
    PreworkAnswer,
    Signature,
    SponsorCall,
    Tick,
    Version,
    Word,
    Workshop,
)
from crm_workshop.text import clean, fold
from tests.pictures import picture
from tests.strategies import any_text, values_of

R = TypeVar("R", bound=Row)
KIT = load_kit()
BUCKETS = ("", "people", "process", "technology", "support", "commitment")
QUESTIONS = {
    design.key: [one.key for one in design.poll.questions]
    for design in KIT.activities
    if design.poll
}

LOGOS = (b"", *(picture(mode, (3, 2), "PNG") for mode in ("L", "RGB", "RGBA")))

#: Text as the file keeps it; the few sampled ones collide as names, or are no names at all.
texts = any_text.map(clean) | st.sampled_from(
    ["", "same", "Same", " same ", "two\nlines", "card 1", "draft 1.2", "“ring first”", "x" * 90]
)
names = texts.filter(lambda text: text.strip())
lists = st.lists(texts, max_size=3).map(tuple)
dates = st.dates(date(1900, 1, 1), date(2199, 12, 31))
moments = st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=st.just(UTC))

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    tuple[str, ...]: lists,
    date: dates,
    datetime: moments,
}


@per_type
def content(record: type[Row]) -> st.SearchStrategy[dict[str, Any]]:
    """Return random values for the fields of a type that are no references."""
    hints = typing.get_type_hints(record)
    values: dict[str, st.SearchStrategy[Any]] = {}
    for slot in slots(record):
        if slot.target:
            continue
        options = typing.get_args(hints[slot.field])
        optional = NoneType in options
        plain = _plain(record, slot, options[0] if optional else hints[slot.field])
        values[slot.field] = st.none() | plain if optional else plain
    return st.fixed_dictionaries(values)


def _plain(record: type[Row], slot: Slot, base: Any) -> st.SearchStrategy[Any]:
    low, high = bounds(record, slot)
    if base is int:
        return st.integers(int(low), int(high))
    if base is float:
        return st.floats(low, high, allow_nan=False)
    return _PLAIN[base] if base in _PLAIN else values_of(record, slot.field)


class Maker:
    """Draws the rows of one workshop and gives them ids and places."""

    def __init__(self, draw: Callable[..., Any]) -> None:
        self.draw = draw
        self.rows: dict[type[Row], list[Any]] = {}

    def make(self, record: type[R], **fixed: Any) -> R:
        rows = self.rows.setdefault(record, [])
        values = self.draw(content(record)) | fixed
        # Ids run backwards: nothing may depend on their order, but unplaced rows have no other.
        backwards = issubclass(record, Placed)
        made = record(id=900 - len(rows) if backwards else len(rows) + 7, workshop_id=5, **values)
        if isinstance(made, Placed):
            made = dataclasses.replace(made, position=len(rows) * 1.5 - 20)
        rows.append(made)
        return made

    def some(self, record: type[R], most: int = 2, **fixed: Any) -> list[R]:
        return [self.make(record, **fixed) for _ in range(self.draw(st.integers(0, most)))]

    def one_of(self, record: type[Row]) -> int | None:
        """Return the id of a row of that type, or None."""
        ids = [row.id for row in self.rows.get(record, [])]
        chosen: int | None = self.draw(st.sampled_from([None, *ids]))
        return chosen

    def distinct(
        self, strategy: st.SearchStrategy[str], most: int = 3, least: int = 0
    ) -> list[str]:
        return list(self.draw(st.lists(strategy, min_size=least, max_size=most, unique_by=fold)))


def _people(maker: Maker) -> None:
    for number, name in enumerate(maker.distinct(names)):
        person = maker.make(Person, name=name, is_sponsor=number == 0)
        for line in maker.draw(st.sets(st.integers(1, 4), max_size=3)):
            maker.make(PreworkAnswer, person_id=person.id, line=line)
    maker.make(SponsorCall)


def _records(maker: Maker) -> None:
    for record in RECORDS.values():
        if record.single:
            maker.make(record)
        elif record is Pitfall:
            for known in maker.distinct(st.sampled_from([one.key for one in KIT.pitfalls])):
                maker.make(Pitfall, known=known)
            maker.some(Pitfall, known="")
        else:
            maker.some(record)


def _captured(maker: Maker, activity: Activity) -> None:
    own = {"activity_id": activity.id}
    maker.some(Tick, **own)
    maker.some(Theme, **own)
    for _ in range(maker.draw(st.integers(0, 3))):
        bucket = maker.draw(st.sampled_from(BUCKETS))
        theme, into = maker.one_of(Theme), maker.one_of(Card)
        maker.make(Card, **own, bucket=bucket, theme_id=theme, merged_into_id=into)
    maker.some(Draft, **own)
    maker.some(Reservation, **own)
    if maker.draw(st.booleans()):
        maker.make(DotRound, **own)
    for link, record in (("card_id", Card), ("step_id", ExperienceStep), ("item_id", ReleaseItem)):
        thing = maker.one_of(record)
        if thing is not None:
            person = maker.one_of(Person)
            count = maker.draw(st.integers(1, 9))
            maker.make(Dot, **own, **{link: thing}, person_id=person, count=count)
    for question in QUESTIONS.get(activity.key, ()):
        for poll in maker.some(Poll, **own, question=question, draft_id=maker.one_of(Draft)):
            _ballots(maker, poll)


def _ballots(maker: Maker, poll: Poll) -> None:
    people = maker.rows.get(Person, [])
    for person in [*people, None]:
        state = maker.draw(st.sampled_from(BallotState))
        voted = state is BallotState.VOTED
        value = maker.draw(st.sampled_from(scales.values(poll.scale))) if voted else None
        count = 1 if person else maker.draw(st.integers(1, 20))
        own = {"poll_id": poll.id, "person_id": person.id if person else None}
        maker.make(Ballot, **own, state=state, value=value, count=count)


def _closing(maker: Maker) -> None:
    maker.some(ParkedItem, activity_id=maker.one_of(Activity))
    for person in maker.rows.get(Person, []):
        if maker.draw(st.booleans()):
            maker.make(Signature, person_id=person.id)
    findings = st.sampled_from(["T1:card:0", "D4:line:7", "whatever", *_about_rows(maker)])
    for finding in maker.distinct(findings):
        maker.make(Acceptance, finding=finding)
    maker.some(Version)


def _about_rows(maker: Maker) -> list[str]:
    wins = [row.id for row in maker.rows.get(RECORDS["win"], [])]
    return [f"W1:win:{row_id}:by:late" for row_id in wins]


@st.composite
def dossiers(draw: Callable[..., Any]) -> Dossier:
    """Random whole workshops of the standard kit."""
    maker = Maker(draw)
    fixed = {"firm": draw(names), "kit_source": "", "logo": draw(st.sampled_from(LOGOS))}
    workshop = Workshop(id=5, workshop_id=5, **draw(content(Workshop)) | fixed)
    for key in maker.distinct(st.sampled_from(sorted(EDITABLE))):
        maker.make(Word, key=key)
    _people(maker)
    _records(maker)
    for key in maker.distinct(st.sampled_from(["1.1", "2.1", *QUESTIONS]), least=1):
        maker.make(Activity, key=key)
    for activity in maker.rows[Activity]:
        _captured(maker, activity)
    _closing(maker)
    return Dossier(workshop, {record: tuple(rows) for record, rows in maker.rows.items()})


def said(dossier: Dossier) -> list[tuple[str, Any]]:
    """Return what a dossier says, in the order of the file and without ids, to compare two.

    Left out: a dot round that hides its counts, which is as good as none, and which row an
    acceptance is about.
    """
    numbers = count_rows(dossier)
    found: list[tuple[str, Any]] = sorted((word.key, word.text) for word in dossier.all(Word))
    for row in (dossier.workshop, *in_file_order(dossier)):
        if isinstance(row, DotRound) and not row.revealed:
            continue
        for slot in slots(type(row)):
            value = getattr(row, slot.field)
            if slot.target is not None and value is not None:
                value = numbers[slot.target, value]
            if (type(row), slot.field) != (Acceptance, "finding"):
                found.append((slot.key, value))
    return found
