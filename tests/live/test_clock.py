"""The timebox: what it says at any moment, and what each operation makes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities.timing import BELIEVED
from crm_workshop.errors import InputError
from crm_workshop.live.clock import (
    LONGEST,
    ClockState,
    add_minutes,
    extended,
    hide_clock,
    pause_clock,
    paused,
    reading,
    resume_clock,
    resumed,
    start_clock,
    started,
    stop_clock,
    stopped,
    time_text,
)
from crm_workshop.model.workshop import Activity, Clock

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
ACTIVITY = Activity(id=7, key="2.1", minutes_planned=8)
OTHER = Activity(id=8, key="2.2", minutes_planned=10)

minutes = st.integers(0, 120)
seconds = st.integers(0, 3 * 3600)


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (312, "05:12"),
        (-100, "-01:40"),
        (0, "00:00"),
        (-1, "-00:01"),
        (5999, "99:59"),
        (6000, "1:40:00"),
        (-36000, "-10:00:00"),
    ],
)
def test_time_as_people_read_it(left, text):
    assert time_text(left) == text


def test_an_idle_clock_reads_the_planned_time():
    read = reading(Clock(), ACTIVITY, NOW)
    assert (read.state, read.text, read.minutes, read.over) == (ClockState.IDLE, "08:00", 8, False)
    assert reading(Clock(), None, NOW).left == 0


def test_it_counts_down_into_overtime():
    clock = started(Clock(), ACTIVITY, NOW)
    assert reading(clock, ACTIVITY, NOW).text == "08:00"
    assert reading(clock, ACTIVITY, NOW + timedelta(seconds=168)).text == "05:12"
    over = reading(clock, ACTIVITY, NOW + timedelta(minutes=9, seconds=40))
    assert (over.text, over.over, over.state) == ("-01:40", True, ClockState.RUNNING)


def test_a_part_of_a_second_still_counts():
    clock = started(Clock(), ACTIVITY, NOW)
    assert reading(clock, ACTIVITY, NOW + timedelta(milliseconds=300)).text == "08:00"
    almost = NOW + timedelta(minutes=8, milliseconds=-300)
    assert reading(clock, ACTIVITY, almost).text == "00:01"
    assert not reading(clock, ACTIVITY, almost + timedelta(milliseconds=900)).over


def test_it_belongs_to_one_activity_and_goes_on_when_the_room_looks_elsewhere():
    clock = started(Clock(), ACTIVITY, NOW)
    later = NOW + timedelta(minutes=3)
    assert reading(clock, OTHER, later).state is ClockState.IDLE
    assert reading(clock, OTHER, later).text == "10:00"
    assert reading(clock, ACTIVITY, later).text == "05:00"


def test_more_minutes_for_an_idle_clock_wait_until_it_is_started():
    clock = extended(Clock(), ACTIVITY, NOW, 5)
    read = reading(clock, ACTIVITY, NOW + timedelta(minutes=30))
    assert (read.state, read.text, read.minutes) == (ClockState.PAUSED, "13:00", 13)


def test_more_minutes_in_overtime_count_from_there():
    clock = started(Clock(), ACTIVITY, NOW)
    later = NOW + timedelta(minutes=9, seconds=40)
    assert reading(extended(clock, ACTIVITY, later, 1), ACTIVITY, later).text == "-00:40"
    assert reading(extended(clock, ACTIVITY, later, 5), ACTIVITY, later).text == "03:20"
    assert reading(extended(clock, ACTIVITY, later, 5), ACTIVITY, later).minutes == 13


def test_a_system_clock_set_back_shows_no_more_than_the_timebox():
    clock = started(Clock(), ACTIVITY, NOW)
    read = reading(clock, ACTIVITY, NOW - timedelta(hours=1))
    assert (read.text, read.state) == ("08:00", ClockState.RUNNING)


def test_after_a_day_asleep_there_is_no_overtime_of_a_day():
    clock = started(Clock(), ACTIVITY, NOW)
    read = reading(clock, ACTIVITY, NOW + timedelta(days=1))
    assert (read.text, read.state) == ("08:00", ClockState.IDLE)
    assert paused(clock, NOW + timedelta(days=1)) == clock


def test_paused_for_a_day_it_still_has_what_was_left():
    clock = paused(started(Clock(), ACTIVITY, NOW), NOW + timedelta(minutes=3))
    tomorrow = NOW + timedelta(days=1)
    assert reading(clock, ACTIVITY, tomorrow).text == "05:00"
    assert reading(resumed(clock, tomorrow), ACTIVITY, tomorrow).text == "05:00"


@pytest.mark.parametrize("wrong", [LONGEST + 1, -1, 10**9])
def test_an_impossible_timebox_is_refused(wrong):
    with pytest.raises(InputError, match="0 to 600 minutes"):
        started(Clock(), ACTIVITY, NOW, wrong)


def test_an_impossible_change_is_refused():
    with pytest.raises(InputError, match="as it was"):
        extended(Clock(), ACTIVITY, NOW, 10**9)


@given(planned=minutes, passed=seconds)
def test_what_is_left_and_what_has_passed_make_the_timebox(planned, passed):
    clock = started(Clock(), ACTIVITY, NOW, planned)
    read = reading(clock, ACTIVITY, NOW + timedelta(seconds=passed))
    assert read.left + passed == read.length == planned * 60


@given(planned=minutes, before=seconds, pause=st.integers(0, 10**6), after=st.integers(0, 3600))
def test_a_pause_takes_nothing(planned, before, pause, after):
    start = started(Clock(), ACTIVITY, NOW, planned)
    stop = NOW + timedelta(seconds=before)
    go_on = stop + timedelta(seconds=pause)
    clock = resumed(paused(start, stop), go_on)
    read = reading(clock, ACTIVITY, go_on + timedelta(seconds=after))
    assert read.left == planned * 60 - before - after


@given(
    planned=st.integers(60, 120),
    more=st.lists(st.integers(-10, 10), max_size=5),
    passed=seconds,
    still=st.booleans(),
)
def test_minutes_add_up_in_any_order(planned, more, passed, still):
    now = NOW + timedelta(seconds=passed)
    clock = started(Clock(), ACTIVITY, NOW, planned)
    if still:
        clock = paused(clock, now)
    state = reading(clock, ACTIVITY, now).state
    for step in more:
        clock = extended(clock, ACTIVITY, now, step)
    read = reading(clock, ACTIVITY, now)
    assert read.left == (planned + sum(more)) * 60 - passed
    assert read.length == (planned + sum(more)) * 60
    assert read.state is state


@given(planned=minutes, wrong=st.integers(-(10**7), 10**7), more=st.integers(-60, 60))
def test_no_moment_makes_nonsense(planned, wrong, more):
    """Whatever the system clock says, what is left lies between overtime that can be and all."""
    now = NOW + timedelta(seconds=wrong)
    clock = extended(started(Clock(), ACTIVITY, NOW, planned), ACTIVITY, NOW, more)
    for moved in (clock, extended(clock, ACTIVITY, now, 1), resumed(paused(clock, now), now)):
        read = reading(moved, ACTIVITY, now)
        assert -BELIEVED.total_seconds() <= read.left <= read.length <= LONGEST * 60


@given(planned=minutes, passed=seconds)
def test_pausing_or_resuming_twice_changes_nothing(planned, passed):
    now = NOW + timedelta(seconds=passed)
    clock = started(Clock(), ACTIVITY, NOW, planned)
    still = paused(clock, now)
    assert paused(still, now + timedelta(minutes=5)) == still
    assert resumed(clock, now) == clock
    assert resumed(paused(stopped(clock), now), now) == stopped(clock)


def test_each_operation_is_stored_and_can_be_undone(store, workshop, moment):
    one = store.all(Activity, workshop.id)[2]
    steps = [
        lambda: start_clock(store, one.id),
        lambda: pause_clock(store, workshop.id),
        lambda: resume_clock(store, workshop.id),
        lambda: add_minutes(store, one.id, 5),
        lambda: hide_clock(store, workshop.id),
        lambda: hide_clock(store, workshop.id, hidden=False),
        lambda: stop_clock(store, workshop.id),
    ]
    names, states = [], []
    for step in steps:
        states.append(store.load(workshop.id).one(Clock))
        moment.on(seconds=45)
        step()
        names.append(store.undo_name(workshop.id))
    assert names == [
        "Start the clock",
        "Pause the clock",
        "Resume the clock",
        "Clock +5 min",
        "Hide the clock",
        "Show the clock",
        "Stop the clock",
    ]
    for before in reversed(states):
        store.undo(workshop.id)
        assert store.load(workshop.id).one(Clock) == before
    assert store.undo_name(workshop.id) is None


def test_the_clock_stops_nothing(store, workshop, moment):
    """Long after the end the timebox still runs, and nothing but the clock was written."""
    one = store.all(Activity, workshop.id)[2]
    before = store.load(workshop.id)
    clock = start_clock(store, one.id)
    moment.on(hours=2)
    after = store.load(workshop.id)
    assert reading(clock, one, moment.now).state is ClockState.RUNNING
    rows = {**after.rows, Clock: (replace(clock, id=before.one(Clock).id),)}
    assert rows == {**before.rows, Clock: (clock,)}
