"""A workshop as the bytes of its exchange file."""

import json
from typing import Any

from crm_workshop.exchange.findings import renumber
from crm_workshop.exchange.layout import (
    FORMAT,
    FORMAT_KEY,
    REF,
    VERSION,
    VERSION_KEY,
    children,
    is_single,
    section,
    slots,
)
from crm_workshop.exchange.naming import choose_refs, count_rows, name_of, rows_in
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Acceptance, Version, Word, Workshop


def dump(dossier: Dossier, *, versions: bool = True) -> bytes:
    """Return the workshop's exchange file: the same content gives the same bytes.

    Everything the workshop holds travels but what is live (clock and scene) and the history of
    steps. Without `versions` the charters issued before stay out, as is right for the records that
    are kept beside a charter.
    """
    document = _Writer(dossier, versions).document()
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    return f"{text}\n".encode()


class _Writer:
    """Turns the rows of one dossier into plain JSON values."""

    def __init__(self, dossier: Dossier, versions: bool) -> None:
        self._dossier = dossier
        self._versions = versions
        self._numbers = count_rows(dossier)
        self._refs = choose_refs(dossier, self._numbers)

    def document(self) -> dict[str, Any]:
        """Return the whole file."""
        document: dict[str, Any] = {FORMAT_KEY: FORMAT, VERSION_KEY: VERSION}
        document[section(Workshop)] = self._fields(self._dossier.workshop)
        words = {word.key: word.text for word in self._dossier.all(Word)}
        if words:
            document[section(Word)] = dict(sorted(words.items()))
        return document | self._inside(None)

    def _inside(self, parent: Row | None) -> dict[str, Any]:
        """Return the sections that stand inside `parent`, or (None) at the top."""
        sections: dict[str, Any] = {}
        for record in children(type(parent) if parent else None):
            if record is Version and not self._versions:
                continue
            rows = rows_in(self._dossier, record, parent)
            written = [one for row in rows if (one := self._row(row)) is not None]
            if not is_single(record):
                sections |= {section(record): written} if written else {}
            elif written and written[0]:
                sections[section(record)] = written[0]
        return sections

    def _row(self, row: Row) -> dict[str, Any] | None:
        """Return one row with what stands inside it, or None if it speaks of nothing any more."""
        if isinstance(row, Acceptance):
            return self._acceptance(row)
        ref = self._refs.get((type(row), row.id))
        return ({REF: ref} if ref else {}) | self._fields(row) | self._inside(row)

    def _acceptance(self, row: Acceptance) -> dict[str, Any] | None:
        """Return an acceptance whose finding counts rows instead of naming ids."""
        finding = renumber(row.finding, self._numbers)
        return None if finding is None else self._fields(row) | {"finding": finding}

    def _fields(self, row: Row) -> dict[str, Any]:
        """Return the fields of one row that do not go without saying."""
        fields: dict[str, Any] = {}
        for slot in slots(type(row)):
            value = getattr(row, slot.field)
            if value == slot.default and not slot.always:
                continue
            if slot.target:
                fields[slot.key] = self._handle(slot.target, value)
            elif slot.shape:
                encode = slot.shape.encode
                fields[slot.key] = [*map(encode, value)] if slot.shape.many else encode(value)
        return fields

    def _handle(self, record: type[Row], row_id: int) -> str:
        """Return how the file calls a row that is pointed to."""
        ref = self._refs.get((record, row_id))
        if ref:
            return ref
        row = self._dossier.get(record, row_id)
        if row is None:
            raise KeyError(f"{record.table} {row_id} is pointed to but not in the dossier")
        return name_of(row)
