"""How each type of value stands in the file, both ways, and what JSON Schema says of it."""

import base64
import binascii
import math
import re
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any, Final, TypeVar

from crm_workshop.activities.reading import YEARS, parse_int, parse_number
from crm_workshop.exchange.problems import suggestion
from crm_workshop.model.fields import Choice
from crm_workshop.text import clean, fold

DateT = TypeVar("DateT", bound=date)


class UnfitError(Exception):
    """A value is not what its field holds. `hint` follows the sentence that says so."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint)
        self.hint: Final = hint


@dataclass(frozen=True, slots=True)
class Shape:
    """One type of value: what is expected in words, and the conversions from and to JSON.

    `decode` raises UnfitError. With `many`, the file holds a list of such values. An `optional`
    value may be null, which says the same as leaving the key out.
    """

    expected: str
    decode: Callable[[object], Any]
    encode: Callable[[Any], Any]
    schema: dict[str, Any]
    many: bool = False
    optional: bool = False


@cache
def shape_of(hint: Any) -> Shape:
    """Return the shape of a field from its type, such as `str` or `date | None`."""
    optional = typing.get_origin(hint) is types.UnionType
    base = (
        next(one for one in typing.get_args(hint) if one is not types.NoneType)
        if optional
        else hint
    )
    many = typing.get_origin(base) is tuple
    if many:
        base = typing.get_args(base)[0]
    plain = _choice(base) if issubclass(base, Choice) else _PLAIN[base]
    return Shape(plain.expected, plain.decode, plain.encode, plain.schema, many, optional)


def _choice(choices: type[Choice]) -> Shape:
    """Return the shape of a closed list of answers."""
    by_value = {str(one): one for one in choices}
    by_label = {fold(one.label): str(one) for one in choices}

    def decode(value: object) -> Choice:
        if not isinstance(value, str):
            raise UnfitError(f'; write "{value}"' if f"{value}" in by_value else "")
        if value not in by_value:
            raise UnfitError(suggestion(by_label.get(fold(value), value), by_value))
        return by_value[value]

    expected = "one of " + ", ".join(f"“{word}”" for word in by_value)
    options = [{"const": value, "title": one.label} for value, one in by_value.items()]
    return Shape(expected, decode, str, {"type": "string", "oneOf": options})


def _decode_text(value: object) -> str:
    if not isinstance(value, str):
        raise UnfitError
    return clean(value)


def _decode_bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise UnfitError
    return value


#: What the library file can hold of a whole number (a signed 64-bit integer).
_LARGEST: Final = 2**63 - 1


def _decode_int(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST:
        raise UnfitError(_as_number(value, parse_int))
    return value


def _decode_number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise UnfitError(_as_number(value, parse_number))
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise UnfitError
    if not math.isfinite(value):
        raise UnfitError
    return float(value)


def _as_number(value: object, read: Callable[[str], float]) -> str:
    """Return how a number that was written as text has to stand in the file."""
    if not isinstance(value, str):
        return ""
    try:
        number = f"{_encode_number(float(read(value)))}"
    except ValueError:
        number = "a number such as 19841"
    return f"; write {number}, without quotation marks, commas or signs"


def _encode_number(value: float) -> float | int:
    # 8.0 reads better as 8; beyond 2⁵³ a float no longer counts every whole number.
    return int(value) if value.is_integer() and abs(value) <= 2**53 else value


_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?")
_MOMENT: Final = re.compile(_DATE.pattern + "T" + _TIME.pattern + r"(Z|[+-][0-9]{2}:[0-9]{2})")


def _decode_date(value: object) -> date:
    return _in_years(date.fromisoformat(_matching(_DATE, value)))


def _in_years(day: DateT) -> DateT:
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise UnfitError(f"; the year has to be from {YEARS[0]} to {YEARS[1]}")
    return day


def _decode_time(value: object) -> time:
    return time.fromisoformat(_matching(_TIME, value))


def _encode_time(value: time) -> str:
    whole = not value.second and not value.microsecond
    return value.isoformat("minutes" if whole else "auto")


def _decode_moment(value: object) -> datetime:
    return _in_years(datetime.fromisoformat(_matching(_MOMENT, value))).astimezone(UTC)


def _encode_moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _matching(pattern: re.Pattern[str], value: object) -> str:
    """Return `value` if it is text of that pattern."""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise UnfitError
    return value


def _calendar(decode: Callable[[object], Any]) -> Callable[[object], Any]:
    """Turn what the calendar does not know, such as 30 February, into UnfitErrorError."""

    def decoded(value: object) -> Any:
        try:
            return decode(value)
        except (ValueError, OverflowError):
            raise UnfitError("; the calendar has no such day or time") from None

    return decoded


def _decode_bytes(value: object) -> bytes:
    if not isinstance(value, str):
        raise UnfitError
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise UnfitError from None


def _encode_bytes(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _same(value: Any) -> Any:
    return value


_PLAIN: Final[dict[type, Shape]] = {
    str: Shape("text", _decode_text, _same, {"type": "string"}),
    bool: Shape("true or false", _decode_bool, _same, {"type": "boolean"}),
    int: Shape("a whole number", _decode_int, _same, {"type": "integer"}),
    float: Shape("a number", _decode_number, _encode_number, {"type": "number"}),
    date: Shape(
        "a date such as “2026-11-21”",
        _calendar(_decode_date),
        date.isoformat,
        {"type": "string", "format": "date"},
    ),
    time: Shape(
        "a time of day such as “09:30”",
        _calendar(_decode_time),
        _encode_time,
        {"type": "string", "pattern": f"^{_TIME.pattern}$"},
    ),
    datetime: Shape(
        "a moment with its zone such as “2026-11-21T09:30:00Z”",
        _calendar(_decode_moment),
        _encode_moment,
        {"type": "string", "format": "date-time"},
    ),
    bytes: Shape(
        "bytes in base64",
        _decode_bytes,
        _encode_bytes,
        {"type": "string", "contentEncoding": "base64"},
    ),
}
