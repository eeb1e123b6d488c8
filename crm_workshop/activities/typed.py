"""What people type or paste into a field, as the value the record holds.

Every refusal is one sentence that names the field, what was typed and what was expected.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from types import UnionType
from typing import Any, Final

from crm_workshop.activities import reading
from crm_workshop.errors import InputError
from crm_workshop.model.base import Row
from crm_workshop.model.choices import Locale
from crm_workshop.model.fields import Choice, FieldSpec, Kind, spec
from crm_workshop.text import clean, one_line, plain_number

#: Whole-number and number fields that mean nothing outside these bounds (both included).
LIMITS: Final[dict[tuple[str, str], tuple[float, float]]] = {
    ("workshop", "attempt_no"): (1, 99),
    ("prework_answer", "line"): (1, 99),
    ("activity", "minutes_planned"): (0, 600),
    ("opening", "it_project_calls"): (0, 9999),
    ("lesson", "year"): reading.YEARS,
    ("line", "agreed_today"): (1, 5),
    ("line", "agreed_target"): (1, 5),
    ("experience_step", "hand_offs"): (0, 999),
    ("commitment", "hours_per_month"): (0, 744),
    ("pitfall", "likely"): (1, 5),
    ("governance", "answer_days"): (0, 365),
}


def value_for(record: type[Row], name: str, given: object, locale: Locale) -> Any:
    """Return the value of field `name` of `record` that `given` means.

    Text is read as typed; blank text is the field's empty value. A value of the field's own type
    is checked and returned. Raises `InputError`; `KeyError` for a field nobody can fill in.
    """
    field = spec(record, name)
    typed = isinstance(given, str) and not isinstance(given, Choice)
    value: Any = _read(record, field, str(given), locale) if typed else given
    if not _fits(field, value) and value != _empty(record, name):
        raise InputError(f"“{field.label}” cannot hold {value!r}. Nothing was changed.")
    if field.kind in (Kind.INT, Kind.NUM) and value is not None:
        _check_size(record, field, value)
        return float(value) if field.kind is Kind.NUM else value
    return value


def _check_size(record: type[Row], field: FieldSpec, value: float) -> None:
    """Raise `InputError` for a number that the field cannot mean."""
    limits = LIMITS.get((record.table, field.name))
    low, high = limits or (-reading.LARGEST, reading.LARGEST)
    if low <= value <= high:
        return
    wanted = f"it has to be from {plain_number(low)} to {plain_number(high)}"
    if limits is None:
        wanted = f"no number beyond {plain_number(high)} can be kept"
    raise InputError(
        f"“{field.label}” is {plain_number(value)}, but {wanted}. Nothing was changed."
    )


def _empty(record: type[Row], name: str) -> Any:
    """Return the value of a field that nobody has filled in."""
    return getattr(record(), name)


def _read(record: type[Row], field: FieldSpec, text: str, locale: Locale) -> Any:
    if field.kind in _TEXTS:
        return _TEXTS[field.kind](text)
    text = one_line(text)
    if not text:
        return _empty(record, field.name)
    if field.kind is Kind.BYTES:
        raise InputError(f"“{field.label}” is a file and cannot be typed. Nothing was changed.")
    try:
        return _READERS[field.kind](text, field, locale)
    except ValueError as error:
        raise InputError(
            f"“{field.label}”: “{_short(text)}” {error}. Nothing was changed."
        ) from error


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _fits(field: FieldSpec, value: object) -> bool:
    """Tell whether `value` is of the type that a field of this kind holds."""
    if field.choices is not None:
        return isinstance(value, field.choices)
    if field.kind in (Kind.LIST, Kind.PEOPLE):
        return isinstance(value, tuple) and all(isinstance(one, str) for one in value)
    if isinstance(value, bool | datetime):  # Python's bools are ints, its datetimes are dates
        return isinstance(value, bool) and field.kind is Kind.BOOL
    return isinstance(value, _TYPES.get(field.kind, str))


_TYPES: Final[dict[Kind, type | UnionType]] = {
    Kind.BOOL: bool,
    Kind.INT: int,
    Kind.NUM: int | float,
    Kind.DATE: date,
    Kind.TIME: time,
    Kind.BYTES: bytes,
}


# Texts and lists are never refused


def parse_list(text: str) -> tuple[str, ...]:
    """Return the lines of a list; on one line, semicolons part them. Blank ones are dropped."""
    lines = clean(text).split("\n")
    if len(lines) == 1:
        lines = text.split(";")
    return tuple(line for line in map(one_line, lines) if line)


def parse_people(text: str) -> tuple[str, ...]:
    """Return the names of a list, one a line or parted by semicolons, else by commas."""
    names = parse_list(text)
    if len(names) == 1:
        names = parse_list(names[0].replace(",", ";"))
    return names


def single_line(text: str) -> str:
    """Return `text` on one line, spaces as typed: a field that trims fights whoever types."""
    return clean(text).replace("\n", " ")


_TEXTS: Final[dict[Kind, Callable[[str], Any]]] = {
    Kind.TEXT: single_line,
    Kind.LONG: clean,
    Kind.PERSON: one_line,
    Kind.PROMISE: one_line,
    Kind.LIST: parse_list,
    Kind.PEOPLE: parse_people,
}


_READERS: Final[dict[Kind, Callable[[str, FieldSpec, Locale], Any]]] = {
    Kind.DATE: lambda text, _field, locale: reading.parse_date(text, locale),
    Kind.TIME: lambda text, _field, _locale: reading.parse_time(text),
    Kind.INT: lambda text, _field, _locale: reading.parse_int(text),
    Kind.NUM: lambda text, _field, _locale: reading.parse_number(text),
    Kind.BOOL: lambda text, _field, _locale: reading.parse_bool(text),
    Kind.CHOICE: lambda text, field, _locale: reading.parse_choice(text, field.choices or Choice),
}
