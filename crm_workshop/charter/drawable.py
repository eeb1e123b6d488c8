"""Text that no font of the charter can draw, found by name before a page is made."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from crm_workshop.charter import wording
from crm_workshop.charter.document import (
    Block,
    Bullets,
    Charter,
    LogForm,
    NotSettled,
    Paragraph,
    PollChart,
    Quote,
    Section,
    Signatures,
    Table,
)
from crm_workshop.charter.fonts import missing

#: How much of a long text is repeated when it is reported.
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Undrawable:
    """A text that cannot be printed as typed: where it stands, and each character at fault."""

    where: str
    text: str
    characters: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The characters by code point and name: “U+674E CJK UNIFIED IDEOGRAPH-674E”."""
        return tuple(
            f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip() for char in self.characters
        )

    @property
    def sentence(self) -> str:
        """One sentence for the person who prints: what will not be drawn, and where."""
        text = " ".join(self.text.split())
        said = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
        shown = ", ".join(self.names[:4])
        more = f" and {len(self.names) - 4} more" if len(self.names) > 4 else ""
        return f"{self.where}: “{said}” is printed with code points for {shown}{more}."


def undrawable(charter: Charter) -> tuple[Undrawable, ...]:
    """Return every text of `charter` that holds characters no font of it draws, in its order."""
    return tuple(
        Undrawable(where, text, chars)
        for where, text in _texts(charter)
        if (chars := missing(text))
    )


def _texts(charter: Charter) -> Iterator[tuple[str, str]]:
    """Yield each text that is printed, with words for where it stands."""
    yield from (("Title", charter.firm), ("Title", charter.status_line))
    yield from (("Footer", charter.version), ("Footer", charter.date_text))
    front = charter.front
    for label, text in (
        (wording.DEFINITION, front.definition),
        (wording.OBJECTIVE, front.objective),
        (wording.DONE_WHEN, front.done_when),
        (wording.TECHNOLOGY, front.technology_does),
        (wording.TECHNOLOGY, front.technology_does_not),
        (wording.COMMITMENTS, front.commitments_more),
        (wording.MEASURES, front.measures_more),
        (wording.FIRST_WIN, front.first_win),
        (wording.REVIEWS, front.reviews),
    ):
        yield f"Page 1, {label}", text
    yield from _in_table(f"Page 1, {wording.COMMITMENTS}", front.commitments)
    yield from _in_table(f"Page 1, {wording.MEASURES}", front.measures)
    for point in charter.open_points:
        yield wording.OPEN_TITLE, point.section
        yield wording.OPEN_TITLE, point.sentence
    for section in charter.sections:
        yield from _in_section(f"Section {wording.place_name(section)}", section)
    for annex in charter.annexes:
        yield from _in_section(wording.place_name(wording.places(charter)[annex.key]), annex)


def _in_section(where: str, section: Section) -> Iterator[tuple[str, str]]:
    yield where, section.title
    for block in section.blocks:
        yield from in_block(where, block)


def in_block(where: str, block: Block) -> Iterator[tuple[str, str]]:
    """Yield each text of a block that is printed, with words for where it stands."""
    match block:
        case Paragraph(text, lead):
            yield from ((where, lead), (f"{where}, {lead}" if lead else where, text))
        case Quote(text, attribution):
            yield from ((where, text), (where, attribution))
        case Bullets(items, title, empty):
            inside = f"{where}, {title}" if title else where
            yield from ((inside, each) for each in (title, *items, empty))
        case Table():
            yield from _in_table(f"{where}, {block.title}" if block.title else where, block)
        case PollChart():
            yield from ((where, each) for each in (block.low, block.high))
            yield from ((where, row.label) for row in block.rows)
            yield from ((where, each) for each in (block.legend, block.caption))
        case NotSettled(owner, by, what):
            yield from ((where, each) for each in (what, owner, by))
        case Signatures():
            yield from _in_signatures(where, block)
        case LogForm(columns):
            yield from ((where, each) for each in columns)


def _in_signatures(where: str, block: Signatures) -> Iterator[tuple[str, str]]:
    yield where, block.mandate
    for one in block.signatories:
        for text in (one.name, one.role, one.when, one.reservation):
            yield f"{where}, {one.name}", text


def _in_table(where: str, table: Table) -> Iterator[tuple[str, str]]:
    yield where, table.title
    for column in table.columns:
        yield where, column.title
    for number, row in enumerate(table.rows, 1):
        for column, cell in zip(table.columns, row, strict=False):
            place = f"{where}, row {number}, {column.title}".rstrip(", ")
            yield from ((place, cell.text), (place, cell.note))
