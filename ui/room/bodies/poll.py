"""A poll: dots over its scale, the words at both ends, and what follows from the votes."""

import re
from collections.abc import Sequence
from typing import Final

from crm_workshop.live.parts import Dots, PollRow
from crm_workshop.live.seen import Poll
from ui.room.bodies.rows import HAIRLINE
from ui.room.fit import FACTORS, Area, Laid, shifted, sized
from ui.room.marks import Align, Box, Disc, Emphasis, Face, Mark, Run, Style

#: The part of the width that labels take, the space between columns, and the largest dot.
_LABELS: Final = 250 / 1728
_GUTTER: Final = 22
_DOT: Final = 44
_SMALLEST_DOT: Final = 4
#: Rows are at least so high (at full size), or they go on another page.
_LEAST: Final = 150

_SPREAD: Final = re.compile(r"spread \d+")


def lay(body: Poll, area: Area) -> Laid:
    """Return the questions, as many on a page as have room for their dots."""
    for factor in FACTORS:
        if _rows_that_fit(body, area, factor) >= len(body.rows):
            return Laid((_page(body, body.rows, area, factor),), factor * _ease(body, area, factor))
    factor = FACTORS[-1]
    count = max(_rows_that_fit(body, area, factor), 1)
    parts = [body.rows[at : at + count] for at in range(0, len(body.rows), count)]
    return Laid(tuple(_page(body, one, area, factor) for one in parts), factor)


def chart(body: Poll, area: Area, factor: float) -> tuple[Mark, ...]:
    """Return the whole poll as one picture of the area's height."""
    return _page(body, body.rows, area, factor)


def chart_height(body: Poll, area: Area, factor: float) -> float:
    """Return how high the whole poll is at least."""
    return (
        _head(body, area, factor)[1]
        + _foot(body, area, factor)[1]
        + sum(_least(one, area, factor) for one in body.rows)
    )


