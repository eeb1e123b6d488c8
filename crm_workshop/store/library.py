"""The library: one file, one write door, reads that return records."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Self, TypeVar

from crm_workshop.errors import LibraryError, NotFoundError
from crm_workshop.model.base import Placed, Row
from crm_workshop.model.dossier import BY_TABLE, TABLES, Dossier
from crm_workshop.model.workshop import Workshop
from crm_workshop.store import history, migrations, order, search
from crm_workshop.store.backup import back_up_before_migration
from crm_workshop.store.columns import columns, from_row, statements, to_row
from crm_workshop.store.connection import connect, explained, newer

R = TypeVar("R", bound=Row)
P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit changed, told once: the step's name, who asked, and the rows by table."""

    workshop_id: int | None
    name: str
    by: str
    tables: dict[str, frozenset[int]] = field(default_factory=dict)


Listener = Callable[[Change], None]


class Pen:
    """What the write door hands out: the only way to change rows, valid inside its step."""

    def __init__(self, store: "Store", workshop_id: int | None) -> None:
        self._store = store
        self._workshop_id = workshop_id

    def insert(self, row: R) -> R:
        """Add a row, return it with its id; without a position it goes behind its like."""
        if self._workshop_id is not None and not row.workshop_id:
            row = replace(row, workshop_id=self._workshop_id)
        if isinstance(row, Placed) and not row.position:
            row = replace(row, position=self._store.end_of(row))
        values = to_row(row)[1:]
        cursor = self._store.conn.execute(statements(type(row)).insert, values)
        return self._store.get(type(row), int(cursor.lastrowid or 0))

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
        marks = ", ".join(f"{name}=?" for name in different)
        cursor = self._store.conn.execute(
            f"UPDATE {record.table} SET {marks} WHERE id=?", [*different.values(), row.id]
        )
        if not cursor.rowcount:
            raise _gone(record)
        return self._store.get(record, row.id)

    def delete(self, row: Row) -> None:
        """Remove a row and everything that belongs to it."""
        cursor = self._store.conn.execute(f"DELETE FROM {row.table} WHERE id=?", (row.id,))
        if not cursor.rowcount:
            raise _gone(type(row))

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


