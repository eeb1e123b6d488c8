"""Tables: their header stands on every page, and a row stays whole unless no page could hold it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat

from crm_workshop.charter.document import Cell, Column, Table
from crm_workshop.charter.layout.lines import Line, longest_word, natural_width, set_lines
from crm_workshop.charter.layout.pen import Pen
from crm_workshop.charter.layout.style import (
    CELL,
    CELL_QUIET,
    CELL_STRONG,
    HEADER,
    INK_3,
    MM,
    Type,
)
from crm_workshop.charter.origin import Origins
from crm_workshop.widths import share

#: Above and below the text of a row; between columns; the box that takes a leader's initials.
_PAD = 2.5
_GUTTER = 10.0
_GUTTER_AFTER_NUMBERS = 20.0
_BOX = (16 * MM, 8 * MM)
#: A table lower than this share of a page is never parted.
_WHOLE = 0.12
#: A header of more lines is no header: it becomes the first row, which may flow on.
_TALL_HEADER = 8
#: A last row of this height may stand alone on its page.
_TALL_ROW = 20.0
#: Columns are fitted to the words of so many rows: enough for any table people read.
_SAMPLE = 60
#: What stands in a column of figures is kept on one line if it is no wider than this.
_FIGURE = 80.0
_FEW = 3
#: Names and the roles below them are not broken if they are no wider than this.
_NAMES = 145.0
#: A text is odd among the others of its column if it is so many times as wide as most of them.
_ODD = 1.5


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a column stands: its left, its width, and whether its text is set to the right."""

    x: float
    wide: float
    right: bool
    initials: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row as set: the lines of each cell, its least height, and where it leads."""

    cells: tuple[tuple[Line, ...], ...]
    least: float = 0.0
    key: str = ""
    pad: float = _PAD
    origins: Origins = ()

    @property
    def lines(self) -> int:
        """How many lines its tallest cell has."""
        return max(map(len, self.cells), default=0)

    @property
    def height(self) -> float:
        """The room it takes, in points."""
        return max(self.lines * CELL.leading, self.least) + 2 * self.pad

    def parted(self, room: float) -> "tuple[Row, Row] | None":
        """Return the lines that fit in `room`, and a row with the others."""
        fit = int((room - 2 * self.pad) / CELL.leading + 0.001)
        if fit < 2:
            return None
        head = tuple(cell[:fit] for cell in self.cells)
        tail = tuple(cell[fit:] for cell in self.cells)
        return replace(self, cells=head), replace(self, cells=tail, least=0.0, key="")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as set."""

    slots: tuple[Slot, ...]
    header: Row
    rows: tuple[Row, ...]
    wide: float

    @property
    def height(self) -> float:
        """See `Item`."""
        return self.head_height + sum(row.height for row in self.rows)

    @property
    def head_height(self) -> float:
        """The room its header takes, in points."""
        return self.header.lines * HEADER.leading + self.header.pad if self.header.lines else 0.0

    def parted(self, room: float, page: float, /) -> "tuple[Grid, Grid] | None":
        """See `Item`: a short table stays whole; of others no low last row stands alone."""
        if self.height < _WHOLE * page:
            return None
        left = room - self.head_height
        fit = 0
        for row in self.rows:
            if row.height > left + 0.001:
                break
            left -= row.height
            fit += 1
        if fit < len(self.rows) and self.rows[fit].height > page - self.head_height:
            torn = self.rows[fit].parted(left)
            if torn:
                return self._apart((*self.rows[:fit], torn[0]), (torn[1], *self.rows[fit + 1 :]))
        if len(self.rows) - fit == 1 and fit > 2 and self.rows[-1].height < _TALL_ROW:
            fit -= 1
        return self._apart(self.rows[:fit], self.rows[fit:]) if fit else None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        for slot, lines in zip(self.slots, self.header.cells, strict=True):
            lower = (self.header.lines - len(lines)) * HEADER.leading
            self._put(pen, slot, lines, x, top + lower)
        top += self.head_height
        for row in self.rows:
            pen.rule(x, top, self.wide)
            with pen.clause(row.origins, x, top, self.wide, row.height):
                for slot, lines in zip(self.slots, row.cells, strict=True):
                    self._put(pen, slot, lines, x, top + row.pad)
            for slot, lines in zip(self.slots, row.cells, strict=True):
                if slot.initials and row.least and not lines:
                    pen.box(x + slot.x, top + row.pad, *_BOX, INK_3)
            if row.key:
                pen.link(row.key, x, top, self.wide, row.height)
            top += row.height

    def _put(self, pen: Pen, slot: Slot, lines: Sequence[Line], x: float, top: float) -> None:
        if not slot.right:
            pen.lines(lines, x + slot.x, top)
            return
        for line in lines:
            top = pen.lines((line,), x + slot.x + slot.wide - line.width, top)

    def _apart(self, head: tuple[Row, ...], tail: tuple[Row, ...]) -> "tuple[Grid, Grid]":
        return replace(self, rows=head), replace(self, rows=tail)


