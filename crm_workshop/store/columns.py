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
    """One column: its name, SQL type, whether it may be NULL, and the two conversions."""

    name: str
    sql_type: str
    nullable: bool
    store: Callable[[Any], Value]
    load: Callable[[Any], Any]


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
        return Column(name, "TEXT", nullable, _optional(str), _optional(base))
    sql_type, store, load = _PLAIN[base]
    return Column(name, sql_type, nullable, _optional(store), _optional(load))


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


@dataclass(frozen=True, slots=True)
class Statements:
    """The SQL of one type, made once."""

    select: str
    insert: str
    order: str


@per_type
def statements(record: type[Row]) -> Statements:
    """Return the type's SELECT (without WHERE), its INSERT without id, and its order."""
    names = [column.name for column in columns(record)]
    without_id = names[1:]
    marks = ", ".join("?" * len(without_id))
    return Statements(
        select=f"SELECT {', '.join(names)} FROM {record.table}",
        insert=f"INSERT INTO {record.table} ({', '.join(without_id)}) VALUES ({marks})",
        order="ORDER BY position, id" if issubclass(record, Placed) else "ORDER BY id",
    )


def to_row(record: Row) -> list[Value]:
    """Return the record's values in the order of its columns."""
    return [column.store(getattr(record, column.name)) for column in columns(type(record))]


def from_row(record: type[R], values: tuple[Any, ...]) -> R:
    """Return the record that a row of its columns holds.

    Raises ValueError or msgspec.DecodeError if a value cannot be what its field says.
    """
    known = {
        column.name: column.load(value)
        for column, value in zip(columns(record), values, strict=True)
    }
    if record is Workshop:
        known["workshop_id"] = known["id"]
    return record(**known)
