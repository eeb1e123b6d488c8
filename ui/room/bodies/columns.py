"""Cards in columns under headings: themes and buckets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from crm_workshop.live.parts import CardSeen
from ui.room.bodies.cards import GAP, card_row, usual_columns
from ui.room.bodies.rows import HAIRLINE, under
from ui.room.fit import Area, Laid, best, paginate, sized, stacked
from ui.room.marks import ROW, Align, Block, Box, Face, Mark, Style


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the cards under it, and its share of all in per cent, where that is meant."""

    title: str
    cards: tuple[CardSeen, ...]
    share: int | None = None


#: The space above and below the text of a card in a column.
_INSIDE = 18

#: The factor of the text, and how many more columns than usual may stand side by side.
_STEPS = (
    *((1.0, 0), (0.94, 0), (0.88, 0), (0.82, 0), (0.76, 0), (0.76, 1), (0.7, 1)),
    *((0.64, 1), (0.58, 1), (0.58, 2)),
)


def lay_columns(
    area: Area, columns: Sequence[Column], rest: Callable[[float], Sequence[Block]]
) -> Laid:
    """Return columns in as many bands as they need; `rest` makes what stands below them."""

    def lay_step(step: tuple[float, int]) -> list[list[Block]]:
        factor, more = step
        bands = _bands(area, columns, usual_columns(area) + more, factor)
        return paginate([*bands, *rest(factor)], area.height)

    step, pages = best(_STEPS, lay_step)
    return Laid(tuple(stacked(one) for one in pages), step[0])


def _bands(area: Area, columns: Sequence[Column], most: int, factor: float) -> Iterator[Block]:
    """Yield the columns in bands of equal length, each column as wide as in every other band."""
    bands = -(-len(columns) // most) or 1
    across = -(-len(columns) // bands)
    width = (area.width - GAP * (across - 1)) / max(across, 1)
    for start in range(0, len(columns), max(across, 1)):
        band = columns[start : start + across]
        rows = []
        for number, cards in enumerate(zip_longest(*(one.cards for one in band))):
            keyed = [
                (card, f"{column.title} {number} {card.text if card else ''}")
                for card, column in zip(cards, band, strict=True)
            ]
            rows.append(card_row(area, keyed, width, factor, inside=_INSIDE))
        yield from under(rows, _head(area, band, width, factor))


def _head(area: Area, band: Sequence[Column], width: float, factor: float) -> Block:
    """Return the headings of a band; a share is a number and a bar of that length."""
    marks: list[Mark] = []
    title = Style(Face.STRONG, sized(ROW, factor))
    share = Style(Face.STRONG, sized(ROW, factor), area.hue, align=Align.RIGHT)
    for number, column in enumerate(band):
        x = number * (width + GAP)
        said = "" if column.share is None else f"{column.share} %"
        reserved = area.measure.width("100 %", share) + 12 if said else 0.0
        marks.append(area.text(column.title, title, x=x, width=width - reserved))
        if said:
            marks.append(area.text(said, share, x=x + width - reserved, width=reserved))
    bottom = max((one.height for one in marks), default=0.0)
    for number, column in enumerate(band):
        x, y = number * (width + GAP), bottom + 8 * factor
        if column.share is None:
            marks.append(Box(x=x, y=y, width=width, height=HAIRLINE, fill="line_2"))
            continue
        marks.append(Box(x=x, y=y + 2, width=width, height=4, fill="line_2", radius=2))
        if column.share:
            length = width * column.share / 100
            marks.append(Box(x=x, y=y, width=length, height=8, fill=area.hue, radius=4))
    height = bottom + (8 + 4) * factor + 8
    return Block(marks=tuple(marks), height=height, gap=32 * factor, keep=True)
