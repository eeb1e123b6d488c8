"""What the room sees, as plain data: nothing in it is private, all of it is as people read it.

These values are all that room widgets ever get. They turn into JSON and back unchanged, so that a
frozen screen survives a restart.
"""

from typing import Final

import msgspec

from crm_workshop.live.parts import (
    Bucket,
    CardSeen,
    ClockFace,
    Group,
    Legend,
    Line,
    Piece,
    PollRow,
    Seen,
    Segment,
    Signatory,
    Table,
    Tagged,
    Theme,
    Tick,
)


class Black(Tagged, frozen=True):
    """Nothing."""


class Holding(Tagged, frozen=True):
    """The firm's logo and name, and what the day is for; the logo is a PNG, as it is kept."""

    purpose: str = ""
    logo: bytes = b""


class Break(Tagged, frozen=True):
    """A break, and the time at which it ends."""

    title: str
    until: str


class Alone(Tagged, frozen=True):
    """The question alone."""


class Cards(Tagged, frozen=True):
    """Revealed cards, and a sentence that counts the others."""

    cards: tuple[CardSeen, ...]
    status: str


class Themes(Tagged, frozen=True):
    """Cards under the headings that the room gave them."""

    themes: tuple[Theme, ...]
    status: str = ""


class Buckets(Tagged, frozen=True):
    """What was sorted, and what is still waiting."""

    buckets: tuple[Bucket, ...]
    waiting: tuple[CardSeen, ...] = ()
    status: str = ""


class Poll(Tagged, frozen=True):
    """A poll: its scale with the words at both ends, its questions, and what follows from them."""

    values: tuple[int, ...]
    low: str
    high: str
    rows: tuple[PollRow, ...]
    legend: tuple[Legend, ...] = ()
    rule: str = ""
    sentence: str = ""


class Tables(Tagged, frozen=True):
    """What the room is writing down."""

    tables: tuple[Table, ...]


class Statement(Tagged, frozen=True):
    """The wording that stands, piece by piece, and the three things the room checks it for."""

    pieces: tuple[Piece, ...]
    ticks: tuple[Tick, ...] = ()
    status: str = ""


class Drafts(Tagged, frozen=True):
    """All wordings in the order they were written; the last one stands."""

    drafts: tuple[Line, ...]


class Checklist(Tagged, frozen=True):
    """Lines the room agrees to, one by one."""

    ticks: tuple[Tick, ...]


class CharterPage(Tagged, frozen=True):
    """One page of the charter as it stands: `number` of `count`, its heading and what it says."""

    number: int
    count: int
    title: str
    blocks: tuple["Group | Table | Poll | SignList", ...]
    draft: bool


class SignList(Tagged, frozen=True):
    """Who signs, the sponsor first."""

    mandate: str
    signatories: tuple[Signatory, ...]


class LateJoiner(Tagged, frozen=True):
    """What has been decided so far, for somebody who has just come in."""

    groups: tuple[Group, ...]


class Quotation(Tagged, frozen=True):
    """A figure or a claim, always with its source."""

    text: str
    source: str


class Finding(Tagged, frozen=True):
    """What a check says, put before the room on purpose."""

    title: str
    sentence: str
    question: str


Body = (
    Black
    | Holding
    | Break
    | Alone
    | Cards
    | Themes
    | Buckets
    | Poll
    | Tables
    | Statement
    | Drafts
    | Checklist
    | CharterPage
    | SignList
    | LateJoiner
    | Quotation
    | Finding
)


class RoomView(Seen, frozen=True):
    """All that the room may see; `note` is quieter than the question, `page` is for long lists."""

    body: Body
    firm: str = ""
    stage: str = ""
    hue: str = ""
    title: str = ""
    question: str = ""
    note: str = ""
    clock: ClockFace | None = None
    progress: tuple[Segment, ...] = ()
    page: int = 0


_DECODER: Final = msgspec.json.Decoder(RoomView)


def to_json(view: RoomView) -> str:
    """Return the view as JSON."""
    return msgspec.json.encode(view).decode()


def from_json(text: str) -> RoomView | None:
    """Return the view that the JSON holds, or None if it holds none (or one of another version)."""
    try:
        return _DECODER.decode(text)
    except msgspec.DecodeError:
        return None
