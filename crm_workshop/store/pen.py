"""The pen that the write door hands out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from crm_workshop.model.base import Placed, Row
from crm_workshop.store import order
from crm_workshop.store.columns import columns, to_row
from crm_workshop.store.reading import Reader, gone

R = TypeVar("R", bound=Row)
P = TypeVar("P", bound=Placed)


class Pen:
    """What the write door hands out: the only way to change rows, valid inside its step."""

    def __init__(self, reader: Reader, workshop_id: int | None) -> None:
        self._reader = reader
        self._workshop_id = workshop_id
        self.touched: dict[str, frozenset[int]] = {}
        #: The key under which what follows is one step with this one, where only the step knows it.
        self.merge = ""

    def insert(self, row: R) -> R:
        """Add a row, return it with its id; without a position it goes behind its like."""
        if self._workshop_id is not None and not row.workshop_id:
            row = replace(row, workshop_id=self._workshop_id)
        if isinstance(row, Placed) and not row.position:
            row = replace(row, position=self._reader.end_of(row))
        inserted = self._reader.db.table(row.table).insert(to_row(row))
        return self._reader.get(type(row), int(inserted.last_rowid or 0))

    def update(self, row: R, **changes: Any) -> R:
        """Change some fields of a row and return it as it is now; what is equal is not written."""
        record = type(row)
        known = {column.name: column for column in columns(record)}
        values = {name: known[name].store(value) for name, value in changes.items()}
        different = {
            name: value
            for name, value in values.items()
            if value != known[name].store(getattr(row, name))
        }
        if not different:
            return row
        with _still_there(record):
            self._reader.db.table(record.table).update(row.id, different)
        self.touched[row.table] = self.touched.get(row.table, frozenset()) | {row.id}
        return self._reader.get(record, row.id)

    def delete(self, row: Row) -> None:
        """Remove a row and everything that belongs to it."""
        with _still_there(type(row)):
            self._reader.db.table(row.table).delete(row.id)

    def place(self, row: P, *, after: P | None, among: Sequence[P]) -> P:
        """Put a row behind `after` (None: first) in the ordered list `among`; return it.

        Changes one row, unless the neighbours are too close: then the list is renumbered.
        """
        others = [one for one in among if one.id != row.id]
        index = 0 if after is None else 1 + [one.id for one in others].index(after.id)
        before = others[index - 1].position if index else None
        behind = others[index].position if index < len(others) else None
        place = order.between(before, behind)
        if place is not None:
            return self.update(row, position=place)
        whole = [*others[:index], row, *others[index:]]
        moved = [
            self.update(one, position=position)
            for one, position in zip(whole, order.renumbered(len(whole)), strict=True)
        ]
        return moved[index]


@contextmanager
def _still_there(record: type[Row]) -> Iterator[None]:
    """Turn the library's word for a row that is missing into ours."""
    from sqlite_utils.db import NotFoundError

    try:
        yield
    except NotFoundError as error:
        raise gone(record) from error
