"""How much stands between a workshop and its final charter."""

from datetime import date

from crm_workshop.checks import check, open_stops
from crm_workshop.errors import KitError
from crm_workshop.kit.load import kit_of
from crm_workshop.store.library import Store


def to_settle(store: Store, workshop_id: int, today: date) -> int | None:
    """Return how many findings keep the charter a draft; None if its kit cannot be read.

    Runs all checks over all records, some tens of milliseconds. Raises `NotFoundError` if the
    workshop is gone.
    """
    dossier = store.load(workshop_id)
    try:
        kit = kit_of(dossier.workshop)
    except KitError:
        return None
    return len(open_stops(check(dossier, kit, today)))
