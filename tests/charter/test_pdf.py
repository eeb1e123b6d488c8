"""The printed charter, read back as a PDF."""

from dataclasses import replace
from itertools import pairwise

import pytest

from crm_workshop.charter.document import Charter, OpenPoint, Table
from crm_workshop.charter.pdf import build_pdf, lay_out
from crm_workshop.model.choices import Paper
from tests.charter import reading
from tests.charter.reading import MM
from tests.charter.sample import DRAFT, FINAL

BOTH = pytest.mark.parametrize("paper", list(Paper))


@pytest.fixture(scope="module")
def final() -> bytes:
    return build_pdf(FINAL)


@pytest.fixture(scope="module")
def draft() -> bytes:
    return build_pdf(DRAFT)


def test_the_same_charter_gives_the_same_bytes(final: bytes, draft: bytes) -> None:
    assert build_pdf(FINAL) == final
    assert build_pdf(DRAFT) == draft


@BOTH
def test_text_is_selected_in_reading_order(paper: Paper) -> None:
    text = reading.whole_text(build_pdf(replace(FINAL, paper=paper)))
    assert reading.in_order(
        text,
        "CRM CHARTER Alder & Finch LLP Version 1.0 · agreed 21 November 2026 · second attempt",
        "WHAT CRM MEANS TO US CRM here is how we make every client feel known by the whole firm",
        "THE ONE THING BETTER IN TWELVE MONTHS No client repeats to us",
        "Done when: eight of ten clients",
        "TECHNOLOGY’S PART Shows who spoke to whom",
        "EXECUTIVE COMMITMENT Who Will By R. Okafor Managing partner Open every board meeting",
        "14 Jan 2027, then monthly S. Lindqvist Head of disputes",
        "and 1 more in section 8",
        "HOW WE WILL KNOW Measure From To By Answers for it Clients who did not have to repeat",
        "FIRST WIN",
        "REVIEWS 22 Dec",
        "Page 1 of",
        "3 Why, and what we learned before",
        "5 · how we choose, win and keep clients Today",
        "In twelve months",
        "1 2 3 4 5",
        "everyone else executives",
        "14 Mandate and signatures",
        "Annex A Participants and polls",
        "Annex G Sources of figures quoted",
    )


def test_all_that_a_block_says_is_printed(final: bytes) -> None:
    text = reading.whole_text(final)
    for said in (
        "Customers, relationships, managed by people who keep their promises.",
        "IT DOES • Show who spoke to whom and what was promised.",
        "IT DOES NOT • Choose clients",
        "Not settled: Who pays for the hours of the champion. M. Ferreira, 31 Jan 2027.",
        "Reservation: One client lead a client cannot mean",
        "Đỗ Thị Hường",
        "Ελένη Παππά",
        "Юлія Ковальчук",
        "£120,000 in the first year, €0 for custom code.",
        "Date Commitment Seen, not seen, changed What we do Initials",
    ):
        assert said in text


def test_every_font_is_embedded_in_part_and_none_is_foreign(final: bytes, draft: bytes) -> None:
    names = set()
    for pdf in (final, draft):
        with reading.opened(pdf) as document:
            for page in document.pages:
                for font in dict(page.Resources.Font).values():
                    assert len(font.FontDescriptor.FontFile2.read_bytes()) > 500
                    assert "/ToUnicode" in font
                    names.add(str(font.BaseFont).partition("+")[2])
    assert names == {
        f"Source{family}Pro-{weight}"
        for family in ("Sans", "Serif")
        for weight in ("Regular", "Semibold")
    }


def test_pages_have_the_size_of_their_paper_and_are_laid_out_for_it() -> None:
    a4, letter = (build_pdf(replace(FINAL, paper=paper)) for paper in (Paper.A4, Paper.LETTER))
    for size in reading.boxes(a4):
        assert size == pytest.approx((210 * MM, 297 * MM), abs=0.01)
    assert set(reading.boxes(letter)) == {(612.0, 792.0)}
    assert reading.sizes(a4) == reading.sizes(letter)


@BOTH
@pytest.mark.parametrize("charter", [FINAL, DRAFT])
def test_text_keeps_within_the_margins(charter: Charter, paper: Paper) -> None:
    pdf = build_pdf(replace(charter, paper=paper))
    for (wide, _), texts in zip(reading.boxes(pdf), reading.drawn(pdf, text=True), strict=True):
        assert min(box[0] for box in texts) >= 25 * MM - 0.5
        assert max(box[2] for box in texts) <= wide - 20 * MM + 0.5
        assert min(box[1] for box in texts) >= 12 * MM


def test_the_outline_leads_to_every_section_and_annex(final: bytes) -> None:
    texts = reading.page_texts(final)
    found = reading.outline(final)
    assert [(level, title) for level, title, _ in found] == [
        (0, "In one minute"),
        *((0, f"{section.number} {section.title}") for section in FINAL.sections),
        (0, "Annexes"),
        *((1, f"Annex {annex.number} {annex.title}") for annex in FINAL.annexes),
    ]
    for _, title, page in found[1:]:
        assert title == "Annexes" or title in texts[page]


def test_title_author_subject_language_and_date(final: bytes, draft: bytes) -> None:
    with reading.opened(final) as document:
        told = document.docinfo
        assert str(told["/Title"]) == "CRM charter, Alder & Finch LLP"
        assert str(told["/Author"]) == "Alder & Finch LLP"
        assert str(told["/Subject"]) == "CRM charter 1.0, content code 7f3a c219"
        assert str(told["/CreationDate"]).startswith("D:20261121")
        assert str(document.Root.Lang) == "en-GB"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle) is True
    with reading.opened(draft) as document:
        assert str(document.Root.Lang) == "en-US"


