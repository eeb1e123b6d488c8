"""How much fits: text shrinks to the smallest size, then it pages; nothing is ever cut.

Nothing here knows Qt: what text takes is asked of a `Measure`.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol, TypeVar

from ui.room.marks import SMALLEST, Block, Box, Mark, Run, Style, Text

S = TypeVar("S")

#: How far text is shrunk, step by step, before it pages. At the last all of it is the smallest.
FACTORS: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.58)


class Measure(Protocol):
    """What knows how wide letters are; the same one always gives the same answer."""

    def __hash__(self) -> int:
        """Return what tells it from another, so that what it measured can be kept."""
        ...

    def lines(self, text: str, style: Style, width: float, runs: tuple[Run, ...] = ()) -> int:
        """Return how many lines a text takes in a width."""
        ...

    def width(self, text: str, style: Style) -> float:
        """Return how wide a text is on one line."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a body may stand, the hue of its stage, and what measures its text."""

    width: float
    height: float
    hue: str
    measure: Measure

    def text(
        self,
        text: str,
        style: Style,
        *,
        x: float = 0.0,
        y: float = 0.0,
        width: float | None = None,
        runs: tuple[Run, ...] = (),
        key: str = "",
    ) -> Text:
        """Return a text in a width, the area's own if none is given, with the lines it takes."""
        across = self.width - x if width is None else width
        lines = self.measure.lines(text, style, across, runs)
        return Text(text=text, style=style, x=x, y=y, width=across, lines=lines, runs=runs, key=key)


@dataclass(frozen=True, slots=True)
class Laid:
    """A body on its pages, and the factor its text was shrunk by."""

    pages: tuple[tuple[Mark, ...], ...]
    factor: float = 1.0


def sized(size: float, factor: float) -> int:
    """Return a size of text that is shrunk, but never below the smallest."""
    return max(SMALLEST, round(size * factor))


def shifted(mark: Mark, x: float, y: float) -> Mark:
    """Return a mark elsewhere."""
    return replace(mark, x=mark.x + x, y=mark.y + y)


def stacked(blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Return the marks of blocks that stand one below the other, from the first one's corner."""
    marks: list[Mark] = []
    below = 0.0
    for index, block in enumerate(blocks):
        below += block.gap if index else 0.0
        marks += [shifted(one, 0, below) for one in block.marks]
        below += block.height
    return tuple(marks)


def height_of(blocks: Sequence[Block]) -> float:
    """Return how high blocks are, one below the other."""
    return sum(one.height for one in blocks) + sum(one.gap for one in blocks[1:])


def paginate(blocks: Sequence[Block], height: float) -> list[list[Block]]:
    """Return blocks on as many pages of a height as they take, at least one.

    A heading goes with what follows it, and is said again when a page begins below it. A block
    that is higher than a page goes on, line by line, on the next.
    """
    pages: list[list[Block]] = [[]]
    waiting = deque(blocks)
    while waiting:
        run = [waiting.popleft()]
        while run[-1].keep and waiting:
            run.append(waiting.popleft())
        if pages[-1] and height_of([*pages[-1], *run]) > height:
            pages.append([])
        page = pages[-1]
        if not page and (heading := run[0].under) is not None:
            page.append(heading)
        if height_of([*page, *run]) <= height:
            page += run
            continue
        room = height - height_of([*page, *run[:-1]]) - (run[-1].gap if page or run[:-1] else 0.0)
        first, rest = cut(run[-1], room)
        page += [*run[:-1], first]
        if rest is not None:
            waiting.appendleft(rest)
            pages.append([])
    return pages


def cut(block: Block, height: float) -> tuple[Block, Block | None]:
    """Return the lines of a block that fit in a height, and a block of those that do not.

    What stands in one column goes on in that column. At least one line stays in the first part.
    """
    columns: dict[float, list[Text]] = {}
    other: list[Mark] = []
    for mark in block.marks:
        if isinstance(mark, Text):
            columns.setdefault(mark.x, []).append(mark)
        else:
            other.append(mark)
    stay: list[Mark] = []
    go: list[Mark] = []
    for texts in columns.values():
        kept, moved = _cut_column(texts, max(height - block.pad, block.top), block.top)
        stay += kept
        go += moved
    if not go:
        return block, None
    bottom = max(one.y + one.height for one in go) + block.pad
    upper: list[Mark] = []
    lower: list[Mark] = []
    for one in other:
        if isinstance(one, Box) and one.height >= block.height - 1:
            upper.append(replace(one, height=height))
            lower.append(replace(one, height=bottom))
        else:
            upper.append(one)
    first = replace(block, marks=(*upper, *stay), height=height, keep=False)
    return first, replace(block, marks=(*lower, *go), height=bottom)


def _cut_column(texts: list[Text], height: float, top: float) -> tuple[list[Mark], list[Mark]]:
    stay: list[Mark] = []
    go: list[Mark] = []
    shift: float | None = None
    for text in sorted(texts, key=lambda one: one.y):
        if shift is None:
            line = text.style.line
            fits = min(text.lines, max(int((height - text.y) // line), 0 if stay else 1))
            if fits:
                stay.append(replace(text, lines=fits))
            if fits == text.lines:
                continue
            shift = text.y + fits * line - top
            go.append(replace(text, y=top, first=text.first + fits, lines=text.lines - fits))
        else:
            go.append(replace(text, y=text.y - shift))
    return stay, go


def best(
    settings: Sequence[S], lay: Callable[[S], list[list[Block]]]
) -> tuple[S, list[list[Block]]]:
    """Return the first setting, from the largest on, that takes the fewest pages, and its pages."""
    first = lay(settings[0])
    if len(first) == 1:
        return settings[0], first
    fewest = len(lay(settings[-1]))
    low, high = 0, len(settings) - 1
    while low < high:
        middle = (low + high) // 2
        if len(lay(settings[middle])) <= fewest:
            high = middle
        else:
            low = middle + 1
    return settings[low], lay(settings[low])


def flow(
    area: Area,
    build: Callable[[float], Sequence[Block]],
    head: Callable[[float], Block] | None = None,
) -> Laid:
    """Lay blocks out one below the other, at the largest factor that takes the fewest pages.

    The `head` stands on every page.
    """

    def lay(factor: float) -> list[list[Block]]:
        if head is None:
            return paginate(build(factor), area.height)
        top = head(factor)
        return [[top, *one] for one in paginate(build(factor), area.height - top.height)]

    factor, pages = best(FACTORS, lay)
    return Laid(tuple(stacked(one) for one in pages), factor)
