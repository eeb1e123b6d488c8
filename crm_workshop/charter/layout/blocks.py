"""From each of the charter's blocks to things that stand in a column."""

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
    Signatures,
    Table,
)
from crm_workshop.charter.layout.chart import set_chart
from crm_workshop.charter.layout.flow import Lines, Step
from crm_workshop.charter.layout.items import BETWEEN, Barred, Pair, told_from
from crm_workshop.charter.layout.lines import Line, marked, natural_width, set_lines
from crm_workshop.charter.layout.sign import set_form, set_signatures
from crm_workshop.charter.layout.style import (
    BODY,
    BODY_QUIET,
    LABEL,
    QUOTE,
    SMALL,
)
from crm_workshop.charter.layout.table import set_table
from crm_workshop.charter.origin import Origins
from crm_workshop.charter.wording import NOT_SETTLED, VOTES_TOLD, not_settled, run_in

_BULLET = 12.0
_QUOTE_INDENT = 15.0
#: Points of a list stand so far apart; from so many on, short ones stand in two columns, each
#: pair of columns no longer than it may be to stay on one page.
_APART = 1.0
MANY = 6
_LIST = 40
#: A form's header that is taller than this is told in a row of its own.
_TALL_HEAD = 220.0
#: A chart taller than this is not a picture any more: it is printed as a table.
_TALL_CHART = 320.0


def set_block(block: Block, hue: str, wide: float) -> Iterator[Step]:
    """Yield what `block` is printed as; colours that it may use are of `hue`."""
    steps = _set(block, hue, wide)
    if not isinstance(block, Paragraph | Quote | PollChart | NotSettled):
        return steps  # of the others each row, item or signature knows its own origins
    return (replace(step, item=told_from(block.origins, step.item, wide)) for step in steps)


def _set(block: Block, hue: str, wide: float) -> Iterator[Step]:
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
            lines = set_lines(not_settled(block), BODY_QUIET, wide, lead=lead)
            yield Step(Lines(lines, BODY.leading), above=4)
        case Signatures():
            yield from set_signatures(block, wide)
        case LogForm():
            yield from _form(block, wide)


def set_label(text: str, hue: str, wide: float) -> tuple[Line, ...]:
    """Return `text` as a small label in spaced capitals."""
    return set_lines(text.upper(), LABEL.tinted(hue), wide)


def _label(text: str, hue: str, wide: float) -> Iterator[Step]:
    if text:
        yield Step(Lines(set_label(text, hue, wide), LABEL.leading), above=7, keep=True)


def _paragraph(block: Paragraph, wide: float) -> Iterator[Step]:
    style = BODY_QUIET if block.quiet else BODY
    lead = f"{run_in(block.lead)} "
    lines = set_lines(block.text, style, wide, lead=lead)
    if lines:
        yield Step(Lines(lines, style.leading), above=3.5)


def _quote(block: Quote, hue: str, wide: float) -> Iterator[Step]:
    lines = set_lines(block.text, QUOTE, wide - _QUOTE_INDENT)
    signed = set_lines(block.attribution, BODY_QUIET, wide - _QUOTE_INDENT)
    if lines:
        words = Lines(lines, QUOTE.leading, _QUOTE_INDENT)
        yield Step(Barred(words, hue), above=8, keep=bool(signed))
    if signed:
        yield Step(Lines(signed, BODY.leading, _QUOTE_INDENT), above=4)


def _bullets(block: Bullets, hue: str, wide: float) -> Iterator[Step]:
    yield from _label(block.title, hue, wide)
    half = (wide - BETWEEN) / 2
    rows = block.items
    if len(rows) >= MANY and all(natural_width(row, BODY) <= half - _BULLET for row in rows):
        for start in range(0, len(rows), _LIST):
            listed = block.origins[start : start + _LIST]
            part = list(_points(rows[start : start + _LIST], listed, hue, half))
            middle = -(-len(part) // 2)
            left, right = tuple(part[:middle]), tuple(part[middle:])
            yield Step(Pair(left, right, half + BETWEEN), above=_APART if start else 3)
        return
    yield from _points(rows, block.origins, hue, wide)
    if not block.items and block.empty:
        yield from _paragraph(Paragraph(block.empty, quiet=True), wide)


def _points(
    items: Sequence[str], origins: Sequence[Origins], hue: str, wide: float
) -> Iterator[Step]:
    for number, item in enumerate(items):
        lines = marked(set_lines(item, BODY, wide - _BULLET), "•", BODY.tinted(hue), _BULLET)
        edge = len(items) > 1 and number in (0, len(items) - 2)  # no point stands alone
        above = _APART if number else 3
        if lines:
            told = origins[number] if number < len(origins) else ()
            point = told_from(told, Lines(lines, BODY.leading, _BULLET), wide)
            yield Step(point, above=above, keep=edge)


def _table(block: Table, hue: str, wide: float) -> Iterator[Step]:
    yield from _label(block.title, hue, wide)
    if block.columns and block.rows:
        yield Step(set_table(block, wide), above=3 if block.title else 4)
    else:
        yield from _paragraph(Paragraph("None.", quiet=True), wide)


def _form(block: LogForm, wide: float) -> Iterator[Step]:
    if not block.columns or not block.rows:
        return
    form = set_form(block, wide)
    if form.head_height > _TALL_HEAD:
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
    told = set_lines(block.legend, SMALL, wide)
    captions = set_lines(block.caption, BODY, wide)
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
