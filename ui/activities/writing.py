"""Typed text, measured and painted: plain, wrapped, and never cut; and the box of a yes or no."""

from functools import lru_cache
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from ui.theme.look import SANS
from ui.theme.tokens import Theme


def _lay_out(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _runs_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _runs_left(text: str) -> bool:
    """Tell whether a text begins in a script that is written from right to left."""
    strong = (way for way in map(bidirectional, text) if way in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def height_of(text: str, font: QFont, width: int) -> int:
    """Return how high a text is in a width (pixels); one line if there is none."""
    return _height(text or " ", font.family(), font.pixelSize(), font.weight(), width)


@lru_cache(maxsize=4096)
def _height(text: str, family: str, pixels: int, weight: QFont.Weight, width: int) -> int:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return round(_lay_out(text, font, width).boundingRect().height() + 0.5)


def width_of(text: str, font: QFont) -> int:
    """Return how wide the longest word of a text is (pixels): narrower, and it is broken."""
    words = text.replace("\n", " ").split(" ")  # not at spaces that keep words together
    return max(_advance(word, font.pixelSize(), font.weight()) for word in words)


@lru_cache(maxsize=8192)
def _advance(word: str, pixels: int, weight: QFont.Weight) -> int:
    font = QFont(SANS)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return ceil(QFontMetricsF(font).horizontalAdvance(word))


def write(painter: QPainter, place: QRect, text: str, font: QFont, colour: str) -> int:
    """Paint a text from the top left of a place and return how high it is."""
    layout = _lay_out(text, font, place.width())
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(place.topLeft()))
    return round(layout.boundingRect().height() + 0.5)


def paint_box(painter: QPainter, box: QRect, theme: Theme, *, done: bool) -> None:
    """Paint the box of a yes or no, with its tick."""
    size = box.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.ink_3), 1.2))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(box, 3, 3)
    if done:
        painter.setPen(QPen(QColor(theme.ink), 1.8))
        turn = QPointF(box.left() + size * 0.43, box.top() + size * 0.72)
        painter.drawLine(QPointF(box.left() + size * 0.24, box.top() + size * 0.5), turn)
        painter.drawLine(turn, QPointF(box.left() + size * 0.8, box.top() + size * 0.3))
    painter.restore()
