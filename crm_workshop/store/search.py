"""Full-text search over firms, people and sentences of the whole library.

The index is kept by the write door, row by row in the same transaction, so undo keeps it too.
"""

import sqlite3
from dataclasses import dataclass
from typing import Any, Final

from crm_workshop.model.base import Row
from crm_workshop.model.dossier import BY_TABLE
from crm_workshop.model.fields import Kind, per_type, specs
from crm_workshop.model.workshop import Person, Version, Word, Workshop
from crm_workshop.text import clean

_TYPED: Final = {Kind.TEXT, Kind.LONG, Kind.LIST, Kind.PERSON, Kind.PEOPLE, Kind.PROMISE}
_NAMED: Final[dict[type[Row], tuple[str, ...]]] = {
    Workshop: ("firm", "place"),
    Person: ("name", "role"),
}
_UNSEARCHED: Final = {Version, Word}

#: A name in somebody else's row says nothing of them that their own row does not.
_ELSEWHERE: Final = {(Person, "reports_to")}


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that was found: where it is, and its words with what matched between ‹ and ›."""

    workshop_id: int
    firm: str
    table: str
    row_id: int
    snippet: str


@per_type
def _searched_fields(record: type[Row]) -> tuple[str, ...]:
    """Return which fields of a type are searched as sentences."""
    named = _NAMED.get(record, ())
    return tuple(
        one.name
        for one in specs(record)
        if one.kind in _TYPED and one.name not in named and (record, one.name) not in _ELSEWHERE
    )


def index_row(conn: sqlite3.Connection, row: Row) -> None:
    """Make the index say what the row says now."""
    record = type(row)
    if record in _UNSEARCHED:
        return
    forget_row(conn, row.table, row.id)
    name = _joined(row, _NAMED.get(record, ()))
    sentence = _joined(row, _searched_fields(record))
    if not name and not sentence:
        return
    cursor = conn.execute(
        "INSERT INTO searched (workshop_id, tbl, row_id) VALUES (?, ?, ?)",
        (row.workshop_id, row.table, row.id),
    )
    conn.execute(
        "INSERT INTO search (rowid, name, sentence) VALUES (?, ?, ?)",
        (cursor.lastrowid, name, sentence),
    )


def forget_row(conn: sqlite3.Connection, table: str, row_id: int) -> None:
    """Take a row out of the index."""
    found = conn.execute(
        "DELETE FROM searched WHERE tbl=? AND row_id=? RETURNING id", (table, row_id)
    ).fetchone()
    if found:
        conn.execute("DELETE FROM search WHERE rowid=?", found)


def _joined(row: Row, names: tuple[str, ...]) -> str:
    """Return the texts of some fields, one a line, without blanks."""
    texts: list[str] = []
    for name in names:
        value: Any = getattr(row, name)
        texts += value if isinstance(value, tuple) else [value]
    return "\n".join(text for text in texts if text.strip())


def find_text(conn: sqlite3.Connection, text: str, limit: int) -> tuple[Hit, ...]:
    """Return up to `limit` rows that hold every word of `text` (the last may be unfinished).

    Firms and people come first, then sentences, each newest first: ranking by relevance would read
    every match, and a facilitator looks for the workshop of last week.
    """
    words = ['"' + word.replace('"', '""') + '"*' for word in clean(text).split()]
    if not words:
        return ()
    found: dict[tuple[str, int], Hit] = {}
    for column in ("name", "sentence"):
        query = " ".join(f"{column}:{word}" for word in words)
        for row in conn.execute(_QUERY, (query, limit)):
            found.setdefault((row[2], row[3]), Hit(*row))
    return tuple(hit for hit in found.values() if hit.table in BY_TABLE)[:limit]


_QUERY: Final = """
    SELECT searched.workshop_id, workshop.firm, searched.tbl, searched.row_id, hit.snippet
    FROM (SELECT rowid AS id, snippet(search, -1, '‹', '›', '…', 12) AS snippet
          FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) AS hit
    JOIN searched ON searched.id = hit.id
    JOIN workshop ON workshop.id = searched.workshop_id
    ORDER BY hit.id DESC
"""
