"""Numbers as a printed page says them: “4 of 10”, “31”, “6 days”, “12 %”, “£1.2m”."""

import re
import unicodedata
from typing import Final

from babel.numbers import format_decimal

from crm_workshop.model.choices import Locale
from crm_workshop.text import fold

_ORDINALS: Final = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_COUNTED: Final = frozenset({"number", "count", "no.", "#"})
_UNCOUNTABLE: Final = 1e15
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


def number(value: float, locale: Locale) -> str:
    """Return a number with the locale's separators and no more decimals than it has (at most 6).

    What no firm counts to, from a million billions on, is written with an exponent.
    """
    if abs(value) >= _UNCOUNTABLE:
        return f"{value:g}"
    return format_decimal(value, format="#,##0.######", locale=locale.value)


def amount(value: float, unit: str, locale: Locale, *, said_in: str = "") -> str:
    """Return a number with its unit.

    A unit that the measure's own name (`said_in`) says already is not said again. A currency
    stands before the number, a sign such as % after it and on the same line.
    """
    told, unit = number(value, locale), unit.strip()
    if not unit or fold(unit) in _COUNTED or _says(said_in, unit):
        return told
    if unicodedata.category(unit[0]) == "Sc":
        sign = "-" if told.startswith("-") else ""
        return f"{sign}{unit[0]}{told.removeprefix('-')}{unit[1:].strip()}"
    if not unit[0].isalnum():
        return f"{told}{_NO_BREAK}{unit}"
    return f"{told} {_one_of(unit) if value == 1 else unit}"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun: “1 card”, “3 cards”."""
    return f"{count} {one if count == 1 else many}"


def share(part: int, whole: int) -> str:
    """Return a part of a whole with its rounded share: “5 (25 %)”."""
    return f"{part} ({round(100 * part / whole)}{_NO_BREAK}%)"


def ordinal(place: int) -> str:
    """Return “second” for 2, and “12th” for what is above ten."""
    if 1 <= place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    teen = place % 100 in (11, 12, 13)
    return f"{place}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th')}"


def _says(name: str, unit: str) -> bool:
    return re.search(rf"\b{re.escape(fold(unit))}\b", fold(name)) is not None


def _one_of(unit: str) -> str:
    """Return a unit for the number one: its first word without its plural."""
    first, space, rest = unit.partition(" ")
    if first.endswith("ies") and len(first) > 4:
        first = first[:-3] + "y"
    elif re.search(r"(ss|x|ch|sh)es$", first):
        first = first[:-2]
    elif re.search(r"[a-z](?<![siu])s$", first):
        first = first[:-1]
    return first + space + rest
