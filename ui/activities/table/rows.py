"""Which records stand in which rows of a table, and how they follow what the session holds.

A record takes as many rows of the table as its fullest column has fields; the last row begins a
new record. What is written in that last row becomes the record's first row, so that typing goes on
where it began.
"""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from crm_workshop.model.base import Row
from crm_workshop.model.fields import FieldSpec, Kind, is_blank
from crm_workshop.model.workshop import HalfTyped, Person
from ui.activities.table.layout import ASKED, Layout
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex

_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _FLAGS | Qt.ItemFlag.ItemIsEditable


class RecordRows(QAbstractTableModel):
    """All records of one type of a workshop, in their order, with a row to begin another.

    `settled` says once that records have come, gone or moved, however many did.
    """

    settled = Signal()

    def __init__(
        self,
        session: Session,
        record: type[Row],
        layout: Layout,
        *,
        adding: str = "",
        dots: Callable[[Row], str] | None = None,
    ) -> None:
        super().__init__()
        self.session, self.record, self.layout = session, record, layout
        self._adding, self._dots = adding, dots
        self._rows: list[Row] = list(session.dossier.all(record))
        self._becoming: int | None = None
        self._known: object = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the rows of all records, and one to begin another."""
        if parent.isValid():
            return 0
        return len(self._rows) * self.layout.lines + bool(self._adding)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the columns, the dots' among them."""
        return 0 if parent.isValid() else len(self.layout.columns) + bool(self._dots)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell that holds a field can be typed into; where nothing is, nothing leads."""
        field = self.field_at(index)
        if not index.isValid() or (field is None and not self.holds_dots(index)):
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS if field is None or field.kind is Kind.BOOL else _EDITABLE

    def holds_dots(self, index: Index) -> bool:
        """Tell whether a cell is where a record's dots stand."""
        is_first = index.row() % self.layout.lines == 0
        return self.field_at(index) is None and self.record_at(index) is not None and is_first

    def record_at(self, index: Index) -> Row | None:
        """Return the record that a cell belongs to; None in the row that begins a new one."""
        number = index.row() // self.layout.lines
        if not index.isValid() or number >= len(self._rows) or index.row() == self._becoming:
            return None
        return self._rows[number]

    def field_at(self, index: Index) -> FieldSpec | None:
        """Return the field that a cell holds, or None."""
        if not index.isValid() or index.column() >= len(self.layout.columns):
            return None
        column = self.layout.columns[index.column()]
        line = index.row() % self.layout.lines
        return column[line] if line < len(column) else None

    def held(self, column: int) -> int:
        """Return how many fields of a record stand in a column."""
        columns = self.layout.columns
        return len(columns[column]) if column < len(columns) else 1

    def is_asked(self, index: Index) -> bool:
        """Tell whether a cell's field matters as the record stands, or holds something."""
        field, row = self.field_at(index), self.record_at(index)
        if field is None or row is None:
            return field is not None and index.row() % self.layout.lines == 0
        asked = ASKED.get((self.record.table, field.name))
        value = getattr(row, field.name)
        return asked is None or asked(row) or not (is_blank(value) or value is False)

    def index_of(self, number: int, field: str) -> QModelIndex:
        """Return the cell of a field in the record of that number, or in the row to add one."""
        line, column = self.layout.place(field)
        if number >= len(self._rows):
            line = 0
        return self.index(number * self.layout.lines + line, column)

    def number_of(self, index: Index) -> int:
        """Return which record a cell is of, counted from 0; the row to add one counts as next."""
        return index.row() // self.layout.lines

    @property
    def rows(self) -> tuple[Row, ...]:
        """The records that are shown, in their order."""
        return tuple(self._rows)

    def refresh(self) -> None:
        """Show the rows that the session holds now; cells that stay keep their editors."""
        rows, known = self.session.dossier.all(self.record), self._on_show()
        if known == self._known and self._dots is None:
            return
        self._known, before = known, self.rows
        wanted = {row.id for row in rows}
        for number in reversed(range(len(self._rows))):
            if self._rows[number].id not in wanted:
                self._remove(number)
        for number, row in enumerate(rows):
            self._settle(number, row)
        if [one.id for one in before] != [one.id for one in rows]:
            self.settled.emit()
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _on_show(self) -> object:
        """Return all that the cells' words are made of, but for the dots."""
        every = self.session.dossier.all
        session = self.session
        kept = every(self.record), every(Person), every(HalfTyped)
        return *kept, session.owings(), session.words

    def _remove(self, number: int) -> None:
        lines = self.layout.lines
        self.beginRemoveRows(QModelIndex(), number * lines, (number + 1) * lines - 1)
        del self._rows[number]
        self.endRemoveRows()

    def _settle(self, number: int, row: Row) -> None:
        """Let a record stand at its number, whether it was elsewhere or is new."""
        lines, none = self.layout.lines, QModelIndex()
        ids = [one.id for one in self._rows]
        if row.id not in ids:
            # The row that began this record stays and becomes its first: an editor in it goes on.
            becomes = number == len(ids) and bool(self._adding)
            self._becoming = number * lines if becomes else None
            self.beginInsertRows(none, number * lines + becomes, (number + 1) * lines - 1 + becomes)
            self._rows.insert(number, row)
            self.endInsertRows()
            self._becoming = None
            return
        at = ids.index(row.id)
        if at != number:
            self.beginMoveRows(none, at * lines, (at + 1) * lines - 1, none, number * lines)
            self._rows.insert(number, self._rows.pop(at))
            self.endMoveRows()
        self._rows[number] = row
