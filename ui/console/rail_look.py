"""How a line of the agenda is painted: shapes beside words, so that colour never speaks alone."""

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.console.agenda import RailLine
from ui.theme.look import SANS
from ui.theme.tokens import Theme

_Index = QModelIndex | QPersistentModelIndex

#: The role under which a line of the rail is found.
LINE: Final = Qt.ItemDataRole.UserRole

_SIDE: Final = 18
_END: Final = 6

#: Room at the right that a scroll bar may take: titles do not break anew when it comes and goes.
_BAR: Final = 12
_MARK: Final = 18
_GAP: Final = 8
_TITLE: Final = 15
_WRAPPED: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RailDelegate(QStyledItemDelegate):
    """Paints headings in their stage's hue, and activities with ✓ done, ▸ now or – skipped."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a line; a long title takes two."""
        line: RailLine = index.data(LINE)
        view = option.widget
        width = view.width() - _BAR if isinstance(view, QAbstractItemView) else 264
        if line.activity_id is None:
            top = 9 if index.row() else 12
            return QSize(width, QFontMetrics(self._heading()).height() + top + 4)
        room = width - _SIDE - _END - _MARK - 2 * _GAP - self._minutes_width(line)
        high = _height(line.title, self.theme.px(_TITLE), line.state == "now", room)
        return QSize(width, high + self.theme.px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        line: RailLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        view = option.widget
        if isinstance(view, QAbstractItemView):
            rect.setWidth(view.width() - _BAR)
        if line.activity_id is None:
            painter.setFont(self._heading())
            painter.setPen(QColor(self.theme.hue(line.hue)))
            inner = rect.adjusted(_SIDE, 0, -_END, -3)
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.title.upper()
            )
        else:
            self._paint_ground(painter, option, rect, line)
            self._paint_activity(painter, rect, line)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, line: RailLine
    ) -> None:
        """Paint what lies under a line: live, pointed at, or where the keyboard is."""
        view = option.widget
        focused = isinstance(view, QAbstractItemView) and view.hasFocus()
        if line.state == "now":
            painter.fillRect(rect.adjusted(0, 0, _BAR, 0), QColor(self.theme.surface))
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), self._hue(line))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(0, 0, _BAR, 0), QColor(self.theme.sunken))
        if focused and option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(self.theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(5, 1, -5, -1), 4, 4)

    def _paint_activity(self, painter: QPainter, rect: QRect, line: RailLine) -> None:
        now, past = line.state == "now", line.state in ("done", "skipped")
        theme = self.theme
        ink = QColor(theme.ink if now else theme.ink_3 if past else theme.ink_2)
        width = self._minutes_width(line)
        mark = QRect(rect.x() + _SIDE, rect.y(), _MARK, rect.height())
        self._paint_mark(painter, mark, line.state, ink)
        left = mark.right() + 1 + _GAP
        title = QRect(left, rect.y(), rect.right() - _END - width - _GAP - left, rect.height())
        painter.setPen(ink)
        painter.setFont(self._title(line))
        painter.drawText(title, _WRAPPED, line.title)
        painter.setFont(self._small(strong=now))
        painter.setPen(QColor(theme.ink_2 if now else theme.ink_3))
        minutes = QRect(rect.right() - _END - width, rect.y(), width, rect.height())
        painter.drawText(minutes, _RIGHT, line.minutes)

    @staticmethod
    def _paint_mark(painter: QPainter, box: QRect, state: str, ink: QColor) -> None:
        """Paint a tick, a triangle or a dash in the middle of a box."""
        centre = QPointF(box.center()) + QPointF(0.5, 0.5)
        pen = QPen(ink, 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if state == "done":
            tick = (QPointF(-4, 0.5), QPointF(-1.2, 3.5), QPointF(4, -4))
            painter.drawPolyline(QPolygonF([centre + one for one in tick]))
        elif state == "skipped":
            painter.drawLine(centre + QPointF(-3.5, 0), centre + QPointF(3.5, 0))
        elif state == "now":
            painter.setBrush(ink)
            painter.setPen(Qt.PenStyle.NoPen)
            corners = (QPointF(-2.5, -4), QPointF(-2.5, 4), QPointF(4, 0))
            painter.drawPolygon(QPolygonF([centre + one for one in corners]))

    def _hue(self, line: RailLine) -> QColor:
        return QColor(self.theme.hue(line.hue))

    def _minutes_width(self, line: RailLine) -> int:
        return QFontMetrics(self._small(strong=True)).horizontalAdvance(line.minutes) + 1

    def _heading(self) -> QFont:
        font = QFont(_font(self.theme.px(12.5), True))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        return font

    def _title(self, line: RailLine) -> QFont:
        return _font(self.theme.px(_TITLE), line.state == "now")

    def _small(self, *, strong: bool = False) -> QFont:
        return _font(self.theme.px(13.5), strong)


@cache
def _font(pixels: int, strong: bool) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(pixels)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


@lru_cache(maxsize=512)
def _height(title: str, pixels: int, strong: bool, room: int) -> int:
    """Return how high a title is in a room: asked for every line, at every change."""
    metrics = QFontMetrics(_font(pixels, strong))
    return metrics.boundingRect(QRect(0, 0, room, 400), _WRAPPED, title).height()
