"""What stands in a column besides plain lines and tables: headings, bars, links, pairs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crm_workshop.charter.layout.flow import Item, Lines, Step
from crm_workshop.charter.layout.lines import Line
from crm_workshop.charter.layout.pen import Pen
from crm_workshop.charter.layout.style import HEADING
from crm_workshop.charter.origin import Origins

#: The space between two columns.
BETWEEN = 25.5
_HEAD_SPACE = 3.5


@dataclass(frozen=True, slots=True)
class Barred:
    """Lines beside an upright bar in a hue: the firm's own words."""

    lines: Lines
    hue: str

    @property
    def height(self) -> float:
        """See `Item`."""
        return self.lines.height

    def parted(self, room: float, page: float, /) -> "tuple[Barred, Barred] | None":
        """See `Item`."""
        parts = self.lines.parted(room, page)
        return parts and (replace(self, lines=parts[0]), replace(self, lines=parts[1]))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        pen.bar(x, top, 3, self.height, self.hue)
        self.lines.draw(pen, x, top)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading under a rule across the column; links and the outline lead to it.

    `parent` is an outline entry to be made above its own.
    """

    lines: tuple[Line, ...]
    indent: float
    key: str
    outline: str
    level: int
    parent: str
    wide: float

    @property
    def height(self) -> float:
        """See `Item`."""
        return _HEAD_SPACE + len(self.lines) * HEADING.leading

    def parted(self, _room: float, _page: float, /) -> None:
        """See `Item`: a heading stays whole."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        pen.anchor(self.key, top)
        if self.parent:
            above = f"above-{self.key}"  # a place can stand in the outline only once
            pen.anchor(above, top)
            pen.outline(self.parent, above, self.level - 1)
        pen.outline(self.outline, self.key, self.level)
        pen.rule(x, top, self.wide)
        pen.lines(self.lines, x + self.indent, top + _HEAD_SPACE)


@dataclass(frozen=True, slots=True)
class Opening:
    """Lines that links and the outline lead to, without a heading's rule."""

    lines: Lines
    key: str
    outline: str

    @property
    def height(self) -> float:
        """See `Item`."""
        return self.lines.height

    def parted(self, _room: float, _page: float, /) -> None:
        """See `Item`: it stays whole."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        pen.anchor(self.key, top)
        pen.outline(self.outline, self.key, 0)
        self.lines.draw(pen, x, top)


@dataclass(frozen=True, slots=True)
class Linked:
    """Lines that lead to the place named `key`."""

    lines: Lines
    key: str

    @property
    def height(self) -> float:
        """See `Item`."""
        return self.lines.height

    def parted(self, room: float, page: float, /) -> "tuple[Linked, Linked] | None":
        """See `Item`."""
        parts = self.lines.parted(room, page)
        return parts and (Linked(parts[0], self.key), Linked(parts[1], self.key))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        self.lines.draw(pen, x, top)
        wide = max((line.width for line in self.lines.lines), default=0.0)
        pen.link(self.key, x + self.lines.indent, top, wide, self.height)


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was composed from records, in a column `wide` points across."""

    item: Item
    origins: Origins
    wide: float

    @property
    def height(self) -> float:
        """See `Item`."""
        return self.item.height

    def parted(self, room: float, page: float, /) -> "tuple[Told, Told] | None":
        """See `Item`."""
        parts = self.item.parted(room, page)
        return parts and (replace(self, item=parts[0]), replace(self, item=parts[1]))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        with pen.clause(self.origins, x, top, self.wide, self.height):
            self.item.draw(pen, x, top)


def told_from(origins: Origins, item: Item, wide: float) -> Item:
    """Return an item that notes what it was composed from, if that is known."""
    return Told(item, origins, wide) if origins else item


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stacks side by side."""

    left: tuple[Step, ...]
    right: tuple[Step, ...]
    apart: float

    @property
    def height(self) -> float:
        """See `Item`."""
        return max(stack_height(self.left), stack_height(self.right))

    def parted(self, _room: float, _page: float, /) -> None:
        """See `Item`: a pair stays whole."""
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """See `Item`."""
        for stack, left in ((self.left, x), (self.right, x + self.apart)):
            y = top
            for number, step in enumerate(stack):
                y += step.above if number else 0.0
                step.item.draw(pen, left, y)
                y += step.item.height


def stack_height(steps: Sequence[Step]) -> float:
    """Return how tall `steps` stand, without the space above the first."""
    return sum(step.above + step.item.height for step in steps) - (steps[0].above if steps else 0)
