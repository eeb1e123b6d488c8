"""Whether the workshop will finish on time, and the one cut that would help most.

The projected finish is now, plus what is left of the live activity, plus the planned minutes of
those to come, plus the breaks not yet taken. Time that went by without work counts as break. The
plan it is compared with is the agenda as it was when the room began: what was planned anew before
is neither late nor early, and a cut wins time instead of moving the goal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from crm_workshop.activities.timing import seconds_used
from crm_workshop.charter.dates import clock_time
from crm_workshop.errors import RuleError
from crm_workshop.kit.design import Kit
from crm_workshop.kit.words import words_of
from crm_workshop.live.clock import ClockState, reading, time_text
from crm_workshop.model.choices import Locale
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Clock, SceneRow
from crm_workshop.store.library import Store

#: An activity behind the live one counts as worked on from this many seconds; less is a glance.
_GLANCE = 60

#: A plan further away than this is another day's, and says nothing about being late.
_SAME_DAY = timedelta(hours=16)


@dataclass(frozen=True, slots=True)
class Pace:
    """When the workshop will finish, and by how many minutes that is behind its plan.

    `behind` is negative ahead of the plan, None if there is no plan for today. `late` is how many
    minutes after its time the workshop began, `over` how many seconds of overtime run now.
    """

    finish: datetime
    planned: datetime | None
    behind: int | None
    late: int
    over: int
    locale: Locale = Locale.GB

    @property
    def text(self) -> str:
        """The finish as a short line, such as “Finish 12:42 · 12 min over”."""
        finish = f"Finish {clock_time(self.finish.time(), self.locale)}"
        if self.behind is None:
            return finish
        if not self.behind:
            return f"{finish} · on time"
        way = "over" if self.behind > 0 else "ahead"
        return f"{finish} · {abs(self.behind)} min {way}"

    @property
    def sentence(self) -> str:
        """Why it is not on time, such as “Over by 1:40.”; empty if it is."""
        if self.over:
            return f"Over by {time_text(self.over).removeprefix('0')}."
        if self.behind is None or self.behind <= 0:
            return ""
        return f"Started {self.late} min late." if self.late else f"{self.behind} min behind."


@dataclass(frozen=True, slots=True)
class Cut:
    """One proposal to win back time: an activity's minutes from what to what, in a sentence."""

    activity_id: int
    before: int
    after: int
    sentence: str


