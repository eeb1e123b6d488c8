"""Headings at the left, what is said under them at the right."""

from collections.abc import Iterator

from crm_workshop.live.parts import Group, Line
from ui.room.bodies.rows import Words, row, spread
from ui.room.fit import Area
from ui.room.marks import Block, Face, Style

_TITLE = Style(Face.STRONG, 32, "ink_2")


def group_rows(area: Area, group: Group, factor: float) -> Iterator[Block]:
    """Yield a row for each line of a group, the heading beside the first."""
    if not group.lines and group.title:
        yield row(area, (area.width,), ((Words(group.title, _TITLE),),), factor)
    for number, line in enumerate(group.lines):
        title = (Words(group.title if number == 0 else "", _TITLE),)
        yield row(
            area,
            spread(area.width, (26, 74)),
            (title, tuple(_words(line))),
            factor,
            hairline=number == 0,
        )


def _words(line: Line) -> Iterator[Words]:
    ink = "ink_3" if line.quiet else "ink"
    if line.label:
        yield Words(line.label, Style(Face.STRONG, 30, "ink_2"))
    yield Words(line.text, Style(Face.SERIF, 37, ink, leading=1.28), above=2)
    yield Words(line.note, Style(Face.SANS, 29, "ink_2"), above=6)
