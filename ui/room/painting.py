"""From marks to paint."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ui.room.compose import Frame
from ui.room.marks import Box, Check, Disc, Mark, Picture, Text
from ui.room.setting import colour, paint_text
from ui.theme.tokens import Theme


def paint_frame(painter: QPainter, where: QRectF, frame: Frame, theme: Theme) -> None:
    """Paint the ground over everything that was there."""
    painter.fillRect(where, QColor("#000000" if frame.black else theme.paper))


def paint_marks(
    painter: QPainter,
    marks: Iterable[Mark],
    theme: Theme,
    hue: str,
    *,
    skip: frozenset[str] = frozenset(),
    only: frozenset[str] | None = None,
) -> None:
    """Paint marks in order, all but those to `skip`, or `only` those with a key."""
    for mark in marks:
        if mark.key in skip if only is None else mark.key not in only:
            continue
        match mark:
            case Text():
                painter.setPen(QColor(colour(theme, mark.style.ink)))
                paint_text(painter, mark, theme, hue)
            case Box():
                _box(painter, mark, theme)
            case Disc():
                _disc(painter, mark, theme)
            case Check():
                _check(painter, mark, theme)
            case Picture():
                _picture(painter, mark)


def _box(painter: QPainter, mark: Box, theme: Theme) -> None:
    pen = QPen(QColor(colour(theme, mark.stroke)), 2) if mark.stroke else Qt.PenStyle.NoPen
    painter.setPen(pen)
    painter.setBrush(QColor(colour(theme, mark.fill)) if mark.fill else Qt.BrushStyle.NoBrush)
    inset = 1.0 if mark.stroke else 0.0
    where = QRectF(mark.x, mark.y, mark.width, mark.height).adjusted(inset, inset, -inset, -inset)
    radius = min(mark.radius, mark.width / 2)
    painter.drawRoundedRect(where, radius, radius)


def _disc(painter: QPainter, mark: Disc, theme: Theme) -> None:
    ink = QColor(colour(theme, mark.ink))
    if mark.ring:
        thick = mark.width * 0.115
        painter.setPen(QPen(ink, thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        thick = 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
    radius = (mark.width - thick) / 2
    painter.drawEllipse(QPointF(mark.x + mark.width / 2, mark.y + mark.width / 2), radius, radius)


def _check(painter: QPainter, mark: Check, theme: Theme) -> None:
    ink = QColor(colour(theme, mark.ink if mark.done else "ink_3"))
    size = mark.width
    thick = max(size * 0.075, 2.0)
    painter.setPen(QPen(ink, thick))
    painter.setBrush(ink if mark.done else Qt.BrushStyle.NoBrush)
    inset = thick / 2
    where = QRectF(mark.x, mark.y, size, size).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(where, size * 0.16, size * 0.16)
    if mark.done:
        pen = QPen(QColor(theme.paper), size * 0.11)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corners = ((0.24, 0.53), (0.43, 0.71), (0.77, 0.31))
        painter.drawPolyline([QPointF(mark.x + size * x, mark.y + size * y) for x, y in corners])


def _picture(painter: QPainter, mark: Picture) -> None:
    where = QRectF(mark.x, mark.y, mark.width, mark.height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRoundedRect(where, mark.inset / 2, mark.inset / 2)
    inside = where.adjusted(mark.inset, mark.inset, -mark.inset, -mark.inset)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(inside, _image(mark.png))


@lru_cache(maxsize=2)
def _image(png: bytes) -> QImage:
    return QImage.fromData(png)
