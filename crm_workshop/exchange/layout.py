"""Where each record stands in the file, derived from the model.

A record that belongs to an activity or a poll stands inside it, every other one in a list of its
own at the top. A list is called by the plural of its table; a record that exists once is an object.
Ids and positions never appear: the order of a list is the order, and a row that points to another
says its name (its first field), or its `ref` where the name would not do.
"""

import dataclasses
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from crm_workshop.exchange.values import Shape, shape_of
from crm_workshop.model.base import Placed, Row
from crm_workshop.model.capture import DotRound, Poll
from crm_workshop.model.dossier import BY_TABLE, TABLES
from crm_workshop.model.fields import FieldSpec, links, per_type, specs
from crm_workshop.model.workshop import Activity, Person, Word, Workshop

#: What the first two keys of every file say.
FORMAT: Final = "crm-workshop"
VERSION: Final = 1

#: The keys that are not fields of a record.
FORMAT_KEY: Final = "format"
VERSION_KEY: Final = "version"
REF: Final = "ref"
SCHEMA_KEY: Final = "$schema"  # read over: editors take from it where the JSON Schema is

#: The records that are nothing without a name.
NAMED: Final[tuple[type[Row], ...]] = (Workshop, Person, Activity)

#: Without minutes, an activity has those of its kit: none have to be said.
_ALWAYS: Final[frozenset[tuple[type[Row], str]]] = frozenset({(Activity, "minutes_planned")})

_PLURALS: Final = {"activity": "activities", "person": "people"}
_IN_SECTIONS: Final[tuple[type[Row], ...]] = tuple(
    record for record in TABLES if record.exchanged and record not in (Workshop, Word)
)
_UNWRITTEN: Final = {field.name for field in dataclasses.fields(Placed)}


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a record in the file: its key, and its shape or the record it points to.

    It is left out while it has its `default`, unless it is `always` written: left out, it would
    say something else.
    """

    field: str
    key: str
    default: Any
    shape: Shape | None = None
    target: type[Row] | None = None
    spec: FieldSpec | None = None
    always: bool = False


@per_type
def slots(record: type[Row]) -> tuple[Slot, ...]:
    """Return the fields of `record` that the file holds, in their order."""
    hints = typing.get_type_hints(record)
    known = {one.name: one for one in specs(record)}
    found = []
    for field in dataclasses.fields(record):
        if field.name in _UNWRITTEN or field.name == owner_field(record):
            continue
        table = links(record).get(field.name)
        found.append(
            Slot(
                field=field.name,
                key=field.name.removesuffix("_id") if table else field.name,
                default=field.default,
                shape=None if table else shape_of(hints[field.name]),
                target=BY_TABLE[table] if table else None,
                spec=known.get(field.name),
                always=(record, field.name) in _ALWAYS,
            )
        )
    return tuple(found)


@per_type
def owner_field(record: type[Row]) -> str:
    """Return the field that names the activity or poll a row always belongs to, or nothing."""
    for field in dataclasses.fields(record):
        owned = links(record).get(field.name) in (Activity.table, Poll.table)
        if owned and field.default is not None:
            return field.name
    return ""


def owner(record: type[Row]) -> type[Row] | None:
    """Return the record inside which rows of `record` stand, or None for the top."""
    field = owner_field(record)
    return BY_TABLE[links(record)[field]] if field else None


@per_type
def children(record: type[Row] | None) -> tuple[type[Row], ...]:
    """Return the records that stand inside `record`, or (None) at the top, in their order."""
    return tuple(one for one in _IN_SECTIONS if owner(one) is record)


def is_single(record: type[Row]) -> bool:
    """Tell whether there is at most one `record` in its place, so that it needs no list."""
    return record.single or record in (Workshop, DotRound)


@per_type
def section(record: type[Row]) -> str:
    """Return the key under which rows of `record` stand."""
    if is_single(record):
        return record.table
    return _PLURALS.get(record.table, f"{record.table}s")


@per_type
def name_slot(record: type[Row]) -> Slot:
    """Return the field that is a row's name when another row points to it: its first."""
    return next(slot for slot in slots(record) if slot.shape)


@cache
def targets() -> frozenset[type[Row]]:
    """Return the records that others point to by name, so that their rows may have a `ref`."""
    return frozenset(
        slot.target for record in _IN_SECTIONS for slot in slots(record) if slot.target
    )
