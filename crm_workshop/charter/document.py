"""The charter as plain data: what it says, in reading order, before anything is laid out.

`compose` makes it from the records; `pdf` and `markdown` only set it. All strings are text as
people typed or read it, never markup. Everything is frozen, so a worker may lay it out.

`origins` name the records that a block was composed from: of a table those of each row, of a list
those of each item. They are nothing that the charter says: two that say the same are equal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from crm_workshop.charter.origin import Origins
from crm_workshop.model.choices import Locale, Paper

#: Stage hues of the theme (see resources/themes); colour never carries meaning alone.
Hue = Literal["open", "meaning", "technology", "commitment", "success", "wins", "pitfalls", "close"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is a bold run-in before it (such as “Done when”)."""

    text: str
    lead: str = ""
    quiet: bool = False
    origins: Origins = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """The firm's own words, set large in the serif with a rule in the section's hue."""

    text: str
    attribution: str = ""
    origins: Origins = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short lines; `title` stands above it, `empty` is said when there is none."""

    items: tuple[str, ...]
    title: str = ""
    empty: str = ""
    origins: tuple[Origins, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: main text, a quieter second line, and whether it is strong.

    With `run_on` the quieter text follows on the same line, as a remark and not as a line below.
    """

    text: str
    note: str = ""
    strong: bool = False
    run_on: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: heading, share of the width (any positive weight), and alignment."""

    title: str
    weight: float
    numeric: bool = False
    initials: bool = False  # an empty box to be initialled by hand


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its header repeats on each page and its rows stay whole where they fit."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    origins: tuple[Origins, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class DotRow:
    """One question's votes: for each value, the count of everybody else and of executives."""

    label: str
    counts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PollChart:
    """Votes drawn as dots over a scale, executives told apart by shape, with the legend used."""

    values: tuple[int, ...]
    low: str
    high: str
    rows: tuple[DotRow, ...]
    legend: str
    caption: str = ""
    origins: Origins = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class NotSettled:
    """Stands where a section has nothing: says so, with who settles it by when if known."""

    owner: str = ""
    by: str = ""
    what: str = ""
    origins: Origins = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Signatory:
    """One line of the signature block; `when` is “signed 21 November 2026” or the like."""

    name: str
    role: str
    when: str = ""
    reservation: str = ""
    origins: Origins = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature block, kept whole on a page that carries the mandate sentence."""

    mandate: str
    signatories: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True)
class LogForm:
    """A blank form to be filled in by hand: column titles, and how many empty rows."""

    columns: tuple[str, ...]
    rows: int


Block = Paragraph | Quote | Bullets | Table | PollChart | NotSettled | Signatures | LogForm


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section or an annex; `key` is stable and names its anchor."""

    key: str
    number: str
    title: str
    hue: Hue
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Page 1, which stands alone. An empty value reads “Not settled”.

    `origins` are those of its texts, by the name of the field.
    `commitments_waiting` has one entry for each row of `commitments`: who has not answered and
    until when, or nothing; it is said if the row does not fit.
    """

    definition: str
    objective: str
    done_when: str
    technology_does: str
    technology_does_not: str
    commitments: Table
    commitments_more: str
    measures: Table
    measures_more: str
    first_win: str
    reviews: str
    commitments_waiting: tuple[str, ...] = ()
    origins: Mapping[str, Origins] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that keeps the charter a draft, with the section it belongs to."""

    section: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Charter:
    """A composed charter. `code` is computed from what it says (see `content_code`).

    `kind` is what it is: a charter, or notes where no executive was in the room.
    `logo` is a PNG as `activities.logo` keeps it, or empty; it says nothing, so the code is
    without it.
    """

    firm: str
    version: str
    status_line: str
    draft: bool
    paper: Paper
    locale: Locale
    dated: date | None
    date_text: str
    code: str
    front: FrontPage
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]
    open_points: tuple[OpenPoint, ...]
    logo: bytes = b""
    kind: str = "CRM charter"
