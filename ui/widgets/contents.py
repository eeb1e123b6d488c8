"""The list of a window's pages: each with what it still lacks, said quietly below its title."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.theme.look import SANS, theme_now
from ui.widgets.text import set_look

_Index = QModelIndex | QPersistentModelIndex
_LINE: Final = Qt.ItemDataRole.UserRole
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)

#: Around a line, and between its title and what is missing (px).
_SIDE: Final = 18
_ABOVE: Final = 9
_BETWEEN: Final = 1


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A page by its title, and what it still lacks."""

    title: str
    missing: str = ""

    @property
    def spoken(self) -> str:
        """How the line is read aloud."""
        return f"{self.title}, still missing: {self.missing}" if self.missing else self.title


class _Lines(QAbstractListModel):
    """The lines for Qt; there are as many as at first for ever."""

    def __init__(self, lines: tuple[ContentsLine, ...]) -> None:
        super().__init__()
        self._lines = lines

    def put(self, lines: tuple[ContentsLine, ...]) -> bool:
        """Show other lines; tell whether they differ."""
        if lines == self._lines:
            return False
        self._lines = lines
        self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
        return True

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many pages there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, its title, or how it is read aloud."""
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return line.title if role == Qt.ItemDataRole.DisplayRole else None


class Contents(QListView):
    """The pages of a window; the one that is chosen, by a click or by the arrows, is shown."""

    page_chosen = Signal(int)

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__()
        self._lines = _Lines(tuple(map(ContentsLine, titles)))
        set_look(self, "rail")
        self.setAccessibleName("Pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentRowChanged.connect(self._tell)

    @property
    def row(self) -> int:
        """The page that is shown."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a page."""
        self.setCurrentIndex(self._lines.index(row))

    def put(self, lines: tuple[ContentsLine, ...]) -> None:
        """Say what each page lacks now."""
        if self._lines.put(lines):
            self.scheduleDelayedItemsLayout()

    def fit(self, whole: int) -> None:
        """Take as much of the window's width as the titles need, and no more than a part of it."""
        self.setFixedWidth(min(theme_now().px(270), int(whole * 0.235)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may take more room in a narrower list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """Return that any height will do."""
        return QSize(self.width(), 200)

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.page_chosen.emit(now.row())


class _Painter(QStyledItemDelegate):
    """Paints a title and what the page lacks; the page that is shown lies on the work's ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a line; long ones take several."""
        view = option.widget
        width = view.width() if isinstance(view, QAbstractItemView) else 264
        title, missing = self._boxes(index.data(_LINE), QRect(0, 0, width, 4000))
        return QSize(width, max(title.bottom(), missing.bottom()) + 1 + _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        theme, line, rect = theme_now(), index.data(_LINE), QRect(option.rect)
        view = option.widget
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, QColor(theme.surface))
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), QColor(theme.ink))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.sunken))
        if chosen and isinstance(view, QAbstractItemView) and view.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(rect.adjusted(5, 2, -5, -2), 4, 4)
        title, missing = self._boxes(line, rect)
        painter.setFont(_title_font(chosen=chosen))
        painter.setPen(QColor(theme.ink if chosen else theme.ink_2))
        painter.drawText(title, _WRAPPED, line.title)
        painter.setFont(_small_font())
        painter.setPen(QColor(theme.ink_3))
        painter.drawText(missing, _WRAPPED, _said(line))
        painter.restore()

    def _boxes(self, line: ContentsLine, rect: QRect) -> tuple[QRect, QRect]:
        """Return where the title stands, and below it what is missing."""
        room = rect.adjusted(_SIDE, _ABOVE, -_SIDE // 2, 0)
        strong, small = QFontMetrics(_title_font(chosen=True)), QFontMetrics(_small_font())
        title = strong.boundingRect(room, _WRAPPED, line.title)
        title.setWidth(room.width())
        if not line.missing:
            return title, QRect(title.bottomLeft(), QSize(0, 0))
        room.setTop(title.bottom() + 1 + _BETWEEN)
        missing = small.boundingRect(room, _WRAPPED, _said(line))
        missing.setWidth(room.width())
        return title, missing


def _said(line: ContentsLine) -> str:
    return f"○ {line.missing}" if line.missing else ""


def _title_font(*, chosen: bool) -> QFont:
    return _font(15, strong=chosen)


def _small_font() -> QFont:
    return _font(13)


def _font(size: int, *, strong: bool = False) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(theme_now().px(size))
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font
