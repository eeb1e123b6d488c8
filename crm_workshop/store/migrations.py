"""The schema's ordered, recorded, transactional migrations."""

import sqlite3
from collections.abc import Callable
from importlib import resources
from typing import TYPE_CHECKING, Final

from crm_workshop.store.connection import APPLICATION_ID

if TYPE_CHECKING:
    from sqlite_utils import Database


def m0001_first_schema(db: "Database") -> None:
    """All tables of the first release, from `resources/schema/0001.sql`."""
    _run(db, "0001")


def m0002_half_typed(db: "Database") -> None:
    """What stands in a field and is not a value yet, from `resources/schema/0002.sql`."""
    _run(db, "0002")


#: All migrations, in the order in which they are applied.
STEPS: Final[tuple[Callable[["Database"], None], ...]] = (m0001_first_schema, m0002_half_typed)

#: Kept in the file's `user_version`; a larger number there means a newer program wrote it.
SCHEMA_VERSION: Final = 2


def version_of(conn: sqlite3.Connection) -> int:
    """Return the schema version of the open file, 0 for an empty one."""
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the open file to the current schema: all pending migrations, or none of them."""
    from sqlite_utils import Database, Migrations

    library = Migrations("library")
    for step in STEPS:
        library()(step)
    conn.execute("BEGIN IMMEDIATE")
    try:
        library.apply(Database(conn, execute_plugins=False))
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


def _run(db: "Database", number: str) -> None:
    """Run the statements of a schema file, inside the migration's transaction."""
    sql = resources.files("resources").joinpath(f"schema/{number}.sql").read_text("utf-8")
    for statement in _statements(sql):
        db.conn.execute(statement)


def _statements(script: str) -> list[str]:
    """Split a script into statements; `executescript` would commit the migration's transaction."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
