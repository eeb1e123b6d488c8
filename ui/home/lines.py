"""What stands in the list of the library: sections, workshops, and places that were found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from crm_workshop.model.workshop import Workshop
from crm_workshop.shelf.entries import Entry
from crm_workshop.shelf.found import Found, kind_of, pieces
from crm_workshop.store.search import Hit


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A workshop; it may be the first or the last of its section."""

    entry: Entry
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A record that holds what was looked for; `pieces` of its words, with what matched."""

    hit: Hit
    kind: str
    pieces: tuple[tuple[str, bool], ...]
    first: bool
    last: bool

    @property
    def words(self) -> str:
        """What the record says, on one line."""
        return "".join(text for text, _ in self.pieces)

    @property
    def whose(self) -> str:
        """What sort of record it is, and of which firm."""
        return f"{self.kind} · {self.hit.firm}"


Line = Heading | Row | Place


def shelf_lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """Return all workshops under the headings of their sections."""
    lines: list[Line] = []
    for section, of_it in groupby(entries, attrgetter("section")):
        lines += _rows(section.value, list(of_it))
    return tuple(lines)


def _rows(title: str, entries: Sequence[Entry]) -> Iterator[Line]:
    if entries:
        yield Heading(title)
    end = len(entries) - 1
    for number, entry in enumerate(entries):
        yield Row(entry, number == 0, number == end)


def found_lines(found: Found, entries: Sequence[Entry]) -> tuple[Line, ...]:
    """Return what was found: workshops in the order of the shelf, then people, then sentences."""
    wanted = set(found.workshops)
    named = [one for one in entries if one.id in wanted]
    return (
        *_rows("Workshops", named),
        *_places("People", found.people),
        *_places("Sentences", found.sentences),
    )


def _places(title: str, hits: Sequence[Hit]) -> Iterator[Line]:
    if hits:
        yield Heading(title)
    for number, hit in enumerate(hits):
        yield Place(hit, kind_of(hit), pieces(hit.snippet), number == 0, number == len(hits) - 1)


#: Names a line, and still does when it is read again: its table and the number of its row.
Name = tuple[str, int]


def name_of(line: Line | None) -> Name | None:
    """Return what names a line; None for a heading, which nobody chooses."""
    if isinstance(line, Row):
        return Workshop.table, line.entry.id
    return (line.hit.table, line.hit.row_id) if isinstance(line, Place) else None
