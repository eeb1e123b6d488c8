"""One bucket: what lies in it, as cards that keys and the mouse move to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QWidget,
)

from ui.activities.ink import sans, theme_now
from ui.activities.parts import show_within
from ui.activities.writing import height_of, write
from ui.widgets.text import set_look

Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 12
_ABOVE: Final = 9
_GAP: Final = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """One card or need: its id, its words, and its dots as they may be seen now."""

    id: int
    text: str
    dots: str = ""


class BucketModel(QAbstractListModel):
    """What lies in one bucket."""

    def __init__(self) -> None:
        super().__init__()
        self.things: tuple[Thing, ...] = ()

    def set_things(self, things: Sequence[Thing]) -> None:
        """Show these things in this order; nothing happens if they are the same."""
        if tuple(things) == self.things:
            return
        self.beginResetModel()
        self.things = tuple(things)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a thing's words, or its dots."""
        if not index.isValid():
            return None
        thing = self.things[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{thing.text}. Dots: {thing.dots}" if thing.dots else thing.text
        if role == Qt.ItemDataRole.UserRole:
            return thing.dots
        return thing.text if role == Qt.ItemDataRole.DisplayRole else None


class _CardPainter(QStyledItemDelegate):
    """Paints a thing as a card with its dots below."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: Any, index: Any) -> QSize:
        """As high as its words."""
        theme, width = theme_now(), self._width()
        high = height_of(str(index.data()), sans(theme), width - 2 * _SIDE)
        high += theme.px(18) if index.data(Qt.ItemDataRole.UserRole) else 0
        return QSize(width, high + 2 * _ABOVE + _GAP)

    def _width(self) -> int:
        assert isinstance(self._view, QAbstractItemView)
        return max(60, self._view.viewport().width())

    def paint(self, painter: QPainter, option: Any, index: Any) -> None:
        """Paint the card, and whether it is the current one."""
        theme, place = theme_now(), QRect(option.rect).adjusted(1, 1, -1, -1 - _GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.focus if chosen else theme.line), 2 if chosen else 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(place, 8, 8)
        inside = place.adjusted(_SIDE - 1, _ABOVE - 1, -_SIDE + 1, 0)
        high = write(painter, inside, str(index.data()), sans(theme), theme.ink)
        if dots := str(index.data(Qt.ItemDataRole.UserRole) or ""):
            inside.setTop(inside.top() + high)
            write(painter, inside, dots, sans(theme, 13, strong=True), theme.ink_2)
        painter.restore()


class BucketList(QListView):
    """The cards of one bucket, at most `highest` px high (0: as high as they need).

    `asked` carries a thing's id and the number of a bucket (0: out), `dotted` its id and how many
    dots it is given, `leaving` a way to another list (-1 or 1), `dropped` a thing's id and where
    on the screen it was let go.
    """

    asked = Signal(int, int)
    dotted = Signal(int, int)
    leaving = Signal(int)
    dropped = Signal(int, QPoint)

    def __init__(self, name: str, *, highest: int = 0) -> None:
        super().__init__()
        self._highest = highest
        self.things = BucketModel()
        self.setModel(self.things)
        self.setItemDelegate(_CardPainter(self))
        self.setAccessibleName(name)
        set_look(self, "bucket")
        if not highest:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pressed: QPoint | None = None
        self._dragged = False
        self.things.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._came)

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show these things; the cursor stays at its row."""
        row = self.currentIndex().row()
        self.things.set_things(things)
        if row >= 0 and not self.currentIndex().isValid() and things:
            self.setCurrentIndex(self.things.index(min(row, len(things) - 1)))

    def fit(self) -> None:
        """Be as high as all cards together, or scroll beyond the highest that is allowed."""
        high = sum(self.sizeHintForRow(row) for row in range(self.things.rowCount()))
        high = max(high, theme_now().px(24)) + 2
        self.setFixedHeight(min(high, theme_now().px(self._highest)) if self._highest else high)

    def resizeEvent(self, event: Any) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: Any) -> None:
        """Begin at the first card."""
        if not self.currentIndex().isValid() and self.things.things:
            self.setCurrentIndex(self.things.index(0))
        super().focusInEvent(event)

    def _came(self, current: QModelIndex) -> None:
        if current.isValid():
            show_within(self.viewport(), self.visualRect(current))

    def thing(self) -> Thing | None:
        """Return the current card, or None."""
        row = self.currentIndex().row()
        return self.things.things[row] if 0 <= row < len(self.things.things) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the current card into a bucket by number, give it dots, or go to another list."""
        thing, text = self.thing(), event.text()
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if Qt.Key(event.key()) in ways:
            self.leaving.emit(ways[Qt.Key(event.key())])
        elif thing and text.isdecimal() and text.isascii():
            self.asked.emit(thing.id, int(text))
        elif thing and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.asked.emit(thing.id, 0)
        elif thing and text in ("+", "-", "−"):
            self.dotted.emit(thing.id, 1 if text == "+" else -1)
        else:
            super().keyPressEvent(event)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a card was taken."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        self._pressed = at if self.indexAt(at).isValid() else None
        self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the card once the mouse has left the place."""
        far = QApplication.startDragDistance()
        if self._pressed and (event.position().toPoint() - self._pressed).manhattanLength() >= far:
            self._dragged = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the card go."""
        super().mouseReleaseEvent(event)
        thing, dragged, self._pressed, self._dragged = self.thing(), self._dragged, None, False
        self.viewport().unsetCursor()
        if dragged and thing and event.type() == QEvent.Type.MouseButtonRelease:
            self.dropped.emit(thing.id, event.globalPosition().toPoint())
