"""Every state that a workshop's room screen can be in, for pictures and for tests that measure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from crm_workshop.checks import check
from crm_workshop.kit.load import kit_of
from crm_workshop.live.room import room_view
from crm_workshop.live.seen import CharterPage, RoomView
from crm_workshop.live.views import Chosen, Overlay, views_of
from crm_workshop.model.choices import Mode
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Clock, SceneRow


def room_states(dossier: Dossier) -> Iterator[tuple[str, RoomView]]:
    """Yield each state under a name: every view of every activity, and all that may lie over it."""
    kit, scene = kit_of(dossier.workshop), dossier.one(SceneRow)
    now = datetime.combine(dossier.workshop.held_on or datetime.now(UTC), time(10), UTC)
    activities = dossier.all(Activity)

    def seen(**changes: Any) -> RoomView:
        clock = Clock(activity_id=scene_of.activity_id, left_at_pause=312.0, seconds=480)
        return room_view(dossier, kit, replace(scene_of, **changes), clock, now)

    scene_of = replace(scene, mode=Mode.LIVE, view="", page=0, break_until=None)
    yield "black", seen(mode=Mode.BLACK)
    yield "holding", seen(mode=Mode.HOLDING)
    for activity in activities:
        scene_of = replace(scene_of, activity_id=activity.id)
        design = kit.activity(activity.key)
        for view in views_of(design) if design else ():
            yield f"{activity.key}-{view}", seen(view=str(Chosen(view)))
    yield "break", seen(break_until=now + timedelta(minutes=15))
    yield "late-joiner", seen(view=str(Chosen(overlay=Overlay.LATE_JOINER)))
    charter = str(Chosen(overlay=Overlay.CHARTER))
    first = seen(view=charter).body
    for page in range(first.count if isinstance(first, CharterPage) else 0):
        yield f"charter-{page + 1}", seen(view=charter, page=page)
    for quotation in kit.quotations:
        chosen = Chosen(overlay=Overlay.QUOTATION, about=quotation.key)
        yield f"quotation-{quotation.key}", seen(view=str(chosen))
    kinds = {one.id: one for one in check(dossier, kit, now.date())}
    for finding in list(kinds.values())[:3]:
        chosen = Chosen(overlay=Overlay.FINDING, about=finding.key)
        yield f"finding-{finding.id}", seen(view=str(chosen))
