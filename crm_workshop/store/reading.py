"""Reads from the library file; they return frozen records."""

import sqlite3
from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from crm_workshop.errors import LibraryError, NotFoundError
from crm_workshop.model.base import Placed, Row
from crm_workshop.model.dossier import TABLES, Dossier
from crm_workshop.model.workshop import Workshop
from crm_workshop.store import order, search
from crm_workshop.store.columns import columns, from_row, names_of, order_of
from crm_workshop.store.connection import explained

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R", bound=Row)


class Reader:
    """An open file that can be read."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self.conn: Final = conn
        self.path: Final = path

    @cached_property
    def db(self) -> "Database":
        """The file as sqlite-utils sees it; it comes in with the first row that is written."""
        from sqlite_utils import Database

        return Database(self.conn, execute_plugins=False)

    def get(self, record: type[R], row_id: int) -> R:
        """Return one row; raises `NotFoundError` if it is gone."""
        found = self.select(record, "id=?", (row_id,))
        if not found:
            raise gone(record)
        return found[0]

    def all(self, record: type[R], workshop_id: int) -> tuple[R, ...]:
        """Return a workshop's rows of one type in their order."""
        column = "id" if record is Workshop else "workshop_id"
        return self.select(record, f"{column}=?", (workshop_id,))

    def find(self, record: type[R], workshop_id: int, **equal: Any) -> tuple[R, ...]:
        """Return a workshop's rows of one type whose named fields have the given values."""
        known = {column.name: column for column in columns(record)}
        tests = "".join(f" AND {name} IS ?" for name in equal)
        values = [known[name].store(value) for name, value in equal.items()]
        return self.select(record, f"workshop_id=?{tests}", (workshop_id, *values))

    def load(self, workshop_id: int) -> Dossier:
        """Return everything of one workshop."""
        workshop = self.get(Workshop, workshop_id)
        rows = {record: self.all(record, workshop_id) for record in TABLES[1:]}
        return Dossier(workshop, {record: found for record, found in rows.items() if found})

    def reload(self, dossier: Dossier, tables: Collection[str]) -> Dossier:
        """Return what `load` would, given what it returned before and the tables changed since.

        What is not part of the history is always read: it is little, and deleting what it points
        to changes it unsaid.
        """
        workshop_id = dossier.workshop.id
        rows = dict(dossier.rows)
        for record in TABLES[1:]:
            if record.table in tables or not record.undoable:
                rows[record] = self.all(record, workshop_id)
        workshop = dossier.workshop
        if Workshop.table in tables:
            workshop = self.get(Workshop, workshop_id)
        return Dossier(workshop, {record: found for record, found in rows.items() if found})

    def workshops(self) -> tuple[Workshop, ...]:
        """Return all workshops, the latest date first, undated ones before them."""
        latest_first = "held_on IS NOT NULL, held_on DESC, id DESC"
        return self.select(Workshop, order=latest_first)

    def search(self, text: str, *, limit: int = 50) -> tuple[search.Hit, ...]:
        """Return where the words of `text` stand: firms and people first, then sentences."""
        with explained(self.path):
            return search.find_text(self.conn, text, limit)

    def end_of(self, row: Placed) -> float:
        """Return a position behind the last row of `row`'s like."""
        where, values = "workshop_id=?", [row.workshop_id]
        activity_id = getattr(row, "activity_id", None)
        if activity_id is not None:
            where, values = where + " AND activity_id=?", [*values, activity_id]
        sql = f"SELECT max(position) FROM {row.table} WHERE {where}"
        with explained(self.path):
            (last,) = self.conn.execute(sql, values).fetchone()
        return order.between(last, None) or 1.0

    def select(
        self,
        record: type[R],
        where: str | None = None,
        values: Sequence[Any] = (),
        *,
        order: str = "",
    ) -> tuple[R, ...]:
        """Return the rows of a type that an SQL condition selects, in their order."""
        names = [column.name for column in columns(record)]
        chosen = f" WHERE {where}" if where else ""
        placed = order or order_of(record)
        sql = f"SELECT {names_of(record)} FROM {record.table}{chosen} ORDER BY {placed}"
        try:
            with explained(self.path):
                rows = self.conn.execute(sql, values).fetchall()
                return tuple(from_row(record, dict(zip(names, row, strict=True))) for row in rows)
        except ValueError as error:
            raise unreadable(record, self.path) from error


def unreadable(record: type[Row], path: Path) -> LibraryError:
    """Return the error for a row that holds what its type does not know."""
    return LibraryError(
        f"A row of “{record.table}” in {path.name} cannot be read. The file was left as it is; "
        "“crm-workshop verify” says which row."
    )


def gone(record: type[Row]) -> NotFoundError:
    """Return the error for a row that is not in the library (any more)."""
    what = record.table.replace("_", " ")
    return NotFoundError(f"That {what} is no longer in the library; it may have been deleted.")
