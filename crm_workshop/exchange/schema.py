"""The format described for other programs: JSON Schema 2020-12, made from the model."""

from collections.abc import Iterator
from typing import Any, Final

from crm_workshop.exchange.labels import help_of, label_of, promise_of
from crm_workshop.exchange.layout import (
    FORMAT,
    FORMAT_KEY,
    NAMED,
    REF,
    SCHEMA_KEY,
    VERSION,
    VERSION_KEY,
    Slot,
    children,
    is_single,
    name_slot,
    section,
    slots,
    targets,
)
from crm_workshop.exchange.rules import bounds
from crm_workshop.kit.words import EDITABLE
from crm_workshop.model.base import Row
from crm_workshop.model.workshop import Word, Workshop

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the exchange file.

    It knows types, answers and bounds. What it cannot say, such as that a name is in the register,
    the import checks.
    """
    sections = {section(one): _section(one) for one in _in_file()}
    words = {key: {"type": "string"} for key in sorted(EDITABLE)}
    properties = {
        SCHEMA_KEY: {"type": "string", "description": "Where this schema is; read over."},
        FORMAT_KEY: {"const": FORMAT, "description": "Says that this is an exchange file."},
        VERSION_KEY: {"const": VERSION, "description": "The version of the format."},
        section(Word): _object(Word, words),
    }
    return {
        "$schema": _DIALECT,
        "title": "One workshop as a file",
        "description": "Keys that are left out have their usual value; the order of a list counts.",
        "type": "object",
        "properties": properties | sections,
        "required": [FORMAT_KEY, VERSION_KEY, section(Workshop)],
        "additionalProperties": False,
        "$defs": {one.table: _record(one) for one in _in_file(deep=True)},
    }


def _in_file(*, deep: bool = False) -> Iterator[type[Row]]:
    """Yield the records that stand at the top of the file, or (deep) all of them."""
    yield Workshop
    found: list[type[Row]] = [*children(None)]
    while found:
        record = found.pop(0)
        yield record
        found += children(record) if deep else ()


def _section(record: type[Row]) -> dict[str, Any]:
    """Describe the place of a record: one object, or a list of them."""
    one = {"$ref": f"#/$defs/{record.table}"}
    return one if is_single(record) else {"type": "array", "items": one}


def _record(record: type[Row]) -> dict[str, Any]:
    """Describe one record: its fields, and the records that stand inside it."""
    fields = {slot.key: _slot(record, slot) for slot in slots(record)}
    if record in targets():
        name = name_slot(record).key
        told = f"What others call it where they point to it, if its “{name}” will not do."
        fields = {REF: {"type": "string", "description": told}, **fields}
    inside = {section(one): _section(one) for one in children(record)}
    needed = [slot.key for slot in slots(record) if slot.target and slot.default is not None]
    if record in NAMED:
        needed.append(name_slot(record).key)
    return _object(record, fields | inside) | ({"required": needed} if needed else {})


def _object(record: type[Row], properties: dict[str, Any]) -> dict[str, Any]:
    """Describe an object that has these properties and no others."""
    return {
        "type": "object",
        "title": record.table.replace("_", " ").capitalize(),
        "description": promise_of(record),
        "properties": properties,
        "additionalProperties": False,
    }


def _slot(record: type[Row], slot: Slot) -> dict[str, Any]:
    """Describe one field."""
    if slot.target:
        called = slot.target.table.replace("_", " ")
        told = f"The {name_slot(slot.target).key} (or {REF}) of the {called} that is meant."
        return _or_null({"type": "string"}, slot.default is None) | {
            "title": label_of(record, slot),
            "description": f"{told} {help_of(record, slot)}".strip(),
        }
    described: dict[str, Any] = {}
    if slot.shape:
        described = dict(slot.shape.schema)
        if described["type"] in ("integer", "number"):
            described["minimum"], described["maximum"] = bounds(record, slot)
        if slot.shape.many:
            described = {"type": "array", "items": described}
        described = _or_null(described, slot.shape.optional)
        if slot.default:
            described["default"] = slot.shape.encode(slot.default)
    described["title"] = label_of(record, slot)
    described["description"] = help_of(record, slot)
    return {key: value for key, value in described.items() if value != ""}


def _or_null(described: dict[str, Any], optional: bool) -> dict[str, Any]:
    """Let null stand for nothing where a field may be empty."""
    if not optional:
        return described
    more = {"oneOf": [*described["oneOf"], {"type": "null"}]} if "oneOf" in described else {}
    return described | {"type": [described["type"], "null"]} | more
