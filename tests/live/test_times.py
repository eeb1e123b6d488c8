"""The time used: what counts, when it is booked, and what is believed."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities import agenda as agenda_
from crm_workshop.activities.timing import is_running, running, scene_of, seconds_used
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.live.clock import add_minutes, pause_clock, start_clock
from crm_workshop.live.pace import pace
from crm_workshop.live.scene import (
    blank_room,
    end_break,
    go_to_activity,
    hold_room,
    next_activity,
    set_view,
    show_live,
    start_break,
    turn_to_page,
)
from crm_workshop.live.views import View
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Change, Store
from tests.live.conftest import START, Time


@pytest.fixture
def agenda(store, workshop):
    return {one.key: one for one in store.all(Activity, workshop.id)}


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def times(store, activity):
    """When an activity began and ended, and how many seconds were booked."""
    found = store.get(Activity, activity.id)
    return found.started, found.ended, found.seconds_used


def test_time_is_counted_while_the_room_works(store, workshop, agenda, moment):
    first, second = agenda["1.1"], agenda["1.2"]
    go_to_activity(store, first.id)
    assert times(store, first) == (None, None, 0)
    moment.on(minutes=5)
    show_live(store, workshop.id)
    moment.on(minutes=3)
    blank_room(store, workshop.id)
    moment.on(minutes=1)
    go_to_activity(store, second.id)
    moment.on(minutes=2)
    start_break(store, workshop.id, 15)
    assert times(store, second) == (at(9), at(11), 120)
    moment.on(minutes=15)
    end_break(store, workshop.id)
    moment.on(minutes=1)
    go_to_activity(store, first.id)
    assert times(store, first) == (at(5), None, 240)
    moment.on(minutes=4)
    hold_room(store, workshop.id)
    moment.on(hours=1)
    assert times(store, first) == (at(5), at(31), 480)
    assert times(store, second) == (at(9), at(27), 180)


def test_what_runs_is_booked_whenever_scene_or_clock_is_written(store, workshop, agenda, moment):
    first = agenda["2.1"]
    show_live(store, workshop.id)
    go_to_activity(store, first.id)
    booked = []
    for write in (
        lambda: set_view(store, workshop.id, View.THEMES),
        lambda: start_clock(store, first.id),
        lambda: pause_clock(store, workshop.id),
        lambda: turn_to_page(store, workshop.id, 2),
    ):
        moment.on(seconds=50)
        write()
        booked.append(times(store, first))
    assert booked == [(START, None, 50 * n) for n in (1, 2, 3, 4)]
    scene, now = scene_of(store, workshop.id), moment.on(seconds=7)
    assert seconds_used(store.get(Activity, first.id), scene, now) == 207


def test_no_time_is_lost_when_the_program_dies(tmp_path, moment):
    path = tmp_path / "library.db"
    with Store.open(path, now=moment) as store:
        workshop = create_workshop(store, "Quillfeather & Moss LLP")
        show_live(store, workshop.id)
        next_activity(store, workshop.id)
        moment.on(minutes=3)
        add_minutes(store, store.all(Activity, workshop.id)[0].id, 1)
    moment.on(minutes=2)
    with Store.open(path, now=moment) as store:
        first = store.all(Activity, workshop.id)[0]
        assert (first.seconds_used, is_running(first)) == (180, True)
        next_activity(store, workshop.id)
        assert times(store, first) == (START, at(5), 300)


def test_undo_takes_back_the_clock_but_not_the_time(store, workshop, agenda, moment):
    first = agenda["2.1"]
    show_live(store, workshop.id)
    go_to_activity(store, first.id)
    moment.on(minutes=1)
    start_clock(store, first.id)
    moment.on(minutes=1)
    assert store.undo(workshop.id) == "Start the clock"
    next_activity(store, workshop.id)
    assert times(store, first) == (START, at(2), 120)
    assert store.redo(workshop.id) == "Start the clock"
    assert times(store, first) == (START, at(2), 120)


def test_skipping_stops_the_time_and_taking_back_in_goes_on(store, workshop, agenda, moment):
    first = agenda["2.1"]
    show_live(store, workshop.id)
    go_to_activity(store, first.id)
    moment.on(minutes=4)
    skipped = agenda_.skip_activity(store, first.id, "Nobody was here then")
    assert (skipped.skipped_reason, skipped.ended) == ("Nobody was here then", at(4))
    moment.on(minutes=10)
    set_view(store, workshop.id, View.CARDS)
    assert times(store, first) == (START, at(4), 240)
    agenda_.unskip_activity(store, first.id)
    moment.on(minutes=1)
    next_activity(store, workshop.id)
    assert times(store, first) == (START, at(15), 300)
    store.undo(workshop.id)
    store.undo(workshop.id)
    assert store.get(Activity, first.id).skipped_reason == ""
    assert times(store, first) == (START, at(15), 300)


def test_what_a_skip_changes_is_told_at_once(store, workshop, agenda, moment):
    show_live(store, workshop.id)
    go_to_activity(store, agenda["2.1"].id)
    moment.on(minutes=4)
    heard: list[Change] = []
    store.subscribe(heard.append)
    agenda_.skip_activity(store, agenda["2.1"].id, "No time", by="console")
    assert [(one.name, one.by, set(one.tables)) for one in heard] == [
        ("Skip activity", "console", {"activity", "scene"})
    ]
    moment.on(minutes=1)
    go_to_activity(store, agenda["2.2"].id, by="room")
    assert (heard[1].by, set(heard[1].tables)) == ("room", {"activity", "scene"})


def test_what_came_in_running_ends_when_the_room_works_on_something_else(
    store, workshop, agenda, moment
):
    """A file made in the middle of an activity does not say until when the room worked on it."""
    with store.aside(workshop.id) as pen:
        pen.update(agenda["3.2"], started=START, seconds_used=90)
    moment.on(days=3)
    show_live(store, workshop.id)
    go_to_activity(store, agenda["3.3"].id)
    assert times(store, agenda["3.2"]) == (START, at(1.5), 90)
    assert running(store.load(workshop.id)) == store.get(Activity, agenda["3.3"].id)


def test_a_session_without_work_writes_no_time(store, workshop):
    before = store.load(workshop.id)
    hold_room(store, workshop.id)
    assert store.load(workshop.id) == before
    assert store.undo_name(workshop.id) is None


@given(
    spans=st.lists(st.integers(-(10**7), 10**7), min_size=1, max_size=5),
    planned=st.integers(1, 60),
)
def test_a_visit_is_never_longer_than_can_be_believed(spans, planned):
    """Asleep for a day, an activity has used what it was to use; a clock set back takes nothing."""
    moment = Time()
    with Store.open(":memory:", now=moment) as store:
        own = create_workshop(store, "Quillfeather & Moss LLP").id
        first = agenda_.set_minutes(store, store.all(Activity, own)[0].id, planned)
        show_live(store, own)
        go_to_activity(store, first.id)
        expected = 0
        for number, span in enumerate(spans):
            moment.on(seconds=span)
            if span > 4 * 3600:
                expected = max(expected, planned * 60)
            else:
                expected += max(0, span)
            activity, scene = store.get(Activity, first.id), scene_of(store, own)
            assert seconds_used(activity, scene, moment.now) == expected
            turn_to_page(store, own, number + 1)
            assert store.get(Activity, first.id).seconds_used == expected


def test_another_day_s_trial_is_not_the_beginning(store, workshop, kit, moment, agenda):
    moment.on(days=-1)
    show_live(store, workshop.id)
    go_to_activity(store, agenda["1.1"].id)
    moment.on(minutes=1)
    hold_room(store, workshop.id)
    moment.on(days=1, minutes=-1)
    found = pace(store.load(workshop.id), kit, moment.now)
    assert (found.behind, found.late) == (-1, 0)