def pace(dossier: Dossier, kit: Kit, now: datetime) -> Pace:
    """Return the projected finish; times are told in the zone of `now`."""
    scene = dossier.one(SceneRow)
    live = dossier.get(Activity, scene.activity_id)
    begun = _begun(dossier, now)
    due = _due_start(dossier, now)
    breaks = timedelta(minutes=kit.breaks.get(dossier.workshop.variant, 0))
    planned = _planned_finish(dossier, due or begun, breaks, now)

    work = sum((_to_come(dossier, one, live, now) for one in on_agenda(dossier)), timedelta())
    start = max(now, due) if due and begun is None else now
    finish = (start + work + _breaks_left(dossier, kit, live, begun, now)).astimezone(now.tzinfo)
    late = 0
    if planned and due and begun:
        late = max(0, (begun - due) // timedelta(minutes=1))
    read = reading(dossier.one(Clock), live, now)
    behind = round((finish - planned).total_seconds() / 60) if planned else None
    return Pace(finish, planned, behind, late, max(0, -read.left), dossier.workshop.locale)


def on_agenda(dossier: Dossier) -> tuple[Activity, ...]:
    """Return the activities to be worked on today: planned and not skipped."""
    return planned(dossier.all(Activity))


def planned(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Return those of the activities that are planned and not skipped."""
    return tuple(
        one for one in activities if one.minutes_planned and not one.skipped_reason.strip()
    )


def _due_start(dossier: Dossier, now: datetime) -> datetime | None:
    """Return when the workshop should begin, if it says so."""
    workshop = dossier.workshop
    if workshop.held_on is None or workshop.starts is None:
        return None
    return datetime.combine(workshop.held_on, workshop.starts, tzinfo=now.tzinfo)


def _begun(dossier: Dossier, now: datetime) -> datetime | None:
    """Return when the room began to work today, or None; trying things out on another day is not
    the beginning.
    """
    moments = (one.started for one in dossier.all(Activity) if one.started)
    return min((one for one in moments if abs(now - one) <= _SAME_DAY), default=None)


def _planned_finish(
    dossier: Dossier, start: datetime | None, breaks: timedelta, now: datetime
) -> datetime | None:
    """Return when the workshop was to finish; None without a start, or on another day.

    Until the room begins, the plan is the agenda as it is now.
    """
    if start is None:
        return None
    minutes = dossier.one(SceneRow).plan or sum(one.minutes_planned for one in on_agenda(dossier))
    planned = (start + timedelta(minutes=minutes) + breaks).astimezone(now.tzinfo)
    return planned if abs(planned - now) <= _SAME_DAY else None


def _to_come(
    dossier: Dossier, activity: Activity, live: Activity | None, now: datetime
) -> timedelta:
    """Return how long an activity will still take, as planned.

    Behind the live one in the agenda, it is done if it was worked on; what lies ahead takes what
    is left of its plan.
    """
    used = seconds_used(activity, dossier.one(SceneRow), now)
    left = max(0, activity.minutes_planned * 60 - used)
    if live is None:
        return timedelta(seconds=left)
    if activity.id == live.id:
        read = reading(dossier.one(Clock), live, now)
        left = left if read.state is ClockState.IDLE else max(0, read.left)
    elif (activity.position, activity.id) < (live.position, live.id) and used >= _GLANCE:
        left = 0
    return timedelta(seconds=left)


def _breaks_left(
    dossier: Dossier, kit: Kit, live: Activity | None, begun: datetime | None, now: datetime
) -> timedelta:
    """Return the break time that is still to come; a break that goes on lasts until its end.

    A break is over when the room is past the activity it follows, or when as much time went by
    without work.
    """
    scene, variant = dossier.one(SceneRow), dossier.workshop.variant
    past = {
        one.key
        for one in dossier.all(Activity)
        if live and (one.position, one.id) < (live.position, live.id)
    }
    planned = sum(one.minutes.of(variant) for one in kit.pauses)
    ahead = sum(one.minutes.of(variant) for one in kit.pauses if one.after not in past)
    going_on = timedelta()
    if scene.break_until is not None:
        going_on = max(timedelta(), scene.break_until - now)
    idle = timedelta()
    if begun is not None:
        worked = sum(seconds_used(one, scene, now) for one in dossier.all(Activity))
        idle = max(timedelta(), now - begun - timedelta(seconds=worked))
    left = min(timedelta(minutes=ahead), timedelta(minutes=planned) - idle)
    return max(timedelta(), left, going_on)


def propose_cut(dossier: Dossier, kit: Kit, now: datetime) -> Cut | None:
    """Return the one cut that helps most while the workshop is behind its plan, or None.

    Of the activities not yet begun, the least important that can give minutes gives first, and
    among its equals the one that can give most; never below the least minutes that make sense.
    """
    behind = pace(dossier, kit, now).behind
    if behind is None or behind <= 0:
        return None
    scene = dossier.one(SceneRow)
    offers: list[tuple[int, int, Activity]] = []
    for activity in on_agenda(dossier):
        design = kit.activity(activity.key)
        begun = seconds_used(activity, scene, now) >= _GLANCE or activity.id == scene.activity_id
        if design is None or begun or activity.minutes_planned <= design.least:
            continue
        offers.append((design.priority, activity.minutes_planned - design.least, activity))
    if not offers:
        return None
    _, gives, activity = max(offers, key=lambda offer: offer[:2])
    return _cut(dossier, kit, activity, gives, behind)


def _cut(dossier: Dossier, kit: Kit, activity: Activity, gives: int, behind: int) -> Cut:
    """Return the cut of one activity that can give `gives` minutes, in words."""
    design = kit.activity(activity.key)
    title = words_of(dossier).say(design.title if design else activity.key)
    before = activity.minutes_planned
    after = before - min(gives, behind)
    if gives >= behind:
        sentence = f"Shorten “{title}” to {after} to finish on time."
    else:
        minutes = "1 minute" if gives == 1 else f"{gives} minutes"
        sentence = f"“{title}” can give {minutes}."
    return Cut(activity.id, before, after, sentence)


def accept_cut(store: Store, cut: Cut, *, by: str = "") -> Activity:
    """Give the activity the proposed minutes, as one step that can be undone.

    Raises `RuleError` if its minutes were changed since the proposal was made.
    """
    activity = store.get(Activity, cut.activity_id)
    if activity.minutes_planned != cut.before:
        raise RuleError("The agenda has changed since this was proposed. Nothing was shortened.")
    with store.step("Shorten an activity", activity.workshop_id, by=by) as pen:
        return pen.update(activity, minutes_planned=cut.after)
