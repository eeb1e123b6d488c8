"""Votes drawn as dots over their scale; executives are told apart by shape, not by colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from crm_workshop.charter.document import PollChart
from crm_workshop.charter.layout.lines import Line, set_lines
from crm_workshop.charter.layout.pen import Pen
from crm_workshop.charter.layout.style import (
    BODY,
    BODY_QUIET,
    BODY_STRONG,
    CELL_STRONG,
    SMALL,
)
from crm_workshop.charter.wording import scale_end

#: A dot's radius, and the distance between the centres of neighbours.
_RADIUS = 2.9
_STEP = 7.4
#: So many dots stand above one another before a second pile is begun beside the first.
_HIGH = 4
#: More than this many votes of one kind are written as a number: nobody counts so many dots.
_MANY = 40
_PAD = 3.0
#: The share of its width that its questions take, and the most points.
_LABELS = 0.4
_MOST_LABELS = 92.0


@dataclass(frozen=True, slots=True)
class _Votes:
    """One question's line: its label as set, the dots of each value (True is filled)."""

    label: tuple[Line, ...]
    piles: tuple[tuple[bool, ...], ...]
    numbers: tuple[tuple[Line, ...], ...]
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A poll as set; it is never parted (it holds the line's few questions, not a list)."""

    rows: tuple[_Votes, ...]
    ends: tuple[tuple[Line, ...], tuple[Line, ...]]
    values: tuple[tuple[Line, ...], ...]
    key: tuple[tuple[Line, ...], tuple[Line, ...]]
    wide: float
    labels: float
    colour: str

    @property
    def height(self) -> float:
        """See `Item`."""
        return (
            self._ends_height
            + sum(row.high for row in self.rows)
            + BODY.leading
            + SMALL.leading
            + 2
        )

    @property
    def _ends_height(self) -> float:
        return max(map(len, self.ends)) * BODY.leading

    def parted(self, _room: float, _page: float, /) -> None:
        """See `Item`: a chart stays whole."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        low, high = self.ends
        pen.lines(low, x, top)
        _put_right(pen, high, x + self.wide, top)
        y = top + self._ends_height
        for row in self.rows:
            floor = y + row.high
            pen.lines(row.label, x, floor - _PAD / 2 - len(row.label) * CELL_STRONG.leading)
            for number, (pile, count) in enumerate(zip(row.piles, row.numbers, strict=True)):
                centre = x + self._centre(number)
                self._pile(pen, pile, centre, floor)
                _put_centred(pen, count, centre, floor - _PAD / 2 - BODY.leading)
            pen.rule(x, floor, self.wide)
            y = floor
        for number, value in enumerate(self.values):
            _put_centred(pen, value, x + self._centre(number), y + 2)
        self._draw_key(pen, x, y + 2 + BODY.leading)

    def _centre(self, number: int) -> float:
        return self.labels + (self.wide - self.labels) * (number + 0.5) / len(self.values)

    def _pile(self, pen: Pen, pile: Sequence[bool], centre: float, floor: float) -> None:
        across = _across(len(pile), (self.wide - self.labels) / len(self.values))
        for number, filled in enumerate(pile):
            x = centre + (number % across - (across - 1) / 2) * _STEP
            y = floor - _PAD / 2 - _RADIUS - (number // across) * _STEP
            pen.dot(x, y, _RADIUS, self.colour, filled=filled)

    def _draw_key(self, pen: Pen, x: float, top: float) -> None:
        for filled, lines in zip((True, False), self.key, strict=True):
            pen.dot(x + _RADIUS, top + SMALL.leading / 2, _RADIUS, self.colour, filled=filled)
            pen.lines(lines, x + _STEP + 2, top)
            x += _STEP + 2 + max(line.width for line in lines) + 18


def set_chart(chart: PollChart, hue: str, wide: float) -> Chart:
    """Return `chart`, which has values, set in a column `wide` points across, dots in `hue`."""
    size = len(chart.values)
    labels = min(_MOST_LABELS, wide * _LABELS)
    each = (wide - labels) / size
    return Chart(
        rows=tuple(
            _votes(row.label, [*row.counts, *repeat((0, 0), size)][:size], labels, each)
            for row in chart.rows
        ),
        ends=(
            set_lines(scale_end(chart.values[0], chart.low), BODY_QUIET, wide * 0.46),
            set_lines(scale_end(chart.values[-1], chart.high), BODY_QUIET, wide * 0.46),
        ),
        values=tuple(set_lines(str(value), BODY_STRONG, 60) for value in chart.values),
        key=(set_lines("everyone else", SMALL, wide), set_lines("executives", SMALL, wide)),
        wide=wide,
        labels=labels,
        colour=hue,
    )


def _votes(label: str, counts: Sequence[tuple[int, int]], labels: float, each: float) -> _Votes:
    lines = set_lines(label, CELL_STRONG, labels - 6)
    crowds = [max(pair) > _MANY for pair in counts]
    piles = [() if crowd else _pile(*pair) for crowd, pair in zip(crowds, counts, strict=True)]
    numbers = [
        set_lines(f"{others} + {leaders}" if crowd else "", BODY, 60)
        for crowd, (others, leaders) in zip(crowds, counts, strict=True)
    ]
    tallest = max((-(-len(pile) // _across(len(pile), each)) for pile in piles if pile), default=0)
    high = max(len(lines) * CELL_STRONG.leading, tallest * _STEP, BODY.leading) + 2 * _PAD
    return _Votes(lines, tuple(piles), tuple(numbers), high)


def _pile(others: int, leaders: int) -> tuple[bool, ...]:
    return (True,) * others + (False,) * leaders


def _across(dots: int, each: float) -> int:
    """Return how many piles `dots` stand in, side by side where a value has `each` points."""
    return max(1, min(-(-dots // _HIGH), int(each / _STEP)))


def _put_right(pen: Pen, lines: Sequence[Line], right: float, top: float) -> None:
    for line in lines:
        top = pen.lines((line,), right - line.width, top)


def _put_centred(pen: Pen, lines: Sequence[Line], centre: float, top: float) -> None:
    for line in lines:
        top = pen.lines((line,), centre - line.width / 2, top)
