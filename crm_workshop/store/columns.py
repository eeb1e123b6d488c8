"""Rows of the file and frozen records: which columns a type has, and how values cross over."""

import dataclasses
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from crm_workshop.model.base import Placed, Row
from crm_workshop.model.fields import per_type
from crm_workshop.model.workshop import Workshop
from crm_workshop.text import clean

R = TypeVar("R", bound=Row)
Value = str | int | float | bytes | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, SQL type, whether it may be NULL, and the two conversions.

    `as_stored` values need no conversion when read: a STRICT table holds nothing else there.
    """

    name: str
    sql_type: str
    nullable: bool
    store: Callable[[Any], Value]
    load: Callable[[Any], Any]
    as_stored: bool


@per_type
def columns(record: type[Row]) -> tuple[Column, ...]:
    """Return the columns of a stored type in the order of its fields.

    A workshop has no `workshop_id` column: it is its own.
    """
    hints = typing.get_type_hints(record)
    return tuple(
        _column(field.name, hints[field.name])
        for field in dataclasses.fields(record)
        if not (record is Workshop and field.name == "workshop_id")
    )


def _column(name: str, hint: Any) -> Column:
    """Make the column of one field from its type."""
    nullable = typing.get_origin(hint) is types.UnionType
    base = (
        next(one for one in typing.get_args(hint) if one is not types.NoneType)
        if nullable
        else hint
    )
    if typing.get_origin(base) is tuple:
        base = tuple
    if issubclass(base, StrEnum):
        return Column(name, "TEXT", nullable, _optional(str), base, as_stored=False)
    sql_type, store, load = _PLAIN[base]
    as_stored = load is base and base is not bool  # SQLite keeps a yes or no as 1 or 0
    return Column(name, sql_type, nullable, _optional(store), load, as_stored=as_stored)


def _optional(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Let None pass unchanged."""

    def converted(value: Any) -> Any:
        return None if value is None else convert(value)

    return converted


def _store_list(items: tuple[str, ...]) -> str:
    """Return a list of lines as one JSON text."""
    return msgspec.json.encode([clean(item) for item in items]).decode()


def _load_list(text: str) -> tuple[str, ...]:
    """Return the lines of a stored list."""
    return msgspec.json.decode(text, type=tuple[str, ...])


def _iso(moment: datetime) -> str:
    """Return a moment as ISO text; the file only holds moments with their zone."""
    if moment.tzinfo is None:
        raise TypeError("a stored moment needs its time zone")
    return moment.isoformat()


_PLAIN: dict[type, tuple[str, Callable[[Any], Value], Callable[[Any], Any]]] = {
    str: ("TEXT", clean, str),
    int: ("INTEGER", int, int),
    float: ("REAL", float, float),
    bool: ("INTEGER", int, bool),
    bytes: ("BLOB", bytes, bytes),
    tuple: ("TEXT", _store_list, _load_list),
    date: ("TEXT", date.isoformat, date.fromisoformat),
    time: ("TEXT", time.isoformat, time.fromisoformat),
    datetime: ("TEXT", _iso, datetime.fromisoformat),
}


@per_type
def names_of(record: type[Row]) -> str:
    """Return the type's columns as SQL lists them."""
    return ", ".join(column.name for column in columns(record))


@per_type
def _converted(record: type[Row]) -> tuple[Column, ...]:
    """Return the columns whose values are not what the field holds."""
    return tuple(column for column in columns(record) if not column.as_stored)


def order_of(record: type[Row]) -> str:
    """Return what a type's rows are ordered by."""
    return "position, id" if issubclass(record, Placed) else "id"


def to_row(record: Row) -> dict[str, Value]:
    """Return the record's values by column, without its id."""
    return {
        column.name: column.store(getattr(record, column.name))
        for column in columns(type(record))
        if column.name != "id"
    }


def from_row(record: type[R], row: dict[str, Any]) -> R:
    """Return the record that a row of its table holds.

    Raises ValueError or msgspec.DecodeError if a value cannot be what its field says.
    """
    known = dict(row)
    for column in _converted(record):
        value = known[column.name]
        if value is not None:
            known[column.name] = column.load(value)
    if record is Workshop:
        known["workshop_id"] = known["id"]
    return record(**known)
