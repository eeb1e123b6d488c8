"""The one place that draws: a thin, typed pen over reportlab's canvas, y counted from the top."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from crm_workshop.charter.layout.lines import Line
from crm_workshop.charter.layout.style import LINE_2, Type
from crm_workshop.charter.origin import Origins

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

#: The width of every rule but the heavy ones, in points.
HAIRLINE = 0.6
#: No more of a title than this is of use in an outline, in letters.
_TITLE = 160


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something that was composed from records stands on a sheet, and what it says."""

    origins: Origins
    x: float
    top: float
    wide: float
    high: float
    said: list[str] = field(default_factory=list)


class Pen:
    """Draws on the sheet that `canvas` is at; lengths in points from the sheet's top left.

    `marks` are what has been drawn since they were last taken away, in reading order.
    """

    def __init__(self, canvas: "Canvas", height: float) -> None:
        self._canvas = canvas
        self._height = height
        self.marks: list[Mark] = []
        self._open: Mark | None = None

    @contextmanager
    def clause(
        self, origins: Origins, x: float, top: float, wide: float, high: float
    ) -> Iterator[None]:
        """Note where what is drawn meanwhile stands; without origins nothing is noted."""
        if not origins:
            yield
            return
        before, self._open = self._open, Mark(origins, x, top, wide, high)
        self.marks.append(self._open)
        yield
        self._open = before

    def lines(self, lines: Iterable[Line], x: float, top: float) -> float:
        """Draw `lines` one below another from `top`; return where the next would start."""
        text = self._canvas.beginText()
        now: Type | None = None
        font, tracking = "", 0.0
        said: list[str] = []
        for line in lines:
            if self._open:
                said.append("".join(piece.text for piece in line.pieces).strip())
            step = 0.0
            for piece in line.pieces:
                kind = piece.type
                step = max(step, kind.leading)
                if kind is not now or piece.font.name != font:
                    text.setFont(piece.font.name, kind.size, kind.leading)
                    text.setFillColor(_colour(kind.colour))
                    now, font = kind, piece.font.name
                if kind.tracking != tracking:
                    text.setCharSpace(kind.tracking)
                    tracking = kind.tracking
                text.setTextOrigin(x + piece.x, self._height - top - kind.rise())
                text.textOut(piece.text)
            top += step
        if tracking:  # it would outlast the text object
            text.setCharSpace(0)
        self._canvas.drawText(text)
        if self._open and said:
            self._open.said.append(" ".join(said))
        return top

    def rule(
        self, x: float, y: float, length: float, colour: str = LINE_2, weight: float = HAIRLINE
    ) -> None:
        """Draw a horizontal rule."""
        self._stroke(colour, weight)
        self._canvas.line(x, self._height - y, x + length, self._height - y)

    def upright(self, x: float, top: float, length: float) -> None:
        """Draw a vertical hairline downwards."""
        self._stroke(LINE_2, HAIRLINE)
        self._canvas.line(x, self._height - top, x, self._height - top - length)

    def bar(self, x: float, top: float, wide: float, high: float, colour: str) -> None:
        """Fill an upright rectangle."""
        self._canvas.setFillColor(_colour(colour))
        self._canvas.rect(x, self._height - top - high, wide, high, stroke=0, fill=1)

    def box(self, x: float, top: float, wide: float, high: float, colour: str) -> None:
        """Draw an empty box."""
        self._stroke(colour, HAIRLINE)
        self._canvas.rect(x, self._height - top - high, wide, high)

    def dot(self, x: float, y: float, radius: float, colour: str, *, filled: bool) -> None:
        """Draw a dot around a centre, filled or open; both reach equally far."""
        weight = 1.1
        self._stroke(colour, weight)
        self._canvas.setFillColor(_colour(colour))
        reach = radius - weight / 2
        self._canvas.circle(x, self._height - y, reach, fill=1 if filled else 0)

    def picture(self, png: bytes, x: float, top: float, wide: float, high: float) -> None:
        """Draw a PNG, what is transparent of it left out."""
        from reportlab.lib.utils import ImageReader

        y = self._height - top - high
        self._canvas.drawImage(ImageReader(BytesIO(png)), x, y, wide, high, mask="auto")

    def sketch(
        self,
        paths: Iterable[Sequence[Sequence[float]]],
        *,
        colour: str,
        centre: tuple[float, float],
        middle: tuple[float, float],
        turn: float,
        scale: float,
        weight: float,
    ) -> None:
        """Stroke paths, y upwards, turned so that their `middle` stands at `centre`.

        A path is a start, then lines (2 numbers) and curves (6). `scale` is in points a unit,
        `turn` in degrees against the clock, `weight` in units.
        """
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(centre[0], self._height - centre[1])
        canvas.rotate(turn)
        canvas.scale(scale, scale)
        canvas.translate(-middle[0], -middle[1])
        self._stroke(colour, weight)
        trace = canvas.beginPath()
        for start, *steps in paths:
            trace.moveTo(*start)
            for step in steps:
                (trace.lineTo if len(step) == 2 else trace.curveTo)(*step)
        canvas.drawPath(trace)
        canvas.restoreState()

    def anchor(self, key: str, top: float) -> None:
        """Name a place that links and the outline lead to."""
        self._canvas.bookmarkHorizontalAbsolute(key, self._height - max(0.0, top - 12))

    def outline(self, title: str, key: str, level: int) -> None:
        """Add an entry to the document's outline."""
        self._canvas.addOutlineEntry(plain(title), key, level)

    def link(self, key: str, x: float, top: float, wide: float, high: float) -> None:
        """Make an area lead to the place named `key`."""
        area = (x, self._height - top - high, x + wide, self._height - top)
        self._canvas.linkAbsolute("", key, area, Border="[0 0 0]")

    def _stroke(self, colour: str, weight: float) -> None:
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(weight)


def plain(text: str) -> str:
    """Return `text` for a viewer's own window: one line, not endless, and valid Unicode."""
    whole = " ".join(text[:1000].split()).encode("utf-8", "replace").decode()
    return whole if len(whole) <= _TITLE else f"{whole[:_TITLE].rstrip()}…"


@cache
def _colour(code: str) -> "Color":
    from reportlab.lib.colors import HexColor

    return HexColor(code)
