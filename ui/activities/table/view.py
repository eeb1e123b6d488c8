"""The table that is typed into: it moves as a spreadsheet does, and is as high as its rows."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from crm_workshop.model.fields import Kind
from ui.activities.entries import ChoiceEntry
from ui.activities.ink import theme_now
from ui.activities.lines import DateEntry
from ui.activities.parts import fit_headings, show_cell
from ui.activities.table.commands import (
    copy_cell,
    copy_records,
    delete_record,
    fill_down,
    insert_record,
    paste_into,
    put_record,
)
from ui.activities.table.delegate import CellDelegate, end_of_text
from ui.activities.table.dragging import RowDrag
from ui.activities.table.heights import heights_of, needs_of
from ui.activities.table.layout import widths_of
from ui.activities.table.model import RecordModel, Role
from ui.activities.table.moving import Moving

_DOTS_WIDTH: Final = 88

#: What leads to another line of the table, and which way.
_ACROSS: Final = {
    QAbstractItemView.CursorAction.MoveUp: -1,
    QAbstractItemView.CursorAction.MoveDown: 1,
}
_ALL: Final = QAbstractItemView.EditTrigger.AllEditTriggers


class RecordTable(QTableView):
    """The rows of a record. `told` carries what there is to say of a paste, or of a row deleted.

    `dotted` carries a row's id and how many dots it is given (taken, if negative) from the keys.
    """

    told = Signal(str)
    dotted = Signal(int, int)

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self._model = model
        self._moving = Moving(self, model)
        self._drag = RowDrag(self, model)
        self.cells = CellDelegate(self, model)
        self._fitting = False
        self._whole = False  # whether all rows are to be copied
        self._has_width = False  # until it is shown it is as wide as nothing
        self._dress()
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self._connect()
        self._structure()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(24)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)

    def _connect(self) -> None:
        self._model.settled.connect(self._structure)
        self._model.dataChanged.connect(self.fit)
        self._model.modelReset.connect(self._structure)
        self.cells.growing.connect(self.fit)
        self.cells.leaving.connect(self._moving.leave)
        self.selectionModel().currentChanged.connect(self._came)

    # Size

    def _structure(self) -> None:
        """Let each column's last field take the rest of its record's height."""
        lines = self._model.layout.lines
        self.clearSpans()
        if lines > 1:
            for number in range(len(self._model.rows)):
                for column in range(self._model.columnCount()):
                    held = self._model.held(column)
                    if held < lines:
                        self.setSpan(number * lines + held - 1, column, lines - held + 1, 1)
        self.fit()

    def fit(self) -> None:
        """Give every row the height that its texts need, and the table that of its rows."""
        if self._fitting or not self._has_width:
            return
        self._fitting = True
        layout = self._model.layout
        extra = _DOTS_WIDTH if self._model.columnCount() > len(layout.columns) else 0
        if self.cells.editor is None:  # nothing moves sideways under whoever types
            room = self.viewport().width() - extra
            needs = needs_of(self._model, self.cells, room)
            for column, width in enumerate(widths_of(layout, room, needs)):
                self.setColumnWidth(column, width)
        if extra:
            self.setColumnWidth(len(layout.columns), extra)
        for row, high in enumerate(heights_of(self, self._model, self.cells)):
            self.setRowHeight(row, high)
        high = self.verticalHeader().length() + fit_headings(self) + 2 * self.frameWidth()
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)
            self.updateGeometry()
        self._fitting = False

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(400, self.minimumHeight())

    def resizeEvent(self, event: Any) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._has_width = True
        self.fit()

    def _choose_whole(self, chosen: bool) -> None:
        self._whole = chosen
        self.viewport().update()

    def _came(self, current: QModelIndex) -> None:
        self._choose_whole(False)
        show_cell(self, current)

    def focusInEvent(self, event: Any) -> None:
        """Begin in the first cell."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        super().focusInEvent(event)

    def edit(  # type: ignore[override]  # Qt overloads it; both forms come here
        self, index: Any, trigger: Any = _ALL, event: Any = None
    ) -> bool:
        """Begin to type; a list of answers opens at once."""
        self._choose_whole(False)
        begun = super().edit(index, trigger, event)
        if isinstance(self.cells.editor, ChoiceEntry) and self.cells.editor.isVisible():
            self.cells.editor.showPopup()
        return begun

    # Keys

    def moveCursor(self, action: Any, modifiers: Any) -> QModelIndex:
        """Go over cells that are not asked, as they take no room; Home goes to a record's first."""
        at_home = action == QAbstractItemView.CursorAction.MoveHome
        if at_home and not modifiers & Qt.KeyboardModifier.ControlModifier:
            number = self._model.number_of(self.currentIndex())
            return self._model.index(number * self._model.layout.lines, 0)
        here = to = super().moveCursor(action, modifiers)
        way = _ACROSS.get(action, 0)
        while way and to.isValid() and not self._model.is_asked(to):
            to = to.siblingAtRow(to.row() + way)
        return to if to.isValid() else here

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt leads out of the table by it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if Qt.Key(event.key()) in tabs and self._moving.by_key(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move as a spreadsheet does, answer by letter and space, and let typing begin."""
        moved = self._moving.by_key(event) or self._exchange(event)
        if moved or self._command(event) or self._answer(event):
            event.accept()
            return
        super().keyPressEvent(event)
        if self.cells.editor is not None:
            # Qt passes on the key that began the typing: a first “B” would make the room black.
            event.accept()

    def _command(self, event: QKeyEvent) -> bool:
        """Do what a key with Ctrl or Alt asks for, and clear a cell."""
        key, here = event.key(), self.currentIndex()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        gone = key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
            return bool(way) and self._shift(way)
        if control and gone:
            self.told.emit(delete_record(self._model, here))
        elif control and key == Qt.Key.Key_D:
            fill_down(self._model, here)
        elif key == Qt.Key.Key_Insert and not event.modifiers():
            self.setCurrentIndex(insert_record(self._model, here))
        elif gone and not event.modifiers():
            self._model.keep(here, "")
        elif key == Qt.Key.Key_F2 and here.isValid():
            self.edit(here)
            if self.cells.editor is not None:
                end_of_text(self.cells.editor)
        else:
            return False
        return True

    def _exchange(self, event: QKeyEvent) -> bool:
        """Copy a cell or, once all is chosen, all rows; paste from the cell on."""
        keys, here = QKeySequence.StandardKey, self.currentIndex()
        if event.matches(keys.Copy):
            (copy_records if self._whole else copy_cell)(self._model, here)
        elif event.matches(keys.SelectAll):
            self._choose_whole(True)
        elif event.matches(keys.Paste):
            self.told.emit(paste_into(self._model, here))
        else:
            return False
        return True

    def _answer(self, event: QKeyEvent) -> bool:
        """Set a yes or no by space, a choice by first letter, dots by plus and minus."""
        here, text = self.currentIndex(), event.text()
        field, row = self._model.field_at(here), self._model.record_at(here)
        if row is not None and field is None and text in ("+", "-", "−"):
            self.dotted.emit(row.id, 1 if text == "+" else -1)
            return True
        if field is None or not (text.strip() or text == " "):
            return False
        if field.kind is Kind.BOOL and text == " ":
            self._model.keep(here, not here.data(Role.RAW))
            return True
        if field.kind is Kind.DATE and text == " ":
            self.edit(here)
            if isinstance(self.cells.editor, DateEntry):
                self.cells.editor.pick()
            return True
        if field.choices is not None and text.isprintable() and not event.modifiers():
            self.choose(here, text)
            return True
        return field.kind is Kind.BOOL

    def choose(self, here: QModelIndex, letter: str) -> None:
        """Take the next answer that begins with a letter; space opens the whole list."""
        field = self._model.field_at(here)
        assert field is not None, "only a field has answers"
        assert field.choices is not None, "only a choice has answers"
        if letter == " ":
            self.edit(here)
            return
        said = self._model.session.words.say
        begun = letter.casefold()
        fitting = [one for one in field.choices if said(one.label).casefold().startswith(begun)]
        if fitting:
            now = here.data(Role.RAW)
            at = fitting.index(now) + 1 if now in fitting else 0
            self._model.keep(here, fitting[at % len(fitting)])

    def _shift(self, way: int) -> bool:
        number, count = self._model.number_of(self.currentIndex()), len(self._model.rows)
        if number < count and 0 <= number + way < count:
            put_record(self._model, number, number + way)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and while one is dragged the line where it would stand."""
        super().paintEvent(event)
        if self._whole:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(theme_now().focus), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        if (top := self._drag.line()) is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(theme_now().focus), 3))
            painter.drawLine(0, top, self.viewport().width(), top)
