"""What the bodies of a room view are made of: small values of text as people read it."""

from typing import Literal

import msgspec


class Seen(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """Base of everything that is shown."""


class Tagged(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag=True,
):
    """Base of what stands where different things can: the JSON names which one it is."""


class ClockFace(Seen, frozen=True):
    """The clock as the room reads it; `over` is overtime, `still` a clock that is paused."""

    text: str
    over: bool = False
    still: bool = False


class Segment(Seen, frozen=True):
    """One stage on the progress line: its planned minutes, and the share (0 to 1) reached."""

    title: str
    hue: str
    minutes: int
    done: float


class Line(Seen, frozen=True):
    """A line of text, with a label before it and a quieter note behind it where there is one."""

    text: str
    label: str = ""
    note: str = ""
    quiet: bool = False


class Group(Tagged, frozen=True):
    """A heading and the lines under it."""

    title: str
    lines: tuple[Line, ...]


class CardSeen(Seen, frozen=True):
    """One card; `dots` is None while dots are hidden or not given at all."""

    text: str
    dots: int | None = None


class Theme(Seen, frozen=True):
    """A theme and its cards; the last one may have no name: the cards without a theme."""

    name: str
    cards: tuple[CardSeen, ...]


class Bucket(Seen, frozen=True):
    """A bucket, what was sorted into it, and its share of all that was sorted, in per cent."""

    label: str
    cards: tuple[CardSeen, ...]
    share: int


class Dots(Seen, frozen=True):
    """The votes for one value: executives are told apart from everybody else."""

    value: int
    others: int
    executives: int


class PollRow(Seen, frozen=True):
    """One question of a poll. `dots` is empty while the votes are hidden; `status` counts them."""

    label: str
    status: str
    dots: tuple[Dots, ...] = ()
    spread: int | None = None


class Legend(Seen, frozen=True):
    """What one value of the scale means."""

    value: int
    text: str


class Cell(Seen, frozen=True):
    """A cell: its text, and quieter lines under it."""

    text: str
    notes: tuple[Line, ...] = ()


class Column(Seen, frozen=True):
    """A column: its heading, and whether its cells are the row's date, set at the right."""

    title: str
    date: bool = False


class TableRow(Seen, frozen=True):
    """A row, its first cell strong. A `quiet` row is still to be answered."""

    cells: tuple[Cell, ...]
    quiet: bool = False
    dots: int | None = None


class Table(Tagged, frozen=True):
    """Rows of one record; `status` says how many are written."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    status: str = ""


class Piece(Seen, frozen=True):
    """A run of words of a statement: the same as in the wording before, added, or removed."""

    text: str
    change: Literal["same", "added", "removed"] = "same"


class Tick(Seen, frozen=True):
    """One thing the room ticks."""

    text: str
    done: bool


class Signatory(Seen, frozen=True):
    """One line of the sign list."""

    name: str
    role: str
    status: str
