"""Lines, columns and pages, before anything is drawn."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.charter.document import Cell, Column, Paragraph, Section, Table
from crm_workshop.charter.fonts import Face, font, missing, printable, stand_in
from crm_workshop.charter.layout.flow import Item, Lines, Step, paginate
from crm_workshop.charter.layout.items import Heading
from crm_workshop.charter.layout.lines import Line, set_lines
from crm_workshop.charter.layout.pen import Pen
from crm_workshop.charter.layout.style import BODY, HUES, INK, INK_2, INK_3
from crm_workshop.charter.layout.table import Grid, level, set_table
from crm_workshop.charter.pdf import lay_out
from crm_workshop.model.choices import Paper
from crm_workshop.widths import share
from tests.charter.sample import DRAFT, FINAL

HIGH = 100.0


@dataclass(frozen=True)
class Block:
    """Something that is never parted."""

    height: float
    name: int = 0

    def parted(self, _room: float, _page: float, /) -> None:
        return

    def draw(self, pen: Pen, x: float, top: float) -> None:
        raise NotImplementedError


def paragraph(lines: int) -> Lines:
    return Lines((Line((), 1.0),) * lines, 10.0)


def text_of(lines: Iterable[Line]) -> str:
    return " ".join("".join(piece.text for piece in line.pieces) for line in lines)


STEPS = st.lists(
    st.builds(
        Step,
        item=st.one_of(
            st.builds(Block, height=st.floats(1, HIGH)),
            st.integers(1, 30).map(paragraph),
        ),
        above=st.floats(0, 20),
        keep=st.booleans(),
        fresh=st.booleans(),
    ),
    max_size=25,
)


@given(STEPS)
def test_pages_hold_everything_in_order_and_nothing_leaves_them(steps: list[Step]) -> None:
    pages = paginate(steps, HIGH)
    spots = [spot for page in pages for spot in page]
    assert sum(spot.item.height for spot in spots) == pytest.approx(
        sum(step.item.height for step in steps)
    )
    assert [spot.item for spot in spots if isinstance(spot.item, Block)] == [
        step.item for step in steps if isinstance(step.item, Block)
    ]
    for page in pages:
        assert page[0].top == 0
        for above, below in pairwise(page):
            assert below.top >= above.top + above.item.height - 0.01
        assert page[-1].top + page[-1].item.height <= HIGH + 0.01


@given(STEPS)
def test_no_line_of_a_paragraph_stands_alone(steps: list[Step]) -> None:
    whole = {len(step.item.lines) for step in steps if isinstance(step.item, Lines)}
    for page in paginate(steps, HIGH):
        for spot in page:
            if isinstance(spot.item, Lines) and len(spot.item.lines) == 1:
                assert 1 in whole


def test_what_is_bound_to_its_successor_never_ends_a_page() -> None:
    heading = Step(Block(20, 1), keep=True)
    pages = paginate([Step(Block(70)), heading, heading, Step(Block(30, 2))], HIGH)
    assert [len(page) for page in pages] == [1, 3]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("lines", range(0, 60, 7))
def test_no_heading_stands_at_the_foot_wherever_the_text_ends(paper: Paper, lines: int) -> None:
    start = Section("start", "0", "Start", "open", (Paragraph("\n".join(["a line"] * lines)),))
    for charter in (FINAL, DRAFT):
        sections = (start, *charter.sections)
        pages = lay_out(replace(charter, paper=paper, sections=sections))
        assert not any(isinstance(page[-1].item, Heading) for page in pages)
        assert sum(isinstance(s.item, Heading) for page in pages for s in page) == len(
            sections
        ) + len(charter.annexes)


def grid(rows: int, text: str = "text") -> Grid:
    cells = tuple((Cell(f"{text} {number}"), Cell("more")) for number in range(rows))
    return set_table(Table((Column("Left", 1), Column("Right", 2)), cells), 400.0)


@given(st.integers(3, 60), st.floats(50, 700))
def test_a_table_parts_between_rows_and_leaves_no_row_alone(rows: int, room: float) -> None:
    whole = grid(rows)
    parts = whole.parted(room, 700.0)
    if parts is None or whole.height <= room:
        return
    head, tail = parts
    assert head.height <= room + 0.01
    assert head.rows + tail.rows == whole.rows
    assert head.header == tail.header == whole.header
    assert min(len(head.rows), len(tail.rows)) >= 2


def test_a_short_table_is_moved_whole() -> None:
    assert grid(3).parted(50.0, 700.0) is None


def test_a_row_taller_than_a_page_is_torn_and_no_other() -> None:
    whole = grid(3, "long " * 2000)
    head, tail = whole.parted(300.0, 700.0) or pytest.fail("it must part")
    assert isinstance(head, Grid)
    assert isinstance(tail, Grid)
    assert len(head.rows) == 1
    assert head.height <= 300
    assert [len(cell) for cell in head.rows[0].cells] != [0, 0]
    taken = text_of(head.rows[0].cells[0]) + " " + text_of(tail.rows[0].cells[0])
    assert taken == text_of(whole.rows[0].cells[0])


@given(
    st.text(st.sampled_from("abcdefgh ijk-/mno.\n李é"), max_size=400),
    st.floats(40, 500),
)
def test_lines_lose_nothing_and_keep_their_measure(text: str, measure: float) -> None:
    lines = set_lines(text, BODY, measure)
    assert text_of(lines).replace(" ", "") == printable(text).replace("\n", "").replace(" ", "")
    assert all(line.width <= measure + 0.01 for line in lines)


def test_the_last_line_is_not_one_short_word_if_that_can_be_helped() -> None:
    text = "Hand the first call on new matters to one client lead and say why to the group."
    last = set_lines(text, BODY, 330)[-1]
    assert len(text_of([last]).split()) > 1


def test_dates_and_names_are_not_torn() -> None:
    for measure in range(60, 200, 5):
        printed = [
            text_of([line]) for line in set_lines("x y R. Okafor z 14 Jan 2027", BODY, measure)
        ]
        assert any("R.\u00a0Okafor" in line for line in printed)
        assert any("14\u00a0Jan\u00a02027" in line for line in printed)


@given(
    st.lists(st.tuples(st.floats(0.1, 10), st.floats(0, 200)), min_size=1, max_size=8),
    st.floats(100, 600),
)
def test_columns_share_all_of_the_width(columns: list[tuple[float, float]], room: float) -> None:
    weights, needs = zip(*columns, strict=True)
    widths = share(room, weights, needs)
    assert sum(widths) == pytest.approx(room)
    if sum(needs) <= room:
        assert all(wide >= need - 0.01 for wide, need in zip(widths, needs, strict=True))
    levelled = level(widths, [need * 1.5 for need in needs])
    assert sum(levelled) == pytest.approx(room)


def test_figures_stand_right_but_never_in_the_first_column() -> None:
    columns = (Column("Year", 1, numeric=True), Column("What", 3), Column("Dots", 1, numeric=True))
    slots = set_table(Table(columns, ()), 400.0).slots
    assert [slot.right for slot in slots] == [False, False, True]
    assert slots[-1].x + slots[-1].wide == pytest.approx(400.0)


def test_every_face_draws_what_the_sans_draws_or_has_help() -> None:
    assert font(Face.SANS).widths.keys() == font(Face.SANS_STRONG).widths.keys()
    assert font(Face.SERIF).widths.keys() == font(Face.SERIF_STRONG).widths.keys()


@given(st.text(max_size=60))
def test_what_is_printable_is_drawn_and_the_rest_is_named(text: str) -> None:
    drawn = font(Face.SANS).widths.keys() | font(Face.SERIF).widths.keys()
    shown = printable(text)
    assert all(ord(char) in drawn or char == "\n" for char in shown)
    for char in missing(text):
        assert stand_in([char])[1:-1] in shown


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", sorted({INK, INK_2, INK_3, *HUES.values()}))
def test_every_ink_is_legible_on_paper_and_on_the_draft_mark(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5
    assert (luminance("#ECE9E2") + 0.05) / (luminance(colour) + 0.05) >= 4.2


def test_items_are_items() -> None:
    items: list[Item] = [paragraph(3), grid(4), Block(3)]
    assert [item.height > 0 for item in items] == [True] * 3
