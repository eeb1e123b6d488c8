"""The records of a table as Qt shows them: what each cell says, and what is typed into it."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from crm_workshop.activities.half_typed import Place, row_begun
from crm_workshop.model.base import Row
from crm_workshop.model.choices import Presence
from crm_workshop.model.fields import FieldSpec, Kind, is_blank
from ui.activities.parts import HEADING
from ui.activities.table.layout import ALONE, Layout, is_open
from ui.activities.table.operations import RowOperations
from ui.activities.table.rows import Index, RecordRows
from ui.activities.unfinished import keep_texts, sentence_of, text_at
from ui.activities.values import DRAFTS, attempt, label_of, typed
from ui.session import Session

_BY = "console"


class Role(IntEnum):
    """What the delegate asks of a cell beside its text."""

    NOTE = Qt.ItemDataRole.UserRole + 1  # a quieter line below: the role of a person
    SENTENCE = Qt.ItemDataRole.UserRole + 2  # why what is typed there was not kept
    MISSING = Qt.ItemDataRole.UserRole + 3  # whether a final charter needs it still
    RAW = Qt.ItemDataRole.UserRole + 4  # the value itself


class RecordModel(RecordRows):
    """What the cells of a record table say, and how what is typed into them is kept."""

    def __init__(
        self,
        session: Session,
        record: type[Row],
        layout: Layout,
        *,
        adding: str = "",
        dots: Callable[[Row], str] | None = None,
        operations: RowOperations | None = None,
    ) -> None:
        super().__init__(session, record, layout, adding=adding, dots=dots)
        self.operations = operations or RowOperations(session, record)
        self._answers: dict[int, Callable[[Index, FieldSpec, Row | None], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: self._edited,
            Qt.ItemDataRole.ToolTipRole: self._help,
            Role.SENTENCE: self._sentence,
            Role.MISSING: self._missing,
            Role.RAW: self._raw,
            Role.NOTE: self._note,
        }

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, edits, or says to those who listen."""
        field, row = self.field_at(index), self.record_at(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, field, row)
        if field is None:
            is_dots = role == Qt.ItemDataRole.DisplayRole and self.holds_dots(index)
            return self._dots(row) if self._dots and row and is_dots else None
        answer = self._answers.get(role)
        return answer(index, field, row) if answer else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep what was typed into a cell, or what is wrong with it."""
        return role == Qt.ItemDataRole.EditRole and self.keep(index, value)

    def keep(self, index: Index, given: Any, *, draft: bool = False) -> bool:
        """Write what was typed into a cell; what cannot be read stays there with its sentence.

        A draft is what is being typed still: it names nobody new yet, and half of what has to be
        read as a whole, such as a date, stays beside the record.
        """
        field, row = self.field_at(index), self.record_at(index)
        if field is None:
            return False
        if draft and (field.kind not in DRAFTS or field.name in self.operations.entered):
            value = getattr(row, field.name) if row else None
            same = given == typed(self.session, field, value)
            keep_texts(self.session, {self._place(row, field): "" if same else str(given)})
            return True
        if not self._changes(field, row, given, draft):
            keep_texts(self.session, {self._place(row, field): ""})
            return True
        write, missing = self.operations, not draft
        if row is None:
            fields = {field.name: given}
            made, sentence = attempt(self.session, write.add, fields, add_missing=missing)
        else:
            made, sentence = attempt(
                self.session, write.change, row, field.name, given, add_missing=missing
            )
        keep_texts(self.session, {self._place(row, field): str(given) if sentence else ""})
        if row is None and made is not None:
            begun = (self.session.workshop_id, self.record.table, made.id)
            self.session.do(row_begun, self.session.store, *begun, by=_BY)
        self.refresh()
        return not sentence

    def finish(self, index: Index) -> None:
        """Enter what was typed into a cell before and not entered then."""
        field = self.field_at(index)
        if field and (text := text_at(self.session, self._place(self.record_at(index), field))):
            self.keep(index, text)

    def lay_out(self, layout: Layout) -> None:
        """Let the fields stand elsewhere; an editor that is open has to be closed before."""
        if layout != self.layout:
            self.beginResetModel()
            self.layout = layout
            self.endResetModel()

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

    def _place(self, row: Row | None, field: FieldSpec) -> Place:
        return Place(self.record.table, row.id if row else 0, field.name)

    def _half(self, row: Row | None, field: FieldSpec) -> str:
        return text_at(self.session, self._place(row, field))

    def _shown(self, index: Index, field: FieldSpec, row: Row | None) -> str:
        if half := self._half(row, field):
            return half
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
        value = getattr(row, field.name) if row else None
        return self._half(row, field) or typed(self.session, field, value)

    def _help(self, _index: Index, field: FieldSpec, _row: Row | None) -> str:
        return self.session.words.say(field.help)

    def _sentence(self, _index: Index, field: FieldSpec, row: Row | None) -> str:
        return self._fault(field, row, self._half(row, field))

    def _fault(self, field: FieldSpec, row: Row | None, text: str) -> str:
        """Return why a text is not the value of a field; "" for a blank one."""
        fault = self.operations.fault(row, field.name, text) if text else ""
        return fault or sentence_of(self.session, self.record, field.name, text)

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
            if self._dots is None or row is None or not self.holds_dots(index):
                return ""
            return f"Dots: {self._dots(row) or 'none'}"
        if half := self._half(row, field):
            sentence = self._fault(field, row, half)
            return f"{label_of(self.session, field)}: {half}. {sentence}"
        if row is None:
            return f"{self._adding}: {label_of(self.session, field)}"
        if field.kind is Kind.BOOL:
            text = "yes" if getattr(row, field.name) else "no"
        else:
            text = typed(self.session, field, getattr(row, field.name))
        needed = "needed for a final charter" if self.data(index, Role.MISSING) else "empty"
        return f"{label_of(self.session, field)}: {text or needed}"
