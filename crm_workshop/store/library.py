"""The library: one file, one write door, reads that return records."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from crm_workshop.model.base import Row
from crm_workshop.model.dossier import BY_TABLE
from crm_workshop.store import history, migrations, search
from crm_workshop.store.backup import back_up_before_migration, missing_tables
from crm_workshop.store.columns import to_row
from crm_workshop.store.connection import connect, damaged, explained, newer
from crm_workshop.store.pen import Pen
from crm_workshop.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit changed, told once: the step's name, who asked, and the rows by table."""

    workshop_id: int | None
    name: str
    by: str
    tables: dict[str, frozenset[int]] = field(default_factory=dict)


Listener = Callable[[Change], None]


class Store(Reader):
    """An open library file. One thread uses it; the write door is `step`."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        path: Path,
        now: Callable[[], datetime],
        read_only: bool,
    ) -> None:
        super().__init__(conn, path)
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
                if missing_tables(conn):
                    raise damaged(path)
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
        pen = Pen(self, workshop_id)
        pen.merge = merge
        with self._transaction():
            since = history.last_change(self.conn)
            step_id, joined = history.begin_step(
                self.conn, workshop_id, name, by, merge, self.now()
            )
            self._pen, self._kept = pen, {}
            try:
                yield pen
            finally:
                self._pen = None
            if pen.merge != merge:
                history.merge_as(self.conn, step_id, pen.merge)
            tables = history.changed_rows(self.conn, step_id, since)
            self._reindex(tables)
            history.end_step(self.conn, step_id, since, joined)
        self._announce(Change(workshop_id, name, by, _joined(tables, pen.touched, self._kept)))

    @contextmanager
    def aside(self, workshop_id: int, *, by: str = "") -> Iterator[Pen]:
        """Open the door for what undo leaves alone: `unrecorded` fields of rows that exist.

        Neither undo nor redo notice; rows that are kept go with it. Inside a step it joins it.
        Raises `sqlite3.IntegrityError` if anything else is changed: that is a mistake of ours.
        """
        if self._pen is not None:
            yield self._pen
            return
        pen = Pen(self, workshop_id)
        with self._transaction():
            self._pen, self._kept = pen, {}
            try:
                yield pen
            finally:
                self._pen = None
        self._announce(Change(workshop_id, "", by, pen.touched | self._kept))

    def keep(self, row: Row, *, by: str = "") -> None:
        """Write a row that is not part of the history (the scene), replacing the former one.

        Inside a step it is committed and announced with the step.
        """
        if row.undoable:
            raise TypeError(f"{row.table} is changed through a step")
        values = to_row(row)
        marks = ", ".join(f":{name}" for name in values)
        same = ", ".join(f"{name}=excluded.{name}" for name in values)
        sql = (
            f"INSERT INTO {row.table} ({', '.join(values)}) VALUES ({marks}) "
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
        with explained(self.path):
            step = history.next_undo(self.conn, workshop_id)
        return step.name if step else None

    def redo_name(self, workshop_id: int | None) -> str | None:
        """Return the name of the step that redo would do again, or None."""
        with explained(self.path):
            step = history.next_redo(self.conn, workshop_id)
        return step.name if step else None

    def undo(self, workshop_id: int | None, *, by: str = "") -> str | None:
        """Take back the last step of the scope and return its name; None if there is none."""
        with explained(self.path):
            step = history.next_undo(self.conn, workshop_id)
        return self._replay(step, by)

    def redo(self, workshop_id: int | None, *, by: str = "") -> str | None:
        """Do the step again that was last taken back and return its name; None if there is none."""
        with explained(self.path):
            step = history.next_redo(self.conn, workshop_id)
        return self._replay(step, by)

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
                found = self.select(BY_TABLE[table], "id=?", (row_id,))
                if found:
                    search.index_row(self.conn, found[0])
                else:
                    search.forget_row(self.conn, table, row_id)

    def _announce(self, change: Change) -> None:
        if change.tables:
            for listener in tuple(self._listeners):
                listener(change)


def _joined(*parts: dict[str, frozenset[int]]) -> dict[str, frozenset[int]]:
    """Return the rows by table of all parts together."""
    tables = {table for part in parts for table in part}
    return {table: frozenset().union(*(part.get(table, ()) for part in parts)) for table in tables}
