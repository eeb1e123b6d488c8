"""Undo as a log in the file: each row's inverse, grouped into named steps.

Temporary triggers, made from the tables each time the file is opened (a migration would drop
permanent ones silently), write the SQL that takes a change back. Undoing runs that SQL while the
recorder is on, so redo is recorded by the same means, and everything survives a restart. `quote()`
keeps floats and blobs exact where a JSON image of the row would not.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from crm_workshop.errors import DamagedLibraryError
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import BY_TABLE, TABLES
from crm_workshop.store.columns import columns

#: Edits to one text within this time of each other are one step.
MERGE_WITHIN: Final = timedelta(minutes=1)

_ALL: Final = frozenset(BY_TABLE)

#: What recorded SQL may do, and nothing else: change rows of our own tables (the recorder's
#: triggers write to `change` and call quote()).
_READS: Final = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
#: How SQLite answers a statement that the recorder cannot have written for this content.
_NOT_OURS: Final = {0, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_CONSTRAINT}
_WRITES: Final = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}


@dataclass(frozen=True, slots=True)
class Step:
    """One named step of the history; `workshop_id` is None in the library's own scope."""

    id: int
    workshop_id: int | None
    name: str


#: A version goes only with its workshop: when that is deleted, or what brought it is taken back
#: or done again, in whatever order the recorded rows then go.
_VERSION_STAYS: Final = """
CREATE TEMP TRIGGER version_stays BEFORE DELETE ON main.version
WHEN EXISTS (SELECT 1 FROM main.workshop WHERE id=OLD.workshop_id)
  AND NOT EXISTS (SELECT 1 FROM recording WHERE whole)
BEGIN
  SELECT RAISE(ABORT, 'an issued version stays');
END;"""


def install_recorder(conn: sqlite3.Connection) -> None:
    """Make the recorder of this connection; without an open step no recorded table can change."""
    script = ["CREATE TEMP TABLE recording (step_id INTEGER NOT NULL, whole INTEGER);"]
    script += [_triggers(record) for record in TABLES if record.undoable]
    script.append(_VERSION_STAYS)
    conn.executescript("\n".join(script))


def _triggers(record: type[Row]) -> str:
    """Return the three triggers that record one table's inverses."""
    table, names = record.table, [column.name for column in columns(record)]
    recorded = [name for name in names if name not in record.unrecorded]
    values = "||','||".join(f"quote(OLD.{name})" for name in names)
    restored = "||".join(
        f"CASE WHEN OLD.{name} IS NOT NEW.{name} THEN ',{name}='||quote(OLD.{name}) ELSE '' END"
        for name in recorded
    )
    changed = "||".join(
        f"CASE WHEN OLD.{name} IS NOT NEW.{name} THEN ' {name}' ELSE '' END" for name in recorded
    )
    step = "(SELECT step_id FROM recording)"
    log = f"INSERT INTO change (step_id, tbl, row_id, cols, sql) VALUES ({step}, '{table}'"
    return f"""
CREATE TEMP TRIGGER record_insert_{table} AFTER INSERT ON main.{table} BEGIN
  {log}, NEW.id, '*', 'DELETE FROM {table} WHERE id='||NEW.id);
END;
CREATE TEMP TRIGGER record_delete_{table} AFTER DELETE ON main.{table} BEGIN
  {log}, OLD.id, '*',
    'INSERT INTO {table} ({",".join(names)}) VALUES ('||{values}||')');
END;
CREATE TEMP TRIGGER record_update_{table} AFTER UPDATE OF {", ".join(recorded)}
ON main.{table} BEGIN
  {log}, OLD.id, {changed},
    'UPDATE {table} SET id=id'||{restored}||' WHERE id='||OLD.id);
END;"""


def begin_step(
    conn: sqlite3.Connection,
    workshop_id: int | None,
    name: str,
    by: str,
    merge: str,
    at: datetime,
) -> tuple[int, bool]:
    """Start recording a step inside the open transaction; return its id and whether it joins one.

    A step with the same `merge` key as the scope's last one, less than a minute later, joins it.
    """
    last = conn.execute(
        "SELECT id, merge, at FROM step WHERE workshop_id IS ? AND NOT undone "
        "ORDER BY id DESC LIMIT 1",
        (workshop_id,),
    ).fetchone()
    joins = False
    if merge and last and last[1] == merge:
        since = at - datetime.fromisoformat(last[2])
        joins = timedelta(0) <= since <= MERGE_WITHIN
    if joins:
        step_id = int(last[0])
        conn.execute("UPDATE step SET at=? WHERE id=?", (at.isoformat(), step_id))
    else:
        cursor = conn.execute(
            "INSERT INTO step (workshop_id, name, by, merge, at) VALUES (?, ?, ?, ?, ?)",
            (workshop_id, name, by, merge, at.isoformat()),
        )
        step_id = int(cursor.lastrowid or 0)
    conn.execute("INSERT INTO recording VALUES (?, FALSE)", (step_id,))
    return step_id, joins


