"""Paging and shrinking, with letters that are all of one width."""

from dataclasses import replace
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from ui.room.fit import FACTORS, Area, best, cut, flow, height_of, paginate, sized
from ui.room.marks import LABEL, ROW, SMALLEST, Block, Box, Face, Style, Text


class Typewriter:
    """Every letter is half as wide as the text is high, and words break anywhere."""

    def lines(self, text, style, width, runs=()):
        return max(ceil(self.width(text, style) / width), 1)

    def width(self, text, style):
        return len(text) * style.size / 2


AREA = Area(width=1000, height=600, hue="hue:open", measure=Typewriter())


def paragraph(letters: int, size: int = 40, gap: float = 10, **fields) -> Block:
    text = AREA.text("x" * letters, Style(Face.SANS, size))
    return Block(marks=(text,), height=text.height, gap=gap, **fields)


def lines_of(pages: list[list[Block]]) -> int:
    marks = (mark for page in pages for block in page for mark in block.marks)
    return sum(mark.lines for mark in marks if isinstance(mark, Text))


def test_text_never_gets_smaller_than_the_smallest():
    assert sized(ROW, 1.0) == ROW
    assert all(sized(size, FACTORS[-1]) == SMALLEST for size in (LABEL, ROW))
    assert sized(10, 1.0) == SMALLEST
    assert list(FACTORS) == sorted(FACTORS, reverse=True)


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=12))
def test_no_line_is_lost_and_no_page_is_too_full(letters):
    blocks = [paragraph(one) for one in letters]
    pages = paginate(blocks, 600)
    assert lines_of(pages) == lines_of([blocks])
    assert all(height_of(page) <= 600 for page in pages)
    assert all(page for page in pages)


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_a_heading_is_never_left_last_on_a_page(headings):
    blocks = [paragraph(20, keep=one) for one in [*headings, False]]
    assert not any(page[-1].keep for page in paginate(blocks, 600))


def test_a_heading_is_said_again_on_the_next_page():
    head = paragraph(5, keep=True)
    again = replace(head, keep=False)
    pages = paginate([head, *(paragraph(100, under=again) for _ in range(10))], 300)
    assert len(pages) > 2
    assert pages[0][0] is head
    assert all(page[0] is again for page in pages[1:])


def test_nothing_is_one_empty_page():
    assert paginate([], 600) == [[]]


def test_a_row_goes_on_in_its_columns():
    style = Style(Face.SANS, 40)
    left = AREA.text("a" * 500, style, y=20, width=400)
    note = replace(AREA.text("b" * 100, style, width=400), y=20 + left.height)
    right = AREA.text("c" * 40, style, x=500, y=20, width=400)
    height = 20 + left.height + note.height + 20
    frame = Box(x=0, y=0, width=1000, height=height, fill="surface")
    block = Block(marks=(frame, left, note, right), height=height, top=20, pad=20)
    first, rest = cut(block, 600)
    assert rest is not None
    assert first.height == 600
    kept = [one for one in first.marks if isinstance(one, Text)]
    moved = [one for one in rest.marks if isinstance(one, Text)]
    assert [one.text[0] for one in kept] == ["a", "c"]
    assert [one.text[0] for one in moved] == ["a", "b"]
    assert moved[0].first == kept[0].lines
    assert moved[0].y == 20
    assert moved[1].y == moved[0].y + moved[0].height
    assert all(one.y + one.height <= 580 for one in kept)
    assert [one.height for one in (*first.marks, *rest.marks) if isinstance(one, Box)] == [
        600,
        rest.height,
    ]


def test_what_fits_is_not_cut():
    block = paragraph(10)
    assert cut(block, 600) == (block, None)


def test_the_largest_size_that_takes_the_fewest_pages_is_taken():
    def pages(count):
        return [[paragraph(1)]] * count

    taken = {1.0: 4, 0.9: 3, 0.8: 2, 0.7: 2, 0.6: 2}
    assert best(list(taken), lambda one: pages(taken[one]))[0] == 0.8
    assert best([1.0, 0.9], lambda one: pages(1))[0] == 1.0
    assert best([1.0, 0.9], lambda one: pages(3))[0] == 1.0


@given(st.integers(1, 40), st.integers(1, 400))
def test_a_flow_shrinks_before_it_pages(count, letters):
    def build(factor):
        return [paragraph(letters, sized(ROW, factor)) for _ in range(count)]

    laid = flow(AREA, build)
    smallest = paginate(build(FACTORS[-1]), AREA.height)
    assert len(laid.pages) == len(smallest)
    if len(paginate(build(1.0), AREA.height)) == 1:
        assert laid.factor == 1.0


def test_the_head_stands_on_every_page():
    laid = flow(
        AREA,
        lambda factor: [paragraph(400, sized(ROW, factor)) for _ in range(12)],
        head=lambda factor: paragraph(3, 50),
    )
    assert len(laid.pages) > 1
    assert all(page[0].text == "xxx" for page in laid.pages if isinstance(page[0], Text))
    assert all(mark.y + mark.height <= AREA.height for page in laid.pages for mark in page)
