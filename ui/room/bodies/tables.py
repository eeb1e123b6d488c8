"""What the room is writing down: rows under a hairline, the first cell strong."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.live.parts import Cell, Line, Table, TableRow
from crm_workshop.live.seen import Tables
from ui.room.bodies.rows import GUTTER, Words, aside, heading, row, spread, under
from ui.room.fit import Area, Laid, flow, sized
from ui.room.marks import Align, Block, Face, Style

_FIRST: Final = Style(Face.STRONG, 38)
_OWN: Final = Style(Face.SERIF, 38, leading=1.3)
_DATE: Final = Style(Face.SANS, 34, align=Align.RIGHT)
_NOTE: Final = Style(Face.SANS, 29, "ink_2")
_LABELLED: Final = Style(Face.STRONG, 34, "ink_2")
_HEAD: Final = Style(Face.STRONG, 26, "ink_3")
#: Notes that are together this long (in characters) stand on one line.
_BESIDE: Final = 32


def lay(body: Tables, area: Area) -> Laid:
    """Return the tables, one below the other."""

    def build(factor: float) -> list[Block]:
        return [block for one in body.tables for block in table(area, one, factor)]

    return flow(area, build)


def table(area: Area, said: Table, factor: float) -> Iterator[Block]:
    """Yield a table's heading, its columns' titles, its rows, and how many are written."""
    widths = _widths(area, said)
    if said.title:
        yield heading(area, said.title, factor, status=said.status)
    rows = [_row(area, said, widths, one, factor) for one in said.rows]
    if any(one.title for one in said.columns):
        yield from under(rows, _titles(area, said, widths, factor))
    else:
        yield from rows
    if said.status and not said.title:
        yield aside(area, said.status, factor)


def _widths(area: Area, said: Table) -> list[float]:
    """Return the columns' widths: a labelled record's, or as much as what stands in them needs."""
    if len(said.columns) == 2 and not any(one.title for one in said.columns):
        return spread(area.width, (26, 74))
    shares = []
    for number, column in enumerate(said.columns):
        cells = [one.cells[number] for one in said.rows if number < len(one.cells)]
        longest = max((_length(one) for one in cells), default=0)
        if column.date:
            shares.append(12.0 if longest <= 7 else 17.0)
        elif number == 0:
            shares.append(15.0 if longest <= 12 else 23.0 if longest <= 45 else 34.0)
        else:
            shares.append(15.0 if longest <= 12 else 24.0 if longest <= 30 else 40.0)
    return spread(area.width, shares)


def _length(cell: Cell) -> int:
    """Return how much room a cell asks for, in characters."""
    return max(len(cell.text), *(len(_note(one)) // 2 for one in cell.notes), 0)


def _note(line: Line) -> str:
    behind = f" ({line.note})" if line.note else ""
    return f"{line.label} {line.text}".strip() + behind


def _titles(area: Area, said: Table, widths: list[float], factor: float) -> Block:
    marks = []
    x = 0.0
    for column, width in zip(said.columns, widths, strict=True):
        style = Style(
            _HEAD.face,
            sized(_HEAD.size, factor),
            _HEAD.ink,
            align=Align.RIGHT if column.date else Align.LEFT,
        )
        if column.title:
            marks.append(area.text(column.title, style, x=x, width=width))
        x += width + GUTTER
    height = max((one.height for one in marks), default=0.0)
    return Block(marks=tuple(marks), height=height + 10 * factor, gap=12 * factor, keep=True)


def _row(area: Area, said: Table, widths: list[float], shown: TableRow, factor: float) -> Block:
    cells = []
    labelled = not any(one.title for one in said.columns)
    for number, cell in enumerate(shown.cells):
        if number == 0:
            style = _LABELLED if labelled else _FIRST
        else:
            style = _DATE if said.columns[number].date else _OWN
        cells.append(_words(cell, style, quiet=shown.quiet and number > 0))
    key = f"dots {shown.cells[0].text}" if shown.cells else ""
    return row(area, widths, cells, factor, dots=shown.dots, key=key)


def _words(cell: Cell, style: Style, *, quiet: bool) -> list[Words]:
    ink = "ink_3" if quiet else style.ink
    own = Style(style.face, style.size, ink, style.leading, style.align)
    note = Style(_NOTE.face, _NOTE.size, _NOTE.ink, align=style.align)
    return [Words(cell.text, own), *(Words(one, note, 6) for one in _notes(cell))]


def _notes(cell: Cell) -> Iterator[str]:
    """Yield the notes of a cell, short ones beside each other."""
    line = ""
    for one in map(_note, cell.notes):
        if line and len(line) + len(one) > _BESIDE:
            yield line
            line = one
        else:
            line = f"{line} · {one}" if line else one
    if line:
        yield line
