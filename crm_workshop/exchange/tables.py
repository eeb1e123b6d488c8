"""The tables of docs/exchange.md: every record and field of the file, made from the model.

`python -m crm_workshop.exchange.tables docs/exchange.md` brings them up to date.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from crm_workshop.activities.reading import LARGEST
from crm_workshop.activities.standing import MAIN_OBJECTIVE
from crm_workshop.exchange.labels import label_of, plain, promise_of
from crm_workshop.exchange.layout import (
    NAMED,
    REF,
    Slot,
    children,
    is_single,
    name_slot,
    section,
    slots,
    targets,
)
from crm_workshop.exchange.problems import json_text
from crm_workshop.exchange.rules import bounds
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.kit.load import load_kit
from crm_workshop.kit.words import EDITABLE
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import Kind
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.text import plain_number

#: Between these two lines stands what is made here.
BEGIN: Final = "<!-- tables: made by python -m crm_workshop.exchange.tables docs/exchange.md -->"
END: Final = "<!-- end of tables -->"


def renew(text: str) -> str:
    """Return the documentation with its tables as the program is now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{_tables()}\n{END}{after}"


def _tables() -> str:
    """Return the tables of all records, and what the standard kit calls its things."""
    places = [(Workshop, ()), *_places(None, ())]
    return "\n".join([*(_record(record, way) for record, way in places), _kit()])


_Way = tuple[type[Row], ...]


def _places(parent: type[Row] | None, way: _Way) -> Iterator[tuple[type[Row], _Way]]:
    """Yield each record with the records inside which it stands, in the order of the file."""
    for record in children(parent):
        yield record, way
        yield from _places(record, (*way, record))


def _record(record: type[Row], way: _Way) -> str:
    """Return one record: where it stands, its promise and its fields."""
    heading = " › ".join(f"`{section(one)}`" for one in (*way, record))
    shape = "One object." if is_single(record) else "A list."
    fields = [_cells(record, slot) for slot in slots(record)]
    if record in targets():
        name = name_slot(record).key
        fields.append((f"`{REF}`", f"What others call it if its `{name}` will not do", "text", ""))
    table = _table(("key", "what it is", "values", "needed"), fields)
    return f"### {heading}\n\n{shape} {promise_of(record)}\n\n{table}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    cells = [list(head), *map(list, rows)]
    lines = [f"| {' | '.join(one.replace('|', '/') for one in row)} |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(cells[0]), *lines[1:]]) + "\n"


def _cells(record: type[Row], slot: Slot) -> tuple[str, ...]:
    """Return one field as a row of its table."""
    needed = slot.target is not None and slot.default is not None
    if needed or (record in NAMED and slot == name_slot(record)):
        needed_for = "file"
    else:
        needed_for = "charter" if slot.spec and slot.spec.required else ""
    values = _values(record, slot)
    if record is Activity and slot.always:
        values += "; left out: the kit’s"
    elif slot.default and slot.shape:
        usual = json_text(slot.shape.encode(slot.default)).strip('"')
        values += f"; left out: `{usual}`"
    return f"`{slot.key}`", label_of(record, slot), values, needed_for


def _values(record: type[Row], slot: Slot) -> str:
    """Return what a field may hold."""
    if slot.target:
        return f"one of the `{section(slot.target)}`"
    if slot.spec and slot.spec.kind in _HELD:
        return _HELD[slot.spec.kind]
    if slot.shape is None:
        return ""
    said = slot.shape.schema
    if "oneOf" in said:
        return ", ".join(_answer(one["const"], one["title"]) for one in said["oneOf"])
    held = _TYPES[said.get("format") or said.get("contentEncoding") or said["type"]]
    if said["type"] in ("integer", "number"):
        low, high = bounds(record, slot)
        held += f", {plain_number(low)} to {plain_number(high)}" if high < LARGEST else ""
    return held


def _answer(value: str, label: str) -> str:
    """Return one of a closed list of answers, with its meaning where the value does not say it."""
    said = value.replace("_", " ") == plain(label).casefold()
    return f"`{value}`" if said else f"`{value}` ({plain(label)})"


_HELD: Final = {
    Kind.LONG: "text, on several lines if you like",
    Kind.LIST: "list of texts",
    Kind.PERSON: "a name",
    Kind.PEOPLE: "list of names",
    Kind.PROMISE: f"a `step`, or “{MAIN_OBJECTIVE}”",
    Kind.TIME: "time of day",
}
_TYPES: Final = {
    "string": "text",
    "boolean": "`true`, `false`",
    "integer": "whole number",
    "number": "number",
    "date": "date",
    "date-time": "moment",
    "base64": "base64",
}


def _kit() -> str:
    """Return the activities of the standard kit with the answers that it knows."""
    kit = load_kit()
    head = ("`key`", "activity", "minutes: 90, half, full", "what the room says there")
    rows = [
        (
            f"`{one.key}`",
            plain(one.title),
            f"{one.minutes.short}, {one.minutes.half}, {one.minutes.full}",
            _said_in(one),
        )
        for one in kit.activities
    ]
    pitfalls = ", ".join(f"`{one.key}` ({plain(one.name)})" for one in kit.pitfalls)
    words = ", ".join(f"`{word}`" for word in sorted(EDITABLE))
    return (
        f"### The standard kit\n\n{_table(head, rows)}\n"
        f"Known pitfalls (`known`): {pitfalls}.\n\nKeys of `words`: {words}.\n"
    )


def _said_in(design: ActivityDesign) -> str:
    """Return the lists that an activity fills, its questions and its buckets."""
    lists = [f"`{section(RECORDS[one.record])}`" for one in design.records]
    questions = [f"`{one.key}`" for one in design.poll.questions] if design.poll else []
    buckets = [f"`{one.value}`" for one in design.sort.buckets] if design.sort else []
    parts = (("", lists), ("question ", questions), ("bucket ", buckets))
    return "; ".join(f"{what}{', '.join(found)}" for what, found in parts if found)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        file = Path(name)
        file.write_text(renew(file.read_text("utf-8")), "utf-8")