def _rows_that_fit(body: Poll, area: Area, factor: float) -> int:
    free = area.height - _head(body, area, factor)[1] - _foot(body, area, factor)[1]
    highest = max((_least(one, area, factor) for one in body.rows), default=1.0)
    return int(free // highest)


def _least(row: PollRow, area: Area, factor: float) -> float:
    """Return how high a row is at least: its words, or its dots at a smaller size."""
    words = sum(one.height for one in _label(row, area, factor)) + 16
    return max(words, _LEAST * max(factor, 0.7) if row.dots else 100 * factor)


def _ease(body: Poll, area: Area, factor: float) -> float:
    """Return how much of their full size the dots keep, so that the question gives way to them."""
    height = _row_height(body, body.rows, area, factor)
    full = _DOT * max(factor, 0.8)
    return min((_dot_size(body, one, area, height, factor) / full for one in body.rows), default=1)


def _row_height(body: Poll, rows: Sequence[PollRow], area: Area, factor: float) -> float:
    """Return the height of each row: they share what head and foot leave, up to a measure."""
    free = area.height - _head(body, area, factor)[1] - _foot(body, area, factor)[1]
    return min(free / max(len(rows), 1), 330.0 if any(one.dots for one in rows) else 160.0)


def _page(body: Poll, rows: Sequence[PollRow], area: Area, factor: float) -> tuple[Mark, ...]:
    head, above = _head(body, area, factor)
    foot, _ = _foot(body, area, factor)
    height = _row_height(body, rows, area, factor)
    marks = [*head]
    y = above
    size = min((_dot_size(body, one, area, height, factor) for one in rows), default=0.0)
    for row in rows:
        marks += [shifted(one, 0, y) for one in _row(body, row, area, height, size, factor)]
        y += height
    marks += [shifted(one, 0, y) for one in foot]
    return tuple(marks)


def _head(body: Poll, area: Area, factor: float) -> tuple[list[Mark], float]:
    """Return the words at both ends of the scale, and the height they take."""
    if not (body.low or body.high) or not body.values:
        return [], 0.0
    left = Style(Face.SANS, sized(32, factor), "ink_2")
    right = Style(Face.SANS, left.size, left.ink, align=Align.RIGHT)
    half = area.width / 2 - _GUTTER
    marks: list[Mark] = [
        area.text(f"{body.values[0]} · {body.low}", left, width=half),
        area.text(f"{body.values[-1]} · {body.high}", right, x=area.width - half, width=half),
    ]
    return marks, max(one.height for one in marks) + 16 * factor


def _foot(body: Poll, area: Area, factor: float) -> tuple[list[Mark], float]:
    """Return the scale's numbers with their meanings, then the key and what follows."""
    marks: list[Mark] = []
    start, width = _columns(body, area)
    number = Style(Face.STRONG, sized(34, factor), align=Align.CENTRE)
    said = Style(Face.SANS, sized(26, factor), "ink_2", leading=1.16, align=Align.CENTRE)
    meanings = {one.value: one.text for one in body.legend}
    bottom = 0.0
    for place, value in enumerate(body.values):
        x = start + place * (width + _GUTTER)
        above = area.text(str(value), number, x=x, y=10 * factor, width=width)
        marks.append(above)
        y = above.y + above.height
        if meanings.get(value):
            below = area.text(meanings[value], said, x=x - 8, y=y, width=width + 16)
            marks.append(below)
            y += below.height
        bottom = max(bottom, y)
    texts, height = _consequence(body, area, factor)
    gap = 22 * factor if texts else 0.0
    return [*marks, *(shifted(one, 0, bottom + gap) for one in texts)], bottom + gap + height


def _consequence(body: Poll, area: Area, factor: float) -> tuple[list[Mark], float]:
    """Return what the dots mean at the left, and the sentence and the rule at the right."""
    style = Style(Face.SANS, sized(34, factor), "ink_2")
    small = Style(Face.SANS, sized(28, factor), "ink_3", align=Align.RIGHT)
    right = Style(style.face, style.size, style.ink, align=Align.RIGHT)
    marks: list[Mark] = []
    x, left = 0.0, 0.0
    if any(one.dots for one in body.rows):
        for ring, text in ((False, "everyone else"), (True, "executives")):
            size = style.size * 0.7
            top = (style.line - size) / 2
            marks.append(Disc(x=x, y=top, width=size, ink=area.hue, ring=ring))
            width = area.measure.width(text, style) + 4
            marks.append(area.text(text, style, x=x + size * 1.5, width=width))
            x += size * 1.5 + width + 40 * factor
        left = float(style.line)
    y = 0.0
    for text, of in ((body.sentence, right), (body.rule, small)):
        if text:
            found = _SPREAD.search(text)
            runs = (Run(found.start(), len(found.group()), Emphasis.STRONG),) if found else ()
            across = area.width - x
            marks.append(area.text(text, of, x=x, y=y, width=across, runs=runs))
            y += marks[-1].height
    return marks, max(y, left)


def _columns(body: Poll, area: Area) -> tuple[float, float]:
    """Return where the first value's column begins and how wide each is."""
    count = max(len(body.values), 1)
    start = area.width * _LABELS + _GUTTER
    return start, (area.width - start - _GUTTER * (count - 1)) / count


def _label(row: PollRow, area: Area, factor: float) -> list[Mark]:
    strong = Style(Face.STRONG, sized(36, factor))
    quiet = Style(Face.SANS, sized(28, factor), "ink_2")
    across = area.width * _LABELS
    if not row.dots:
        return [area.text(row.label, strong, width=across)]
    label = area.text(row.label, strong, width=across)
    return [label, area.text(row.status, quiet, y=label.height, width=across)]


def _row(
    body: Poll, row: PollRow, area: Area, height: float, size: float, factor: float
) -> list[Mark]:
    label = _label(row, area, factor)
    down = (height - sum(one.height for one in label)) / 2
    marks = [shifted(one, 0, down) for one in label]
    start, width = _columns(body, area)
    if not row.dots:
        style = Style(Face.SANS, sized(36, factor), "ink_2")
        said = area.text(row.status, style, x=start, width=area.width - start)
        marks.append(shifted(said, 0, (height - said.height) / 2))
    for dots in row.dots:
        if dots.value in body.values:
            x = start + body.values.index(dots.value) * (width + _GUTTER)
            marks += _stack(dots, row.label, area.hue, x, width, height, size)
    marks.append(Box(x=0, y=height - HAIRLINE, width=area.width, height=HAIRLINE, fill="line_2"))
    return marks


def _stack(
    dots: Dots, label: str, hue: str, x: float, width: float, height: float, size: float
) -> list[Mark]:
    """Return the dots over one value, from the line up; executives, as rings, on top."""
    step = size * 1.24
    tall = max(int((height - 18 + size * 0.24) // step), 1)
    count = dots.others + dots.executives
    stacks = -(-count // tall) or 1
    left = x + (width - (stacks * step - size * 0.24)) / 2
    return [
        Disc(
            x=left + (number // tall) * step,
            y=height - 12 - HAIRLINE - size - (number % tall) * step,
            width=size,
            ink=hue,
            ring=number >= dots.others,
            key=f"vote {label} {dots.value} {number}",
        )
        for number in range(count)
    ]


def _dot_size(body: Poll, row: PollRow, area: Area, height: float, factor: float) -> float:
    """Return the size of dots: of a size to see as one stack a value, otherwise side by side."""
    most = max((one.others + one.executives for one in row.dots), default=0)
    largest = _DOT * max(factor, 0.8)
    stacked_up = (height - 18) / (1.24 * most - 0.24) if most else largest
    if stacked_up >= _DOT * 0.62:
        return min(largest, stacked_up)
    width, size = _columns(body, area)[1], largest
    while size > _SMALLEST_DOT:
        tall = max(int((height - 18 + size * 0.24) // (size * 1.24)), 1)
        if tall * int((width + size * 0.24) // (size * 1.24)) >= most:
            break
        size *= 0.94
    return size