def test_the_footer_says_firm_version_date_page_and_code(final: bytes) -> None:
    texts = reading.page_texts(final)
    for number, text in enumerate(texts, 1):
        assert text.endswith(
            "Alder & Finch LLP · CRM charter 1.0 21 November 2026 "
            f"Page {number} of {len(texts)} · 7f3a c219"
        )


def test_links_on_page_1_lead_to_the_sections(final: bytes) -> None:
    texts = reading.page_texts(final)
    led = [texts[page] for page in reading.links(final, 0)]
    titles = [section.title for section in FINAL.sections]
    meaning, technology, promised, measures, win, reviews = (
        next(title for title in titles if title.startswith(start))
        for start in ("What CRM", "Technology", "Executive", "Measures", "First", "Reviews")
    )
    wanted = [meaning, meaning, technology, promised, promised, measures, win, reviews]
    assert all(title in text for title, text in zip(wanted, led, strict=True))


def test_links_of_the_open_points_lead_to_their_sections(draft: bytes) -> None:
    texts = reading.page_texts(draft)
    led = [texts[page] for page in reading.links(draft, 0)[-3:]]
    wanted = ["Executive commitments", "Decisions only leadership", "Measures and milestones"]
    assert all(title in text for title, text in zip(wanted, led, strict=True))


def test_a_draft_says_so_on_each_page_and_lists_what_is_open(final: bytes, draft: bytes) -> None:
    texts = reading.page_texts(draft)
    assert all(text.count("DRAFT") == 1 for text in texts)  # in the footer: the mark is no text
    assert reading.in_order(
        texts[0],
        "BEFORE THIS CAN BE FINAL",
        "8, Executive commitments: T. Brightwater has not answered",
        "7, Decisions only leadership can make:",
        "10, Measures and milestones:",
    )
    assert "DRAFT" not in reading.whole_text(final)
    assert "BEFORE THIS CAN BE FINAL" not in reading.whole_text(final)
    pale = (0xEC, 0xE9, 0xE2)
    assert all(reading.pixels(draft, page, pale) > 3000 for page in range(len(texts)))
    assert reading.pixels(final, 0, pale) == 0


def test_a_longer_list_of_what_is_open_stands_on_page_2_and_every_line_leads_on() -> None:
    page_1 = OpenPoint("Page 1", "Nobody has said by when.")
    pdf = build_pdf(replace(DRAFT, open_points=(*DRAFT.open_points, page_1)))
    texts = reading.page_texts(pdf)
    assert reading.in_order(
        texts[1],
        "Before this can be final",
        "8, Executive commitments T. Brightwater has not answered",
        "Page 1 Nobody has said by when.",
        "Why, and what we learned before",
    )
    assert len(reading.links(pdf, 1)) == 4
    assert reading.links(pdf, 1)[-1] == 0


def test_a_long_list_stands_on_page_1_where_there_is_room_for_it() -> None:
    points = (*DRAFT.open_points, OpenPoint("Page 1", "Nobody has said by when."))
    bare = replace(DRAFT.front, commitments=Table((), ()), measures=Table((), ()))
    texts = reading.page_texts(build_pdf(replace(DRAFT, front=bare, open_points=points)))
    assert "Before this can be final" in texts[0]
    assert texts[1].startswith("3 Why, and what we learned before")


def test_a_draft_that_nothing_blocks_waits_to_be_issued() -> None:
    text = reading.whole_text(build_pdf(replace(DRAFT, open_points=())))
    assert "Nothing blocks it: it waits to be issued." in text


@BOTH
def test_signatures_stand_on_one_page_with_the_mandate_and_room_to_write(paper: Paper) -> None:
    pdf = build_pdf(replace(FINAL, paper=paper))
    texts = reading.page_texts(pdf)
    page = next(number for number, text in enumerate(texts) if "We decide that this" in text)
    for name in ("R. Okafor", "S. Lindqvist", "M. Ferreira", "T. Brightwater"):
        assert name in texts[page].partition("We decide that this")[2]
    assert texts[page].count("Name Signature Date") == 1
    lines = [box for box in reading.drawn(pdf, text=False)[page] if box[3] - box[1] < 3]
    to_sign = [box for box in lines if 60 * MM <= box[2] - box[0] < 80 * MM]
    across = [box for box in lines if box[2] - box[0] > 150 * MM]
    assert len(to_sign) == 4
    heights = [min(rule[1] for rule in across if rule[1] > to_sign[0][3])]
    heights += sorted((box[3] for box in to_sign), reverse=True)
    assert min(upper - lower for upper, lower in pairwise(heights)) >= 12 * MM


def test_notes_are_not_called_a_charter() -> None:
    text = reading.whole_text(build_pdf(replace(DRAFT, kind="CRM notes")))
    assert "CRM NOTES Alder & Finch LLP" in text
    assert "CRM CHARTER" not in text
    assert "Alder & Finch LLP · CRM notes" in text


def test_nothing_is_set_smaller_than_it_may_be(final: bytes) -> None:
    assert min(reading.sizes(final)) >= 8.5
    assert sorted(size for size in reading.sizes(final) if size < 10) == [8.5, 9]


@BOTH
def test_the_charter_is_laid_out_before_it_is_drawn(paper: Paper) -> None:
    charter = replace(FINAL, paper=paper)
    assert len(lay_out(charter)) == len(reading.boxes(build_pdf(charter)))
