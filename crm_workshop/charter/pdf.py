"""The charter as a PDF: laid out for its paper, the same bytes from the same charter."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from crm_workshop.charter import wording
from crm_workshop.charter.document import Charter, Paragraph, Section
from crm_workshop.charter.drawable import Undrawable, undrawable
from crm_workshop.charter.fonts import Face, font
from crm_workshop.charter.layout.flow import Page, Step, paginate
from crm_workshop.charter.layout.front import IN_FULL, Front, set_front
from crm_workshop.charter.layout.open import set_open_points
from crm_workshop.charter.layout.pen import Pen, plain
from crm_workshop.charter.layout.section import set_section
from crm_workshop.charter.layout.sheet import SHEETS, draw_draft_mark, draw_footer

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["Undrawable", "build_pdf", "lay_out", "undrawable"]


def build_pdf(charter: Charter) -> bytes:
    """Return `charter` as a PDF, ready to be printed on its paper.

    Characters that no font draws are printed as code points; ask `undrawable` first and tell.
    """
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
    pages = lay_out(charter)
    for number, page in enumerate(pages, 1):
        if charter.draft:
            draw_draft_mark(pen, sheet)
        for spot in page:
            spot.item.draw(pen, sheet.left, sheet.top + spot.top)
        draw_footer(pen, sheet, charter, number, len(pages))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


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
