"""Copies of the library that can be trusted: made whole, checked, then put in place."""

import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from crm_workshop.errors import DamagedLibraryError, LibraryError
from crm_workshop.files import sync
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import TABLES
from crm_workshop.store.columns import from_row, names_of
from crm_workshop.store.connection import APPLICATION_ID, explained

_FOLDER: Final = "backups"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of a whole file found: how many workshops, and each problem as a sentence."""

    workshops: int
    problems: tuple[str, ...]


def back_up(conn: sqlite3.Connection, source: Path, target: Path, *, older: bool = False) -> Path:
    """Copy the open library to `target` (or into that folder) and return the copy's path.

    The copy is verified, down to each row (an `older` schema as a file only), before it takes its
    name: a backup that exists is a good one. An existing file is never overwritten. Raises
    `LibraryError`; then no half copy stays behind.
    """
    with explained(target):
        if target.is_dir():
            target = target / _dated_name(source)
        if target.exists():
            raise LibraryError(
                f"{target} exists already and was left as it is. Choose another name."
            )
        unfinished = target.with_name(target.name + ".part")
        try:
            os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
            copy = sqlite3.connect(unfinished)
            try:
                conn.backup(copy)
                problems = problems_of(copy) if older else verify(copy).problems
            finally:
                copy.close()
            if problems:
                raise DamagedLibraryError(f"The library could not be backed up: {problems[0]}")
            sync(unfinished)
            unfinished.replace(target)
            sync(target.parent)
        finally:
            unfinished.unlink(missing_ok=True)
    return target


def back_up_beside(conn: sqlite3.Connection, library: Path, *, older: bool = False) -> Path:
    """Copy the open library into the backups folder beside it and return the copy's path."""
    folder = default_folder(library)
    with explained(folder):
        folder.mkdir(exist_ok=True)
    return back_up(conn, library, folder, older=older)


def default_folder(library: Path) -> Path:
    """Return the folder beside the library where its backups are kept."""
    return library.parent / _FOLDER


def back_up_before_migration(conn: sqlite3.Connection, path: Path, version: int) -> None:
    """Keep a verified copy of an older file before its schema changes; a new file needs none."""
    if version == 0 or str(path) == ":memory:":
        return
    back_up_beside(conn, path, older=True)


def verify(conn: sqlite3.Connection) -> Verdict:
    """Check the whole open library: pages, references, tables, and that every row reads."""
    problems = problems_of(conn)
    if not problems and (gone := missing_tables(conn)):
        problems = (f"The file lacks the tables {', '.join(gone)}.",)
    if not problems:
        problems = _unreadable_rows(conn)
    count = 0
    if not problems:
        (count,) = conn.execute("SELECT count(*) FROM workshop").fetchone()
    return Verdict(int(count), problems)


def problems_of(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return what is wrong with the file as a file, one sentence each."""
    try:
        (app,) = conn.execute("PRAGMA application_id").fetchone()
        if app != APPLICATION_ID:
            return ("The file does not say that it is a CRM Workshop library.",)
        found = [row[0] for row in conn.execute("PRAGMA integrity_check")]
        if found != ["ok"]:
            return tuple(f"Damage in the file: {line}." for line in found)
        broken = conn.execute("PRAGMA foreign_key_check").fetchall()
        return tuple(f"Row {row[1]} of {row[0]} points to nothing." for row in broken)
    except sqlite3.DatabaseError as error:
        return (f"The file cannot be read: {error}.",)


def missing_tables(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return which of our tables the file does not have; reading one would look like no rows."""
    there = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    return tuple(record.table for record in TABLES if record.table not in there)


def _unreadable_rows(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return a sentence for each row whose values are not what its fields say; never the values."""
    return tuple(
        f"Row {row_id} of {record.table} cannot be read."
        for record in TABLES
        for (row_id,) in conn.execute(f"SELECT id FROM {record.table}").fetchall()
        if not _is_readable(conn, record, row_id)
    )


def _is_readable(conn: sqlite3.Connection, record: type[Row], row_id: int) -> bool:
    sql = f"SELECT {names_of(record)} FROM {record.table} WHERE id=?"
    try:
        (row,) = conn.execute(sql, (row_id,)).fetchall()
        return bool(from_row(record, dict(zip(names_of(record).split(", "), row, strict=True))))
    except (ValueError, sqlite3.OperationalError):
        return False


def _dated_name(source: Path) -> str:
    """Return a name that sorts by time: library-2026-11-21-102641.crmw."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    return f"{source.stem}-{stamp}{source.suffix}"
