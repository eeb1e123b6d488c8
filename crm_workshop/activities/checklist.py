"""Checklists: lines that the room agrees to, and pitfalls that it rates."""

from typing import Any

from crm_workshop.activities.shared import own_row, some_text
from crm_workshop.activities.typed import single_line, value_for
from crm_workshop.model.choices import Locale
from crm_workshop.model.success import Pitfall
from crm_workshop.model.workshop import Activity, Tick
from crm_workshop.store.library import Store

_EMPTY = "A line of a checklist needs its words."


def tick(store: Store, tick_id: int, done: bool = True, *, by: str = "") -> Tick:
    """Keep that the room has agreed to a line, or no longer."""
    row = store.get(Tick, tick_id)
    with store.step("Tick" if done else "Untick", row.workshop_id, by=by) as pen:
        return pen.update(row, done=done)


def tick_all(store: Store, activity_id: int, done: bool = True, *, by: str = "") -> None:
    """Keep that the room has agreed to every line of an activity, or no longer."""
    activity = store.get(Activity, activity_id)
    with store.step("Tick all" if done else "Untick all", activity.workshop_id, by=by) as pen:
        for row in store.find(Tick, activity.workshop_id, activity_id=activity_id):
            pen.update(row, done=done)


def add_tick(store: Store, activity_id: int, text: str, *, by: str = "") -> Tick:
    """Add a line of the room's own; raises `InputError` if it is blank."""
    activity = store.get(Activity, activity_id)
    own: dict[str, Any] = {"workshop_id": activity.workshop_id, "activity_id": activity_id}
    row = Tick(**own, text=single_line(some_text(text, _EMPTY)))
    with store.step("Add line", activity.workshop_id, by=by) as pen:
        return pen.insert(row)


def edit_tick(store: Store, tick_id: int, text: str, *, by: str = "") -> Tick:
    """Change a line's words; typing within a minute is one step."""
    row = store.get(Tick, tick_id)
    some_text(text, _EMPTY)
    merge = f"tick:{tick_id}:text"
    with store.step("Edit line", row.workshop_id, by=by, merge=merge) as pen:
        return pen.update(row, text=single_line(text))


def move_tick(store: Store, tick_id: int, after_id: int | None, *, by: str = "") -> Tick:
    """Put a line behind another of its activity, or first."""
    row = store.get(Tick, tick_id)
    after = None if after_id is None else store.get(Tick, after_id)
    if after is not None:
        own_row(after, row.workshop_id, "line")
    among = store.find(Tick, row.workshop_id, activity_id=row.activity_id)
    with store.step("Move line", row.workshop_id, by=by) as pen:
        return pen.place(row, after=after, among=among)


def remove_tick(store: Store, tick_id: int, *, by: str = "") -> None:
    """Take a line off the checklist."""
    row = store.get(Tick, tick_id)
    with store.step("Remove line", row.workshop_id, by=by) as pen:
        pen.delete(row)


def rate_pitfall(
    store: Store, pitfall_id: int, likely: int | str | None, *, by: str = ""
) -> Pitfall:
    """Rate how likely a pitfall is here, 1 to 5; None or blank is unrated.

    Raises `InputError` for another number.
    """
    row = store.get(Pitfall, pitfall_id)
    rated = value_for(Pitfall, "likely", likely, Locale.GB)
    with store.step("Rate pitfall", row.workshop_id, by=by) as pen:
        return pen.update(row, likely=rated)
