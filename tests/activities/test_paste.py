"""Pastes: lists into cards, spreadsheets into cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities import paste
from crm_workshop.text import clean


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("one\ntwo", ("one", "two")),
        ("one\r\n\r\n  two \r", ("one", "two")),
        ("- one\n• two\n* three\n– four", ("one", "two", "three", "four")),
        ("1. one\n2) two\n(3) three\nb) four", ("one", "two", "three", "four")),
        ("- [ ] one\n[x] two", ("one", "two")),
        ("one\ttwo\n\tthree", ("one", "two", "three")),
        ('"two\nlines"\tb', ("two lines", "b")),
        ('"he said ""no"""', ('he said "no"',)),
        ('"We listen"\nnext', ('"We listen"', "next")),
        ('"We listen" he said\nnext', ('"We listen" he said', "next")),
        ("1.5 days lost\n2027 was better", ("1.5 days lost", "2027 was better")),
        ("-\n•\n", ()),
        ("", ()),
    ],
)
def test_a_paste_becomes_cards(text: str, cards: tuple[str, ...]) -> None:
    assert paste.card_texts(text) == cards


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=20
).map(clean)


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=2), max_size=9))
def test_plain_lines_come_back_as_they_were(lines: list[str]) -> None:
    lines = [clean(line) for line in lines]
    assert paste.card_texts("\r\n".join(lines)) == tuple(line for line in lines if line)


@given(st.text(alphabet='ab"\t\n\r -1.', max_size=60))
def test_no_card_is_blank_and_no_letter_is_lost(text: str) -> None:
    cards = paste.card_texts(text)
    assert all(card == card.strip() and card for card in cards)
    letters = [letter for letter in text if letter in "ab"]
    assert [letter for card in cards for letter in card if letter in "ab"] == letters


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=5))
def test_what_a_spreadsheet_copies_comes_back(table: list[list[str]]) -> None:
    def quoted(cell: str) -> str:
        wanted = any(sign in cell for sign in '\t\n"')
        return '"' + cell.replace('"', '""') + '"' if wanted else cell

    text = "\r\n".join("\t".join(map(quoted, row)) for row in table)
    expected = tuple(tuple(row) for row in table if any(cell.strip() for cell in row))
    assert paste.cells(text) == expected


def test_a_cell_keeps_its_line_ends() -> None:
    assert paste.cells('a\t"b\nc"\n\nd') == (("a", "b\nc"), ("d",))
