"""The live scene: which activity, which state of it, and what the room screen does with it.

Every change is stored at once, with the time of the activity that it leaves or comes to, and none
is part of the undo history: moving about never loses, finalises or interrupts anything. What was
shown before is not kept, so that leaving black, frozen or holding can only show what is true now.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from crm_workshop.activities.timing import keep_scene, scene_of
from crm_workshop.errors import InputError
from crm_workshop.kit.design import Kit
from crm_workshop.live.pace import on_agenda
from crm_workshop.live.room import room_view
from crm_workshop.live.seen import to_json
from crm_workshop.live.views import Chosen, Overlay, View, chosen
from crm_workshop.model.choices import Mode
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Clock, SceneRow
from crm_workshop.store.library import Store

#: No break is longer (minutes).
LONGEST_BREAK: Final = 240


# Moving


def go_to_activity(store: Store, activity_id: int, *, by: str = "") -> SceneRow:
    """Make an activity the live one, in the state that follows from its records."""
    activity = store.get(Activity, activity_id)
    scene = scene_of(store, activity.workshop_id)
    if scene.activity_id == activity.id:
        return scene
    return _change(store, scene, by, activity_id=activity.id, view="", page=0)


def next_activity(store: Store, workshop_id: int, *, by: str = "") -> SceneRow:
    """Go on to the next activity of the day; the last one stays."""
    return _move(store, workshop_id, 1, by)


def previous_activity(store: Store, workshop_id: int, *, by: str = "") -> SceneRow:
    """Go back to the activity before; the first one stays."""
    return _move(store, workshop_id, -1, by)


def neighbour(dossier: Dossier, scene: SceneRow, way: int) -> Activity | None:
    """Return the activity of the day before (-1) or behind (1) the live one, or None.

    Without a live activity the day begins with its first.
    """
    live, agenda = dossier.get(Activity, scene.activity_id), on_agenda(dossier)
    if live is None:
        return agenda[0] if agenda else None
    here = (live.position, live.id)
    if way > 0:
        return next((one for one in agenda if (one.position, one.id) > here), None)
    return next((one for one in reversed(agenda) if (one.position, one.id) < here), None)


def _move(store: Store, workshop_id: int, way: int, by: str) -> SceneRow:
    scene = scene_of(store, workshop_id)
    found = neighbour(store.load(workshop_id), scene, way)
    return go_to_activity(store, found.id, by=by) if found else scene


def end_day(store: Store, workshop_id: int, *, by: str = "") -> SceneRow:
    """Leave the last activity: the room sees the holding slide, and no time is counted.

    Nothing is closed by it; every activity can be gone back to.
    """
    scene = replace(scene_of(store, workshop_id), activity_id=None, view="", page=0)
    return _change(store, scene, by, mode=Mode.HOLDING, frozen="", break_until=None)


# What of the activity is shown


def set_view(store: Store, workshop_id: int, view: View | None, *, by: str = "") -> SceneRow:
    """Show a state of the live activity; None is the one that follows from the records.

    A state that the activity does not have shows as None does. What lies over it goes away.
    """
    scene = scene_of(store, workshop_id)
    return _change(store, scene, by, view=str(Chosen(view)), page=0)


def open_overlay(
    store: Store, workshop_id: int, overlay: Overlay, about: str = "", *, by: str = ""
) -> SceneRow:
    """Put something over the activity: the late-joiner page, the charter, or, by its key in
    `about`, a quotation of the kit or a finding.
    """
    scene = scene_of(store, workshop_id)
    choice = Chosen(chosen(scene.view).view, overlay, about)
    return _change(store, scene, by, view=str(choice), page=0)


def close_overlay(store: Store, workshop_id: int, *, by: str = "") -> SceneRow:
    """Take away what lies over the activity."""
    scene = scene_of(store, workshop_id)
    choice = chosen(scene.view)
    if choice.overlay is None:
        return scene
    return _change(store, scene, by, view=str(Chosen(choice.view)), page=0)


def turn_to_page(store: Store, workshop_id: int, page: int, *, by: str = "") -> SceneRow:
    """Turn to a page of a list or of the charter, counted from 0."""
    if not 0 <= page < 10_000:
        raise InputError(f"There is no page {page + 1}. The room screen is as it was.")
    return _change(store, scene_of(store, workshop_id), by, page=page)


# What the room screen does


def show_live(store: Store, workshop_id: int, *, by: str = "") -> SceneRow:
    """Show the scene as it is now, whatever was shown before."""
    return _change(store, scene_of(store, workshop_id), by, mode=Mode.LIVE, frozen="")


def blank_room(store: Store, workshop_id: int, *, by: str = "") -> SceneRow:
    """Make the room screen black; work and clock go on."""
    return _change(store, scene_of(store, workshop_id), by, mode=Mode.BLACK, frozen="")


def hold_room(store: Store, workshop_id: int, *, by: str = "") -> SceneRow:
    """Show the holding slide: the room is not at work, so no time is counted.

    A session ends so: the time is booked then.
    """
    return _change(store, scene_of(store, workshop_id), by, mode=Mode.HOLDING, frozen="")


def freeze_room(
    store: Store, workshop_id: int, kit: Kit, now: datetime, *, by: str = ""
) -> SceneRow:
    """Let the room screen go on showing what it shows, clock and all, until it is left.

    `now` is the moment in the zone in which the room is told times.
    """
    dossier, scene = store.load(workshop_id), scene_of(store, workshop_id)
    shown = room_view(dossier, kit, scene, dossier.one(Clock), now)
    return _change(store, scene, by, mode=Mode.FROZEN, frozen=to_json(shown))


def start_break(store: Store, workshop_id: int, minutes: int, *, by: str = "") -> SceneRow:
    """Begin a break, or give the one that goes on a new end; it lasts until `end_break`."""
    if not 0 < minutes <= LONGEST_BREAK:
        raise InputError(f"A break has 1 to {LONGEST_BREAK} minutes. Nothing was changed.")
    until = store.now() + timedelta(minutes=minutes)
    return _change(store, scene_of(store, workshop_id), by, break_until=until)


def end_break(store: Store, workshop_id: int, *, by: str = "") -> SceneRow:
    """End the break: back to the scene as it is now."""
    return _change(store, scene_of(store, workshop_id), by, break_until=None)


# Storing


def _change(store: Store, scene: SceneRow, by: str, **changes: Any) -> SceneRow:
    """Store the changed scene and the time until now; what is equal is not written."""
    changed: SceneRow = replace(scene, **changes)
    return scene if changed == scene else keep_scene(store, changed, by=by)
