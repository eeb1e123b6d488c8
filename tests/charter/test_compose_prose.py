"""Sentences, numbers and dates as a printed page says them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.charter import dates, figures, prose
from crm_workshop.model.choices import Locale

GB, US = Locale.GB, Locale.US
NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "unit", "name", "expected"),
    [
        (4, "of 10", "Clients who say so", "4 of 10"),
        (31, "matters", "New matters from existing clients", "31"),
        (31, "number", "Calls", "31"),
        (31, "", "Calls", "31"),
        (6, "days", "From complaint to call", "6 days"),
        (1, "days", "From complaint to call", "1 day"),
        (1, "enquiries a week", "Repeated", "1 enquiry a week"),
        (1, "businesses", "Lost", "1 business"),
        (1, "boxes", "Lost", "1 box"),
        (1, "cases", "Lost", "1 case"),
        (1, "bus", "Late", "1 bus"),
        (12, "%", "Share", f"12{NB}%"),
        (12.5, "% of calls", "Share", f"12.5{NB}% of calls"),
        (-1200, "£", "Loss", "-£1,200"),
        (1.2, "£ m", "Fees", "£1.2m"),
        (1234.5, "hours", "Spent", "1,234.5 hours"),
        (2, "art", "Started", "2 art"),
        (1e22, "calls", "Taken", "1e+22 calls"),
    ],
)
def test_an_amount_reads_as_people_say_it(
    value: float, unit: str, name: str, expected: str
) -> None:
    assert figures.amount(value, unit, GB, said_in=name) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (1, "first"),
        (2, "second"),
        (10, "tenth"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (22, "22nd"),
        (103, "103rd"),
        (111, "111th"),
        (0, "0th"),
    ],
)
def test_ordinals(place: int, expected: str) -> None:
    assert figures.ordinal(place) == expected


def test_dates_in_both_orders() -> None:
    day = date(2027, 1, 14)
    assert dates.long_date(day, GB) == "14 January 2027"
    assert dates.long_date(day, US) == "January 14, 2027"
    assert dates.short_date(day, GB) == "14 Jan 2027"
    assert dates.short_date(day, US) == "Jan 14, 2027"
    assert dates.month_year(day, GB) == dates.month_year(day, US) == "Jan 2027"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((), ""),
        (
            (date(2027, 2, 19), date(2026, 12, 22), date(2027, 1, 21)),
            "22 Dec 2026 · 21 Jan · 19 Feb 2027",
        ),
        ((date(2027, 2, 19),), "19 Feb 2027"),
    ],
)
def test_a_row_of_dates_says_each_year_once(days: tuple[date, ...], expected: str) -> None:
    assert dates.date_list(days, GB) == expected


@pytest.mark.parametrize(
    ("start", "text", "expected"),
    [
        ("Seen when", "it is item 1", "Seen when it is item 1."),
        ("Seen when", "It is item 1.", "Seen when it is item 1."),
        ("Seen when", "seen when it is item 1", "Seen when it is item 1."),
        ("Seen when", "Minutes say so", "Seen when: Minutes say so."),
        ("Seen when", "IT is asked", "Seen when: IT is asked."),
        ("Seen when", "A. Lamb says so", "Seen when: A. Lamb says so."),
        ("Seen when", " ", ""),
    ],
)
def test_a_sentence_goes_on_only_where_no_name_is_lost(
    start: str, text: str, expected: str
) -> None:
    assert prose.run_on(start, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("say so", "Say so."),
        ("iPad users know", "iPad users know."),
        ("Ask “why?”", "Ask “why?”"),
        ("one,", "One."),
        ("two\nlines", "Two lines."),
        ("", ""),
    ],
)
def test_a_sentence_has_a_capital_and_a_stop(text: str, expected: str) -> None:
    assert prose.sentence(text) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["The bill"], "the bill"),
        (["The bill", "our fees.", "what we say"], "the bill, our fees and what we say"),
        (["Fees, mostly", "The bill"], "Fees, mostly; the bill"),
        (["London", "our fees"], "London; our fees"),
    ],
)
def test_typed_lines_are_joined_as_far_as_they_allow(items: list[str], expected: str) -> None:
    assert prose.joined(items) == expected


@given(st.text(max_size=30))
def test_only_the_first_letter_and_the_end_are_ever_touched(text: str) -> None:
    for changed in (prose.lower_first(text), prose.upper_first(text)):
        assert changed.casefold() == text.casefold()
    assert prose.stopped(text).startswith(text.rstrip().rstrip(",;"))
