"""The agenda: what is left out, and how the minutes are planned."""

from collections.abc import Mapping
from datetime import date

from crm_workshop.activities.shared import design_of, known_name, some_text
from crm_workshop.activities.timing import book_time, is_running
from crm_workshop.activities.typed import value_for
from crm_workshop.errors import RuleError
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Store


def is_left_out(activity: Activity) -> bool:
    """Tell whether the plan gives an activity no time and nobody has started it all the same."""
    return not activity.minutes_planned and activity.started is None


def skip_activity(store: Store, activity_id: int, reason: str, *, by: str = "") -> Activity:
    """Skip an activity for a reason; if it runs, its time stops. Its records stay."""
    activity = store.get(Activity, activity_id)
    some_text(reason, "Say why this activity is skipped, so that nobody wonders later.")
    with store.step("Skip activity", activity.workshop_id, by=by) as pen:
        pen.update(activity, skipped_reason=reason)
        book_time(store, activity.workshop_id, by=by)
    return store.get(Activity, activity_id)


def unskip_activity(store: Store, activity_id: int, *, by: str = "") -> Activity:
    """Take an activity back into the day; if it is live, its time counts again."""
    activity = store.get(Activity, activity_id)
    with store.step("Take activity back in", activity.workshop_id, by=by) as pen:
        pen.update(activity, skipped_reason="")
        book_time(store, activity.workshop_id, by=by)
    return store.get(Activity, activity_id)


def set_minutes(store: Store, activity_id: int, minutes: int | str, *, by: str = "") -> Activity:
    """Plan an activity's minutes (1 to 600); `leave_out_activity` takes it out of the day."""
    activity = store.get(Activity, activity_id)
    plan_minutes(store, activity.workshop_id, {activity_id: minutes}, by=by)
    return store.get(Activity, activity_id)


def plan_minutes(
    store: Store, workshop_id: int, minutes: Mapping[int, int | str], *, by: str = ""
) -> None:
    """Plan the minutes of several activities, by activity id, as one step."""
    locale = store.get(Workshop, workshop_id).locale
    with store.step("Set minutes", workshop_id, by=by) as pen:
        for activity_id, given in minutes.items():
            activity = store.get(Activity, activity_id)
            planned = value_for(Activity, "minutes_planned", given, locale)
            if not planned:
                raise RuleError("An activity needs at least a minute, or it has to be left out.")
            pen.update(activity, minutes_planned=planned)


def leave_out_activity(
    store: Store, activity_id: int, reason: str = "", *, by: str = ""
) -> Activity:
    """Give an activity no time in this day; its records stay and it can be put back."""
    activity = store.get(Activity, activity_id)
    if is_running(activity):
        raise RuleError("The room is at work on this activity. Go on to another, or skip it.")
    with store.step("Leave activity out", activity.workshop_id, by=by) as pen:
        return pen.update(activity, minutes_planned=0, skipped_reason=reason)


def put_back_activity(store: Store, activity_id: int, *, by: str = "") -> Activity:
    """Give an activity that was left out the kit's minutes again, at least its fewest."""
    activity = store.get(Activity, activity_id)
    design = design_of(store, activity)
    variant = store.get(Workshop, activity.workshop_id).variant
    minutes = max(design.minutes.of(variant), design.least, 1)
    with store.step("Put activity back", activity.workshop_id, by=by) as pen:
        return pen.update(activity, minutes_planned=minutes, skipped_reason="")


def move_activity(
    store: Store, activity_id: int, after_id: int | None, *, by: str = ""
) -> Activity:
    """Put an activity behind another of the agenda, or first."""
    activity = store.get(Activity, activity_id)
    after = None if after_id is None else store.get(Activity, after_id)
    among = store.all(Activity, activity.workshop_id)
    with store.step("Move activity", activity.workshop_id, by=by) as pen:
        return pen.place(activity, after=after, among=among)


def set_note(store: Store, activity_id: int, text: str, *, by: str = "") -> Activity:
    """Keep the facilitator's own note on an activity; it is never shown or printed."""
    activity = store.get(Activity, activity_id)
    merge = f"activity:{activity_id}:note"
    with store.step("Write note", activity.workshop_id, by=by, merge=merge) as pen:
        return pen.update(activity, note=text)


def set_finish(
    store: Store, activity_id: int, finish_by: date | str | None, owner: str, *, by: str = ""
) -> Activity:
    """Say until when and by whom an activity is finished after the day; blanks clear it."""
    activity = store.get(Activity, activity_id)
    locale = store.get(Workshop, activity.workshop_id).locale
    day = value_for(Activity, "finish_by", finish_by, locale)
    name = known_name(store, activity.workshop_id, owner)
    merge = f"activity:{activity_id}:finish"
    with store.step("Set when it is finished", activity.workshop_id, by=by, merge=merge) as pen:
        return pen.update(activity, finish_by=day, finish_owner=name)
