"""Tables: their header stands on every page, and a row stays whole unless no page could hold it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
)

#: Above and below the text of a row; between columns; the box that takes a leader's initials.
_PAD = 4.0
_GUTTER = 10.0
_GUTTER_AFTER_NUMBERS = 20.0
_BOX = (16 * MM, 8 * MM)
#: A table lower than this share of a page is never parted.
_WHOLE = 0.25
#: A header of more lines is no header: it becomes the first row, which may flow on.
_TALL_HEADER = 8
#: A row of this height may stand alone on its page.
_TALL_ROW = 46.0
#: Columns are fitted to the words of so many rows: enough for any table people read.
_SAMPLE = 60
#: What stands in a column of figures is kept on one line if it is no wider than this.
_FIGURE = 80.0
_FEW = 3
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

    @property
    def lines(self) -> int:
        """How many lines its tallest cell has."""
        return max(map(len, self.cells), default=0)

    @property
    def height(self) -> float:
        """The room it takes, in points."""
        return max(self.lines * CELL.leading, self.least) + 2 * _PAD

    def parted(self, room: float) -> "tuple[Row, Row] | None":
        """Return the lines that fit in `room`, and a row with the others."""
        fit = int((room - 2 * _PAD) / CELL.leading + 0.001)
        if fit < 2:
            return None
        head = tuple(cell[:fit] for cell in self.cells)
        tail = tuple(cell[fit:] for cell in self.cells)
        return Row(head, self.least, self.key), Row(tail)


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
        return self.header.lines * HEADER.leading + _PAD

    def parted(self, room: float, page: float, /) -> "tuple[Grid, Grid] | None":
        """See `Item`: a short table stays whole, of others no low row stands alone."""
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
        if fit == 1 and len(self.rows) > 2 and self.rows[0].height < _TALL_ROW:
            return None
        return self._apart(self.rows[:fit], self.rows[fit:]) if fit else None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        for slot, lines in zip(self.slots, self.header.cells, strict=True):
            lower = (self.header.lines - len(lines)) * HEADER.leading
            self._put(pen, slot, lines, x, top + lower)
        top += self.head_height
        for row in self.rows:
            pen.rule(x, top, self.wide)
            for slot, lines in zip(self.slots, row.cells, strict=True):
                self._put(pen, slot, lines, x, top + _PAD)
                if slot.initials and row.least and not lines:
                    pen.box(x + slot.x, top + _PAD, *_BOX, INK_3)
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


def set_table(table: Table, wide: float, keys: Sequence[str] = ()) -> Grid:
    """Return `table` set in a column `wide` points across; rows lead to `keys`, if given."""
    slots = _slots(table, wide)
    heads = [column.title for column in table.columns]
    header = Row(_set_heads(heads, slots))
    least = _BOX[1] if any(slot.initials for slot in slots) else 0.0
    rows = tuple(
        Row(_cells(row, slots), least, key)
        for row, key in zip(table.rows, keys or [""] * len(table.rows), strict=True)
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
    main = set_lines(cell.text, CELL_STRONG if cell.strong else CELL, wide)
    return main + set_lines(cell.note, CELL_QUIET, wide)


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


def share(room: float, weights: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Return `room` shared out by `weights`, each share at least its need where that can be."""
    total = sum(needs)
    if total >= room:
        return [need * room / total for need in needs]
    fixed: set[int] = set()
    while True:
        left = room - sum(needs[index] for index in fixed)
        weight = sum(weights[index] for index in range(len(weights)) if index not in fixed)
        short = {
            index
            for index, each in enumerate(weights)
            if index not in fixed and left * each / weight < needs[index]
        }
        if not short:
            break
        fixed |= short
    return [
        needs[index] if index in fixed else left * weights[index] / weight
        for index in range(len(weights))
    ]


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


def _wants(column: Column, number: int, rows: Sequence[Sequence[Cell]]) -> tuple[float, float]:
    """Return the width of a column's longest word, and that at which most of it is unbroken."""
    box = _BOX[0] + 0.5 if column.initials else 0.0
    head = natural_width(column.title, HEADER)
    word = max((natural_width(word, HEADER) for word in column.title.split()), default=0.0)
    cells = [row[number] for row in rows[:_SAMPLE] if number < len(row)]
    texts = [(cell.text, CELL_STRONG if cell.strong else CELL) for cell in cells if cell.text]
    texts.extend((cell.note, CELL_QUIET) for cell in cells if cell.note)
    wholes = sorted(natural_width(text, style) for text, style in texts)
    longest = max((longest_word(text, style) for text, style in texts), default=0.0)
    need = max(box, word, longest) + 0.5
    if column.numeric and wholes and wholes[-1] < _FIGURE:
        need = max(need, wholes[-1] + 0.5)
    usual = wholes[-1] if wholes else 0.0
    if len(wholes) > _FEW and usual > _ODD * wholes[len(wholes) * 3 // 4]:
        usual = wholes[len(wholes) * 3 // 4]  # a single long text among short ones may break
    return need, max(need, head + 0.5, usual + 0.5)
