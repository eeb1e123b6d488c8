"""What people may type, paste or import must print as text, whole, legible and soon."""

from dataclasses import replace
from time import perf_counter

import pytest

from crm_workshop.charter.document import (
    Bullets,
    Cell,
    Charter,
    Column,
    DotRow,
    FrontPage,
    LogForm,
    NotSettled,
    OpenPoint,
    Paragraph,
    PollChart,
    Quote,
    Section,
    Signatory,
    Signatures,
    Table,
)
from crm_workshop.charter.drawable import undrawable
from crm_workshop.charter.pdf import build_pdf
from crm_workshop.model.choices import Paper
from tests.charter import reading
from tests.charter.reading import MM
from tests.charter.sample import DRAFT, FINAL, FRONT

BOTH = pytest.mark.parametrize("paper", list(Paper))
NAUGHTY = [
    "<b>bold</b> & &amp; <img src=x onerror=alert(1)> <para>%s {0} \\n </para>",
    "a & b < c > d \"quoted\" 'single' <!-- no --> ]]> <font color=red>",
    "(brackets) (and) \\backslashes\\ and (unbalanced",
]


def everywhere(text: str) -> Charter:
    """Return a charter that says `text` in every place that takes text."""
    table = Table(
        (Column(text, 3), Column(text, 1, numeric=True)), ((Cell(text, text, True),) * 2,), text
    )
    blocks = (
        Paragraph(text, text),
        Quote(text, text),
        Bullets((text,) * 3, text),
        Bullets((), text, text),
        table,
        PollChart((1, 2), text, text, (DotRow(text, ((3, 1), (0, 0))),), text, text),
        NotSettled(text, text, text),
        Signatures(text, (Signatory(text, text, text, text),) * 2),
        LogForm((text,) * 3, 4),
    )
    front = FrontPage(
        definition=text,
        objective=text,
        done_when=text,
        technology_does=text,
        technology_does_not=text,
        commitments=table,
        commitments_more=text,
        measures=table,
        measures_more=text,
        first_win=text,
        reviews=text,
    )
    return replace(
        DRAFT,
        firm=text,
        version=text,
        status_line=text,
        date_text=text,
        front=front,
        sections=(Section("one", "1", text, "meaning", blocks),),
        annexes=(Section("annex-a", "A", text, "close", blocks),),
        open_points=(OpenPoint("1", text), OpenPoint(text, text)),
    )


def with_blocks(*blocks: Paragraph | Table | Signatures, paper: Paper = Paper.A4) -> Charter:
    return replace(
        FINAL, paper=paper, annexes=(), sections=(Section("x", "7", "Seven", "open", blocks),)
    )


def assert_well_printed(pdf: bytes) -> None:
    """Every font is embedded, and no text leaves the paper's margins."""
    assert all("/FontFile2" in font.FontDescriptor for font in reading.fonts(pdf))
    for (wide, _), texts in zip(reading.boxes(pdf), reading.drawn(pdf, text=True), strict=True):
        assert min(box[0] for box in texts) >= 25 * MM - 2
        assert max(box[2] for box in texts) <= wide - 20 * MM + 2
        assert min(box[1] for box in texts) >= 12 * MM


@BOTH
@pytest.mark.parametrize("text", NAUGHTY)
def test_markup_prints_as_typed(text: str, paper: Paper) -> None:
    pdf = build_pdf(replace(everywhere(text), paper=paper))
    assert_well_printed(pdf)
    printed = reading.whole_text(pdf).replace(" ", "")
    assert printed.count(text.replace(" ", "")) > 20


@BOTH
def test_empty_everything_is_still_a_charter(paper: Paper) -> None:
    pdf = build_pdf(replace(everywhere(""), paper=paper, code="", dated=None))
    assert_well_printed(pdf)
    text = reading.page_texts(pdf)[0]
    assert text.count("Not settled") == 7
    bare = replace(FINAL, sections=(), annexes=(), firm="", front=everywhere("").front)
    assert len(reading.boxes(build_pdf(bare))) == 1


@BOTH
def test_a_monstrous_word_breaks_and_is_quick(paper: Paper) -> None:
    word = "x" * 300_000
    started = perf_counter()
    pdf = build_pdf(with_blocks(Paragraph(word), paper=paper))
    assert perf_counter() - started < 5  # reportlab alone takes half a minute
    assert_well_printed(pdf)
    assert reading.whole_text(pdf).count("x") >= 300_000


def test_a_monstrous_word_may_stand_everywhere() -> None:
    pdf = build_pdf(everywhere("wordwithoutend" * 700))
    assert_well_printed(pdf)
    assert "In full on page 2." in reading.page_texts(pdf)[0]


@BOTH
def test_a_cell_taller_than_a_page_flows_on(paper: Paper) -> None:
    long = " ".join(f"word{number}" for number in range(6000))
    rows = (
        (Cell("before"), Cell("short")),
        (Cell("tall", strong=True), Cell(long)),
        (Cell("after"), Cell("short")),
    )
    pdf = build_pdf(with_blocks(Table((Column("Left", 1), Column("Right", 2)), rows), paper=paper))
    assert_well_printed(pdf)
    pages = reading.page_texts(pdf)
    assert len(pages) > 5
    assert all("Left Right" in page for page in pages[1:])
    text = reading.whole_text(pdf)
    assert all(f"word{number}" in text for number in range(6000))
    assert reading.in_order(text, "before short", "tall", "word5999", "after short")


