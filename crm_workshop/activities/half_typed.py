"""What stands in a field of the windows and is not a value yet: half a date, a name without words.

It is kept in the file beside the records, so that it survives moving about, a crash and a restart;
no check reads it, no charter prints it, the room never sees it, and undo leaves it alone.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import HalfTyped
from crm_workshop.store.library import Store


class Place(NamedTuple):
    """A field of a row by name; `row_id` is 0 where the row has not begun yet."""

    table: str
    row_id: int
    field: str

    def __str__(self) -> str:
        return f"{self.table}:{self.row_id}:{self.field}"


def half_typed(dossier: Dossier, place: Place) -> str:
    """Return what stands in a field and is not a value yet; "" if there is nothing."""
    return _read(dossier.one(HalfTyped).texts).get(str(place), "")


def keep_half_typed(
    store: Store, workshop_id: int, texts: Mapping[Place, str], *, by: str = ""
) -> None:
    """Keep what stands in fields; a blank text forgets what stood there."""
    found = store.all(HalfTyped, workshop_id)
    before = _read(found[0].texts) if found else {}
    given = {str(place): text for place, text in texts.items()}
    after = {place: text for place, text in {**before, **given}.items() if text.strip()}
    if after != before:
        kept = msgspec.json.encode(after).decode() if after else ""
        store.keep(HalfTyped(workshop_id=workshop_id, texts=kept), by=by)


def row_begun(store: Store, workshop_id: int, table: str, row_id: int, *, by: str = "") -> None:
    """Let what was half typed into a row before it began stand in that row now."""
    found = store.all(HalfTyped, workshop_id)
    start = f"{table}:0:"
    moved: dict[Place, str] = {}
    for place, text in _read(found[0].texts).items() if found else ():
        if place.startswith(start):
            field = place.removeprefix(start)
            moved |= {Place(table, 0, field): "", Place(table, row_id, field): text}
    keep_half_typed(store, workshop_id, moved, by=by)


@lru_cache(maxsize=32)
def _read(texts: str) -> Mapping[str, str]:
    return MappingProxyType(msgspec.json.decode(texts, type=dict[str, str]) if texts else {})
