"""Headings at the left, what is said under them at the right."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from crm_workshop.live.parts import Group, Line
from ui.room.bodies.rows import Words, row, spread
from ui.room.fit import Area
from ui.room.marks import Block, Face, Style

_TITLE: Final = Style(Face.STRONG, 32, "ink_2")
_SHARES: Final = (26.0, 74.0)
#: Space between the lines of one group, in parts of the canvas.
_BETWEEN: Final = 12


def group_rows(area: Area, group: Group, factor: float) -> Iterator[Block]:
    """Yield a row for each line of a group, the heading beside the first, and again on a new page.

    A group without a heading takes the label of its only line for one.
    """
    title, lines = group.title, group.lines
    if not title and len(lines) == 1 and lines[0].label:
        title = lines[0].label.removesuffix(":")
        lines = (Line(text=lines[0].text, note=lines[0].note, quiet=lines[0].quiet),)
    again = _row(area, title, None, factor)
    if not lines:
        yield again
    for number, line in enumerate(lines):
        made = _row(area, title if number == 0 else "", line, factor)
        if number < len(lines) - 1:
            made = _closer(made, factor)
        yield replace(made, under=again) if number and title else made


def _row(area: Area, title: str, line: Line | None, factor: float) -> Block:
    widths = spread(area.width, _SHARES)
    words = tuple(_words(line)) if line else ()
    made = row(area, widths, ((Words(title, _TITLE),), words), factor, hairline=bool(title))
    if line is None:
        return _closer(made, factor)
    if title:
        return made
    up = made.top
    marks = tuple(replace(one, y=one.y - up) for one in made.marks)
    return replace(made, marks=marks, height=made.height - up, top=0.0)


def _closer(block: Block, factor: float) -> Block:
    """Return a row with less space below it: the next belongs to it."""
    less = block.pad - min(_BETWEEN * factor, block.pad)
    return replace(block, height=block.height - less, pad=block.pad - less)


def _words(line: Line) -> Iterator[Words]:
    ink = "ink_3" if line.quiet else "ink"
    if line.label:
        yield Words(line.label, Style(Face.STRONG, 30, "ink_2"))
    yield Words(line.text, Style(Face.SERIF, 37, ink, leading=1.28), above=2)
    yield Words(line.note, Style(Face.SANS, 29, "ink_2"), above=6)
