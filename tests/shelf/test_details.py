"""What a row of the library says: how far, what is missing, the one next step."""

from datetime import date, timedelta
from typing import Any

import pytest

from crm_workshop.activities.people import add_person
from crm_workshop.activities.workshops import (
    archive_workshop,
    create_workshop,
    update_workshop,
)
from crm_workshop.charter.dates import long_date
from crm_workshop.errors import NotFoundError
from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.live.scene import go_to_activity, next_activity, show_live
from crm_workshop.model.choices import Locale, ReviewKind, Seen, SignatureState
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.success import Review, Win
from crm_workshop.model.workshop import (
    Activity,
    Person,
    PreworkAnswer,
    Signature,
    Version,
    Workshop,
)
from crm_workshop.shelf.details import Deed, Details, details_of
from crm_workshop.shelf.entries import entries
from crm_workshop.shelf.said import spoken_day
from crm_workshop.shelf.settling import to_settle
from crm_workshop.store.library import Store
from tests.shelf.conftest import NOW

TODAY = NOW.date()
GATE = "Without a leader in the room this produces notes, not a charter"


def told(store: Store, workshop_id: int) -> Details:
    (entry,) = [one for one in entries(store) if one.id == workshop_id]
    return details_of(store, entry, TODAY)


def prepared(store: Store, **fields: Any) -> int:
    """Make a workshop for which nothing is missing; return its id."""
    made = create_workshop(store, "Marlowe & Vane", **{"held_on": "2026-12-02", **fields})
    add_person(store, made.id, "A. Arden", is_exec=True, signs=True)
    add_person(store, made.id, "B. Birch")
    return made.id


def signed(store: Store) -> int:
    number = prepared(store)
    with store.step("Issue", number) as pen:
        pen.update(store.get(Workshop, number), charter_version="1.0")
        pen.insert(Version(number="1.0", issued=NOW))
    return number


def test_a_new_workshop_lacks_a_leader_and_is_prepared_next(store: Store) -> None:
    details = told(store, create_workshop(store, "Marlowe & Vane").id)
    assert details.about == "Half-day · no date yet · nobody named yet"
    assert (details.middle.text, details.middle.grave) == (GATE, True)
    assert (details.charter.text, details.step) == ("Not started", "Prepare")
    assert details.deed is Deed.PREPARE


def test_what_is_missing_is_told_one_after_the_other(store: Store) -> None:
    number = create_workshop(store, "Marlowe & Vane").id
    person = add_person(store, number, "B. Birch")
    assert told(store, number).about.endswith("1 person, no executive named yet")
    with store.step("Promote", number) as pen:
        pen.update(person, is_exec=True)
    details = told(store, number)
    assert details.about.endswith("no date yet · 1 person, 1 executive")
    assert str(details.middle) == "It has no date yet"
    update_workshop(store, number, held_on="2026-11-01")
    assert str(told(store, number).middle) == "Its day has passed, Begin, or give it another"
    update_workshop(store, number, held_on="2026-11-21", starts="10:00", attempt_no=3)
    details = told(store, number)
    assert details.about == "Half-day · today 10:00 · 1 person, 1 executive · third attempt"
    assert str(details.middle) == "Ready"


def test_an_executive_who_stays_away_is_missed(store: Store) -> None:
    number = prepared(store)
    with store.step("Away", number) as pen:
        (one,) = store.find(Person, number, is_exec=True)
        pen.update(one, present="no")
    details = told(store, number)
    assert details.about.endswith("1 person, no executive coming")
    assert details.middle.text == GATE


def test_pre_work_that_is_back_is_counted_once_a_person(store: Store) -> None:
    number = prepared(store)
    first = store.all(Person, number)[0]
    with store.step("Answer", number) as pen:
        for line in (1, 2):
            pen.insert(PreworkAnswer(person_id=first.id, line=line, text="the post"))
    assert str(told(store, number).middle) == "Ready · pre-work back from 1 of 2"


def test_a_workshop_that_was_begun_is_resumed_where_the_room_was(store: Store) -> None:
    number = prepared(store)
    for _ in range(3):
        next_activity(store, number)
        show_live(store, number)
    details = told(store, number)
    assert (details.deed, details.step) == (Deed.RESUME, "Resume at Silent definitions")
    assert str(details.middle) == "2 of 19 activities"
    assert [round(one.done, 2) for one in details.stages] == [1.0] + [0.0] * 7
    assert details.stages[1].hue == "meaning"


def test_after_the_last_activity_the_charter_is_finished(store: Store) -> None:
    number = import_workshop(store, samples()[0].data)
    details = told(store, number)
    assert (details.deed, details.step) == (Deed.FINISH, "Finish the charter")
    assert str(details.middle) == "19 of 19 activities"
    assert {one.done for one in details.stages} == {1.0}


