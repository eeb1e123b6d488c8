"""Who has to stay for what: by the clock, through breaks, and told to each executive."""

from datetime import time

import pytest

from crm_workshop.activities.agenda import skip_activity
from crm_workshop.activities.people import add_person, set_presence
from crm_workshop.activities.workshops import create_workshop, update_workshop
from crm_workshop.handouts.staying import leaders_slots, stays
from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Locale, Presence
from crm_workshop.model.workshop import Person
from crm_workshop.store.library import Store


class Day:
    """A half-day from nine, with one executive."""

    def __init__(self) -> None:
        self.store = Store.open(":memory:")
        self.id = create_workshop(self.store, "Marlowe Quill LLP", starts=time(9)).id
        self.leader = add_person(self.store, self.id, "A. Arden", "Managing partner", is_exec=True)

    def told(self, presence: Presence) -> list[str]:
        set_presence(self.store, self.leader.id, presence)
        dossier = self.store.load(self.id)
        return [one.sentence for one in stays(dossier, kit_of(dossier.workshop))]


@pytest.fixture
def day() -> Day:
    return Day()


def test_the_hours_are_those_of_the_agenda(day: Day) -> None:
    dossier = day.store.load(day.id)
    slots = leaders_slots(dossier, kit_of(dossier.workshop))
    assert [one.key for one in slots] == ["2.4", "2.5", "4.1", "4.2", "4.3", "4.4", "8.1", "8.2"]
    assert (slots[0].begins, slots[0].ends) == (time(9, 41), time(10, 1))
    assert [one.follows for one in slots] == [False, True, False, True, True, True, False, True]


def test_each_executive_is_told_what_their_presence_means(day: Day) -> None:
    assert day.told(Presence.YES) == ["In the room: stays for all of it."]
    assert day.told(Presence.NO) == ["Not in the room: misses all of it."]
    assert day.told(Presence.LATE) == [
        "Late: has to be there by 09:41, or misses 2.4 The experience we want."
    ]
    assert day.told(Presence.PART) == [
        "Part of the time: has to be there 09:41 to 10:19, 11:08 to 11:53 and 12:31 to 12:40, or "
        "misses what lies outside."
    ]


def test_it_is_told_in_the_clock_of_the_firm(day: Day) -> None:
    update_workshop(day.store, day.id, locale=Locale.US)
    (said,) = day.told(Presence.LATE)
    assert "by 9:41\N{NARROW NO-BREAK SPACE}AM" in said


def test_without_an_hour_to_start_at_the_activities_are_named(day: Day) -> None:
    update_workshop(day.store, day.id, starts=None)
    (said,) = day.told(Presence.PART)
    assert "for 2.4, 2.5, 4.1, 4.2, 4.3, 4.4, 8.1 and 8.2" in said
    (said,) = day.told(Presence.LATE)
    assert said == "Late: has to be there, or misses 2.4 The experience we want."


def test_what_is_left_out_needs_nobody(day: Day) -> None:
    activity = day.store.load(day.id).activity("2.4")
    assert activity is not None
    skip_activity(day.store, activity.id, "No time")
    (said,) = day.told(Presence.LATE)
    assert said.endswith("or misses 2.5 Our definition.")


def test_only_executives_are_told_who_have_not_left(day: Day) -> None:
    with day.store.step("x", day.id) as pen:
        pen.insert(Person(name="B. Bell", role="Clerk"))
        pen.insert(Person(name="C. Cole", role="Partner", is_exec=True, has_left=True))
    assert len(day.told(Presence.YES)) == 1
