"""The timebox: it holds a deadline, never ticks, and never stops anything.

A system clock that is set back, or a laptop that slept for a day, must not show nonsense: what is
left is never more than the whole timebox, and one that ran out hours ago is no timebox any more.
"""

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from crm_workshop.activities.timing import BELIEVED, book_time
from crm_workshop.errors import InputError
from crm_workshop.model.workshop import Activity, Clock
from crm_workshop.store.library import Store

#: No timebox is longer, and none is changed by more at once (minutes).
LONGEST: Final = 600


class ClockState(StrEnum):
    """What the timebox of an activity does."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the clock says of one activity, in seconds: what is `left` of the whole `length`.

    Less than nothing left is overtime. An idle clock reads the activity's planned time.
    """

    state: ClockState
    left: int
    length: int
    hidden: bool

    @property
    def text(self) -> str:
        """What is left as people read it, such as “05:12” or “-01:40”."""
        return time_text(self.left)

    @property
    def over(self) -> bool:
        """Whether the timebox has run out."""
        return self.left < 0

    @property
    def minutes(self) -> int:
        """The whole timebox in minutes, for “of 8 min”."""
        return round(self.length / 60)


def time_text(seconds: int) -> str:
    """Return a length of time as mm:ss, or h:mm:ss from 100 minutes on, with its sign."""
    sign, whole = "-" if seconds < 0 else "", abs(seconds)
    if whole < 6000:
        return f"{sign}{whole // 60:02}:{whole % 60:02}"
    return f"{sign}{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def reading(clock: Clock, activity: Activity | None, now: datetime) -> ClockReading:
    """Return what the clock says of `activity`; idle if it runs for another one, or not at all."""
    planned = activity.minutes_planned * 60 if activity else 0
    left = _left(clock, now)
    if activity is None or clock.activity_id != activity.id or left is None:
        return ClockReading(ClockState.IDLE, planned, planned, clock.hidden)
    state = ClockState.PAUSED if clock.deadline is None else ClockState.RUNNING
    return ClockReading(state, math.ceil(left), clock.seconds, clock.hidden)


def _left(clock: Clock, now: datetime) -> float | None:
    """Return the seconds left, or None if no timebox runs or it ran out too long ago."""
    if clock.deadline is None:
        return clock.left_at_pause
    left = clock.deadline - now
    if left < -BELIEVED:
        return None
    return min(left.total_seconds(), float(clock.seconds))


# What an operation makes of a clock


def started(clock: Clock, activity: Activity, now: datetime, minutes: int | None = None) -> Clock:
    """Return the clock with a new timebox for `activity`: its planned minutes, or `minutes`."""
    length = activity.minutes_planned if minutes is None else minutes
    seconds = _allowed(length, least=0) * 60
    return replace(
        clock,
        activity_id=activity.id,
        deadline=now + timedelta(seconds=seconds),
        left_at_pause=None,
        seconds=seconds,
    )


def paused(clock: Clock, now: datetime) -> Clock:
    """Return the clock standing still at what is left; unchanged unless it runs."""
    left = _left(clock, now)
    if clock.deadline is None or left is None:
        return clock
    return replace(clock, deadline=None, left_at_pause=left)


def resumed(clock: Clock, now: datetime) -> Clock:
    """Return the clock running on from what was left; unchanged unless it is paused."""
    if clock.left_at_pause is None:
        return clock
    deadline = now + timedelta(seconds=clock.left_at_pause)
    return replace(clock, deadline=deadline, left_at_pause=None)


def extended(clock: Clock, activity: Activity, now: datetime, minutes: int) -> Clock:
    """Return the clock with `minutes` more (negative: fewer) for `activity`.

    An idle clock waits, paused, at the planned time so changed.
    """
    more = _allowed(minutes) * 60
    read = reading(clock, activity, now)
    length = _longest(read.length + more)
    if read.state is ClockState.IDLE:
        left = float(length)
        return replace(
            clock, activity_id=activity.id, deadline=None, left_at_pause=left, seconds=length
        )
    left = _left(clock, now) or 0.0
    changed = replace(clock, deadline=None, left_at_pause=min(left + more, length), seconds=length)
    return changed if read.state is ClockState.PAUSED else resumed(changed, now)


def stopped(clock: Clock) -> Clock:
    """Return the clock without a timebox."""
    return replace(clock, activity_id=None, deadline=None, left_at_pause=None, seconds=0)


def _allowed(minutes: int, *, least: int = -LONGEST) -> int:
    """Return `minutes`, or raise `InputError` if no timebox can be so long or change by so much."""
    if not least <= minutes <= LONGEST:
        raise InputError(f"A timebox has 0 to {LONGEST} minutes. The clock is as it was.")
    return minutes


def _longest(seconds: int) -> int:
    """Return a length that a timebox can have."""
    return max(0, min(seconds, LONGEST * 60))


# Operations


def start_clock(
    store: Store, activity_id: int, minutes: int | None = None, *, by: str = ""
) -> Clock:
    """Start a timebox for the activity: its planned minutes, or `minutes`."""
    activity = store.get(Activity, activity_id)
    clock = _clock(store, activity.workshop_id)
    return _write(store, "Start the clock", started(clock, activity, store.now(), minutes), by)


def pause_clock(store: Store, workshop_id: int, *, by: str = "") -> Clock:
    """Let the clock stand still; it keeps what is left."""
    clock = _clock(store, workshop_id)
    return _write(store, "Pause the clock", paused(clock, store.now()), by)


def resume_clock(store: Store, workshop_id: int, *, by: str = "") -> Clock:
    """Let a paused clock run on from what was left."""
    clock = _clock(store, workshop_id)
    return _write(store, "Resume the clock", resumed(clock, store.now()), by)


def add_minutes(store: Store, activity_id: int, minutes: int, *, by: str = "") -> Clock:
    """Give the activity's timebox more minutes, or fewer; overtime counts down from there."""
    activity = store.get(Activity, activity_id)
    clock = _clock(store, activity.workshop_id)
    name = f"Clock {minutes:+d} min"
    return _write(store, name, extended(clock, activity, store.now(), minutes), by)


def stop_clock(store: Store, workshop_id: int, *, by: str = "") -> Clock:
    """Take the timebox away; nothing else stops."""
    return _write(store, "Stop the clock", stopped(_clock(store, workshop_id)), by)


def hide_clock(store: Store, workshop_id: int, hidden: bool = True, *, by: str = "") -> Clock:
    """Hide the clock from the room, or show it there again; it runs on."""
    name = "Hide the clock" if hidden else "Show the clock"
    return _write(store, name, replace(_clock(store, workshop_id), hidden=hidden), by)


def _clock(store: Store, workshop_id: int) -> Clock:
    """Return the workshop's clock; a blank one if there is none yet."""
    found = store.all(Clock, workshop_id)
    return found[0] if found else Clock(workshop_id=workshop_id)


def _write(store: Store, name: str, clock: Clock, by: str) -> Clock:
    """Write the clock as one step and return it; the time of what runs is booked with it."""
    with store.step(name, clock.workshop_id, by=by) as pen:
        book_time(store, clock.workshop_id, by=by)
        if not clock.id:
            return pen.insert(clock)
        return pen.update(
            store.get(Clock, clock.id),
            activity_id=clock.activity_id,
            deadline=clock.deadline,
            left_at_pause=clock.left_at_pause,
            seconds=clock.seconds,
            hidden=clock.hidden,
        )