def test_a_room_that_went_back_is_resumed_where_it_is(store: Store) -> None:
    number = import_workshop(store, samples()[1].data)
    assert told(store, number).step == "Resume at Four jobs"
    go_to_activity(store, store.all(Activity, number)[0].id)
    show_live(store, number)
    assert told(store, number).step == "Resume at Why we are here"


def test_a_signed_charter_says_by_whom_what_is_due_and_what_was_kept(store: Store) -> None:
    number = signed(store)
    assert told(store, number).about == "Charter 1.0 issued today"
    assert str(told(store, number).middle) == "No review to come"
    assert (told(store, number).deed, told(store, number).step) == (Deed.OPEN, "Open")
    (arden, _) = store.all(Person, number)
    with store.step("Keep", number) as pen:
        state, day = SignatureState.SIGNED, date(2026, 9, 2)
        pen.insert(Signature(person_id=arden.id, state=state, signed_on=day))
        pen.insert(Review(kind=ReviewKind.DAY_60, on_date=date(2026, 11, 1)))
        pen.insert(Review(kind=ReviewKind.YEARLY, on_date=date(2027, 9, 2)))
        pen.insert(Review(kind=ReviewKind.DAY_90, on_date=date(2026, 12, 1)))
        for seen in (Seen.SEEN, Seen.SEEN, Seen.NOT_SEEN, None):
            pen.insert(Commitment(person="A. Arden", action="ring", seen=seen))
        pen.insert(Win(result="one team", told_on=date(2026, 11, 20)))
        pen.insert(Win(result="another", told_on=date(2026, 12, 20)))
    details = told(store, number)
    assert details.about == "Charter 1.0 signed 2 September by 1 of 1"
    assert (details.middle.text, details.middle.more) == ("Day 90 review", "due 1 December")
    assert (details.deed, details.step) == (Deed.REVIEW, "Review")
    assert str(details.charter) == "2 of 4 commitments seen, 1 win told"


def test_a_review_far_ahead_is_told_and_the_charter_only_opened(store: Store) -> None:
    number = signed(store)
    with store.step("Keep", number) as pen:
        pen.insert(Review(kind=ReviewKind.YEARLY, on_date=date(2027, 6, 14)))
        pen.insert(Commitment(person="A. Arden", action="ring", seen=Seen.SEEN))
    details = told(store, number)
    assert str(details.middle) == "Yearly review, 14 June 2027"
    assert (details.deed, str(details.charter)) == (Deed.OPEN, "All commitments seen")


def test_what_is_put_away_is_only_opened_and_warns_of_nothing(store: Store) -> None:
    number = create_workshop(store, "Marlowe & Vane").id
    archive_workshop(store, number)
    details = told(store, number)
    assert (details.deed, details.step) == (Deed.OPEN, "Open")
    assert details.middle.text == GATE
    assert not details.middle.grave


def test_a_kit_that_cannot_be_read_is_told_and_keeps_nothing_from_being_shown(
    store: Store,
) -> None:
    number = prepared(store)
    with store.step("Spoil", number) as pen:
        pen.update(store.get(Workshop, number), kit_source="nothing = ]")
    details = told(store, number)
    assert (details.middle.text, details.middle.grave) == ("Its kit cannot be read", True)
    assert to_settle(store, number, TODAY) is None
    next_activity(store, number)
    show_live(store, number)
    assert told(store, number).step == "Resume at 1.1"


def test_a_workshop_that_is_gone_is_said(store: Store) -> None:
    number = prepared(store)
    (entry,) = entries(store)
    store.undo(number)
    store.undo(number)
    store.undo(None)
    with pytest.raises(NotFoundError):
        details_of(store, entry, TODAY)
    with pytest.raises(NotFoundError):
        to_settle(store, number, TODAY)


def test_what_stands_between_a_workshop_and_its_charter_is_counted(store: Store) -> None:
    complete, half_way = (import_workshop(store, one.data) for one in samples()[:2])
    counted = to_settle(store, complete, TODAY), to_settle(store, half_way, TODAY)
    assert counted[0] is not None
    assert counted[1] is not None
    assert counted[0] < counted[1]


def test_all_of_a_row_is_told_aloud(store: Store) -> None:
    assert told(store, prepared(store)).spoken == (
        "Half-day · 2 December · 2 people, 1 executive. Ready. Not started. Prepare"
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "yesterday"), (0, "today"), (1, "tomorrow"), (2, "23 November"), (60, "20 January 2027")],
)
def test_days_are_told_as_one_speaks_of_them(days: int, said: str) -> None:
    assert spoken_day(TODAY + timedelta(days=days), TODAY, Locale.GB) == said


def test_a_day_is_told_in_the_order_of_the_firm() -> None:
    assert spoken_day(date(2026, 12, 3), TODAY, Locale.US) == "December 3"
    assert long_date(date(2026, 12, 3), Locale.US) == "December 3, 2026"
