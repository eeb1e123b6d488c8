"""Rows with columns under a hairline, as the register has them; other bodies use them too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ui.room.fit import Area, sized
from ui.room.marks import LABEL, ROW, Align, Block, Box, Disc, Face, Mark, Style

#: Space in parts of the canvas: above and below a row's text, and between columns.
PADDING: Final = 24
GUTTER: Final = 40
HAIRLINE: Final = 2

#: So many dots are drawn one by one; more are one dot and a number.
_FEW_DOTS: Final = 8


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a cell, its style at full size, and the space above it."""

    text: str
    style: Style
    above: float = 0.0


def shrunk(style: Style, factor: float) -> Style:
    """Return a style at a smaller size."""
    return replace(style, size=sized(style.size, factor))


def spread(total: float, shares: Sequence[float], gutter: float = GUTTER) -> list[float]:
    """Return the widths of columns that share what the gutters leave of a width."""
    free = total - gutter * (len(shares) - 1)
    return [free * one / sum(shares) for one in shares]


def row(
    area: Area,
    widths: Sequence[float],
    cells: Sequence[Sequence[Words]],
    factor: float,
    *,
    hairline: bool = True,
    dots: int | None = None,
    key: str = "",
) -> Block:
    """Return a row; each cell's texts stand one below the other in their column's width."""
    padding = max(PADDING * factor, 8.0)
    marks: list[Mark] = []
    x, bottom = 0.0, padding
    for number, (width, cell) in enumerate(zip(widths, cells, strict=True)):
        y = padding
        for words in cell:
            if not words.text:
                continue
            y += words.above * factor if y > padding else 0.0
            text = area.text(words.text, shrunk(words.style, factor), x=x, y=y, width=width)
            marks.append(text)
            y += text.height
        if number == 0 and dots is not None:
            strip = dot_strip(area, dots, factor, x=x, y=y + 8 * factor, key=key)
            marks += strip
            y += 8 * factor + max(one.height for one in strip)
        bottom = max(bottom, y)
        x += width + GUTTER
    height = bottom + padding
    if hairline:
        rule = Box(x=0, y=0, width=area.width, height=HAIRLINE, fill="line")
        marks.insert(0, rule)
    return Block(marks=tuple(marks), height=height, top=padding, pad=padding)


def heading(area: Area, title: str, factor: float, *, status: str = "", gap: float = 36) -> Block:
    """Return the heading of what follows, with how far it is at the right."""
    style = Style(Face.STRONG, sized(ROW, factor))
    said = Style(Face.SANS, sized(LABEL, factor), "ink_3", align=Align.RIGHT)
    aside = area.measure.width(status, said) + 2 if status else 0.0
    aside = min(aside, area.width / 2)
    text = area.text(title, style, width=area.width - aside - (GUTTER if aside else 0))
    marks: list[Mark] = [text]
    height = text.height
    if status:
        right = area.text(status, said, x=area.width - aside, width=aside)
        down = max(style.line - said.line, 0) * 0.8
        marks.append(replace(right, y=down))
        height = max(height, right.height + down)
    return Block(marks=tuple(marks), height=height + 8 * factor, gap=gap * factor, keep=True)


def aside(area: Area, text: str, factor: float, *, gap: float = 20) -> Block:
    """Return a quiet line below what it is about."""
    made = area.text(text, Style(Face.SANS, sized(LABEL, factor), "ink_3"))
    return Block(marks=(made,), height=made.height, gap=gap * factor)


def under(blocks: Iterable[Block], head: Block) -> list[Block]:
    """Return blocks below a heading that is said again on each further page."""
    again = replace(head, gap=0.0, keep=False)
    return [head, *(replace(one, under=again) for one in blocks)]


def dot_strip(
    area: Area, dots: int, factor: float, *, x: float, y: float, key: str = ""
) -> list[Mark]:
    """Return the dots that something got: few of them one by one, and always their number."""
    if not dots:
        none = Style(Face.SANS, sized(LABEL, factor), "ink_3")
        return [area.text("no dots", none, x=x, y=y, width=area.measure.width("no dots", none) + 4)]
    style = Style(Face.STRONG, sized(LABEL, factor))
    size = style.size * 0.6
    drawn = dots if dots <= _FEW_DOTS else 1
    top = y + (style.line - size) / 2
    marks: list[Mark] = [
        Disc(x=x + number * size * 1.3, y=top, width=size, ink=area.hue, key=f"{key} {number}")
        for number in range(drawn)
    ]
    start = x + drawn * size * 1.3 + size * 0.4
    width = area.measure.width(str(dots), style) + 4
    marks.append(area.text(str(dots), style, x=start, y=y, width=width, key=f"{key} ="))
    return marks
