"""Registers: the rows of any record that an activity fills in (see `pasting` too).

Values may be given as they are stored or as people write them (see `typed`). A person is spelt as
in the register of people, a promise as its step; renaming a step is followed by what serves it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from crm_workshop.activities.shared import (
    add_unknown,
    known_name,
    locale_of,
    own_row,
    rename_everywhere,
)
from crm_workshop.activities.standing import MAIN_OBJECTIVE
from crm_workshop.activities.typed import value_for
from crm_workshop.errors import RuleError
from crm_workshop.model.base import Placed, Row
from crm_workshop.model.choices import Locale
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import Kind, spec, specs
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.store.library import Store
from crm_workshop.store.pen import Pen
from crm_workshop.text import fold

R = TypeVar("R", bound=Row)
P = TypeVar("P", bound=Placed)

#: Fields that are typed letter by letter, so that their edits are merged into one step.
_TYPED: Final = frozenset({Kind.TEXT, Kind.LONG, Kind.LIST, Kind.PERSON, Kind.PROMISE})


def add_row(
    store: Store,
    workshop_id: int,
    record: type[R],
    fields: Mapping[str, object] | None = None,
    *,
    add_missing: bool = False,
    by: str = "",
) -> R:
    """Add a row behind the others, filled with `fields` (values or typed text), and return it.

    `add_missing` puts people who are named but not yet in the register into it. Typing on in the
    one field that a row began with is one step with the adding. Raises `InputError` for a field
    that cannot be read, `RuleError` for a record there is only one of.
    """
    _check_record(record)
    if record.single:
        raise RuleError("There is exactly one of these in a workshop; change its fields.")
    values = _values(store, workshop_id, record, fields or {})
    with store.step(f"Add {_name(record)}", workshop_id, by=by) as pen:
        if add_missing:
            add_unknown(pen, store, workshop_id, _named(record, values))
        row = pen.insert(record(workshop_id=workshop_id, **values))
        if len(values) == 1 and not pen.merge:
            pen.merge = _merge(row, *values)
        return row


def set_field(
    store: Store,
    record: type[R],
    row_id: int,
    field: str,
    given: object,
    *,
    add_missing: bool = False,
    by: str = "",
) -> R:
    """Change one field of a row to a value or to what was typed, and return the row.

    Typing within a minute is one step. Raises `InputError`, naming the field and what was
    expected; `KeyError` for a field that nobody can fill in.
    """
    _check_record(record)
    row = store.get(record, row_id)
    return _set(store, row, field, given, add_missing=add_missing, by=by)


def set_single(
    store: Store,
    workshop_id: int,
    record: type[R],
    field: str,
    given: object,
    *,
    add_missing: bool = False,
    by: str = "",
) -> R:
    """Change one field of a record there is only one of; otherwise like `set_field`."""
    _check_record(record)
    if not record.single:
        raise TypeError(f"{record.table} has many rows; name one of them")
    found = store.all(record, workshop_id)
    row = found[0] if found else record(workshop_id=workshop_id)
    return _set(store, row, field, given, add_missing=add_missing, by=by)


def _set(store: Store, row: R, field: str, given: object, *, add_missing: bool, by: str) -> R:
    record, own = type(row), row.workshop_id
    values = _values(store, own, record, {field: given})
    merge = _merge(row, field)
    with store.step(f"Edit {_name(record)}", own, by=by, merge=merge) as pen:
        if add_missing:
            add_unknown(pen, store, own, _named(record, values))
        if isinstance(row, ExperienceStep) and field == "step":
            _follow_step(pen, store, row, values["step"])
        return pen.update(row if row.id else pen.insert(row), **values)


def insert_row(
    store: Store, workshop_id: int, record: type[P], before_id: int | None, *, by: str = ""
) -> P:
    """Add a blank row before another of its register, or behind all, and return it."""
    _check_record(record)
    among = store.all(record, workshop_id)
    ids = [one.id for one in among]
    at = len(ids) if before_id is None else ids.index(before_id)
    with store.step(f"Insert {_name(record)}", workshop_id, by=by) as pen:
        row = pen.insert(record(workshop_id=workshop_id))
        return pen.place(row, after=among[at - 1] if at else None, among=[*among, row])


def move_row(
    store: Store, record: type[P], row_id: int, after_id: int | None, *, by: str = ""
) -> P:
    """Put a row behind another of its register, or first."""
    _check_record(record)
    row = store.get(record, row_id)
    after = None if after_id is None else store.get(record, after_id)
    if after is not None:
        own_row(after, row.workshop_id, "row")
    among = store.all(record, row.workshop_id)
    with store.step(f"Move {_name(record)}", row.workshop_id, by=by) as pen:
        return pen.place(row, after=after, among=among)


def duplicate_row(store: Store, record: type[P], row_id: int, *, by: str = "") -> P:
    """Add a copy of a row right behind it."""
    _check_record(record)
    row = store.get(record, row_id)
    among = store.all(record, row.workshop_id)
    with store.step(f"Duplicate {_name(record)}", row.workshop_id, by=by) as pen:
        copy = pen.insert(replace(row, id=0, position=0.0))
        return pen.place(copy, after=row, among=[*among, copy])


def delete_row(store: Store, record: type[Row], row_id: int, *, by: str = "") -> None:
    """Delete a row of a register; raises `RuleError` for a record there is only one of."""
    _check_record(record)
    row = store.get(record, row_id)
    if record.single:
        raise RuleError("There is exactly one of these in a workshop; empty its fields instead.")
    with store.step(f"Delete {_name(record)}", row.workshop_id, by=by) as pen:
        pen.delete(row)


def _merge(row: Row, field: str) -> str:
    """Return the key under which typing into a field is one step; "" if each value is its own."""
    record = type(row)
    if spec(record, field).kind not in _TYPED:
        return ""
    return f"{record.table}:{0 if record.single else row.id}:{field}"


def _check_record(record: type[Row]) -> None:
    if RECORDS.get(record.table) is not record:
        raise TypeError(f"{record.table} is no register")


def _name(record: type[Row]) -> str:
    """Return the record's name as it reads in the undo menu."""
    return record.table.replace("_", " ")