class Store:
    """An open library file. One thread uses it; the write door is `step`."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        path: Path,
        now: Callable[[], datetime],
        read_only: bool,
    ) -> None:
        self.conn: Final = conn
        self.path: Final = path
        self.read_only: Final = read_only
        self._now = now
        self._pen: Pen | None = None
        self._kept: dict[str, frozenset[int]] = {}
        self._listeners: list[Listener] = []

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        read_only: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open (or make) the library at `path`; ":memory:" makes one that nobody keeps.

        An older file is backed up, then migrated. A file from a newer version opens read-only.
        Raises `LibraryError` in words for the user; the file is then as it was.
        """
        path = Path(path)
        conn = connect(path, read_only=read_only)
        try:
            with explained(path):
                version = migrations.version_of(conn)
                if version > migrations.SCHEMA_VERSION and not read_only:
                    conn.close()
                    return cls.open(path, read_only=True, now=now)
                if version < migrations.SCHEMA_VERSION and not read_only:
                    back_up_before_migration(conn, path, version)
                    migrations.migrate(conn)
                if not read_only:
                    history.install_recorder(conn)
        except BaseException:
            conn.close()
            raise
        return cls(conn, path, now, read_only)

    def close(self) -> None:
        """Close the file; nothing is pending, each step was committed."""
        self.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now(self) -> datetime:
        """Return the moment, in UTC and whole seconds."""
        return self._now().astimezone(UTC).replace(microsecond=0)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of each committed change; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # Reading

    def get(self, record: type[R], row_id: int) -> R:
        """Return one row; raises `NotFoundError` if it is gone."""
        found = self._select(record, "WHERE id=?", (row_id,))
        if not found:
            raise _gone(record)
        return found[0]

    def all(self, record: type[R], workshop_id: int) -> tuple[R, ...]:
        """Return a workshop's rows of one type in their order."""
        column = "id" if record is Workshop else "workshop_id"
        where = f"WHERE {column}=? {statements(record).order}"
        return self._select(record, where, (workshop_id,))

    def find(self, record: type[R], workshop_id: int, **equal: Any) -> tuple[R, ...]:
        """Return a workshop's rows of one type whose named fields have the given values."""
        known = {column.name: column for column in columns(record)}
        tests = "".join(f" AND {name} IS ?" for name in equal)
        values = [known[name].store(value) for name, value in equal.items()]
        where = f"WHERE workshop_id=?{tests} {statements(record).order}"
        return self._select(record, where, (workshop_id, *values))

    def load(self, workshop_id: int) -> Dossier:
        """Return everything of one workshop."""
        workshop = self.get(Workshop, workshop_id)
        rows = {record: self.all(record, workshop_id) for record in TABLES[1:]}
        return Dossier(workshop, {record: found for record, found in rows.items() if found})

    def workshops(self) -> tuple[Workshop, ...]:
        """Return all workshops, the latest date first, undated ones before them."""
        return self._select(Workshop, "ORDER BY held_on IS NOT NULL, held_on DESC, id DESC", ())

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
        (last,) = self.conn.execute(
            f"SELECT max(position) FROM {row.table} WHERE {where}", values
        ).fetchone()
        return order.between(last, None) or 1.0

    def _select(self, record: type[R], where: str, values: Sequence[Any]) -> tuple[R, ...]:
        with explained(self.path):
            rows = self.conn.execute(f"{statements(record).select} {where}", values).fetchall()
        try:
            return tuple(from_row(record, row) for row in rows)
        except ValueError as error:
            raise LibraryError(
                f"{self.path.name} holds a {record.table} that cannot be read ({error}). "
                "It was left as it is; “verify” says more."
            ) from error

    # Writing

    @contextmanager
    def step(
        self, name: str, workshop_id: int | None, *, by: str = "", merge: str = ""
    ) -> Iterator[Pen]:
        """Open the write door: one transaction, one named step that can be undone.

        A step inside a step joins it. With `workshop_id` None the step is the library's own.
        Whatever is raised inside leaves the file as it was. After the commit the listeners hear
        once what changed. Steps with the same `merge` key within a minute are one.
        """
        if self._pen is not None:
            yield self._pen
            return
        with self._transaction():
            since = history.last_change(self.conn)
            step_id, joined = history.begin_step(
                self.conn, workshop_id, name, by, merge, self.now()
            )
            self._pen, self._kept = Pen(self, workshop_id), {}
            try:
                yield self._pen
            finally:
                self._pen = None
            tables = history.changed_rows(self.conn, step_id, since)
            self._reindex(tables)
            history.end_step(self.conn, step_id, since, joined)
        self._announce(Change(workshop_id, name, by, tables | self._kept))

    def keep(self, row: Row, *, by: str = "") -> None:
        """Write a row that is not part of the history (the scene), replacing the former one.

        Inside a step it is committed and announced with the step.
        """
        if row.undoable:
            raise TypeError(f"{row.table} is changed through a step")
        values = to_row(row)[1:]
        names = [column.name for column in columns(type(row))][1:]
        marks = ", ".join("?" * len(names))
        same = ", ".join(f"{name}=excluded.{name}" for name in names)
        sql = (
            f"INSERT INTO {row.table} ({', '.join(names)}) VALUES ({marks}) "
            f"ON CONFLICT (workshop_id) DO UPDATE SET {same}"
        )
        kept = {row.table: frozenset({row.id})}
        if self._pen is not None:
            self.conn.execute(sql, values)
            self._kept |= kept
            return
        with self._transaction():
            self.conn.execute(sql, values)
        self._announce(Change(row.workshop_id, "", by, kept))

    def undo_name(self, workshop_id: int | None) -> str | None:
        """Return the name of the step that undo would take back, or None."""
        step = history.next_undo(self.conn, workshop_id)
        return step.name if step else None

    def redo_name(self, workshop_id: int | None) -> str | None:
        """Return the name of the step that redo would do again, or None."""
        step = history.next_redo(self.conn, workshop_id)
        return step.name if step else None

    def undo(self, workshop_id: int | None, *, by: str = "") -> str | None:
        """Take back the last step of the scope and return its name; None if there is none."""
        return self._replay(history.next_undo(self.conn, workshop_id), by)

    def redo(self, workshop_id: int | None, *, by: str = "") -> str | None:
        """Do the step again that was last taken back and return its name; None if there is none."""
        return self._replay(history.next_redo(self.conn, workshop_id), by)

    def _replay(self, step: history.Step | None, by: str) -> str | None:
        if step is None:
            return None
        with self._transaction():
            since = history.last_change(self.conn)
            history.replay(self.conn, step)
            tables = history.changed_rows(self.conn, step.id, since)
            self._reindex(tables)
        self._announce(Change(step.workshop_id, step.name, by, tables))
        return step.name

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Run the block in one transaction that is synced to disk, or changes nothing."""
        if self.read_only:
            raise newer(self.path)
        with explained(self.path):
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.conn.execute("COMMIT")
            except BaseException:
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                raise

    def _reindex(self, tables: dict[str, frozenset[int]]) -> None:
        """Bring the search index to what the changed rows say now."""
        for table, ids in tables.items():
            for row_id in ids:
                found = self._select(BY_TABLE[table], "WHERE id=?", (row_id,))
                if found:
                    search.index_row(self.conn, found[0])
                else:
                    search.forget_row(self.conn, table, row_id)

    def _announce(self, change: Change) -> None:
        if change.tables:
            for listener in tuple(self._listeners):
                listener(change)


def _gone(record: type[Row]) -> NotFoundError:
    """Return the error for a row that is not in the library (any more)."""
    what = record.table.replace("_", " ")
    return NotFoundError(f"That {what} is no longer in the library; it may have been deleted.")
