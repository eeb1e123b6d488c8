"""Type: how text is broken into lines and painted, with the program's own fonts."""

from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.room.marks import Align, Emphasis, Face, Run, Style, Text
from ui.theme.sheet import SANS, SERIF
from ui.theme.tokens import Theme

_FAMILY: Final = {Face.SANS: SANS, Face.STRONG: SANS, Face.SERIF: SERIF, Face.HEAD: SERIF}
_STRONG: Final = (Face.STRONG, Face.HEAD)


@lru_cache(maxsize=256)
def font(face: Face, size: int) -> QFont:
    """Return a cut at a size; without hinting, so that it scales to every screen line for line."""
    made = QFont(_FAMILY[face])
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if face in _STRONG else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=8192)
def _line_count(text: str, face: Face, size: int, width: float, runs: tuple[Run, ...]) -> int:
    """Return how many lines a text takes: a number is kept where a layout would be thousands."""
    return _set(text, face, size, width, runs, ()).lineCount()


@lru_cache(maxsize=512)
def _set(
    text: str, face: Face, size: int, width: float, runs: tuple[Run, ...], colours: tuple[str, ...]
) -> QTextLayout:
    """Return a text broken into lines; `colours` are those of added and of removed words."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font(face, size))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if runs:
        layout.setFormats([_format(one, face, size, colours) for one in runs])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _format(run: Run, face: Face, size: int, colours: tuple[str, ...]) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    if run.emphasis is Emphasis.REMOVED:
        look.setFontStrikeOut(True)
    else:
        strong = Face.STRONG if face is Face.SANS else Face.HEAD
        look.setFont(font(strong, size))
        look.setFontUnderline(run.emphasis is Emphasis.ADDED)
    if colours:
        look.setForeground(QColor(colours[run.emphasis.value - 1]))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = run.start, run.length, look
    return made


class TypeSetter:
    """Measures text for the layout, and says where each line really is."""

    def lines(self, text: str, style: Style, width: float, runs: tuple[Run, ...] = ()) -> int:
        """Return how many lines a text takes in a width."""
        return _line_count(text, style.face, style.size, width, runs)

    def width(self, text: str, style: Style) -> float:
        """Return how wide a text is on one line."""
        return QFontMetricsF(font(style.face, style.size)).horizontalAdvance(text)

    def reach(self, text: Text) -> float:
        """Return how wide the widest line of a text is that is shown."""
        layout = _set(text.text, text.style.face, text.style.size, text.width, text.runs, ())
        shown = range(text.first, text.first + text.lines)
        return max((_reach(layout.lineAt(one), layout.text()) for one in shown), default=0.0)


def _reach(line: QTextLine, text: str) -> float:
    """Return how wide a line is; Qt's own measure counts the empty side of an ellipsis twice."""
    start, said = line.textStart(), text[line.textStart() : line.textStart() + line.textLength()]
    # The binding returns the place and the cursor; its stub names neither type.
    ends: list[Any] = [line.cursorToX(at) for at in (start, start + len(said.rstrip()))]
    return abs(float(ends[1][0]) - float(ends[0][0]))


def paint_text(painter: QPainter, text: Text, theme: Theme, hue: str) -> None:
    """Paint the lines of a text; `hue` is the colour of added words."""
    style = text.style
    colours = (theme.ink, hue, theme.ink_3) if text.runs else ()
    layout = _set(text.text, style.face, style.size, text.width, text.runs, colours)
    metrics = QFontMetricsF(font(style.face, style.size))
    above = (style.line - metrics.ascent() - metrics.descent()) / 2
    for number in range(text.lines):
        line = layout.lineAt(text.first + number)
        spare = text.width - _reach(line, layout.text())
        along = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[style.align]
        top = text.y + number * style.line + above
        line.draw(painter, QPointF(text.x + along - line.x(), top - line.y()))


def colour(theme: Theme, ink: str) -> str:
    """Return the colour of a token, or of a stage's hue."""
    kind, _, name = ink.partition(":")
    found: str = theme.hue(name) if kind == "hue" else getattr(theme, ink)
    return found
