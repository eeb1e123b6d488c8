"""Typed text on its way into the file."""

import json
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.text import clean, fold, listed, one_line, plain_number, word_count


@given(st.text())
def test_cleaned_text_is_kept_by_sqlite_and_json_as_it_is(text: str) -> None:
    cleaned = clean(text)
    conn = sqlite3.connect(":memory:")
    (quoted,) = conn.execute("SELECT quote(?)", (cleaned,)).fetchone()
    assert conn.execute(f"SELECT {quoted}").fetchone() == (cleaned,)
    conn.close()
    assert json.loads(json.dumps(cleaned, ensure_ascii=False).encode()) == cleaned
    assert clean(cleaned) == cleaned


def test_what_people_see_is_kept() -> None:
    text = "  it's 5 € – “yes”\tNo\n 👩‍👧 नमस्ते שלום 李  "
    assert clean(text) == text


def test_line_ends_become_one_kind() -> None:
    assert clean("a\r\nb\rc\u2028d\u0085e") == "a\nb\nc\nd\ne"


def test_names_are_compared_without_case_and_spacing() -> None:
    assert fold(" Åsa\u00a0 LINDQVIST ") == fold("A\u030asa lindqvist")
    assert one_line("one\n two\t three ") == "one two three"


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("We listen — always.", 3), ("client-led, not  IT", 3)]
)
def test_words_are_counted_dashes_are_not(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["A"], "A"), (["A", "B\nC"], "A and B C"), ("ABC", "A, B and C")]
)
def test_items_are_listed_as_people_say_them(items: list[str], said: str) -> None:
    assert listed(items) == said


def test_a_list_may_end_in_or() -> None:
    assert listed("ABC", "or") == "A, B or C"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (3.0, "3"),
        (-2.5, "-2.5"),
        (1900, "1900"),
        (10_000, "10,000"),
        (1e12, "1,000,000,000,000"),
        (-123456.25, "-123,456.25"),
        (0.00001, "0.00001"),
        (float("inf"), "Infinity"),
    ],
)
def test_numbers_are_written_as_people_write_them(number: float, said: str) -> None:
    assert plain_number(number) == said