def _values(
    store: Store, workshop_id: int, record: type[Row], given: Mapping[str, object]
) -> dict[str, Any]:
    """Return typed fields as values, with people and promises spelt as the workshop has them."""
    locale = locale_of(store, workshop_id)
    return {
        name: _value(store, workshop_id, record, name, one, locale) for name, one in given.items()
    }


def _value(
    store: Store, workshop_id: int, record: type[Row], name: str, given: object, locale: Locale
) -> Any:
    value = value_for(record, name, given, locale)
    kind = spec(record, name).kind
    if kind is Kind.PERSON:
        return known_name(store, workshop_id, value)
    if kind is Kind.PEOPLE:
        once: dict[str, str] = {}
        for one in value:
            once.setdefault(fold(one), known_name(store, workshop_id, one))
        return tuple(once.values())
    if kind is Kind.PROMISE and value:
        steps = (one.step for one in store.all(ExperienceStep, workshop_id))
        return next((one for one in (*steps, MAIN_OBJECTIVE) if fold(one) == fold(value)), value)
    return value


def _named(record: type[Row], values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the people that the values name."""
    names: list[str] = []
    for field in specs(record):
        if field.kind is Kind.PERSON:
            names.append(values.get(field.name, ""))
        elif field.kind is Kind.PEOPLE:
            names += values.get(field.name, ())
    return tuple(names)


def _follow_step(pen: Pen, store: Store, row: ExperienceStep, name: str) -> None:
    """Let what serves a step serve it under its new name.

    Not while the name is blank, nor while another step has the old name as well.
    """
    others = (one for one in store.all(ExperienceStep, row.workshop_id) if one.id != row.id)
    if name.strip() and not any(fold(one.step) == fold(row.step) for one in others):
        rename_everywhere(pen, store.load(row.workshop_id), row.step, name, Kind.PROMISE)
