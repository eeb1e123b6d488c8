"""The rows of a record as a table that Qt can show and type into.

A record takes as many rows of the table as its fullest column has fields; the last row begins a
new record. What is written in that last row becomes the record's first row, so that typing goes on
where it began.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from crm_workshop.activities.register import add_row, set_field
from crm_workshop.model.base import Row
from crm_workshop.model.choices import Presence
from crm_workshop.model.fields import FieldSpec, Kind, is_blank
from ui.activities.parts import HEADING
from ui.activities.table.layout import ALONE, ASKED, Layout, is_open
from ui.activities.table.unread import Place, Said, unread_of
from ui.activities.values import DRAFTS, attempt, label_of, typed
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex

_BY = "console"
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _FLAGS | Qt.ItemFlag.ItemIsEditable


class Role(IntEnum):
    """What the delegate asks of a cell beside its text."""

    NOTE = Qt.ItemDataRole.UserRole + 1  # a quieter line below: the role of a person
    SENTENCE = Qt.ItemDataRole.UserRole + 2  # why what is typed there was not kept
    MISSING = Qt.ItemDataRole.UserRole + 3  # whether a final charter needs it still
    RAW = Qt.ItemDataRole.UserRole + 4  # the value itself


class RecordModel(QAbstractTableModel):
    """All rows of one record of a workshop, in their order."""

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
        self._answers: dict[int, Callable[[Index, FieldSpec, Row | None], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: self._edited,
            Qt.ItemDataRole.ToolTipRole: self._help,
            Role.SENTENCE: self._sentence,
            Role.MISSING: self._missing,
            Role.RAW: self._raw,
            Role.NOTE: self._note,
        }

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the rows of all records, and one to begin another."""
        if parent.isValid():
            return 0
        return len(self._rows) * self.layout.lines + bool(self._adding)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return the columns, the dots' among them."""
        return 0 if parent.isValid() else len(self.layout.columns) + bool(self._dots)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called: its leading field, in the firm's words."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return HEADING
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section >= len(self.layout.columns):
            return "Dots"
        return label_of(self.session, self.layout.columns[section][0])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell that holds a field can be typed into."""
        field = self.field_at(index)
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS if field is None or field.kind is Kind.BOOL else _EDITABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, edits, or says to those who listen."""
        field, row = self.field_at(index), self.record_at(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, field, row)
        if field is None:
            is_dots = role == Qt.ItemDataRole.DisplayRole and row and index.row() == self._top(row)
            return self._dots(row) if self._dots and row and is_dots else None
        answer = self._answers.get(role)
        return answer(index, field, row) if answer else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep what was typed into a cell, or what is wrong with it."""
        return role == Qt.ItemDataRole.EditRole and self.keep(index, value)

    # Where things stand

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

    def index_of(self, number: int, field: str) -> QModelIndex:
        """Return the cell of a field in the record of that number, or in the row to add one."""
        line, column = self.layout.place(field)
        if number >= len(self._rows):
            line = 0
        return self.index(number * self.layout.lines + line, column)

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
        return asked is None or asked(row) or not is_blank(getattr(row, field.name))

    def number_of(self, index: Index) -> int:
        """Return which record a cell is of, counted from 0; the row to add one counts as next."""
        return index.row() // self.layout.lines

    @property
    def rows(self) -> tuple[Row, ...]:
        """The records that are shown, in their order."""
        return tuple(self._rows)

    # Writing

    def keep(self, index: Index, given: Any, *, draft: bool = False) -> bool:
        """Write what was typed into a cell; what cannot be read stays there with its sentence.

        A draft is what is being typed still: it is kept if every letter of its kind can be, and
        names nobody new yet.
        """
        field, row = self.field_at(index), self.record_at(index)
        if field is None or (draft and field.kind not in DRAFTS):
            return False
        if not self._changes(field, row, given, draft):
            self._forget(row, field)
            return True
        store, add_missing = self.session.store, not draft
        if row is None:
            fields = {field.name: given}
            _, sentence = attempt(
                self.session, add_row, store, self.session.workshop_id, self.record, fields,
                add_missing=add_missing, by=_BY,
            )  # fmt: skip
        else:
            _, sentence = attempt(
                self.session, set_field, store, self.record, row.id, field.name, given,
                add_missing=add_missing, by=_BY,
            )  # fmt: skip
        self._forget(row, field)
        if sentence:
            place = Place(self.record.table, row.id if row else 0, field.name)
            unread_of(self.session).said[place] = Said(str(given), sentence)
        self.refresh()
        return not sentence

    def _changes(self, field: FieldSpec, row: Row | None, given: Any, draft: bool) -> bool:
        """Tell whether writing would change anything: a value, or who is in the register."""
        value = getattr(row, field.name) if row else None
        if row is None:
            return not is_blank(given)
        same = given == value and type(given) is type(value)
        if same or given == typed(self.session, field, value):
            names = value if isinstance(value, tuple) else (value,)
            is_new = any(name and not self.session.dossier.person(str(name)) for name in names)
            return not draft and field.kind in (Kind.PERSON, Kind.PEOPLE) and is_new
        return True

    def _forget(self, row: Row | None, field: FieldSpec) -> None:
        place = Place(self.record.table, row.id if row else 0, field.name)
        unread_of(self.session).said.pop(place, None)

    # Following the session

    def refresh(self) -> None:
        """Show the rows that the session holds now; cells that stay keep their editors."""
        rows = self.session.dossier.all(self.record)
        wanted = {row.id for row in rows}
        for number in reversed(range(len(self._rows))):
            if self._rows[number].id not in wanted:
                self._remove(number)
        for number, row in enumerate(rows):
            self._settle(number, row)
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

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

    # What a cell says

    def _top(self, row: Row) -> int:
        return self._rows.index(row) * self.layout.lines

    def _said(self, row: Row | None, field: FieldSpec) -> Said | None:
        place = Place(self.record.table, row.id if row else 0, field.name)
        return unread_of(self.session).said.get(place)

    def _shown(self, index: Index, field: FieldSpec, row: Row | None) -> str:
        if said := self._said(row, field):
            return said.text
        if row is None:
            return f"+ {self._adding}" if index.column() == 0 else ""
        text = typed(self.session, field, getattr(row, field.name))
        below = index.row() % self.layout.lines > 0
        if field.kind is Kind.BOOL:
            return label_of(self.session, field) if below else ""
        alone = field.kind in (Kind.CHOICE, Kind.LONG) or field.name in ALONE
        if below and text and not alone:
            return f"{label_of(self.session, field)} {text}"
        return text

    def _edited(self, _index: Index, field: FieldSpec, row: Row | None) -> str:
        said = self._said(row, field)
        value = getattr(row, field.name) if row else None
        return said.text if said else typed(self.session, field, value)

    def _help(self, _index: Index, field: FieldSpec, _row: Row | None) -> str:
        return self.session.words.say(field.help)

    def _sentence(self, _index: Index, field: FieldSpec, row: Row | None) -> str:
        said = self._said(row, field)
        return said.sentence if said else ""

    def _missing(self, _index: Index, field: FieldSpec, row: Row | None) -> bool:
        return bool(row and field.required and is_open(row, field))

    def _raw(self, _index: Index, field: FieldSpec, row: Row | None) -> Any:
        return getattr(row, field.name) if row else None

    def _note(self, _index: Index, field: FieldSpec, row: Row | None) -> str:
        if row is None or field.kind is not Kind.PERSON or field is not self.layout.columns[0][0]:
            return ""
        person = self.session.dossier.person(getattr(row, field.name))
        if person is None:
            return ""
        away = person.present is Presence.NO and not person.role
        return "not in the room" if away else person.role

    def _spoken(self, index: Index, field: FieldSpec | None, row: Row | None) -> str:
        if field is None:
            return f"Dots: {self._dots(row)}" if self._dots and row else ""
        if row is None:
            return f"{self._adding}: {label_of(self.session, field)}"
        if field.kind is Kind.BOOL:
            text = "yes" if getattr(row, field.name) else "no"
        else:
            text = typed(self.session, field, getattr(row, field.name))
        needed = "needed for a final charter" if self.data(index, Role.MISSING) else "empty"
        return f"{label_of(self.session, field)}: {text or needed}"
