"""The sample's charter against a plain reportlab document that says the same on as many pages."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from benchmarks.timing import Claim, side_by_side
from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter
from crm_workshop.charter.document import Table as CharterTable
from crm_workshop.charter.fonts import Face, font
from crm_workshop.charter.pdf import build_pdf
from crm_workshop.checks import check
from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.kit.load import kit_of
from crm_workshop.store.library import Store


def charter_against_plain_document(_folder: Path) -> Claim:
    """The sample's charter, set with care, against its text in plain paragraphs and tables."""
    charter = _sample_charter()
    pages = _page_count(build_pdf(charter))
    leading = _leading_for(charter, pages)
    ours, theirs = side_by_side(
        lambda: build_pdf(charter), lambda: _plain(charter, leading), rounds=9
    )
    detail = f"{ours * 1e3:.0f} ms against {theirs * 1e3:.0f} ms, {pages} pages"
    return Claim("The sample's charter against plain", ours / theirs, 2.0, "×", detail)


def _sample_charter() -> Charter:
    """Return the complete sample workshop's charter."""
    with Store.open(":memory:") as store:
        dossier = store.load(import_workshop(store, samples()[0].data))
    kit, today = kit_of(dossier.workshop), date(2026, 11, 21)
    return compose(dossier, kit, check(dossier, kit, today), today=today)


def _page_count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _leading_for(charter: Charter, pages: int) -> int:
    """Return the line distance at which the plain document has as many pages as ours."""
    return min(
        range(11, 40), key=lambda leading: abs(_page_count(_plain(charter, leading)) - pages)
    )


def _plain(charter: Charter, leading: int) -> bytes:
    """Return the charter's words as an undesigned document, in the same embedded face."""
    style = ParagraphStyle("plain", fontName=font(Face.SANS).name, fontSize=10, leading=leading)
    story: list[Any] = []
    for section in (*charter.sections, *charter.annexes):
        story += [Paragraph(escape(section.title), style), Spacer(1, 6)]
        for block in section.blocks:
            if isinstance(block, CharterTable):
                story += _plain_table(block, style)
            else:
                story += [Paragraph(escape(text), style) for text in _texts(block)]
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build(story)
    return buffer.getvalue()


def _plain_table(block: CharterTable, style: ParagraphStyle) -> list[Any]:
    rows = [[Paragraph(escape(column.title), style) for column in block.columns]]
    rows += [
        [Paragraph(escape(f"{cell.text} {cell.note}"), style) for cell in row] for row in block.rows
    ]
    return [Table(rows, repeatRows=1)]


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a block, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    else:
        for name in getattr(value, "__slots__", ()):
            yield from _texts(getattr(value, name))
