"""Typed text on its way into the file."""

import json
import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.text import clean, fold, one_line


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
