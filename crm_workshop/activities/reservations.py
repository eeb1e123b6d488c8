"""What somebody cannot wholly agree to, kept in their own words beside what was agreed."""

from crm_workshop.activities.shared import known_name, some_text
from crm_workshop.model.capture import Reservation
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store

_BLANK = "Say who has the reservation and what it is."


def add_reservation(
    store: Store, activity_id: int, person: str, text: str, *, by: str = ""
) -> Reservation:
    """Keep a person's reservation; raises `InputError` if the name or the text is blank."""
    activity = store.get(Activity, activity_id)
    reservation = Reservation(
        workshop_id=activity.workshop_id,
        activity_id=activity_id,
        person=known_name(store, activity.workshop_id, some_text(person, _BLANK)),
        text=some_text(text, _BLANK),
    )
    with store.step("Add reservation", activity.workshop_id, by=by) as pen:
        return pen.insert(reservation)


def edit_reservation(store: Store, reservation_id: int, text: str, *, by: str = "") -> Reservation:
    """Change the words of a reservation; typing within a minute is one step."""
    reservation = store.get(Reservation, reservation_id)
    some_text(text, "A reservation needs its words; remove it if it no longer stands.")
    merge = f"reservation:{reservation_id}:text"
    with store.step("Edit reservation", reservation.workshop_id, by=by, merge=merge) as pen:
        return pen.update(reservation, text=text)


def remove_reservation(store: Store, reservation_id: int, *, by: str = "") -> None:
    """Remove a reservation that no longer stands."""
    reservation = store.get(Reservation, reservation_id)
    with store.step("Remove reservation", reservation.workshop_id, by=by) as pen:
        pen.delete(reservation)
