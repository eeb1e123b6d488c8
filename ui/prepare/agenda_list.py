"""The agenda as a list: chosen, moved, and its minutes changed, by keys and by mouse."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QLineEdit, QListView

from ui.prepare.agenda_lines import AgendaLine
from ui.prepare.agenda_look import LINE, AgendaDelegate
from ui.theme.look import theme_now
from ui.widgets.text import set_look

_Index = QModelIndex | QPersistentModelIndex

_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier

#: The keys that change minutes: by how many, and with Shift by five times as many.
_STEPS: Final = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Minus: -1,
}
_FEWER: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Minus)


class AgendaModel(QAbstractListModel):
    """The lines for Qt; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[AgendaLine, ...] = ()

    def put(self, lines: tuple[AgendaLine, ...]) -> None:
        """Show these lines."""
        before = self.lines
        if [one.key for one in lines] != [one.key for one in before]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        self.lines = lines
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, its title, or how it is read aloud."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return line.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return what can be chosen, and whether its minutes can be typed."""
        line = self.lines[index.row()]
        if line.is_heading:
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if line.is_out else chosen | Qt.ItemFlag.ItemIsEditable


class AgendaList(QListView):
    """The lines of the agenda; what is done to one is asked for by a signal that carries it."""

    #: Another line is chosen, or the same one has changed.
    line_chosen = Signal(object)
    #: A line, and what was typed as its minutes.
    minutes_typed = Signal(object, str)
    #: A line, and by how many minutes it is to be longer.
    minutes_asked = Signal(object, int)
    #: A line, and by how many activities it is to stand later (-1 or 1).
    move_asked = Signal(object, int)
    #: A line, and the last activity above the place where it was let go (or None).
    dropped = Signal(object, object)
    #: A line that is to go, or to come back.
    removal_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = AgendaModel()
        self._delegate = AgendaDelegate(self)
        self._pressed: tuple[int, QPoint] | None = None
        self._gap: int | None = None
        set_look(self, "bucket")
        self.setAccessibleName("Agenda")
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(
            QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._delegate.minutes_typed.connect(self.minutes_typed)

    # Showing

    def put(self, lines: tuple[AgendaLine, ...]) -> None:
        """Show these lines; the same one stays chosen, or the one at its place."""
        before, row = self.line(), self.currentIndex().row()
        self._lines.put(lines)
        if not self.currentIndex().isValid():
            self._choose_again(before, row)
        self.viewport().update()

    def _choose_again(self, before: AgendaLine | None, row: int) -> None:
        lines = self._lines.lines
        keys = [one.key for one in lines]
        if before is not None and before.key in keys:
            row = keys.index(before.key)
        places = sorted(
            (number for number, one in enumerate(lines) if not one.is_heading),
            key=lambda number: abs(number - max(row, 0)),
        )
        for number in places[:1]:
            self.choose(number)

    def choose(self, row: int) -> None:
        """Choose a line by its row."""
        index = self._lines.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def choose_activity(self, activity_id: int) -> bool:
        """Choose an activity; tell whether it is there."""
        for row, line in enumerate(self._lines.lines):
            if line.activity is not None and line.activity.id == activity_id:
                self.choose(row)
                return True
        return False

    def choose_break(self, after: str, title: str) -> None:
        """Choose a break by its place, if it is there."""
        for row, line in enumerate(self._lines.lines):
            if line.key == ("break", after, title):
                self.choose(row)

    def line(self) -> AgendaLine | None:
        """Return the line that is chosen."""
        index = self.currentIndex()
        found = index.data(LINE) if index.isValid() else None
        return found if isinstance(found, AgendaLine) else None

    @property
    def lines(self) -> tuple[AgendaLine, ...]:
        """The lines that are shown."""
        return self._lines.lines

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which line is chosen now."""
        super().currentChanged(current, previous)
        self.line_chosen.emit(self.line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles may take another line in a narrower list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """Return that any size will do."""
        return QSize(theme_now().px(360), theme_now().px(200))

    # Typing

    def keep(self) -> None:
        """Take the minutes that are being typed."""
        if (field := self._field()) is not None:
            self.commitData(field)
            self.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def _field(self) -> QLineEdit | None:
        """Return the field in which minutes are being typed."""
        field = self.indexWidget(self.currentIndex())
        return field if isinstance(field, QLineEdit) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a line, change its minutes, or begin to type them."""
        line, key = self.line(), Qt.Key(event.key())
        # A field that is open over the minutes passes on what it has no use for.
        if line is None or self._field() is not None or not self._act(line, key, event):
            super().keyPressEvent(event)

    def _act(self, line: AgendaLine, key: Qt.Key, event: QKeyEvent) -> bool:
        """Do what a key does with a line; tell whether it does anything."""
        modifiers = event.modifiers()
        if modifiers & _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(line, 1 if key == Qt.Key.Key_Down else -1)
        elif modifiers & (_ALT | Qt.KeyboardModifier.ControlModifier):
            return False
        elif key in _STEPS and line.minutes:
            fives = modifiers & _SHIFT and key not in _FEWER
            self.minutes_asked.emit(line, _STEPS[key] * (5 if fives else 1))
        elif key == Qt.Key.Key_Delete:
            self.removal_asked.emit(line)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line.minutes:
            self.edit(self.currentIndex())
        elif event.text().isdecimal() and line.minutes:
            self.edit(self.currentIndex())
            if (field := self._field()) is not None:
                QApplication.sendEvent(field, event.clone())
        else:
            return False
        return True

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a line; it may be dragged from here."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        left = event.button() == Qt.MouseButton.LeftButton
        heading = not index.isValid() or index.data(LINE).is_heading
        self._pressed = (index.row(), at) if left and not heading else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a line that is dragged."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (at - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance()
        if far or self._gap is not None:
            self._gap = self._gap_at(at)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            if self.indexAt(at).isValid():
                self.scrollTo(self.indexAt(at))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a line go where it would stand."""
        pressed, gap, self._pressed, self._gap = self._pressed, self._gap, None, None
        self.viewport().unsetCursor()
        super().mouseReleaseEvent(event)
        if pressed is None or gap is None:
            return
        self.viewport().update()
        line = self._lines.lines[pressed[0]]
        above = [one.activity for one in self._lines.lines[:gap] if one.activity is not None]
        others = [one for one in above if line.activity is None or one.id != line.activity.id]
        self.dropped.emit(line, others[-1] if others else None)

    def _gap_at(self, at: QPoint) -> int:
        """Return before which row a line would stand."""
        for row in range(len(self._lines.lines)):
            place = self.visualRect(self._lines.index(row))
            if at.y() < place.center().y():
                return row
        return len(self._lines.lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where a line that is dragged would stand."""
        super().paintEvent(event)
        if self._gap is None:
            return
        last = len(self._lines.lines) - 1
        place = self.visualRect(self._lines.index(min(self._gap, last)))
        y = place.top() if self._gap <= last else place.bottom()
        painter = QPainter(self.viewport())
        painter.fillRect(8, y - 1, self.viewport().width() - 16, 3, QColor(theme_now().focus))
        painter.end()
