"""The firm's logo on page 1 of the print."""

from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest

from crm_workshop.activities.logo import read_logo
from crm_workshop.charter.code import content_code
from crm_workshop.charter.pdf import build_pdf
from crm_workshop.model.choices import Paper
from tests.charter import reading
from tests.charter.reading import MM
from tests.charter.sample import FINAL
from tests.pictures import picture


def printed(size: tuple[int, int], mode: str = "RGBA", paper: Paper = Paper.A4) -> bytes:
    logo = read_logo(picture(mode, size, "PNG"))
    return build_pdf(replace(FINAL, logo=logo, paper=paper))


def pictures(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """Return the boxes (left, bottom, right, top) of the pictures on each page."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [[each.get_bounds() for each in page.get_objects([3])] for page in document]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(
    ("size", "wide", "high"),
    [
        ((1500, 300), 45 * MM, 9 * MM),
        ((800, 800), 18 * MM, 18 * MM),
        ((40, 20), 40, 20),  # a pixel fills a point at most
        ((1, 600), 18 * MM / 600, 18 * MM),
    ],
)
def test_it_stands_at_the_top_right_in_its_own_proportions(
    size: tuple[int, int], wide: float, high: float, paper: Paper
) -> None:
    pdf = printed(size, paper=paper)
    (box,), *others = pictures(pdf)
    assert not any(others)
    left, _, right, top = box
    across, down = reading.boxes(pdf)[0]
    assert (right, top) == pytest.approx((across - 20 * MM, down - 16 * MM), abs=0.1)
    assert (right - left, top - box[1]) == pytest.approx((wide, high), abs=0.1)


def test_no_text_stands_on_it() -> None:
    long = replace(FINAL, firm="Alder, Finch, Marlowe, Quill and Daughters of Eastmere LLP")
    pdf = build_pdf(replace(long, logo=read_logo(picture("RGB", (1500, 600), "PNG"))))
    ((left, bottom, _, _),) = pictures(pdf)[0]
    for box in reading.drawn(pdf, text=True)[0]:
        assert box[2] < left or box[3] < bottom


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_it_changes_neither_the_words_nor_the_code(mode: str) -> None:
    pdf = printed((900, 300), mode)
    assert reading.whole_text(pdf) == reading.whole_text(build_pdf(FINAL))
    assert printed((900, 300), mode) == pdf
    assert content_code(replace(FINAL, logo=b"any")) == content_code(FINAL)


def test_what_is_transparent_lets_the_paper_through() -> None:
    pdf = printed((800, 800))
    shown, hidden = (20, 60, 140), (230, 120, 20)
    assert reading.pixels(pdf, 0, shown) > 1000
    assert reading.pixels(pdf, 0, hidden) == 0


def test_a_damaged_logo_does_not_keep_a_charter_from_being_printed() -> None:
    assert build_pdf(replace(FINAL, logo=b"no picture")) == build_pdf(FINAL)
