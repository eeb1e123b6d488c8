"""A handout as plain data: what it says, and where people write on it."""

from dataclasses import dataclass

from crm_workshop.charter.document import Block, Hue
from crm_workshop.model.choices import Paper


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on by hand; a short one for a number or a day."""

    lines: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Boxes:
    """Empty cards to write on: `count` of them, two beside each other."""

    count: int


@dataclass(frozen=True, slots=True)
class Ticks:
    """Lines with a box to tick before each."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Boxes beside each other for the strokes of a count: over each its value and its meaning."""

    values: tuple[str, ...]
    meanings: tuple[str, ...]


HandoutBlock = Block | Ruled | Boxes | Ticks | Tally


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a handout under a heading; `fresh` begins it on a page of its own.

    `kicker` stands small above the title, or is empty.
    """

    key: str
    title: str
    blocks: tuple[HandoutBlock, ...]
    kicker: str = ""
    number: str = ""
    hue: Hue = "close"
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Handout:
    """Something to print before the day; `foot` stands in the middle of each page's foot."""

    title: str
    firm: str
    foot: str
    paper: Paper
    language: str
    parts: tuple[Part, ...]
