"""The lines of the library as a list that Qt can show; what a row says is read when it is seen."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from crm_workshop.errors import WorkshopError
from crm_workshop.shelf.details import Details, details_of
from crm_workshop.shelf.entries import Entry, Section
from crm_workshop.store.library import Store
from ui.home.lines import Heading, Line, Name, Row, name_of

_Index = QModelIndex | QPersistentModelIndex

#: The roles under which a line is found, what the shelf says of its workshop, and how many
#: findings that has to settle (None while nobody has counted).
LINE: Final = Qt.ItemDataRole.UserRole
DETAILS: Final = Qt.ItemDataRole.UserRole + 1
SETTLE: Final = Qt.ItemDataRole.UserRole + 2


class ShelfModel(QAbstractListModel):
    """Headings cannot be chosen; a row is told for screen readers with all that it says."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        super().__init__()
        self._store, self._today = store, today
        self._details: dict[int, Details | None] = {}
        self._settle: dict[int, int | None] = {}
        self._is_begun = False
        self.lines: tuple[Line, ...] = ()

    def begin(self) -> bool:
        """Say from now on what rows say; return False if that was so before.

        The first picture shows the firms alone: the kit, its words and the dates come in after it.
        """
        if self._is_begun:
            return False
        self._is_begun = True
        self.forget()
        return True

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines in this order; the same again changes nothing."""
        if tuple(lines) == self.lines:
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def forget(self, workshop_id: int | None = None) -> None:
        """Read again what is said of a workshop, or of all, when it is next seen."""
        if workshop_id is None:
            self._details.clear()
            self._settle.clear()
        else:
            self._details.pop(workshop_id, None)
            self._settle.pop(workshop_id, None)
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def is_counted(self, workshop_id: int) -> bool:
        """Tell whether it was counted what a workshop has to settle."""
        return workshop_id in self._settle

    def set_settle(self, row: int, workshop_id: int, count: int | None) -> None:
        """Say how much a workshop has to settle; None if that cannot be known."""
        self._settle[workshop_id] = count
        self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, name: Name | None) -> int:
        """Return the row of the line with that name, or -1."""
        names = map(name_of, self.lines)
        return next((row for row, one in enumerate(names) if one and one == name), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that all but headings can be chosen, and workshops dragged out."""
        line = self.lines[index.row()] if index.isValid() else None
        if line is None or isinstance(line, Heading):
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled | Qt.ItemFlag.ItemIsDragEnabled if isinstance(line, Row) else enabled

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, what it says, or how it is read aloud."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if isinstance(line, Row):
            return self._of_row(line, role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return line.text if isinstance(line, Heading) else f"{line.words}. {line.whose}"

    def _of_row(self, row: Row, role: int) -> Any:
        if role == DETAILS:
            return self.details(row.entry) if self._is_begun else None
        if role == SETTLE:
            return self._settle.get(row.entry.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row.entry)
        return row.entry.firm if role == Qt.ItemDataRole.DisplayRole else None

    def details(self, entry: Entry) -> Details | None:
        """Return what the shelf says of a workshop; None if it cannot be read now."""
        if entry.id not in self._details:
            try:
                self._details[entry.id] = details_of(self._store, entry, self._today())
            except WorkshopError:
                self._details[entry.id] = None
        return self._details[entry.id]

    def _spoken(self, entry: Entry) -> str:
        details, count = self.details(entry), self._settle.get(entry.id)
        told = f"{count} to settle" if count else ""
        said = details.spoken if details else ""
        return ". ".join(filter(None, (entry.firm, entry.section.value, said, told)))


def counts(line: Line | None) -> bool:
    """Tell whether a line says how much is to settle: a workshop's that is on its way."""
    return isinstance(line, Row) and line.entry.section is Section.RUNNING
