"""Where the charter desk leads: to the field of a record, in the window that holds it."""

from crm_workshop.activities.whereabouts import activity_of
from ui.session import Session
from ui.ways import Spot, Way, Where


def way_to(session: Session, table: str, row_id: int, field: str) -> Way:
    """Return the way to a field: to its activity, or to the preparation for what comes before."""
    activity = activity_of(session.dossier, session.kit, table, row_id, field)
    where = Where.PREPARATION if activity is None else Where.LIVE
    return Way(where, session.workshop_id, Spot(table, row_id, field))
