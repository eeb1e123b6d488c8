"""What the room writes down, as tables: the first cell strong, the date at the right."""

from collections.abc import Callable
from typing import Any, Final

from crm_workshop.activities.standing import dot_counts
from crm_workshop.charter.figures import amount, number
from crm_workshop.charter.source import Source
from crm_workshop.kit.design import RecordDesign
from crm_workshop.live.bodies.cards import dots_status
from crm_workshop.live.bodies.columns import COLUMNS, Shown
from crm_workshop.live.bodies.context import Context, day_text
from crm_workshop.live.parts import Cell, Column, Line, Table, TableRow
from crm_workshop.live.seen import Tables
from crm_workshop.model.base import Row
from crm_workshop.model.choices import CommitmentState
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import Kind, spec, specs
from crm_workshop.model.success import Measure


def rows(context: Context) -> Tables:
    """Return the activity's tables in the kit's order."""
    return Tables(tables=tuple(_table(context, one) for one in context.design.records))


def _table(context: Context, design: RecordDesign) -> Table:
    record, source = RECORDS[design.record], context.source
    open_fields = [one.name for one in specs(record) if not one.private]
    asked = tuple(one for one in design.fields or open_fields if one in open_fields)
    title = source.say(design.title)
    if record.single:
        return _labelled(source, source.dossier.one(record), asked, title)
    columns = [one for one in COLUMNS[record] if one.field in asked]
    counts = dot_counts(source.dossier, context.activity.id) if design.dots else None
    shown = []
    for row in source.written(record):
        cells = tuple(_cell(source, row, one, asked) for one in columns)
        dots = counts[row.table, row.id] if counts is not None else None
        shown.append(TableRow(cells=cells, quiet=_is_open(row), dots=dots))
    status = _written(shown)
    if design.dots and counts is None and context.counts.dots_from:
        status += f" · {dots_status(context)}"
    return Table(
        title=title,
        columns=tuple(_column(source, record, one) for one in columns),
        rows=tuple(shown),
        status=status,
    )


def _labelled(source: Source, row: Row, asked: tuple[str, ...], title: str) -> Table:
    """Return a record that exists once: a line for each field, blank ones too."""
    record = type(row)
    lines = tuple(
        TableRow(
            cells=(Cell(text=source.label(record, name)), Cell(text=_several(source, row, name)))
        )
        for name in asked
    )
    return Table(
        title=title,
        columns=(Column(title=""), Column(title="")),
        rows=lines,
        status=_written(lines),
    )


def _several(source: Source, row: Row, name: str) -> str:
    """Return a field's text; the items of a list stand on lines of their own."""
    held = getattr(row, name)
    if spec(type(row), name).kind is Kind.LIST:
        return "\n".join(one.strip() for one in held if one.strip())
    return source.value(row, name)


def _written(shown: list[TableRow] | tuple[TableRow, ...]) -> str:
    """Return how many rows say something beside their first cell: “3 of 4 written”."""
    done = sum(
        not row.quiet and len(row.cells) > 1 and bool(row.cells[0].text and row.cells[1].text)
        for row in shown
    )
    return f"{done} of {len(shown)} written" if shown else ""


def _column(source: Source, record: type[Row], shown: Shown) -> Column:
    is_date = spec(record, shown.field).kind is Kind.DATE
    title = shown.title or source.label(record, shown.field)
    return Column(title=title, date=is_date)


def _cell(source: Source, row: Row, shown: Shown, asked: tuple[str, ...]) -> Cell:
    """Return one cell: its field as the room reads it, the role of a person, the notes."""
    kind = spec(type(row), shown.field).kind
    special = _SPECIAL.get((type(row), shown.field))
    if special:
        text = special(source, row)
    elif kind is Kind.DATE:
        text = day_text(source, getattr(row, shown.field))
    else:
        text = source.value(row, shown.field)
    notes = []
    if kind is Kind.PERSON and (role := source.role(text)):
        notes.append(Line(text=role))
    said = [source.labelled(row, name) for name in shown.notes if name in asked]
    notes += [Line(text=one) for one in said if one]
    return Cell(text=text, notes=tuple(notes))


def _is_open(row: Row) -> bool:
    """Tell whether a leader has not answered yet."""
    return isinstance(row, Commitment) and row.state is CommitmentState.NOT_YET


def _action(source: Source, row: Any) -> str:
    """Return what a leader will do, or that there is no answer yet."""
    return "Not yet." if _is_open(row) else source.value(row, "action")


def _first_on(source: Source, row: Any) -> str:
    """Return “14 Jan, then monthly”, or until when a leader answers."""
    if _is_open(row):
        day = day_text(source, row.answer_by)
        return f"answers by {day}" if day else ""
    day, rhythm = day_text(source, row.first_on), row.rhythm.strip()
    if day and rhythm:
        return f"{day}, {rhythm if rhythm.startswith('then') else f'then {rhythm}'}"
    return day or rhythm


def _target(source: Source, row: Any) -> str:
    """Return from what number to what number: “12 → 20 days”."""
    if row.baseline is None and row.target is None:
        return ""
    start = "?" if row.baseline is None else number(row.baseline, source.locale)
    end = "?"
    if row.target is not None:
        end = amount(row.target, row.unit, source.locale, said_in=row.measure)
    return f"{start} → {end}"


#: Cells that say more than one field.
_SPECIAL: Final[dict[tuple[type[Row], str], Callable[[Source, Any], str]]] = {
    (Commitment, "action"): _action,
    (Commitment, "first_on"): _first_on,
    (Measure, "target"): _target,
}
