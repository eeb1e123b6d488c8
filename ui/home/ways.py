"""Where a line of the library leads."""

from typing import Final

from crm_workshop.model.workshop import Person, PreworkAnswer, SponsorCall, Workshop
from crm_workshop.shelf.details import Deed
from crm_workshop.shelf.entries import Entry, Section
from crm_workshop.store.search import Hit
from ui.ways import Spot, Way, Where

#: What is written before the day, on the pages of the preparation.
_PREPARED: Final = frozenset(one.table for one in (Workshop, Person, PreworkAnswer, SponsorCall))

_WHERE: Final = {
    Deed.RESUME: Where.LIVE,
    Deed.PREPARE: Where.PREPARATION,
    Deed.FINISH: Where.CHARTER,
    Deed.REVIEW: Where.CHARTER,
}


def way_of_step(entry: Entry, deed: Deed) -> Way:
    """Return the way to the next step of a workshop; one that is only opened shows what it has."""
    is_ahead = entry.state is Section.COMING_UP
    opened = Where.PREPARATION if is_ahead else Where.CHARTER
    return Way(_WHERE.get(deed, opened), entry.id)


def way_to_hit(entry: Entry, hit: Hit) -> Way:
    """Return the way to the record that was found: where it is written, or where it is signed."""
    where = Where.CHARTER if entry.state is Section.SIGNED else Where.LIVE
    if hit.table in _PREPARED:
        where = Where.PREPARATION
    return Way(where, entry.id, Spot(hit.table, hit.row_id))
