"""Breaks of a workshop's own, and the day reckoned with them: by the clock, against the booking."""

import pytest

from crm_workshop.activities.own_agenda import plan_break, remove_break
from crm_workshop.activities.schedule import minutes_left, planned_minutes, schedule
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.errors import InputError, NotFoundError
from crm_workshop.kit.load import kit_of, load_kit
from crm_workshop.live.pace import pace
from crm_workshop.model.workshop import Workshop
from crm_workshop.store.library import Store


@pytest.fixture
def store():
    return Store.open(":memory:")


@pytest.fixture
def workshop(store):
    return create_workshop(store, "Marram & Wren", starts="09:00")


def kit_now(store, workshop):
    return kit_of(store.get(Workshop, workshop.id))


def breaks_now(store, workshop):
    slots = schedule(store.load(workshop.id), kit_now(store, workshop))
    return [(one.title, one.minutes) for one in slots if one.activity is None]


def test_a_break_is_added_changed_moved_and_removed(store, workshop):
    assert breaks_now(store, workshop) == [("Coffee", 15)]
    plan_break(store, workshop.id, "2.1", "Stretch", 5)
    assert breaks_now(store, workshop) == [("Stretch", 5), ("Coffee", 15)]
    stretch = next(one for one in kit_now(store, workshop).pauses if one.title == "Stretch")
    plan_break(store, workshop.id, "6.1", "Tea", 10, instead=stretch)
    assert breaks_now(store, workshop) == [("Coffee", 15), ("Tea", 10)]
    tea = next(one for one in kit_now(store, workshop).pauses if one.after == "6.1")
    remove_break(store, workshop.id, tea)
    assert breaks_now(store, workshop) == [("Coffee", 15)]
    for _ in range(3):
        store.undo(workshop.id)
    assert breaks_now(store, workshop) == [("Coffee", 15)]
    assert kit_now(store, workshop) is load_kit()


def test_a_break_of_one_length_leaves_the_other_lengths_theirs(store, workshop):
    lunch = next(one for one in kit_now(store, workshop).pauses if one.title == "Lunch")
    plan_break(store, workshop.id, "3.3", "Lunch", 30, instead=lunch)
    after = next(one for one in kit_now(store, workshop).pauses if one.title == "Lunch")
    assert (after.minutes.half, after.minutes.full) == (30, 45)
    remove_break(store, workshop.id, after)
    again = next(one for one in kit_now(store, workshop).pauses if one.title == "Lunch")
    assert (again.minutes.half, again.minutes.full) == (0, 45)


def test_the_projected_finish_knows_the_breaks(store, workshop):
    now = store.now()
    before = pace(store.load(workshop.id), kit_now(store, workshop), now).finish
    plan_break(store, workshop.id, "2.1", "Stretch", 7)
    after = pace(store.load(workshop.id), kit_now(store, workshop), now).finish
    assert (after - before).total_seconds() == 7 * 60


@pytest.mark.parametrize(
    ("after", "title", "minutes", "error"),
    [
        ("2.1", " ", 5, InputError),
        ("2.1", "Tea", 0, InputError),
        ("2.1", "Tea", 241, InputError),
        ("9.9", "Tea", 5, NotFoundError),
    ],
)
def test_a_break_that_cannot_be_changes_nothing(store, workshop, after, title, minutes, error):
    with pytest.raises(error):
        plan_break(store, workshop.id, after, title, minutes)
    assert kit_now(store, workshop) is load_kit()


def test_a_breaks_name_may_hold_a_word_of_the_firm_and_no_other(store, workshop):
    plan_break(store, workshop.id, "2.1", "Lunch of the {firm}", 5)
    assert ("Lunch of the firm", 5) in breaks_now(store, workshop)
    with pytest.raises(InputError, match="not a word"):
        plan_break(store, workshop.id, "2.1", "{foo}", 5)


def test_the_booking_is_reckoned_against(store, workshop):
    dossier, kit = store.load(workshop.id), kit_now(store, workshop)
    assert (planned_minutes(dossier, kit), minutes_left(dossier, kit)) == (220, 20)
    plan_break(store, workshop.id, "2.1", "Dinner", 30)
    dossier, kit = store.load(workshop.id), kit_now(store, workshop)
    assert (planned_minutes(dossier, kit), minutes_left(dossier, kit)) == (250, -10)
