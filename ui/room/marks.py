"""What a picture of the room is made of, before anything is painted: plain, placed values.

All lengths are in parts of a canvas that is always `HEIGHT` high; painting scales it to the
screen. The room and the console's small preview are therefore the same picture, line for line.
"""

from dataclasses import dataclass
from enum import Enum, auto
from math import ceil
from typing import Final

HEIGHT: Final = 1080.0

#: Sizes of text in parts of the height: question, cards and rows, labels, and the smallest.
QUESTION: Final = round(HEIGHT / 14)
ROW: Final = round(HEIGHT / 29)
LABEL: Final = round(HEIGHT / 36)
SMALLEST: Final = ceil(HEIGHT / 50)


class Face(Enum):
    """The four cuts: sans for what we say, serif for the room's and the firm's own words."""

    SANS = auto()
    STRONG = auto()
    SERIF = auto()
    HEAD = auto()


class Align(Enum):
    """Where lines stand in their width."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set; `ink` is a colour token, or `hue:` and the name of a stage's hue."""

    face: Face
    size: int
    ink: str = "ink"
    leading: float = 1.24
    align: Align = Align.LEFT

    @property
    def line(self) -> int:
        """Return the height of one line."""
        return round(self.size * self.leading)


class Emphasis(Enum):
    """What is said of a run of characters, always by shape too."""

    STRONG = auto()
    ADDED = auto()
    REMOVED = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a text that are set apart."""

    start: int
    length: int
    emphasis: Emphasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Lines of a text from line `first` on, broken at `width`; `key` names what may be revealed."""

    text: str
    style: Style
    x: float
    y: float
    width: float
    lines: int
    first: int = 0
    runs: tuple[Run, ...] = ()
    key: str = ""

    @property
    def height(self) -> float:
        """Return the height of the lines that are shown."""
        return float(self.lines * self.style.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle, filled and bordered with colour tokens; empty ones paint nothing."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    radius: float = 0.0
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A dot or, as a ring, the dot of an executive; x and y are the corner of its square."""

    x: float
    y: float
    width: float
    ink: str
    ring: bool = False
    key: str = ""

    @property
    def height(self) -> float:
        """Return its height, which is its width."""
        return self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A square that is ticked or not."""

    x: float
    y: float
    width: float
    done: bool
    ink: str
    key: str = ""

    @property
    def height(self) -> float:
        """Return its height, which is its width."""
        return self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture (PNG) on a white plate, as it is printed; `inset` is the white around it."""

    x: float
    y: float
    width: float
    height: float
    png: bytes
    inset: float
    key: str = ""


Mark = Text | Box | Disc | Check | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Marks that stay together on a page, placed from the block's own corner.

    `gap` is the space above it when something stands there; a block that is to `keep` is not left
    last on a page; `under` is the heading that is said again when a page begins with this block;
    `top` and `pad` are the space inside it above and below its text.
    """

    marks: tuple[Mark, ...]
    height: float
    gap: float = 0.0
    top: float = 0.0
    pad: float = 0.0
    keep: bool = False
    under: "Block | None" = None
