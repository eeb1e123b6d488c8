"""How the library file is opened, and what SQLite's errors mean to a facilitator.

The PRAGMAs are the ones under which simulated power cuts lost no acknowledged edit: DELETE journal
with synchronous=EXTRA. A copy of the open file then holds every edit, and a file that is replaced
underneath is noticed.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from crm_workshop.errors import (
    DamagedLibraryError,
    DiskError,
    LibraryError,
    LockedLibraryError,
    NewerLibraryError,
)

#: "CRMW": written into the file's header so that no other SQLite file is taken for a library.
APPLICATION_ID: Final = 0x43524D57

#: A lock is waited for this long (seconds): longer would freeze a window in front of the room.
LOCK_WAIT: Final = 0.25

_MEMORY: Final = Path(":memory:")
_HEADER: Final = b"SQLite format 3\x00"

_IN_USE: Final = (
    LockedLibraryError,
    "{name} is in use by another program, so nothing was read or changed. "
    "Close the other program and try again.",
)
_UNUSABLE: Final = (DiskError, "{name} cannot be read or written: the last change is not saved.")

#: SQLite's primary result codes, by what they mean to the user.
_MEANINGS: Final[dict[int, tuple[type[LibraryError], str]]] = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_FULL: (
        DiskError,
        "The disk is full: the last change is not saved. Free some space.",
    ),
    sqlite3.SQLITE_READONLY: (
        DiskError,
        "{name} is read-only, so nothing was changed. Copy it to a folder you may write to.",
    ),
    sqlite3.SQLITE_IOERR: _UNUSABLE,
    sqlite3.SQLITE_CANTOPEN: _UNUSABLE,
    sqlite3.SQLITE_PERM: _UNUSABLE,
}
_DAMAGE: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}

#: What SQLite says, without a code of its own, of text or a schema that nobody could have written.
_SIGNS_OF_DAMAGE: Final = ("Could not decode", "no such table", "no such column", "malformed")

_PRAGMAS: Final = """
    PRAGMA foreign_keys=ON;
    PRAGMA recursive_triggers=ON;
    PRAGMA trusted_schema=OFF;
    PRAGMA cell_size_check=ON;
    PRAGMA temp_store=MEMORY;
"""
_WRITE_PRAGMAS: Final = """
    PRAGMA journal_mode=DELETE;
    PRAGMA synchronous=EXTRA;
    PRAGMA fullfsync=ON;
    PRAGMA secure_delete=ON;
"""


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the file with the library's PRAGMAs, in autocommit: transactions are begun by hand.

    A missing file is created (mode 0600, with its folder) unless `read_only`.
    Raises `LibraryError` or a subclass, in words for the user; nothing is changed then.
    """
    with explained(path):
        if path != _MEMORY:
            _prepare(path, read_only)
        uri = ":memory:" if path == _MEMORY else path.absolute().as_uri()
        conn = sqlite3.connect(
            uri if path == _MEMORY else f"{uri}?mode={'ro' if read_only else 'rw'}",
            uri=path != _MEMORY,
            timeout=LOCK_WAIT,
            isolation_level=None,
            cached_statements=512,
        )
        try:
            conn.executescript(_PRAGMAS)
            if not read_only:
                conn.executescript(_WRITE_PRAGMAS)
            _recognise(conn, path)
        except BaseException:
            conn.close()
            raise
        return conn


def _prepare(path: Path, read_only: bool) -> None:
    """Refuse what cannot be a library before SQLite touches it; create a missing file privately."""
    if path.is_dir():
        raise LibraryError(f"{path} is a folder. Name the library file inside it.")
    if not path.exists():
        if read_only:
            raise LibraryError(f"There is no library at {path}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        return
    with path.open("rb") as file:
        start = file.read(len(_HEADER))
    if start and start != _HEADER:
        raise DamagedLibraryError(
            f"{path.name} is not a CRM Workshop library. It was left as it is."
        )


def _recognise(conn: sqlite3.Connection, path: Path) -> None:
    """Refuse a healthy SQLite file that belongs to another program."""
    (app,) = conn.execute("PRAGMA application_id").fetchone()
    (pages,) = conn.execute("PRAGMA page_count").fetchone()
    if app != APPLICATION_ID and pages:
        raise DamagedLibraryError(
            f"{path.name} is not a CRM Workshop library. It was left as it is."
        )


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors inside the block into sentences about the library."""
    try:
        yield
    except sqlite3.Error as error:
        translated = _translate(error, path)
        if translated is None:
            raise
        raise translated from error
    except UnicodeDecodeError as error:
        # Python's sqlite3 fails so when SQLite's message quotes a damaged schema.
        raise damaged(path) from error
    except PermissionError as error:
        raise DiskError(
            f"{path.name} may not be written here. Nothing was changed; choose another folder "
            "or ask for the right to write."
        ) from error
    except OSError as error:
        raise DiskError(
            f"{path.name} cannot be used: {error.strerror}. Nothing was changed."
        ) from error


def _translate(error: sqlite3.Error, path: Path) -> LibraryError | None:
    """Return what an SQLite error means to the user, or None if it is a defect of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGE or str(error).startswith(_SIGNS_OF_DAMAGE):
        return damaged(path)
    kind, sentence = _MEANINGS.get(code, (None, ""))
    return kind(sentence.format(name=path.name)) if kind else None


def damaged(path: Path) -> DamagedLibraryError:
    """Return the error for a file that is a library but cannot be trusted any more."""
    return DamagedLibraryError(
        f"{path.name} is damaged and was left as it is. Go on with the last of its backups."
    )


def newer(path: Path) -> NewerLibraryError:
    """Return the error for a change to a file that a newer version of the program wrote."""
    return NewerLibraryError(
        f"{path.name} was written by a newer version of CRM Workshop. It can be read but not "
        "changed here; nothing in it was touched. Update the program to go on."
    )
