"""Reading a PDF back: its text as a person selects it, its fonts, its outline, its boxes."""

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

MM = 72 / 25.4


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page in the order in which it is selected, spaces made single."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [" ".join(_text(page).split()) for page in document]


def whole_text(pdf: bytes) -> str:
    """Return the text of all pages without footers."""
    return " ".join(page_texts(pdf))


def _text(page: Any) -> str:
    with closing(page), closing(page.get_textpage()) as text:
        found: str = text.get_text_bounded()
        return found


def in_order(text: str, *wanted: str) -> bool:
    """Tell whether `wanted` stand in `text` one after another."""
    at = 0
    for each in wanted:
        at = text.find(each, at)
        if at < 0:
            return False
        at += len(each)
    return True


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return the PDF for a look at its objects; close it."""
    return pikepdf.open(BytesIO(pdf))


def fonts(pdf: bytes) -> Iterator[Any]:
    """Yield every font object that a page names."""
    with opened(pdf) as document:
        for page in document.pages:
            yield from dict(page.Resources.get("/Font", {})).values()


def boxes(pdf: bytes) -> list[tuple[float, float]]:
    """Return the width and height of each page's media box."""
    with opened(pdf) as document:
        sizes = [[float(number) for number in page.MediaBox] for page in document.pages]
    return [(right - left, top - bottom) for left, bottom, right, top in sizes]


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return the outline: level, title, page from 0."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [
            (each.level, each.get_title(), each.get_dest().get_index())
            for each in document.get_toc()
        ]


def links(pdf: bytes, page: int) -> list[int]:
    """Return the pages, from 0, that the links on a page lead to, in the order they were made."""
    with opened(pdf) as document:
        places = {each.obj.objgen: number for number, each in enumerate(document.pages)}
        return [places[each.Dest[0].objgen] for each in document.pages[page].Annots]


def drawn(pdf: bytes, *, text: bool) -> list[list[tuple[float, float, float, float]]]:
    """Return, page by page, the boxes (left, bottom, right, top) of its texts or its lines."""
    kind = 1 if text else 2
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [[each.get_bounds() for each in page.get_objects([kind])] for page in document]


def sizes(pdf: bytes) -> set[float]:
    """Return every size in which text is set, in points."""
    found: set[float] = set()
    with opened(pdf) as document:
        for page in document.pages:
            for step in pikepdf.parse_content_stream(page):
                if str(step.operator) == "Tf":
                    found.add(float(str(step.operands[1])))
    return found


def pixels(pdf: bytes, page: int, colour: tuple[int, int, int]) -> int:
    """Return how many pixels of a page, drawn at 72 dpi, have exactly that colour."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        image = document[page].render(scale=1).to_pil().convert("RGB")
    found: list[tuple[int, tuple[int, int, int]]] = image.getcolors(image.width * image.height)
    return sum(count for count, each in found if each == colour)
