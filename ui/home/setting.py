"""Words set in lines, as the rows of the library paint them: as many as there is room for."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from ui.theme.look import SANS

_FOREVER: Final = 1e6


@dataclass(frozen=True, slots=True)
class Face:
    """A size (px), and whether it is strong."""

    pixels: int
    strong: bool = False


@cache
def font_of(face: Face) -> QFont:
    """Return the font of a face."""
    font = QFont(SANS)
    font.setPixelSize(face.pixels)
    if face.strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def height_of(face: Face) -> int:
    """Return how high one line is."""
    return QFontMetrics(font_of(face)).height()


@lru_cache(maxsize=2048)
def set_in_lines(text: str, face: Face, width: int, most: int) -> tuple[str, ...]:
    """Return a text in at most so many lines of a width (px); what is left over ends in “…”."""
    font = font_of(face)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    # Qt counts in UTF-16; a text beyond it would be cut in the wrong place.
    units = text.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) + 1 == most:
            rest = units[2 * start :].decode("utf-16-le").strip()
            fitted = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            lines.append(fitted)
            break
        lines.append(units[2 * start : 2 * (start + length)].decode("utf-16-le").strip())
    layout.endLayout()
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Words:
    """Something to paint: a text in a face and a colour, in at most so many lines."""

    text: str
    face: Face
    colour: str
    most: int = 1


def paint_block(
    painter: QPainter, box: QRect, words: tuple[Words, ...], *, right: bool = False
) -> None:
    """Paint texts below one another in the middle of a box, at its left or its right edge."""
    blocks = [
        (one, set_in_lines(one.text, one.face, box.width(), one.most)) for one in words if one.text
    ]
    high = sum(len(lines) * height_of(one.face) for one, lines in blocks)
    y = box.y() + (box.height() - high) // 2
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    for one, lines in blocks:
        painter.setFont(font_of(one.face))
        painter.setPen(QColor(one.colour))
        step = height_of(one.face)
        for line in lines:
            painter.drawText(QRect(box.x(), y, box.width(), step), side, line)
            y += step


def paint_pieces(
    painter: QPainter, box: QRect, pieces: tuple[tuple[str, bool], ...], face: Face, colour: str
) -> None:
    """Paint pieces of one line behind one another, those that were looked for strong."""
    strong = Face(face.pixels, strong=True)
    at = QPointF(box.x(), box.y() + QFontMetrics(font_of(face)).ascent())
    painter.setPen(QColor(colour))
    for text, is_match in pieces:
        font = font_of(strong if is_match else face)
        painter.setFont(font)
        painter.drawText(at, text)
        at += QPointF(QFontMetrics(font).horizontalAdvance(text), 0)
