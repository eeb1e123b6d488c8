"""Pasting a piece of a spreadsheet into a register: over the rows from one on, and beyond them.

What cannot be read is not lost: it stays half typed in its field, to be put right there.
"""

from collections.abc import Sequence
from typing import NamedTuple

from crm_workshop.activities.half_typed import Place, keep_half_typed
from crm_workshop.activities.paste import cells
from crm_workshop.activities.register import add_row, set_field
from crm_workshop.errors import InputError
from crm_workshop.model.base import Row
from crm_workshop.model.fields import specs
from crm_workshop.store.library import Store
from crm_workshop.text import fold


class Pasted(NamedTuple):
    """The ids of the rows that were filled, and how many cells could not be read."""

    rows: tuple[int, ...]
    unread: int


def paste_rows(
    store: Store,
    workshop_id: int,
    record: type[Row],
    text: str,
    fields: Sequence[str] = (),
    *,
    start_id: int | None = None,
    add_missing: bool = False,
    by: str = "",
) -> Pasted:
    """Fill rows with a pasted piece of a spreadsheet, as one step.

    The columns are `fields` (all of the record's, if empty) in that order, and the rows those from
    `start_id` on, then new ones; blank cells change nothing. Where the first row holds headings
    they name the columns, and all rows are new. Raises `InputError` if there are no rows or more
    cells than columns; then nothing is changed.
    """
    rows = cells(text)
    columns = list(fields) or [one.name for one in specs(record)]
    if rows and (headings := _headings(record, rows[0])):
        columns, rows, start_id = headings, rows[1:], None
    _check(rows, len(columns))
    ids = [one.id for one in store.all(record, workshop_id)]
    there = ids[ids.index(start_id) :] if start_id is not None else []
    with store.step(f"Paste {record.table.replace('_', ' ')} rows", workshop_id, by=by):
        there += [add_row(store, workshop_id, record).id for _ in rows[len(there) :]]
        half = {
            Place(record.table, row_id, name): _rest(store, record, row_id, name, cell, add_missing)
            for row_id, row in zip(there, rows, strict=False)
            for name, cell in zip(columns, row, strict=False)
            if cell.strip()
        }
        keep_half_typed(store, workshop_id, half, by=by)
    return Pasted(tuple(there[: len(rows)]), sum(bool(text) for text in half.values()))


def _rest(
    store: Store, record: type[Row], row_id: int, name: str, cell: str, add_missing: bool
) -> str:
    """Write a cell into its field; return what stays half typed: all of it, or nothing."""
    try:
        set_field(store, record, row_id, name, cell, add_missing=add_missing)
    except InputError:
        return cell
    return ""


def _check(rows: Sequence[Sequence[str]], most: int) -> None:
    if not rows:
        raise InputError("There are no rows in what was pasted. Nothing was added.")
    for number, row in enumerate(rows, 1):
        if any(cell.strip() for cell in row[most:]):
            raise InputError(
                f"Row {number} has {len(row)} cells, but there are {most} columns. "
                "Nothing was added."
            )


def _headings(record: type[Row], row: tuple[str, ...]) -> list[str]:
    """Return the fields that a row of headings names; empty if one of its cells is no heading."""
    known = {fold(one.label): one.name for one in specs(record)}
    known |= {fold(one.name): one.name for one in specs(record)}
    named = [known.get(fold(cell), "") for cell in row if cell.strip()]
    return named if named and all(named) and len(set(named)) == len(named) else []
