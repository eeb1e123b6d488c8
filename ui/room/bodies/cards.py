"""Cards in a grid, and the sentence that counts those that are still hidden."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from crm_workshop.live.parts import CardSeen
from crm_workshop.live.seen import Cards
from ui.room.bodies.rows import aside, dot_strip
from ui.room.fit import Area, Laid, Measure, best, paginate, sized, stacked
from ui.room.marks import ROW, Block, Box, Face, Mark, Style

#: Space between cards, inside them, and their least height, in parts of the canvas.
GAP: Final = 24
INSIDE: Final = 28
_LEAST: Final = 164

#: How a grid of cards gets smaller: the factor of its text, and one more column in the end.
_STEPS: Final = (
    *((1.0, 0), (0.94, 0), (0.88, 0), (0.82, 0), (0.82, 1), (0.76, 1), (0.7, 1)),
    *((0.64, 1), (0.58, 1), (0.58, 2)),
)


def lay(body: Cards, area: Area) -> Laid:
    """Return the cards in a grid, or only how many there are."""
    if not body.cards:
        style = Style(Face.SANS, 52, "ink_2")
        text = area.text(body.status, style)
        return Laid(((text,) if body.status else (),))
    columns = usual_columns(area)

    def lay_step(step: tuple[float, int]) -> list[list[Block]]:
        factor, more = step
        blocks = list(grid(area, body.cards, columns + more, factor))
        if body.status:
            blocks.append(aside(area, body.status, factor))
        return paginate(blocks, area.height)

    step, pages = best(_STEPS, lay_step)
    return Laid(tuple(stacked(one) for one in pages), step[0])


def usual_columns(area: Area) -> int:
    """Return how many columns of cards stand side by side: a narrower screen has fewer."""
    return 3 if area.width >= 1400 else 2


def grid(
    area: Area, cards: Sequence[CardSeen], columns: int, factor: float, group: str = ""
) -> Iterator[Block]:
    """Yield rows of cards; in a row all are as high as the highest."""
    width = (area.width - GAP * (columns - 1)) / columns
    seen: Counter[str] = Counter()
    for start in range(0, len(cards), columns):
        keyed: list[tuple[CardSeen | None, str]] = []
        for one in cards[start : start + columns]:
            seen[one.text] += 1
            keyed.append((one, f"{group} {one.text} {seen[one.text]}"))
        yield card_row(area, keyed, width, factor, least=_LEAST if factor == 1.0 else 0.0)


def card_row(
    area: Area,
    cards: Sequence[tuple[CardSeen | None, str]],
    width: float,
    factor: float,
    *,
    least: float = 0.0,
    inside: float = INSIDE,
) -> Block:
    """Return cards side by side, each with the key it is revealed by; None leaves a place free.

    `least` is their least height, `inside` the space above and below their text at full size.
    """
    return _card_row(area.measure, area.hue, tuple(cards), width, factor, least, inside)


@lru_cache(maxsize=4096)
def _card_row(
    measure: Measure,
    hue: str,
    cards: tuple[tuple[CardSeen | None, str], ...],
    width: float,
    factor: float,
    least: float,
    inside: float,
) -> Block:
    """Return a row of cards, kept: while cards come in, all rows but the last stay as they are."""
    area = Area(width=width, height=0.0, hue=hue, measure=measure)
    across, inside = INSIDE * factor, inside * factor
    style = Style(Face.SANS, sized(ROW, factor))
    texts: list[Mark] = []
    bottom = 0.0
    for number, (card, key) in enumerate(cards):
        if card is None:
            continue
        x = number * (width + GAP) + across
        text = area.text(card.text, style, x=x, y=inside, width=width - 2 * across, key=key)
        texts.append(text)
        below = inside + text.height
        if card.dots is not None:
            dots = dot_strip(area, card.dots, factor, x=x, y=below + 8, key=f"dots {key}")
            texts += dots
            below += 8 + max(one.height for one in dots)
        bottom = max(bottom, below)
    height = max(bottom + inside, least)
    boxes = _boxes(cards, width, height)
    return Block(
        marks=(*boxes, *texts), height=height, gap=GAP * max(factor, 0.6), top=inside, pad=inside
    )


def _boxes(
    cards: Sequence[tuple[CardSeen | None, str]], width: float, height: float
) -> Iterator[Mark]:
    for number, (card, key) in enumerate(cards):
        if card is not None:
            yield Box(
                x=number * (width + GAP),
                y=0,
                width=width,
                height=height,
                fill="surface",
                stroke="line",
                radius=14,
                key=key,
            )