@BOTH
def test_300_rows_repeat_their_header_and_stay_whole(paper: Paper) -> None:
    rows = tuple(
        (
            Cell(f"first {number}", f"note {number}"),
            Cell(f"second {number} " * 8),
            Cell(str(number)),
        )
        for number in range(300)
    )
    table = Table((Column("One", 1), Column("Two", 2), Column("Three", 1, numeric=True)), rows)
    pdf = build_pdf(with_blocks(table, paper=paper))
    assert_well_printed(pdf)
    pages = reading.page_texts(pdf)[1:]
    assert len(pages) > 12
    assert all("One Two Three" in page for page in pages)
    for number in range(300):  # all of a row stands on one page
        page = next(page for page in pages if f"first {number} " in page)
        assert f"note {number} " in page
        assert page.count(f"second {number} ") == 8


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("李明", "[U+674E U+660E]"),
        ("שלום", "[U+05E9 U+05DC U+05D5 U+05DD]"),
        ("سلام", "[U+0633 U+0644 U+0627 U+0645]"),
        ("well done 😀", "well done [U+1F600]"),
        ("नमस्ते", "[U+0928 U+092E U+0938 U+094D U+0924 U+0947]"),
    ],
)
def test_what_no_font_draws_is_named_and_printed_as_code_points(text: str, printed: str) -> None:
    charter = everywhere(text)
    pdf = build_pdf(charter)
    assert_well_printed(pdf)
    assert printed in reading.page_texts(pdf)[0]
    assert {found.text for found in undrawable(charter)} == {text}
    assert len(undrawable(charter)) > 40


def test_who_prints_is_told_where_and_what() -> None:
    signed = Signatures("We decide.", (Signatory("李 明", "Partner"),))
    found = undrawable(with_blocks(signed, Paragraph("fine", "Café €")))
    assert [each.sentence for each in found] == [
        "Section 7, Seven, 李 明: “李 明” is printed with code points for "
        "U+674E CJK UNIFIED IDEOGRAPH-674E, U+660E CJK UNIFIED IDEOGRAPH-660E."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Ánh Đào",
        "Γεώργιος Ξανθόπουλος, ἀγαθῇ τύχῃ",
        "Щукин, Їжакевич, Ђорђевић",
        "Łódź, Šibenik, Þórður, Őrség, Țară, İzmir, ẞ",
        "€ 5, £ 4, ₹ 3, ¥ 2, → ← ↑ ↓ ✓ ½ ⅓ ≤ ≥ ± × – — … “„”’",
    ],
)
def test_european_alphabets_and_signs_just_print(text: str) -> None:
    charter = everywhere(text)
    assert undrawable(charter) == ()
    pdf = build_pdf(charter)
    assert_well_printed(pdf)
    assert reading.page_texts(pdf)[0].count(text) >= 3


def test_marks_that_draw_nothing_do_no_harm() -> None:
    charter = everywhere("R\u200b\u202eOka\u00adfor\ufe0f\u2066 and\u2009Co\u2011op\tLtd")
    assert undrawable(charter) == ()
    assert "ROkafor and Co-op Ltd" in reading.page_texts(build_pdf(charter))[0]


def test_lone_surrogates_and_control_characters_do_not_stop_the_print() -> None:
    charter = everywhere("a\ud800b\x07c")
    assert "a[U+D800]b[U+0007]c" in reading.page_texts(build_pdf(charter))[0]


@BOTH
def test_page_1_always_fits_and_says_where_the_rest_is(paper: Paper) -> None:
    row = (
        Cell("R. Okafor", "Managing partner", True),
        Cell("Do a good thing. " * 9),
        Cell("1 Feb 2027"),
    )
    many = replace(FRONT.commitments, rows=(row,) * 12)
    front = replace(
        FRONT,
        definition="One sentence that says a little. " * 40,
        commitments=many,
        commitments_more="and 2 more in section 8; not yet: D. Cho",
        commitments_waiting=("",) * 11 + ("K. Rossi (answers by 5 Dec 2026)",),
        first_win="A win that is told. " * 60,
    )
    pdf = build_pdf(replace(FINAL, paper=paper, front=front))
    assert_well_printed(pdf)
    first, second = reading.page_texts(pdf)[:2]
    assert "more in section 8; not yet: K. Rossi (answers by 5 Dec 2026), D. Cho" in first
    assert reading.in_order(first, "WHAT CRM MEANS", "says a little. In full on page 2.", "REVIEWS")
    assert reading.in_order(second, "From page 1, in full", "What CRM means to us: One sentence")
    assert second.count("One sentence that says a little.") == 40
    whole = reading.whole_text(pdf)
    assert whole.count("A win that is told.") >= 60


def test_many_signatories_repeat_the_mandate_on_each_page() -> None:
    people = tuple(Signatory(f"Person {number}", "Partner") for number in range(40))
    pdf = build_pdf(with_blocks(Signatures("We answer for it.", people)))
    assert_well_printed(pdf)
    pages = reading.page_texts(pdf)[1:]
    assert len(pages) == 3
    assert all("We answer for it." in page for page in pages)
    assert sum(page.count("Partner") for page in pages) == 40


def test_a_vote_of_hundreds_is_written_as_figures() -> None:
    chart = PollChart((1, 2), "", "", (DotRow("Now", ((300, 2), (1, 0))),), "")
    charter = replace(FINAL, sections=(Section("x", "4", "Line", "meaning", (chart,)),))
    assert "300 + 2" in reading.page_texts(build_pdf(charter))[1]
