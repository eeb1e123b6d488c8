"""The charter as a PDF: laid out for its paper, the same bytes from the same charter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from crm_workshop.charter import wording
from crm_workshop.charter.document import Charter, Paragraph, Section
from crm_workshop.charter.drawable import Undrawable, undrawable
from crm_workshop.charter.fonts import Face, font
from crm_workshop.charter.layout.flow import Page, Step, paginate
from crm_workshop.charter.layout.front import IN_FULL, Front, set_front
from crm_workshop.charter.layout.open import set_open_points
from crm_workshop.charter.layout.pen import Mark, Pen, plain
from crm_workshop.charter.layout.section import set_section
from crm_workshop.charter.layout.sheet import SHEETS, draw_draft_mark, draw_footer
from crm_workshop.charter.origin import Origins

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = [
    "Clause",
    "Printed",
    "Undrawable",
    "build_pdf",
    "lay_out",
    "print_charter",
    "undrawable",
]


@dataclass(frozen=True, slots=True)
class Clause:
    """Something the charter says: where it stands (in points from its page's top left), its words,
    and the records it was composed from. Pages count from 0.
    """

    page: int
    x: float
    top: float
    wide: float
    high: float
    text: str
    origins: Origins


@dataclass(frozen=True, slots=True)
class Printed:
    """A charter as a PDF, with its clauses in reading order."""

    pdf: bytes
    clauses: tuple[Clause, ...]


def build_pdf(charter: Charter) -> bytes:
    """Return `charter` as a PDF, ready to be printed on its paper.

    Characters that no font draws are printed as code points; ask `undrawable` first and tell.
    """
    return print_charter(charter).pdf


def print_charter(charter: Charter) -> Printed:
    """Return `charter` as a PDF, as `build_pdf` does, and where on it each clause stands."""
    from reportlab.pdfgen.canvas import Canvas

    sheet = SHEETS[charter.paper]
    # The typed stubs take a font's name for a number, so the options travel in a dictionary.
    options: dict[str, Any] = {
        "pagesize": (sheet.wide, sheet.high),
        "pageCompression": 1,
        "invariant": 1,
        "initialFontName": font(Face.SANS).name,
        "lang": charter.locale.value.replace("_", "-"),
    }
    out = BytesIO()
    canvas = Canvas(out, **options)
    _describe(canvas, charter)
    pen = Pen(canvas, sheet.high)
    pages, clauses = lay_out(charter), []
    for number, page in enumerate(pages, 1):
        if charter.draft:
            draw_draft_mark(pen, sheet)
        for spot in page:
            spot.item.draw(pen, sheet.left, sheet.top + spot.top)
        clauses += [_clause(number - 1, mark) for mark in pen.marks]
        pen.marks.clear()
        draw_footer(pen, sheet, charter, number, len(pages))
        canvas.showPage()
    canvas.save()
    return Printed(out.getvalue(), tuple(clauses))


def _clause(page: int, mark: Mark) -> Clause:
    text = " · ".join(filter(None, mark.said)).lstrip("•")
    return Clause(page, mark.x, mark.top, mark.wide, mark.high, text, mark.origins)


def lay_out(charter: Charter) -> tuple[Page, ...]:
    """Return the charter's pages: what stands where, before anything is drawn."""
    sheet = SHEETS[charter.paper]
    wide, high = sheet.column
    front = set_front(charter, wide, high)
    return paginate(_steps(charter, front, wide), high)


def _steps(charter: Charter, front: Front, wide: float) -> Iterator[Step]:
    yield from (replace(step, keep=False) for step in front.steps)
    if front.moved:
        texts = tuple(Paragraph(text, label) for label, text in front.moved)
        section = Section(IN_FULL, "", wording.IN_FULL, "close", texts)
        yield from _on_new_page(set_section(section, wide))
    listed = charter.draft and not front.told
    if listed:
        yield from _on_new_page(set_open_points(charter, wide))
    sections = [step for section in charter.sections for step in set_section(section, wide)]
    yield from sections if listed else _on_new_page(sections)
    yield from _on_new_page(_annexes(charter, wide))


def _on_new_page(steps: Iterable[Step]) -> Iterator[Step]:
    for number, step in enumerate(steps):
        yield replace(step, fresh=not number)


def _annexes(charter: Charter, wide: float) -> Iterator[Step]:
    places = wording.places(charter)
    for number, annex in enumerate(charter.annexes):
        parent = "" if number else "Annexes"
        yield from set_section(places[annex.key], wide, level=1, parent=parent)


def _describe(canvas: "Canvas", charter: Charter) -> None:
    """Write the document's own data: title, author, subject, language, and its date."""
    canvas.setTitle(plain(wording.document_title(charter)))
    canvas.setAuthor(plain(charter.firm))
    version, code = wording.version_name(charter), wording.spaced_code(charter.code)
    canvas.setSubject(plain(f"{version}, content code {code}"))
    canvas.setCreator("CRM Workshop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    if charter.dated:
        stamp = f"D:{charter.dated:%Y%m%d}000000Z"
        canvas.setDateFormatter(lambda *_: stamp)
