"""Tables of records: which fields stand in which column, described and not drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from crm_workshop.charter import prose
from crm_workshop.charter.document import Block, Bullets, Cell, Column, Paragraph, Table
from crm_workshop.charter.origin import each_of, of
from crm_workshop.charter.source import Source
from crm_workshop.model.base import Row
from crm_workshop.model.fields import Kind, spec

R = TypeVar("R", bound=Row)

#: Stands in a cell that a final charter needs filled.
NOT_SETTLED: Final = "Not settled"


@dataclass(frozen=True, slots=True)
class Shown:
    """One column: the field that stands large in it, and the fields noted below that.

    `title` replaces the field's own label. `plain` notes stand without their labels, `run_on`
    notes on the line that the text ends on.
    """

    field: str
    weight: float
    notes: tuple[str, ...] = ()
    title: str = ""
    strong: bool = False
    plain: bool = False
    run_on: bool = False


def record_table(
    source: Source, rows: Sequence[Row], columns: Sequence[Shown], title: str = ""
) -> tuple[Block, ...]:
    """Return a table of records, or nothing without any.

    A column that no row fills is left out unless a final charter needs it; a cell that it needs
    says “Not settled”.
    """
    if not rows:
        return ()
    record = type(rows[0])
    kept = [
        one
        for one in columns
        if spec(record, one.field).required or any(_fills(source, row, one) for row in rows)
    ]
    heads = tuple(_column(source, record, one) for one in kept)
    lines = tuple(tuple(record_cell(source, row, one) for one in kept) for row in rows)
    return (Table(heads, lines, title, each_of(rows)),)


def record_cell(source: Source, row: Row, shown: Shown) -> Cell:
    """Return the cell that one record has in one column."""
    text = source.value(row, shown.field)
    remarks = prose.notes(*(_note(source, row, field, shown.plain) for field in shown.notes))
    if not text and spec(type(row), shown.field).required:
        return Cell(NOT_SETTLED, remarks, run_on=shown.run_on)
    return Cell(text, remarks, shown.strong, shown.run_on)


def _note(source: Source, row: Row, field: str, plain: bool) -> str:
    told = source.value(row, field) if plain else source.labelled(row, field)
    if not told and spec(type(row), field).required:
        return f"{source.label(type(row), field)}: {prose.lower_first(NOT_SETTLED)}"
    return told


def person_cell(source: Source, name: str) -> Cell:
    """Return a person's name, strong, with the role below; “Not settled” without a name."""
    if not name.strip():
        return Cell(NOT_SETTLED)
    return Cell(name.strip(), source.role(name), strong=True)


def paragraph(source: Source, row: Row, field: str, *, quiet: bool = False) -> tuple[Block, ...]:
    """Return a field as a paragraph after its label, or nothing if it is blank."""
    text = source.value(row, field)
    if not text:
        return ()
    label = source.label(type(row), field)
    return (Paragraph(prose.stopped(text), label, quiet, of(row, field=field)),)


def bullets(source: Source, row: Row, field: str) -> tuple[Block, ...]:
    """Return a field of short lines as a list under its label, or nothing if it has none."""
    lines = tuple(line.strip() for line in getattr(row, field) if line.strip())
    told = (of(row, field=field),) * len(lines)
    return (Bullets(lines, source.label(type(row), field), origins=told),) if lines else ()


def _fills(source: Source, row: Row, shown: Shown) -> bool:
    cell = record_cell(source, row, shown)
    return bool(cell.text or cell.note)


def _column(source: Source, record: type[Row], shown: Shown) -> Column:
    numeric = spec(record, shown.field).kind in (Kind.INT, Kind.NUM)
    title = source.say(shown.title) if shown.title else source.label(record, shown.field)
    return Column(title, shown.weight, numeric)