def set_table(table: Table, wide: float, keys: Sequence[str] = (), *, pad: float = _PAD) -> Grid:
    """Return `table` set in a column `wide` points across; rows lead to `keys`, if given.

    `pad` is the space above and below the text of each row.
    """
    slots = _slots(table, wide)
    heads = [column.title for column in table.columns]
    header = Row(_set_heads(heads, slots), pad=pad)
    least = _BOX[1] if any(slot.initials for slot in slots) else 0.0
    rows = tuple(
        Row(_cells(row, slots), least, key, pad, origins)
        for row, key, origins in zip(
            table.rows, chain(keys, repeat("")), chain(table.origins, repeat(())), strict=False
        )
    )
    if header.lines > _TALL_HEADER:
        told = tuple(Cell(head, strong=True) for head in heads)
        header, rows = Row(((),) * len(slots)), (Row(_cells(told, slots)), *rows)
    return Grid(slots, header, rows, wide)


def _set_heads(heads: Sequence[str], slots: Sequence[Slot]) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        set_lines(head, HEADER, slot.wide) for head, slot in zip(heads, slots, strict=True)
    )


def _cells(row: Sequence[Cell], slots: Sequence[Slot]) -> tuple[tuple[Line, ...], ...]:
    cells = [*row, *[Cell("")] * (len(slots) - len(row))]
    return tuple(_cell(cell, slot.wide) for cell, slot in zip(cells, slots, strict=True))


def _cell(cell: Cell, wide: float) -> tuple[Line, ...]:
    style = CELL_STRONG if cell.strong else CELL
    if _runs_on(cell):
        lead = f"{_led(cell.text)} "
        return set_lines(cell.note, CELL_QUIET, wide, lead=lead, lead_in=style)
    main = set_lines(cell.text, style, wide)
    return main + set_lines(cell.note, CELL_QUIET, wide)


def _runs_on(cell: Cell) -> bool:
    """Tell whether a cell's note follows on the same line; after several lines it cannot."""
    said = bool(cell.text.strip() and cell.note.strip())
    return cell.run_on and said and len(cell.text.strip().splitlines()) == 1


def _slots(table: Table, wide: float) -> tuple[Slot, ...]:
    """Return where the columns stand: by weight, but so that as little as possible is broken."""
    rights = [column.numeric and number > 0 for number, column in enumerate(table.columns)]
    gutters = [_GUTTER_AFTER_NUMBERS if right else _GUTTER for right in rights[:-1]] + [0.0]
    room = wide - sum(gutters)
    wants = [_wants(column, number, table.rows) for number, column in enumerate(table.columns)]
    needs = [min(need, room / 3) for need, _ in wants]
    widths = share(room, [column.weight for column in table.columns], needs)
    widths = level(widths, [whole for _, whole in wants])
    slots: list[Slot] = []
    x = 0.0
    for column, each, right, gutter in zip(table.columns, widths, rights, gutters, strict=True):
        slots.append(Slot(x, each, right, column.initials))
        x += each + gutter
    return tuple(slots)


def level(widths: Sequence[float], wholes: Sequence[float]) -> list[float]:
    """Return `widths` with what some columns have to spare given to those whose text breaks.

    `wholes` are the widths at which nothing breaks; who lacks more is given more.
    """
    spare = [max(0.0, width - whole) for width, whole in zip(widths, wholes, strict=True)]
    lack = [max(0.0, whole - width) for width, whole in zip(widths, wholes, strict=True)]
    given = min(sum(spare), sum(lack))
    if not given:
        return list(widths)
    from_spare, to_lack = given / sum(spare), given / sum(lack)
    return [
        width - less * from_spare + more * to_lack
        for width, less, more in zip(widths, spare, lack, strict=True)
    ]


def _led(text: str) -> str:
    """Return a text with what parts it from the note on its line, unless it ends a sentence."""
    said = text.strip()
    return said if said[-1] in ".!?…" else f"{said} ·"


def _texts(cell: Cell) -> tuple[tuple[str, Type], ...]:
    """Return what stands in a cell, each text that has lines of its own with its style."""
    style = CELL_STRONG if cell.strong else CELL
    if _runs_on(cell):
        return ((f"{_led(cell.text)} {cell.note}", style),)
    return ((cell.text, style), (cell.note, CELL_QUIET))


def _wants(column: Column, number: int, rows: Sequence[Sequence[Cell]]) -> tuple[float, float]:
    """Return the width of a column's longest word, and that at which most of it is unbroken."""
    box = _BOX[0] + 0.5 if column.initials else 0.0
    head = natural_width(column.title, HEADER)
    word = max((natural_width(word, HEADER) for word in column.title.split()), default=0.0)
    cells = [row[number] for row in rows[:_SAMPLE] if number < len(row)]
    texts = [(text, style) for cell in cells for text, style in _texts(cell) if text]
    wholes = sorted(natural_width(text, style) for text, style in texts)
    longest = max((longest_word(text, style) for text, style in texts), default=0.0)
    need = max(box, word, longest) + 0.5
    if column.numeric and wholes and wholes[-1] < _FIGURE:
        need = max(need, wholes[-1] + 0.5)
    usual = wholes[-1] if wholes else 0.0
    if usual < _NAMES and any(cell.strong and cell.note and not cell.run_on for cell in cells):
        need = max(need, usual + 0.5)  # a name and the role below it
    if len(wholes) > _FEW and usual > _ODD * wholes[len(wholes) * 3 // 4]:
        usual = wholes[len(wholes) * 3 // 4]  # a single long text among short ones may break
    return need, max(need, head + 0.5, usual + 0.5)
