"""Votes as dots over their scale, executives told apart, as the room sees them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_workshop.live import seen
from crm_workshop.live.parts import PollRow
from ui.activities.ink import sans, theme_now
from ui.activities.writing import height_of, write

_DOT, _GAP = 13, 4
_LABEL = 150


class VotesChart(QWidget):
    """A row for each question: a dot a vote, a ring for an executive's."""

    def __init__(self, hue: str) -> None:
        super().__init__()
        self._hue = hue
        self._body: seen.Poll | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_votes(self, body: seen.Poll | None) -> None:
        """Show what the room sees of the votes; nothing while all of them are hidden."""
        shown = body if body and any(row.dots for row in body.rows) else None
        if shown != self._body or self.isHidden() is not (shown is None):
            self._body = shown
            self.setVisible(shown is not None)
            self.setAccessibleName(_spoken(shown))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As high as the tallest stack of each question, with the numbers below."""
        theme = theme_now()
        if self._body is None:
            return QSize(300, 0)
        high = sum(self._height(row) for row in self._body.rows)
        return QSize(300, high + theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """As high as it needs, however narrow."""
        return QSize(200, self.sizeHint().height())

    def _height(self, row: PollRow) -> int:
        theme = theme_now()
        tallest = max((one.others + one.executives for one in row.dots), default=0)
        label = height_of(row.label, sans(theme, strong=True), theme.px(_LABEL) - 12)
        label += height_of(row.status, sans(theme, 13), theme.px(_LABEL) - 12)
        return max(tallest * theme.px(_DOT + _GAP) + theme.px(14), label + theme.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each question over its line, then the scale's numbers."""
        body, theme = self._body, theme_now()
        if body is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for row in body.rows:
            bottom = top + self._height(row)
            self._paint_row(painter, row, top, bottom)
            painter.setPen(QPen(QColor(theme.line_2), 1))
            painter.drawLine(0, bottom, self.width(), bottom)
            top = bottom
        painter.setFont(sans(theme, 13, strong=True))
        painter.setPen(QColor(theme.ink))
        for value in body.values:
            place = QRect(self._x(value) - 20, top + 4, 40, theme.px(20))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(value))
        painter.end()

    def _paint_row(self, painter: QPainter, row: PollRow, top: int, bottom: int) -> None:
        theme = theme_now()
        place = QRect(0, top + theme.px(6), theme.px(_LABEL) - 12, bottom - top)
        high = write(painter, place, row.label, sans(theme, strong=True), theme.ink)
        place.setTop(place.top() + high)
        write(painter, place, row.status, sans(theme, 13), theme.ink_3)
        hue, size, step = QColor(theme.hue(self._hue)), theme.px(_DOT), theme.px(_DOT + _GAP)
        for dots in row.dots:
            for number in range(dots.others + dots.executives):
                is_ring = number >= dots.others
                painter.setPen(QPen(hue, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush if is_ring else hue)
                centre = QPoint(
                    self._x(dots.value), bottom - theme.px(5) - size // 2 - number * step
                )
                painter.drawEllipse(centre, size // 2 - 1, size // 2 - 1)

    def _x(self, value: int) -> int:
        assert self._body is not None
        label = theme_now().px(_LABEL)
        step = (self.width() - label) / len(self._body.values)
        return int(label + step * (self._body.values.index(value) + 0.5))


def _spoken(body: seen.Poll | None) -> str:
    """Return the votes in words."""
    said = []
    for row in body.rows if body else ():
        counts = [(one.value, one.others + one.executives) for one in row.dots]
        at = ", ".join(f"{count} at {value}" for value, count in counts if count)
        said.append(f"{row.label}: {at or row.status}")
    return ". ".join(said)
