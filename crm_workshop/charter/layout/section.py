"""A section in its column: the heading, then its blocks, side by side where that reads better."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from crm_workshop.charter.document import (
    Block,
    Bullets,
    LogForm,
    Paragraph,
    PollChart,
    Section,
    Table,
)
from crm_workshop.charter.layout.blocks import MANY, set_block
from crm_workshop.charter.layout.flow import Lines, Step
from crm_workshop.charter.layout.items import BETWEEN, Heading, Pair, stack_height
from crm_workshop.charter.layout.lines import marked, natural_width, set_lines
from crm_workshop.charter.layout.style import BODY, HEADING, HUES
from crm_workshop.charter.layout.table import set_table
from crm_workshop.charter.wording import section_name

#: The column that a heading's number hangs in, and the most lines of it that stay together.
_NUMBER: Final = 25.0
_HEAD_LINES: Final = 4
#: Blocks side by side are no taller than this, and no more unlike in height.
_TALL_PAIR: Final = 240.0
_UNLIKE: Final = 2.5
#: What stands beside a chart is no more than so many times as tall.
_BESIDE: Final = 1.2
#: A paragraph of so many letters may fit on half a line.
_REMARK: Final = 60


def set_heading(
    section: Section, wide: float, *, level: int = 0, parent: str = ""
) -> Iterator[Step]:
    """Yield a section's heading, bound to what follows."""
    number = HEADING.tinted(HUES[section.hue])
    indent = max(_NUMBER, natural_width(section.number, number) + 9) if section.number else 0.0
    lines = set_lines(section.title, HEADING, wide - indent)
    first = (
        marked(lines[:_HEAD_LINES], section.number, number, indent)
        if indent
        else lines[:_HEAD_LINES]
    )
    name = section_name(section)
    yield Step(Heading(first, indent, section.key, name, level, parent, wide), above=9.5, keep=True)
    if lines[_HEAD_LINES:]:
        yield Step(Lines(lines[_HEAD_LINES:], HEADING.leading, indent), keep=True)


def set_section(
    section: Section, wide: float, *, level: int = 0, parent: str = ""
) -> Iterator[Step]:
    """Yield a section's heading and blocks, set in a column `wide` points across."""
    yield from set_heading(section, wide, level=level, parent=parent)
    blocks, hue = deque(section.blocks), HUES[section.hue]
    while blocks:
        block = blocks.popleft()
        after = blocks[0] if blocks else None
        pair, taken = _set_pair(block, after, hue, wide), 1
        if isinstance(block, PollChart) and not pair:
            pair, taken = _set_beside(block, blocks, hue, wide)
        if pair:
            for _ in range(taken):
                blocks.popleft()
            yield pair
            continue
        steps = list(set_block(block, hue, wide))
        if steps and isinstance(block, Paragraph) and block.quiet and _is_shape(after):
            steps[-1] = replace(steps[-1], keep=True)
        yield from steps


def _is_shape(block: Block | None) -> bool:
    """Tell whether a quiet paragraph before `block` introduces it."""
    return isinstance(block, Table | PollChart | LogForm)


def _set_pair(first: Block, second: Block | None, hue: str, wide: float) -> Step | None:
    """Return two short blocks of one kind side by side, or None if they do not suit each other."""
    half = (wide - BETWEEN) / 2
    left = _half(first, hue, wide, half)
    right = _half(second, hue, wide, half) if second and left else ()
    if not left or not right or _sort(first) is not _sort(second):
        return None
    short, tall = sorted((stack_height(left), stack_height(right)))
    if tall > min(_TALL_PAIR, _UNLIKE * short):
        return None
    return Step(Pair(left, right, half + BETWEEN), above=max(left[0].above, right[0].above))


def _sort(block: Block | None) -> type[object]:
    """Return what blocks side by side have in common: lists and tables suit each other."""
    return Table if isinstance(block, Bullets) else type(block)


def _half(block: Block, hue: str, wide: float, half: float) -> tuple[Step, ...]:
    """Return a chart or a titled block set in half the width, or nothing if it needs more."""
    if isinstance(block, PollChart):
        return tuple(set_block(block, hue, half))
    if isinstance(block, Paragraph) and block.lead and len(block.text) <= _REMARK:
        steps = tuple(set_block(block, hue, half))
        return steps if stack_height(steps) <= BODY.leading else ()
    if not isinstance(block, Bullets | Table) or not block.title:
        return ()
    if isinstance(block, Bullets):
        told = Bullets(
            block.items or tuple(filter(None, (block.empty,))), block.title, origins=block.origins
        )
        return tuple(set_block(told, hue, half)) if len(told.items) < MANY else ()
    if not 0 < len(block.columns) <= 2 or not 0 < len(block.rows) < MANY:
        return ()
    fits = set_table(block, half).height <= set_table(block, wide).height
    return tuple(set_block(block, hue, half)) if fits else ()


def _set_beside(
    chart: PollChart, after: Iterable[Block], hue: str, wide: float
) -> tuple[Step | None, int]:
    """Return a chart with the texts that follow it beside it, and how many of these there are.

    None if no text follows that is as short as the chart is tall.
    """
    half = (wide - BETWEEN) / 2
    left = tuple(set_block(chart, hue, half))
    room = _BESIDE * stack_height(left)
    right: tuple[Step, ...] = ()
    taken = 0
    for block in after:
        steps = tuple(set_block(block, hue, half))
        if not isinstance(block, Paragraph | Bullets) or stack_height(right + steps) > room:
            break
        right, taken = right + steps, taken + 1
    if not taken or room > _BESIDE * _TALL_PAIR:
        return None, 0
    return Step(Pair(left, right, half + BETWEEN), above=8), taken
