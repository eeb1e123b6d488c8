"""How the rows of a file are counted and called, so that others can point to them without ids."""

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Final

from crm_workshop.exchange.layout import children, name_slot, owner_field, slots, targets
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import Dossier
from crm_workshop.text import fold, one_line

#: Stands for one row: its type and id.
Key = tuple[type[Row], int]

#: A name longer than this is no handle for a reader; the row gets a `ref` instead.
_LONGEST_NAME: Final = 60


def rows_in(dossier: Dossier, record: type[Row], parent: Row | None) -> tuple[Row, ...]:
    """Return the rows of a type that stand inside `parent`, or (None) at the top, in order."""
    rows = dossier.all(record)
    if parent is None:
        return rows
    field = owner_field(record)
    return tuple(row for row in rows if getattr(row, field) == parent.id)


def in_file_order(dossier: Dossier, parent: Row | None = None) -> Iterator[Row]:
    """Yield the rows in the order of the file, each before what stands inside it."""
    for record in children(type(parent) if parent else None):
        for row in rows_in(dossier, record, parent):
            yield row
            yield from in_file_order(dossier, row)


def count_rows(dossier: Dossier) -> dict[Key, int]:
    """Return each row's number among the file's rows of its type, counted from 1."""
    counts: Counter[type[Row]] = Counter()
    numbers: dict[Key, int] = {}
    for row in in_file_order(dossier):
        counts[type(row)] += 1
        numbers[type(row), row.id] = counts[type(row)]
    return numbers


def name_of(row: Row) -> str:
    """Return what a row is called: its first field."""
    return str(getattr(row, name_slot(type(row)).field))


def choose_refs(dossier: Dossier, numbers: dict[Key, int]) -> dict[Key, str]:
    """Return a `ref` for each row that is pointed to and whose name would not do.

    A name will not do if it is blank, long, on several lines, or another row's as well.
    """
    called = [row for row in in_file_order(dossier) if type(row) in targets()]
    taken = Counter((type(row), fold(name_of(row))) for row in called)
    pointed = _pointed_to(dossier)
    refs = {}
    for row in called:
        record, name = type(row), name_of(row)
        plain = 0 < len(name) <= _LONGEST_NAME and name == one_line(name)
        if (record, row.id) in pointed and not (plain and taken[record, fold(name)] == 1):
            ref = f"{record.table.replace('_', ' ')} {numbers[record, row.id]}"
            others = (f"{ref}.{more}" for more in itertools.count(2))
            refs[record, row.id] = next(
                one for one in itertools.chain((ref,), others) if not taken[record, fold(one)]
            )
    return refs


def _pointed_to(dossier: Dossier) -> set[Key]:
    """Return the rows that other rows point to."""
    return {
        (slot.target, value)
        for row in in_file_order(dossier)
        for slot in slots(type(row))
        if slot.target and (value := getattr(row, slot.field)) is not None
    }
