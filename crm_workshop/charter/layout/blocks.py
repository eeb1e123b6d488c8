"""From the charter's blocks to things that stand in a column."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crm_workshop.charter.document import (
    Block,
    Bullets,
    Cell,
    Column,
    LogForm,
    NotSettled,
    Paragraph,
    PollChart,
    Quote,
    Section,
    Signatures,
    Table,
)
from crm_workshop.charter.layout.chart import set_chart
from crm_workshop.charter.layout.flow import Lines, Step
from crm_workshop.charter.layout.items import BETWEEN, Barred, Heading, Pair, stack_height
from crm_workshop.charter.layout.lines import Line, marked, natural_width, set_lines
from crm_workshop.charter.layout.sign import set_form, set_signatures
from crm_workshop.charter.layout.style import (
    BODY,
    BODY_QUIET,
    HEADING,
    HUES,
    LABEL,
    QUOTE,
    SMALL,
)
from crm_workshop.charter.layout.table import set_table
from crm_workshop.charter.wording import NOT_SETTLED, VOTES_TOLD, not_settled, run_in, section_name

#: Running text is kept to a length that the eye follows back; tables take the whole width.
_READING = 0.84
_BULLET = 12.0
_QUOTE_INDENT = 15.0
_HEAD_LINES = 4
#: The column that a heading's number hangs in.
_NUMBER = 25.0
#: Points of a list stand so far apart; from so many on, short ones stand in two columns, each
#: pair of columns no longer than it may be to stay on one page.
_APART = 2.5
_MANY = 6
_LIST = 40
_TALL_PAIR = 220.0
#: Blocks side by side are no more unlike in height than this.
_UNLIKE = 2.5
#: A chart taller than this is not a picture any more: it is printed as a table.
_TALL_CHART = 320.0


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
    yield Step(Heading(first, indent, section.key, name, level, parent, wide), above=18, keep=True)
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
        if after and (pair := set_pair(block, after, hue, wide)):
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


def set_block(block: Block, hue: str, wide: float) -> Iterator[Step]:
    """Yield what `block` is printed as; colours that it may use are of `hue`."""
    match block:
        case Paragraph():
            yield from _paragraph(block, wide)
        case Quote():
            yield from _quote(block, hue, wide)
        case Bullets():
            yield from _bullets(block, hue, wide)
        case Table():
            yield from _table(block, hue, wide)
        case PollChart():
            yield from _chart(block, hue, wide)
        case NotSettled():
            lead = f"{NOT_SETTLED}: "
            lines = set_lines(not_settled(block), BODY_QUIET, wide * _READING, lead=lead)
            yield Step(Lines(lines, BODY.leading), above=8)
        case Signatures():
            yield from set_signatures(block, wide)
        case LogForm():
            yield from _form(block, wide)


def set_label(text: str, hue: str, wide: float) -> tuple[Line, ...]:
    """Return `text` as a small label in spaced capitals."""
    return set_lines(text.upper(), LABEL.tinted(hue), wide)


def _label(text: str, hue: str, wide: float) -> Iterator[Step]:
    if text:
        yield Step(Lines(set_label(text, hue, wide), LABEL.leading), above=12, keep=True)


def _paragraph(block: Paragraph, wide: float) -> Iterator[Step]:
    style = BODY_QUIET if block.quiet else BODY
    lead = f"{run_in(block.lead)} "
    lines = set_lines(block.text, style, wide * _READING, lead=lead)
    if lines:
        yield Step(Lines(lines, style.leading), above=6)


def _quote(block: Quote, hue: str, wide: float) -> Iterator[Step]:
    lines = set_lines(block.text, QUOTE, wide * _READING - _QUOTE_INDENT)
    signed = set_lines(block.attribution, BODY_QUIET, wide * _READING - _QUOTE_INDENT)
    if lines:
        words = Lines(lines, QUOTE.leading, _QUOTE_INDENT)
        yield Step(Barred(words, hue), above=11, keep=bool(signed))
    if signed:
        yield Step(Lines(signed, BODY.leading, _QUOTE_INDENT), above=4)


def _bullets(block: Bullets, hue: str, wide: float) -> Iterator[Step]:
    yield from _label(block.title, hue, wide)
    half = (wide - BETWEEN) / 2
    rows = block.items
    if len(rows) >= _MANY and all(natural_width(row, BODY) <= half - _BULLET for row in rows):
        for start in range(0, len(rows), _LIST):
            part = list(_points(rows[start : start + _LIST], hue, half))
            middle = -(-len(part) // 2)
            left, right = tuple(part[:middle]), tuple(part[middle:])
            yield Step(Pair(left, right, half + BETWEEN), above=_APART if start else 5)
        return
    yield from _points(rows, hue, wide * _READING)
    if not block.items and block.empty:
        yield from _paragraph(Paragraph(block.empty, quiet=True), wide)


def _points(items: Sequence[str], hue: str, wide: float) -> Iterator[Step]:
    for number, item in enumerate(items):
        lines = marked(set_lines(item, BODY, wide - _BULLET), "•", BODY.tinted(hue), _BULLET)
        edge = len(items) > 1 and number in (0, len(items) - 2)  # no point stands alone
        above = _APART if number else 5
        if lines:
            yield Step(Lines(lines, BODY.leading, _BULLET), above=above, keep=edge)


def set_pair(first: Block, second: Block, hue: str, wide: float) -> Step | None:
    """Return two short titled blocks side by side, or None if they do not suit each other."""
    half = (wide - BETWEEN) / 2
    left, right = _half(first, hue, wide, half), _half(second, hue, wide, half)
    if not left or not right:
        return None
    short, tall = sorted((stack_height(left), stack_height(right)))
    if tall > min(_TALL_PAIR, _UNLIKE * short):
        return None
    return Step(Pair(left, right, half + BETWEEN), above=12)


def _half(block: Block, hue: str, wide: float, half: float) -> tuple[Step, ...]:
    """Return a titled block set in half the width, or nothing if it needs more."""
    if not isinstance(block, Bullets | Table) or not block.title:
        return ()
    label = Step(Lines(set_label(block.title, hue, half), LABEL.leading))
    if isinstance(block, Bullets):
        told = block.items or tuple(filter(None, (block.empty,)))
        return (label, *_points(told, hue, half)) if len(told) < _MANY else ()
    if not 0 < len(block.columns) <= 2 or not 0 < len(block.rows) < _MANY:
        return ()
    grid = set_table(block, half)
    return (label, Step(grid, above=6)) if grid.height <= set_table(block, wide).height else ()


def _table(block: Table, hue: str, wide: float) -> Iterator[Step]:
    yield from _label(block.title, hue, wide)
    if block.columns and block.rows:
        yield Step(set_table(block, wide), above=6 if block.title else 10)
    else:
        yield from _paragraph(Paragraph("None.", quiet=True), wide)


def _form(block: LogForm, wide: float) -> Iterator[Step]:
    if not block.columns or not block.rows:
        return
    form = set_form(block, wide)
    if form.head_height > _TALL_PAIR:
        heads = tuple(Column("", 1) for _ in block.columns)
        row = tuple(Cell(title, strong=True) for title in block.columns)
        yield Step(set_table(Table(heads, (row,)), wide), above=10, keep=True)
        form = set_form(replace(block, columns=("",) * len(heads)), wide)
    yield Step(form, above=10)


def _chart(block: PollChart, hue: str, wide: float) -> Iterator[Step]:
    if not block.values or not block.rows:
        return
    chart = set_chart(block, hue, wide)
    if chart.height > _TALL_CHART:
        yield from _table(_as_table(block), hue, wide)
    else:
        yield Step(chart, above=10, keep=bool(block.caption or block.legend))
    told = set_lines(block.legend, SMALL, wide * _READING)
    captions = set_lines(block.caption, BODY, wide * _READING)
    if captions:
        yield Step(Lines(captions, BODY.leading), above=6, keep=bool(told))
    if told:
        yield Step(Lines(told, SMALL.leading), above=4)


def _as_table(chart: PollChart) -> Table:
    """Return votes that are too many or too wordy to be drawn, as figures."""
    heads = [Column("", 3), *(Column(str(value), 1) for value in chart.values)]
    rows = [
        (
            Cell(row.label, strong=True),
            *(Cell(f"{others} + {leaders}") for others, leaders in row.counts),
        )
        for row in chart.rows
    ]
    return Table(tuple(heads), tuple(rows), VOTES_TOLD.rstrip("."))
