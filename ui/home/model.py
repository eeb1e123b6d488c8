"""The workshops as a list that Qt can show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from crm_workshop.charter.dates import long_date
from crm_workshop.live.day import Stands, day_among
from crm_workshop.live.pace import planned
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Store

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A workshop, and how far the room has come with it."""

    workshop: Workshop
    stands: Stands


def entries_of(store: Store) -> tuple[Entry, ...]:
    """Return the library's workshops, each with how far it is."""
    return tuple(
        Entry(one, day_among(planned(store.all(Activity, one.id))).stands)
        for one in store.workshops()
    )


class WorkshopModel(QAbstractListModel):
    """One row a workshop; the text is for people, `entry` gives the record and how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these workshops in this order; the same again changes nothing."""
        if tuple(entries) == self._entries:
            return
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return what is in a row, or None."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many workshops there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a workshop's line, also for screen readers."""
        entry = self.entry(index.row())
        if entry and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _line(entry)
        return None


_STANDS = {
    Stands.READY: "not yet begun",
    Stands.INTERRUPTED: "begun",
    Stands.DONE: "worked through",
}


def _line(entry: Entry) -> str:
    """Return what the list says of a workshop."""
    workshop = entry.workshop
    held = long_date(workshop.held_on, workshop.locale) if workshop.held_on else "no date yet"
    version = f" {workshop.charter_version}" if workshop.charter_version else ""
    state = f"charter: {workshop.status.label.lower()}{version}"
    parts = (workshop.variant.label, held, _STANDS[entry.stands], state)
    return f"{workshop.firm}\n{' · '.join(parts)}"
