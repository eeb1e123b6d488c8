"""Things that stand in a column, and the breaking of a column into pages."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from crm_workshop.charter.layout.lines import Line
from crm_workshop.charter.layout.pen import Pen


class Item(Protocol):
    """Something of a known height that is drawn as a whole or parted where a page ends."""

    @property
    def height(self) -> float:
        """How much room it takes, in points."""

    def parted(self, room: float, page: float, /) -> "tuple[Item, Item] | None":
        """Return what fits in `room` and the rest, or None to keep it whole.

        `page` is the most room it can ever get: what is taller must part.
        """

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its top left there."""


@dataclass(frozen=True, slots=True)
class Step:
    """An item in its column: the space above it, and how it holds to what follows.

    The space is left out at the top of a page. `keep` binds it to the next step; `fresh` starts
    a new page.
    """

    item: Item
    above: float = 0.0
    keep: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item stands on its page, from the top of the column."""

    item: Item
    top: float


Page = tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph as set: never one line of it alone at the foot or the head of a page."""

    lines: tuple[Line, ...]
    leading: float
    indent: float = 0.0

    @property
    def height(self) -> float:
        """See `Item`."""
        return len(self.lines) * self.leading

    def parted(self, room: float, _page: float, /) -> "tuple[Lines, Lines] | None":
        """See `Item`: two lines at least on either side."""
        fit = min(int(room / self.leading + 0.001), len(self.lines) - 2)
        if fit < 2:
            return None
        return replace(self, lines=self.lines[:fit]), replace(self, lines=self.lines[fit:])

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        pen.lines(self.lines, x + self.indent, top)


class _Sheet:
    """The page being filled."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[Page] = []
        self._spots: list[Spot] = []
        self._y = 0.0

    @property
    def empty(self) -> bool:
        return not self._spots

    def room_after(self, before: Sequence[Step], last: Step) -> float:
        """Return the room for `last` once `before` stands."""
        steps = [*before, last]
        used = 0.0 if self.empty else self._y + steps[0].above
        used += sum(step.item.height for step in before)
        return self.height - used - _gaps(steps)

    def put(self, step: Step) -> None:
        top = 0.0 if self.empty else self._y + step.above
        self._spots.append(Spot(step.item, top))
        self._y = top + step.item.height

    def turn(self) -> None:
        if self._spots:
            self.pages.append(tuple(self._spots))
        self._spots, self._y = [], 0.0


def _gaps(steps: Sequence[Step]) -> float:
    return sum(step.above for step in steps[1:])


def paginate(steps: Iterable[Step], height: float) -> tuple[Page, ...]:
    """Return the pages of a column `height` points high.

    What is bound to its successor never ends a page, and nothing is parted that need not be. An
    item that is taller than a page and cannot be parted stands on a page of its own.
    """
    todo = deque(steps)
    sheet = _Sheet(height)
    while todo:
        if todo[0].fresh:
            sheet.turn()
        bound = _bound(todo, height)
        *before, last = bound
        room = sheet.room_after(before, last)
        most = height - sum(step.item.height for step in before) - _gaps(bound)
        fits = last.item.height <= room + 0.001
        parts = None if fits else last.item.parted(room, most)
        if not fits and parts is None:
            if not sheet.empty:
                sheet.turn()
                todo[0] = replace(todo[0], fresh=False)
                continue
            if before:  # no page can keep this bond
                sheet.put(todo.popleft())
                continue
        for step in before:
            sheet.put(step)
        sheet.put(replace(last, item=parts[0]) if parts else last)
        for _ in bound:
            todo.popleft()
        if parts:
            sheet.turn()
            todo.appendleft(replace(last, item=parts[1], fresh=False))
    sheet.turn()
    return tuple(sheet.pages)


def _bound(todo: Sequence[Step], height: float) -> list[Step]:
    """Return the first steps of `todo` up to the first that is not bound to the next.

    A bond breaks where it would ask for more than half a page.
    """
    bound: list[Step] = []
    asked = 0.0
    for step in todo:
        if bound and step.fresh:
            break
        bound.append(step)
        asked += step.item.height
        if not step.keep or asked > height / 2:
            break
    return bound
