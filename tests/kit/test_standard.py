"""The standard kit is the whole workshop, and everything in it leads somewhere."""

import typing

import pytest

from crm_workshop.charter import document
from crm_workshop.kit import design
from crm_workshop.kit.agenda import agenda, slack, taken_home, working_minutes
from crm_workshop.kit.design import ActivityDesign, Method
from crm_workshop.kit.load import kit_of, load_kit
from crm_workshop.model.choices import Bucket, Scale, Variant
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Workshop
from tests.kit.rendering import asked

KIT = load_kit()
KEYS = [
    "1.1", "1.2",
    "2.1", "2.2", "2.3", "2.4", "2.5",
    "3.1", "3.2", "3.3",
    "4.1", "4.2", "4.3", "4.4",
    "5.1", "6.1", "7.1",
    "8.1", "8.2",
]  # fmt: skip
ALL = pytest.mark.parametrize("activity", KIT.activities, ids=lambda one: one.key)
#: What no table of an activity asks for, and why.
ELSEWHERE = {
    "opening.it_project_calls": "the counter that anybody may call",
    "commitment.seen": "asked at a review, after the day",
}


def test_all_nineteen_activities_stand_in_order() -> None:
    assert [one.key for one in KIT.activities] == KEYS
    assert [one.key for one in KIT.stages] == list(dict.fromkeys(a.stage for a in KIT.activities))


@pytest.mark.parametrize(
    ("variant", "minutes", "left"),
    [(Variant.SHORT, 90, 0), (Variant.HALF, 205, 20), (Variant.FULL, 350, 25)],
)
def test_minutes_add_up(variant: Variant, minutes: int, left: int) -> None:
    assert working_minutes(KIT, variant) == minutes
    assert sum(line.minutes for line in agenda(KIT, variant)) == minutes
    assert slack(KIT, variant) == left


def test_breaks_of_each_length() -> None:
    assert KIT.breaks == {"90": 0, "half": 15, "full": 75}


def test_ninety_minutes_leave_four_activities_for_afterwards() -> None:
    assert [one.key for one in taken_home(KIT, Variant.SHORT)] == ["1.2", "2.2", "3.1", "4.4"]
    assert len(agenda(KIT, Variant.SHORT)) == 15
    assert not taken_home(KIT, Variant.HALF)
    assert not taken_home(KIT, Variant.FULL)


def test_leaders_must_be_there_for_what_only_they_can_settle() -> None:
    leaders = [one.key for one in KIT.activities if one.leaders]
    assert leaders == ["2.4", "2.5", "4.1", "4.2", "4.3", "4.4", "8.1", "8.2"]


@ALL
def test_an_activity_can_be_led_by_somebody_who_never_saw_it(activity: ActivityDesign) -> None:
    assert activity.question
    assert activity.say
    assert activity.watch
    assert activity.rescue
    assert 1 <= activity.least <= min(filter(None, (activity.minutes.short, activity.minutes.half)))


@ALL
def test_an_activity_feeds_the_charter(activity: ActivityDesign) -> None:
    assert bool(activity.feeds) is (activity.key != "4.1")  # 4.1 only prepares 4.3


def test_every_section_that_the_room_can_fill_is_fed() -> None:
    fed = {section for activity in KIT.activities for section in activity.feeds}
    written_elsewhere = {"annex-d", "annex-e", "annex-f", "annex-g"}
    assert fed == set(design.SECTIONS) - written_elsewhere


def test_what_a_final_charter_needs_is_asked_by_some_activity() -> None:
    everything = {
        f"{table}.{spec.name}" for table, record in RECORDS.items() for spec in specs(record)
    }
    assert everything - asked() == ELSEWHERE.keys()


def test_the_last_thing_to_cut_is_what_the_charter_cannot_do_without() -> None:
    first = [one.key for one in KIT.activities if one.priority == 1]
    assert first == ["2.4", "2.5", "4.2", "4.3", "8.1", "8.2"]
    assert {one.priority for one in taken_home(KIT, Variant.SHORT)} == {4}


def test_the_sort_of_cards_knows_the_same_buckets_as_the_lessons() -> None:
    activity = KIT.activity("2.2")
    assert activity
    assert activity.sort
    assert [(one.value, one.label) for one in activity.sort.buckets] == [
        (bucket.value, bucket.label) for bucket in Bucket
    ]


@pytest.mark.parametrize("key", ["2.5", "8.1"])
def test_consent_is_polled_by_gradients_or_in_ninety_minutes_by_a_fist(key: str) -> None:
    activity = KIT.activity(key)
    assert activity
    assert activity.poll
    assert activity.poll.scale_for(Variant.FULL) is Scale.GRADIENTS
    assert activity.poll.scale_for(Variant.SHORT) is Scale.FIST


def test_every_method_is_used() -> None:
    assert {one.method for one in KIT.activities} == set(Method)


def test_six_known_pitfalls_and_four_more_each_with_sign_and_action() -> None:
    assert [one.six for one in KIT.pitfalls] == [True] * 6 + [False] * 4
    assert all(one.sign and one.action for one in KIT.pitfalls)


def test_the_theme_has_the_hues_of_the_charter() -> None:
    assert typing.get_args(document.Hue) == design.HUES
    assert [one.hue for one in KIT.stages] == list(design.HUES)


def test_a_workshop_without_a_kit_of_its_own_uses_the_standard_one() -> None:
    assert kit_of(Workshop()) is KIT
