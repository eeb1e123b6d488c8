"""Registers of a rehearsal: what the kit put there is filled in, the rest is added."""

from crm_workshop.activities import register
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.base import Placed, Row
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import specs
from crm_workshop.rehearsal.cast import Cast


def write_records(cast: Cast, design: ActivityDesign) -> None:
    """Write the registers that an activity asks for and no earlier one has."""
    for asked in design.records:
        if asked.record not in cast.written:
            cast.written.add(asked.record)
            fill(cast, RECORDS[asked.record])


def fill(cast: Cast, record: type[Row]) -> None:
    """Write a register: rows that the kit put there are filled in, the others are added."""
    if issubclass(record, Placed):
        _fill_rows(cast, record)
    else:
        _fill_single(cast, record)


def _fill_rows(cast: Cast, record: type[Placed]) -> None:
    key = specs(record)[0].name
    there = {getattr(one, key): one for one in cast.store.all(record, cast.workshop_id)}
    for row in cast.script.all(record):
        content = {one.name: getattr(row, one.name) for one in specs(record)}
        known = there.pop(content[key], None)
        if known is None:
            cast.plays(row, register.add_row(cast.store, cast.workshop_id, record, content))
            continue
        cast.plays(row, known)
        for name, value in content.items():
            register.set_field(cast.store, record, known.id, name, value)
    for unused in there.values():
        register.delete_row(cast.store, record, unused.id)
    _put_in_order(cast, record)


def _put_in_order(cast: Cast, record: type[Placed]) -> None:
    last: int | None = None
    for row in cast.script.all(record):
        new = cast.new[record, row.id]
        register.move_row(cast.store, record, new, last)
        last = new


def _fill_single(cast: Cast, record: type[Row]) -> None:
    row = cast.script.one(record)
    blank = record()
    for one in specs(record):
        value = getattr(row, one.name)
        if value != getattr(blank, one.name):
            register.set_single(cast.store, cast.workshop_id, record, one.name, value)
