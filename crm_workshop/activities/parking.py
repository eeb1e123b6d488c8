"""The parking list, and the counter of “IT project” calls: one key away at any time."""

from crm_workshop.activities.shared import known_name, own_row, some_text
from crm_workshop.errors import RuleError
from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.choices import Destination
from crm_workshop.model.meaning import Opening
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Store

_EMPTY = "There is nothing to park yet."


def park(
    store: Store,
    workshop_id: int,
    text: str,
    raised_by: str = "",
    activity_id: int | None = None,
    *,
    by: str = "",
) -> ParkedItem:
    """Put something on the parking list; raises `InputError` if it is blank."""
    workshop = store.get(Workshop, workshop_id)
    if activity_id is not None:
        own_row(store.get(Activity, activity_id), workshop_id, "activity")
    item = ParkedItem(
        workshop_id=workshop.id,
        activity_id=activity_id,
        text=some_text(text, _EMPTY),
        raised_by=known_name(store, workshop_id, raised_by),
    )
    with store.step("Park", workshop_id, by=by) as pen:
        return pen.insert(item)


def edit_parked(store: Store, item_id: int, text: str, *, by: str = "") -> ParkedItem:
    """Change the words of a parked item; typing within a minute is one step."""
    item = store.get(ParkedItem, item_id)
    some_text(text, _EMPTY)
    merge = f"parked_item:{item_id}:text"
    with store.step("Edit parked item", item.workshop_id, by=by, merge=merge) as pen:
        return pen.update(item, text=text)


def set_raised_by(store: Store, item_id: int, raised_by: str, *, by: str = "") -> ParkedItem:
    """Say who raised a parked item; typing within a minute is one step."""
    item = store.get(ParkedItem, item_id)
    name = known_name(store, item.workshop_id, raised_by)
    merge = f"parked_item:{item_id}:raised_by"
    with store.step("Name who raised it", item.workshop_id, by=by, merge=merge) as pen:
        return pen.update(item, raised_by=name)


def send_to(
    store: Store, item_id: int, goes_to: Destination | None, person: str = "", *, by: str = ""
) -> ParkedItem:
    """Say where a parked item goes and who takes it; None leaves it open again."""
    item = store.get(ParkedItem, item_id)
    name = known_name(store, item.workshop_id, person)
    merge = f"parked_item:{item_id}:goes_to"
    with store.step("Send parked item", item.workshop_id, by=by, merge=merge) as pen:
        return pen.update(item, goes_to=goes_to, person=name)


def delete_parked(store: Store, item_id: int, *, by: str = "") -> None:
    """Take an item off the parking list."""
    item = store.get(ParkedItem, item_id)
    with store.step("Delete parked item", item.workshop_id, by=by) as pen:
        pen.delete(item)


def it_project_call(store: Store, workshop_id: int, count: int = 1, *, by: str = "") -> int:
    """Count that somebody called “IT project” (R2) and return the calls so far; -1 takes one back.

    Raises `RuleError` if that would be fewer than none.
    """
    workshop = store.get(Workshop, workshop_id)
    found = store.all(Opening, workshop_id)
    calls = (found[0].it_project_calls if found else 0) + count
    if calls < 0:
        raise RuleError("Nobody has called “IT project” yet.")
    with store.step("“IT project” call", workshop_id, by=by) as pen:
        opening = found[0] if found else pen.insert(Opening(workshop_id=workshop.id))
        return pen.update(opening, it_project_calls=calls).it_project_calls
