"""The workshops as a list that Qt can show."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from crm_workshop.charter.dates import long_date
from crm_workshop.model.workshop import Workshop

_Index = QModelIndex | QPersistentModelIndex


class WorkshopModel(QAbstractListModel):
    """One row a workshop; the text is for people, `workshop` gives the record."""

    def __init__(self) -> None:
        super().__init__()
        self._workshops: tuple[Workshop, ...] = ()

    def set_workshops(self, workshops: Sequence[Workshop]) -> None:
        """Show these workshops in this order."""
        self.beginResetModel()
        self._workshops = tuple(workshops)
        self.endResetModel()

    def workshop(self, row: int) -> Workshop | None:
        """Return the workshop in a row, or None."""
        return self._workshops[row] if 0 <= row < len(self._workshops) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many workshops there are."""
        return 0 if parent.isValid() else len(self._workshops)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a workshop's line, also for screen readers."""
        workshop = self.workshop(index.row())
        if workshop and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _line(workshop)
        return None


def _line(workshop: Workshop) -> str:
    """Return what the list says of a workshop."""
    held = long_date(workshop.held_on, workshop.locale) if workshop.held_on else "no date yet"
    version = f" {workshop.charter_version}" if workshop.charter_version else ""
    state = f"charter: {workshop.status.label.lower()}{version}"
    return f"{workshop.firm}\n{workshop.variant.label} · {held} · {state}"
