"""How long the room has worked on each activity, and on which it works now.

The scene says what runs: the live activity, unless the room pauses or the activity is skipped. Its
time is booked on the activity whenever the scene or the clock is written, aside of the history, so
that moving about leaves undo and redo alone. `SceneRow.since` is the moment up to which it is
booked: after a crash the time counts on from there.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from crm_workshop.model.choices import Mode
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, SceneRow
from crm_workshop.store.library import Store

#: Time that nobody noted in between is believed up to this length; beyond it the laptop slept.
BELIEVED: Final = timedelta(hours=4)


def is_running(activity: Activity) -> bool:
    """Tell whether an activity has been started and not ended since."""
    return activity.started is not None and activity.ended is None


def running(dossier: Dossier) -> Activity | None:
    """Return the activity that is running, or None."""
    return next(filter(is_running, dossier.all(Activity)), None)


def seconds_used(activity: Activity, scene: SceneRow, now: datetime) -> int:
    """Return how long the room has worked on an activity, up to `now`."""
    since = scene.since if scene.activity_id == activity.id else None
    return activity.seconds_used + _seconds(activity, since, now)


def _seconds(activity: Activity, since: datetime | None, now: datetime) -> int:
    """Return the seconds to add for the time since `since`.

    A clock set back adds nothing. A time too long to be believed (the laptop slept, or its clock
    was wrong) adds only what was left of the plan.
    """
    if since is None:
        return 0
    took = now - since
    if took > BELIEVED:
        left = timedelta(minutes=activity.minutes_planned, seconds=-activity.seconds_used)
        took = min(left, BELIEVED)
    return max(0, int(took.total_seconds()))


def scene_of(store: Store, workshop_id: int) -> SceneRow:
    """Return the workshop's scene; the holding slide before anything was shown."""
    found = store.all(SceneRow, workshop_id)
    return found[0] if found else SceneRow(workshop_id=workshop_id)


def keep_scene(store: Store, scene: SceneRow, *, by: str = "") -> SceneRow:
    """Store the scene as it is from now on, book the time until now; return what is stored.

    It is one transaction, or part of the step that is open, and no part of the history.
    """
    with store.aside(scene.workshop_id, by=by) as pen:
        now, before = store.now(), scene_of(store, scene.workshop_id)
        agenda = store.all(Activity, scene.workshop_id)
        works_on = next((one for one in agenda if _at_work(scene, one)), None)
        for activity in agenda:
            since = before.since if before.activity_id == activity.id else None
            pen.update(activity, **_times(activity, since, now, runs=activity is works_on))
        plan = scene.plan
        if works_on and not plan:
            plan = sum(one.minutes_planned for one in agenda if not one.skipped_reason.strip())
        booked = replace(scene, since=now if works_on else None, plan=plan)
        if booked != before:
            store.keep(booked, by=by)
    return scene_of(store, scene.workshop_id)


def book_time(store: Store, workshop_id: int, *, by: str = "") -> None:
    """Book the time of what runs until now; end or begin a visit if the records say so."""
    keep_scene(store, scene_of(store, workshop_id), by=by)


def _at_work(scene: SceneRow, activity: Activity) -> bool:
    """Tell whether the room works on the activity: time is counted then."""
    return (
        scene.activity_id == activity.id
        and scene.mode is not Mode.HOLDING
        and scene.break_until is None
        and not activity.skipped_reason.strip()
    )


def _times(
    activity: Activity, since: datetime | None, now: datetime, *, runs: bool
) -> dict[str, Any]:
    """Return the times of an activity that was counted from `since`, and now runs or does not."""
    used = activity.seconds_used + _seconds(activity, since, now)
    if runs:
        return {"started": activity.started or now, "ended": None, "seconds_used": used}
    if activity.started is None or activity.ended is not None:
        return {"seconds_used": used}
    # What came in running, from a file made in the middle of it, ends at the last known moment.
    ended = now if since else activity.started + timedelta(seconds=used)
    return {"ended": max(ended, activity.started), "seconds_used": used}
