"""How long the room has worked on each activity.

Moving about the agenda must leave the undo history alone, so the time of the visits is kept with
the scene, and booked on the activities in one step when the room is taken off the scene.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

import msgspec

from crm_workshop.live.clock import BELIEVED
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, SceneRow
from crm_workshop.store.pen import Pen


class Visited(msgspec.Struct, frozen=True):
    """All visits to one activity that have ended but are not booked: from, to, seconds worked."""

    activity_id: int
    started: datetime
    ended: datetime
    seconds: int


_NONE: Final[tuple[Visited, ...]] = ()


def visited(scene: SceneRow) -> tuple[Visited, ...]:
    """Return the visits that the scene keeps; none if what is stored cannot be read."""
    if not scene.visits:
        return _NONE
    try:
        return msgspec.json.decode(scene.visits, type=tuple[Visited, ...])
    except msgspec.DecodeError:
        return _NONE


def visit_seconds(since: datetime | None, now: datetime, planned_minutes: int) -> int:
    """Return how long a visit that began at `since` has taken.

    A clock set back counts nothing; a visit too long to be believed (the laptop slept) counts
    only what was planned.
    """
    if since is None:
        return 0
    took = now - since
    if took > BELIEVED:
        return planned_minutes * 60
    return max(0, int(took.total_seconds()))


def seconds_used(activity: Activity, scene: SceneRow, now: datetime) -> int:
    """Return how long the room has worked on an activity, the visit that goes on included."""
    kept = sum(one.seconds for one in visited(scene) if one.activity_id == activity.id)
    going_on = 0
    if scene.activity_id == activity.id:
        going_on = visit_seconds(scene.since, now, activity.minutes_planned)
    return activity.seconds_used + kept + going_on


def first_start(dossier: Dossier) -> datetime | None:
    """Return when the room first began to work, or None if it has not."""
    scene = dossier.one(SceneRow)
    moments = [one.started for one in dossier.all(Activity) if one.started]
    moments += [one.started for one in visited(scene)]
    moments += [scene.since] if scene.since else []
    return min(moments, default=None)


def with_visit_ended(scene: SceneRow, activity: Activity | None, now: datetime) -> SceneRow:
    """Return the scene with the visit that goes on among its visits, and none going on."""
    if scene.since is None or activity is None:
        return replace(scene, since=None)
    seconds = visit_seconds(scene.since, now, activity.minutes_planned)
    visits = list(visited(scene))
    index = next((n for n, one in enumerate(visits) if one.activity_id == activity.id), None)
    if index is None:
        visits.append(Visited(activity.id, scene.since, max(now, scene.since), seconds))
    else:
        old = visits[index]
        ended = max(old.ended, now)
        visits[index] = Visited(activity.id, old.started, ended, old.seconds + seconds)
    return replace(scene, since=None, visits=_stored(visits))


def book_visits(pen: Pen, scene: SceneRow, activities: Iterable[Activity]) -> SceneRow:
    """Write the time of the scene's visits to their activities; return the scene without them."""
    kept = {one.activity_id: one for one in visited(scene)}
    for activity in activities:
        if found := kept.get(activity.id):
            pen.update(
                activity,
                started=min(activity.started or found.started, found.started),
                ended=max(activity.ended or found.ended, found.ended),
                seconds_used=activity.seconds_used + found.seconds,
            )
    return replace(scene, visits="")


def _stored(visits: list[Visited]) -> str:
    return msgspec.json.encode(visits).decode()
