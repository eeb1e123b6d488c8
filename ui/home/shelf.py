"""The list of the library: arrows, Enter and the mouse lead on; letters go to the find field."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem

from crm_workshop.shelf.details import Details
from ui.home.lines import Heading, Line, Name, Place, Row
from ui.home.look import LineDelegate, row_rect, step_place
from ui.home.model import DETAILS, LINE, ShelfModel
from ui.theme.look import theme_now
from ui.widgets.text import set_look

#: As long (ms) after a picture is painted, what takes longer is done for the rows in it.
_THEN: Final = 40


class Shelf(QListView):
    """Shows the lines of a model.

    `seen` tells that its picture is painted and stands; `step_chosen` carries the line whose next
    step is asked for, `typed` letters that were typed on it, `menu_requested` where a menu is
    wanted, `dragged` the workshop that is taken out by hand.
    """

    seen = Signal()
    step_chosen = Signal(object)
    typed = Signal(str)
    menu_requested = Signal(QPoint)
    dragged = Signal(object)

    def __init__(self, lines: ShelfModel) -> None:
        super().__init__()
        self._lines = lines
        self._look = LineDelegate(self)
        self._then = QTimer(self)
        self._then.setSingleShot(True)
        self._then.setInterval(_THEN)
        self._then.timeout.connect(self.seen)
        self._build()

    def _build(self) -> None:
        set_look(self, "shelf")
        self.setAccessibleName("Workshops")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self._lines)
        self.setItemDelegate(self._look)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)
        self.doubleClicked.connect(self._choose)

    def line(self) -> Line | None:
        """Return the current line, or None."""
        found = self.currentIndex().data(LINE)
        return found if isinstance(found, Row | Place) else None

    def choose(self, name: Name | None) -> None:
        """Go to a line by its name; where it is gone, to the first."""
        row = self._lines.row_of(name)
        if row < 0:
            lines = self._lines.lines
            row = next((at for at, one in enumerate(lines) if not isinstance(one, Heading)), -1)
        self.setCurrentIndex(self._lines.index(row))

    def lead(self, led: bool) -> None:
        """Show, or not, where in the list the keyboard is."""
        if self._look.led != led:
            self._look.led = led
            self.viewport().update()

    def go_on(self, key: int) -> None:
        """Go to the line below, or (with the key that says so) above; headings are passed."""
        down, up = QListView.CursorAction.MoveDown, QListView.CursorAction.MoveUp
        way = down if key == Qt.Key.Key_Down else up
        index = self.moveCursor(way, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self.setCurrentIndex(index)

    def lines_in_sight(self) -> tuple[tuple[int, Line], ...]:
        """Return the lines that are seen, each with its row."""
        top = self.indexAt(QPoint(8, 0))
        bottom = self.indexAt(QPoint(8, self.viewport().height() - 1))
        end = bottom.row() + 1 if bottom.isValid() else len(self._lines.lines)
        first = max(0, top.row())
        return tuple(enumerate(self._lines.lines[first:end], start=first))

    def keyboardSearch(self, text: str) -> None:
        """Let what is typed here be looked for everywhere."""
        self.typed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the next step, Ctrl and an arrow go from section to section."""
        keys = event.keyCombination()
        if keys.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(self.currentIndex())
        elif keys.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier and keys.key() in (
            Qt.Key.Key_Down,
            Qt.Key.Key_Up,
        ):
            self._change_section(1 if keys.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _change_section(self, way: int) -> None:
        """Go to the first line of the section below, or above."""
        lines = self._lines.lines
        begins = [at + 1 for at, one in enumerate(lines) if isinstance(one, Heading)]
        here = max((at for at in begins if at <= self.currentIndex().row()), default=0)
        if here in begins:
            at = max(0, min(begins.index(here) + way, len(begins) - 1))
            self.setCurrentIndex(self._lines.index(begins[at]))

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, Row | Place):
            self.step_chosen.emit(line)

    def _is_step(self, at: QPoint) -> bool:
        """Tell whether the next step of a workshop is written at a point."""
        index = self.indexAt(at)
        details = index.data(DETAILS)
        if not isinstance(details, Details):
            return False
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return step_place(row_rect(option), details, theme_now()).contains(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        is_step = self._is_step(event.position().toPoint())
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if is_step else arrow)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the next step does it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self._is_step(at):
            self._choose(self.indexAt(at))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Let the row be taken out of the window."""
        line = self.line()
        if isinstance(line, Row):
            self.dragged.emit(line.entry)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row that is pointed at, or of the current one."""
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        elif self.indexAt(at).data(LINE) is not None:
            self.setCurrentIndex(self.indexAt(at))
        self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.lead(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no more where the keyboard was."""
        super().focusOutEvent(event)
        self.lead(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell afterwards that the picture stands."""
        super().paintEvent(event)
        self._then.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen needs nothing more."""
        super().hideEvent(event)
        self._then.stop()