def merge_as(conn: sqlite3.Connection, step_id: int, merge: str) -> None:
    """Let steps with the key `merge` join an open step from now on."""
    conn.execute("UPDATE step SET merge=? WHERE id=?", (merge, step_id))


def end_step(conn: sqlite3.Connection, step_id: int, since: int, joined: bool) -> None:
    """Stop recording. A step that changed nothing leaves no trace; any other ends what could be
    redone in its scope.

    In a joined step an inverse is redundant when an earlier one restores the same columns of the
    same row: typing for minutes then keeps one inverse, not one a second.
    """
    conn.execute("DELETE FROM recording")
    _forget_redo_or_empty_step(conn, step_id, since)
    if joined:
        conn.execute(
            """DELETE FROM change WHERE step_id=?1 AND id>?2 AND cols<>'*' AND EXISTS (
                 SELECT 1 FROM change AS earlier WHERE earlier.step_id=?1 AND earlier.id<=?2
                 AND earlier.tbl=change.tbl AND earlier.row_id=change.row_id
                 AND earlier.cols IN ('*', change.cols))""",
            (step_id, since),
        )


def _forget_redo_or_empty_step(conn: sqlite3.Connection, step_id: int, since: int) -> None:
    if last_change(conn) == since:
        conn.execute(
            "DELETE FROM step WHERE id=?1 AND NOT EXISTS (SELECT 1 FROM change WHERE step_id=?1)",
            (step_id,),
        )
    else:
        conn.execute(
            "DELETE FROM step WHERE undone "
            "AND workshop_id IS (SELECT workshop_id FROM step WHERE id=?)",
            (step_id,),
        )


def last_change(conn: sqlite3.Connection) -> int:
    """Return the id of the newest recorded change, 0 if there is none."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0])


def changed_rows(conn: sqlite3.Connection, step_id: int, since: int) -> dict[str, frozenset[int]]:
    """Return which rows of which tables the step has changed after change number `since`."""
    found: dict[str, set[int]] = {}
    for table, row_id in conn.execute(
        "SELECT DISTINCT tbl, row_id FROM change WHERE step_id=? AND id>?", (step_id, since)
    ):
        found.setdefault(table, set()).add(row_id)
    return {table: frozenset(ids) for table, ids in found.items()}


def next_undo(conn: sqlite3.Connection, workshop_id: int | None) -> Step | None:
    """Return the step that undo would take back in this scope.

    A charter that was issued is out of the house: undo of its workshop goes back to it, not beyond.
    """
    step = _one(conn, "workshop_id IS ? AND NOT undone ORDER BY id DESC", workshop_id)
    if step is None or workshop_id is None:
        return step
    issues = "SELECT 1 FROM change WHERE step_id=? AND tbl='version' LIMIT 1"
    return None if conn.execute(issues, (step.id,)).fetchone() else step


def next_redo(conn: sqlite3.Connection, workshop_id: int | None) -> Step | None:
    """Return the step that redo would do again in this scope."""
    return _one(conn, "workshop_id IS ? AND undone ORDER BY id ASC", workshop_id)


def _one(conn: sqlite3.Connection, where: str, workshop_id: int | None) -> Step | None:
    row = conn.execute(
        f"SELECT id, workshop_id, name FROM step WHERE {where} LIMIT 1", (workshop_id,)
    ).fetchone()
    return Step(*row) if row else None


def replay(conn: sqlite3.Connection, step: Step) -> None:
    """Take the step back, or do it again, inside the open transaction; recorded the other way."""
    conn.execute("PRAGMA defer_foreign_keys=ON")
    inverses = conn.execute(
        "SELECT sql FROM change WHERE step_id=? ORDER BY id DESC", (step.id,)
    ).fetchall()
    conn.execute("DELETE FROM change WHERE step_id=?", (step.id,))
    conn.execute("INSERT INTO recording VALUES (?, ?)", (step.id, step.workshop_id is None))
    with _only_row_changes(conn):
        for (sql,) in inverses:
            _run(conn, sql, step)
    conn.execute("DELETE FROM recording")
    conn.execute("UPDATE step SET undone = 1 - undone WHERE id=?", (step.id,))


def _run(conn: sqlite3.Connection, sql: str, step: Step) -> None:
    """Run one recorded statement; what was not written by the recorder is refused as damage."""
    try:
        conn.execute(sql)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NOT_OURS:
            raise
        raise DamagedLibraryError(
            f"“{step.name}” cannot be taken back or done again: its record is damaged. "
            "Nothing was changed."
        ) from error


@contextmanager
def _only_row_changes(conn: sqlite3.Connection) -> Iterator[None]:
    """Run what the file recorded under an authorizer: a forged log can do nothing but edit rows."""
    conn.set_authorizer(_authorize)
    try:
        yield
    finally:
        conn.set_authorizer(None)


def _authorize(
    action: int, first: str | None, second: str | None, _database: str | None, trigger: str | None
) -> int:
    """Allow row changes on our own tables, reads, and what the recorder's triggers do."""
    if action in _READS:
        return sqlite3.SQLITE_OK
    if action in _WRITES and (first in _ALL or (trigger and first == "change")):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and trigger and second == "quote":
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
