"""Dates, times, numbers and choices as people write them.

Dates follow the locale's order and name its months; an ISO date is read everywhere. A refusal
is a ValueError whose text ends a sentence that begins with what was typed.
"""

import re
from datetime import date, time
from typing import Final

from crm_workshop.kit.lexicon import lexicon_of
from crm_workshop.model.choices import Locale
from crm_workshop.model.fields import Choice
from crm_workshop.text import fold, one_line

#: A larger number would lose digits, or is a slip of the finger.
LARGEST: Final = 1e12

#: The first and the last year a workshop can speak of.
YEARS: Final = (1900, 2199)

_WEEKDAYS: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday"),
)
_FILLERS: Final = {"st", "nd", "rd", "th", "of", "the"}
_YES: Final = {"yes", "y", "true", "1", "x", "✓", "✔", "on"}
_NO: Final = {"no", "n", "false", "0", "-", "–", "off"}
_NUMBER: Final = re.compile(r"([-+])?(\d{1,3}(?:[ ,'’]\d{3})+|\d+)?(\.\d+)?")
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))? ?(am|pm)?")


def parse_date(text: str, locale: Locale) -> date:
    """Return the date that `text` names, such as “14 Jan 2027”, “14/1/27” or “2027-01-14”.

    Raises ValueError, with the end of a sentence that says what was expected.
    """
    if not re.fullmatch(r"[\w\s/.,\-]*", text):
        raise ValueError(_no_date(locale))
    parts = [part for part in re.findall(r"\d+|[^\W\d_]+", text.casefold()) if _counts(part)]
    if len(parts) == 2 and _month(parts[0], locale) | _month(parts[1], locale):
        raise ValueError("needs a year, such as 14 Jan 2027")
    if len(parts) != 3 or any(len(part) > 4 for part in parts if part.isdecimal()):
        raise ValueError(_no_date(locale))
    words = [part for part in parts if not part.isdecimal()]
    if words:
        month = _month(words[0], locale)
        first, last = [part for part in parts if part.isdecimal()] if len(words) == 1 else ("", "")
        day, year = (last, first) if len(first) == 4 else (first, last)
    elif len(parts[0]) == 4:
        year, month, day = parts[0], int(parts[1]), parts[2]
    else:
        american = locale is Locale.US
        day, month = (parts[1], int(parts[0])) if american else (parts[0], int(parts[1]))
        year = parts[2]
    return _date(day, month, year, locale)


def _counts(part: str) -> bool:
    """Tell whether a word of a date says anything: ordinals' ends and weekdays do not."""
    weekday = len(part) >= 2 and any(day.startswith(part) for day in _WEEKDAYS)
    return part not in _FILLERS and not weekday


def _month(word: str, locale: Locale) -> int:
    """Return the month that a word of at least three letters names, else 0."""
    months = lexicon_of(locale).months
    named = [number for number, month in enumerate(months, 1) if month.startswith(word)]
    return named[0] if len(word) >= 3 and named else 0


def _date(day: str, month: int, year: str, locale: Locale) -> date:
    if not month or len(year) not in (2, 4):
        raise ValueError(_no_date(locale))
    number = int(year) + (2000 if len(year) == 2 else 0)
    if not YEARS[0] <= number <= YEARS[1]:
        raise ValueError(f"is not a year from {YEARS[0]} to {YEARS[1]}")
    try:
        return date(number, month, int(day))
    except ValueError as error:
        raise ValueError("is not a day of the calendar") from error


def _no_date(locale: Locale) -> str:
    numeric = "1/14/2027" if locale is Locale.US else "14/1/2027"
    return f"is not a date; write it as 14 Jan 2027, {numeric} or 2027-01-14"


def parse_number(text: str) -> float:
    """Return the number that `text` writes, such as “1,250.5”, “-3” or “12 %”.

    Raises ValueError, with the end of a sentence that says what was expected.
    """
    plain = one_line(text).replace("−", "-").removesuffix("%").rstrip()
    found = _NUMBER.fullmatch(plain)
    if not found or not (found[2] or found[3]):
        raise ValueError("is not a number; write digits, such as 12 or 1,250.5")
    digits = re.sub(r"\D", "", found[2] or "0")
    number = float(f"{found[1] or ''}{digits}{found[3] or ''}")
    if abs(number) > LARGEST:
        raise ValueError("is too large a number")
    return number


def parse_int(text: str) -> int:
    """Return the whole number that `text` writes; raises ValueError like `parse_number`."""
    number = parse_number(text)
    if not number.is_integer():
        raise ValueError("is not a whole number")
    return int(number)


def parse_time(text: str) -> time:
    """Return the time of day that `text` writes, such as “9:30”, “14.00” or “2 pm”.

    Raises ValueError, with the end of a sentence that says what was expected.
    """
    found = _TIME.fullmatch(one_line(text).casefold())
    if found and (found[2] or found[3]):
        hour, minute = int(found[1]), int(found[2] or 0)
        noon = {"am": 0, "pm": 12}.get(found[3])
        if noon is not None:
            hour = hour % 12 + noon if 1 <= hour <= 12 else 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise ValueError("is not a time; write it as 9:30 or 14:00")


def parse_bool(text: str) -> bool:
    """Return the yes or no that `text` means; raises ValueError with the end of a sentence."""
    if fold(text) in _YES:
        return True
    if fold(text) in _NO:
        return False
    raise ValueError("is neither yes nor no")


def parse_choice(text: str, choices: type[Choice]) -> Choice:
    """Return the choice that `text` names by its value, its label or the label's first letters.

    Raises ValueError, with the end of a sentence that lists the choices.
    """
    wanted = fold(text)
    exact = [one for one in choices if wanted in (fold(one.value), fold(one.label))]
    begun = [one for one in choices if wanted and fold(one.label).startswith(wanted)]
    for found in (exact, begun):
        if len(found) == 1:
            return found[0]
    labels = ", ".join(one.label for one in begun or choices)
    raise ValueError(f"could be {labels}" if begun else f"is none of {labels}")
