"""Dates, times, numbers and choices as people write them."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities import reading
from crm_workshop.model.choices import CommitmentKind, Locale, Release

DAY = date(2027, 1, 14)


def outcome(read: Callable[[], object]) -> str:
    """Return what was read, or the refusal, as text; any other error is a defect."""
    try:
        return str(read())
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize(
    "text",
    [
        "14 Jan 2027",
        "14 january 27",
        "14th of January, 2027",
        "January 14, 2027",
        "Thu 14 Jan 2027",
        "thursday, jan 14 2027",
        "14-Jan-2027",
        "14Jan2027",
        "2027-01-14",
        "2027/1/14",
        "2027 Jan 14",
        "14.1.2027",
        "14/1/27",
        " 14/01/2027 ",
    ],
)
def test_dates_in_british_order(text: str) -> None:
    assert reading.parse_date(text, Locale.GB) == DAY


@pytest.mark.parametrize("text", ["1/14/2027", "1/14/27", "Jan 14 2027", "14 Jan 2027"])
def test_dates_in_american_order(text: str) -> None:
    assert reading.parse_date(text, Locale.US) == DAY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("14 Jan", "needs a year"),
        ("soon", "write it as 14 Jan 2027, 14/1/2027 or 2027-01-14"),
        ("1/14/2027", "is not a"),
        ("30 Feb 2027", "not a day of the calendar"),
        ("14/1/227", "is not a date"),
        ("14 Jan 20277", "is not a date"),
        ("1/99999999999999999999/2027", "is not a date"),
        ("14 Jan 1066", "from 1900 to 2199"),
        ("14 Jam 2027", "is not a date"),
        ("Jan Feb Mar", "is not a date"),
        ("²/1/2027", "is not a date"),
        ("14 Jan 2027?", "is not a date"),
        ("", "is not a date"),
    ],
)
def test_what_is_no_date_says_what_was_expected(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        reading.parse_date(text, Locale.GB)


YEARS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(YEARS, st.sampled_from(Locale))
def test_every_way_of_writing_a_date_reads_back(day: date, locale: Locale) -> None:
    numeric = "{0:%m}/{0:%d}/{1}" if locale is Locale.US else "{0:%d}/{0:%m}/{1}"
    written = [
        day.isoformat(),
        numeric.format(day, f"{day.year:04}"),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%A} {day.day} {day:%b} {day.year}",
    ]
    assert {reading.parse_date(text, locale) for text in written} == {day}


@given(st.text(max_size=30), st.sampled_from(Locale))
def test_any_text_is_a_date_or_refused(text: str, locale: Locale) -> None:
    said = outcome(lambda: reading.parse_date(text, locale))
    assert said.startswith(("is not a", "needs a year", "19", "20", "21"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("1,250.5", 1250.5),
        ("1 250", 1250),
        ("1\u202f250", 1250),
        ("1'250'000", 1_250_000),
        ("−3", -3),
        ("+.5", 0.5),
        ("62 %", 62),
        ("007", 7),
    ],
)
def test_numbers(text: str, number: float) -> None:
    assert reading.parse_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "ten", "1,5", "1.2.3", "-", "1e5", "nan", "£12", ".", "12,34,567"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        reading.parse_number(text)


def test_impossible_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        reading.parse_number("9" * 400)
    with pytest.raises(ValueError, match="not a whole number"):
        reading.parse_int("1.5")
    assert reading.parse_int("1,000") == 1000


@given(st.decimals(-(10**9), 10**9, places=2))
def test_numbers_with_thousands_read_back(number: object) -> None:
    assert reading.parse_number(f"{number:,}") == float(str(number))


@given(st.text(alphabet="0123456789.,+-' %e", max_size=20))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    said = outcome(lambda: reading.parse_number(text))
    assert said.startswith("is ") or abs(float(said)) <= reading.LARGEST


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("9:30", 9, 30), ("14.00", 14, 0), ("0930", 9, 30), ("2 pm", 14, 0), ("12am", 0, 0)],
)
def test_times(text: str, hour: int, minute: int) -> None:
    assert reading.parse_time(text) == time(hour, minute)


@pytest.mark.parametrize("text", ["", "9", "25:00", "9:60", "13 pm", "0 am", "noon"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        reading.parse_time(text)


def test_yes_and_no() -> None:
    assert reading.parse_bool("Yes") is True
    assert reading.parse_bool(" no ") is False
    with pytest.raises(ValueError, match="neither yes nor no"):
        reading.parse_bool("perhaps")


@pytest.mark.parametrize(
    ("text", "found"),
    [("not_now", Release.NOT_NOW), ("Not now", Release.NOT_NOW), ("fi", Release.FIRST)],
)
def test_choices_by_value_label_or_first_letters(text: str, found: Release) -> None:
    assert reading.parse_choice(text, Release) is found


def test_what_is_no_choice_is_told_the_choices() -> None:
    assert reading.parse_choice("a", CommitmentKind) is CommitmentKind.VISIBLE
    with pytest.raises(ValueError, match="could be Next, Not now"):
        reading.parse_choice("n", Release)
    with pytest.raises(ValueError, match="is none of First release, Next, Later, Not now"):
        reading.parse_choice("someday", Release)


@given(st.sampled_from(Release))
def test_every_choice_reads_back_by_label_and_value(choice: Release) -> None:
    assert reading.parse_choice(choice.label.upper(), Release) is choice
    assert reading.parse_choice(choice.value, Release) is choice
