"""Section 10: measures and milestones, and what does not count as success."""

from datetime import date

from crm_workshop.charter import figures, prose
from crm_workshop.charter.document import Block, Bullets, Cell, Column, Section, Table
from crm_workshop.charter.origin import each_of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import (
    NOT_SETTLED,
    Shown,
    bullets,
    record_cell,
)
from crm_workshop.model.success import Governance, Measure, Milestone

_MILESTONES = "Milestones"


def compose_measures(source: Source) -> Section:
    """Return each measure from what number to what number, and the outcomes on the way."""
    governance = source.dossier.one(Governance)
    parts = (
        Part(_table(source), "Measures", (Measure,)),
        Part(_milestones(source), _MILESTONES, (Milestone,)),
        Part(
            bullets(source, governance, "not_success"),
            source.label(Governance, "not_success"),
            (Governance,),
        ),
    )
    title = "Measures and milestones"
    return make_section(source, "measures", "10", title, "success", parts)


def measure_columns(source: Source) -> tuple[Column, ...]:
    """Return the columns that the front page and section 10 share."""
    fields = (("measure", 3.0), ("baseline", 1.0), ("target", 1.0), ("by", 1.0), ("owner", 1.5))
    return tuple(Column(source.label(Measure, field), weight) for field, weight in fields)


def front_cells(source: Source, one: Measure) -> tuple[Cell, ...]:
    """Return a measure as page 1 has it: the month is enough there, and no remarks."""
    baseline, target = amounts(source, one)
    return (
        Cell(one.measure.strip() or NOT_SETTLED),
        Cell(baseline),
        Cell(target),
        Cell(source.month(one.by) or NOT_SETTLED),
        Cell(one.owner.strip() or NOT_SETTLED),
    )


def amounts(source: Source, one: Measure) -> tuple[str, str]:
    """Return from what number and to what number, each with its unit."""

    def amount(value: float | None) -> str:
        if value is None:
            return ""
        return figures.amount(value, one.unit, source.locale, said_in=one.measure)

    return amount(one.baseline) or "Not known", amount(one.target) or NOT_SETTLED


def _table(source: Source) -> tuple[Block, ...]:
    held = source.written(Measure)
    rows = tuple(_full_cells(source, one) for one in held)
    columns = (
        *measure_columns(source)[:2],
        Column(f"{source.label(Measure, 'target')}, {source.label(Measure, 'by').lower()}", 1.2),
        Column(source.label(Measure, "owner"), 1.4),
    )
    return (Table(columns, rows, origins=each_of(held)),) if rows else ()


def _full_cells(source: Source, one: Measure) -> tuple[Cell, ...]:
    """Return a measure in full: its nature, its source, and who finds a baseline by when."""
    baseline, target = amounts(source, one)
    finding = prose.notes(
        source.labelled(one, "baseline_person"), source.labelled(one, "baseline_by")
    )
    about = Shown(
        "measure", 3, notes=("kind", "timing", "direction", "serves", "source"), run_on=True
    )
    return (
        record_cell(source, one, about),
        Cell(baseline, finding),
        Cell(target, source.value(one, "by") or _no_date(source)),
        Cell(one.owner.strip() or NOT_SETTLED, strong=bool(one.owner.strip())),
    )


def _no_date(source: Source) -> str:
    return f"{source.label(Measure, 'by')}: {prose.lower_first(NOT_SETTLED)}"


def _milestones(source: Source) -> tuple[Block, ...]:
    """Return the outcomes on the way, the earliest first: “…, by 31 Jan 2027”."""
    stones = sorted(source.written(Milestone), key=lambda one: one.by or date.max)
    lines = tuple(
        f"{prose.unstopped(one.outcome) or NOT_SETTLED}, "
        + (f"by {source.short(one.by)}" if one.by else "no date yet")
        for one in stones
    )
    return (Bullets(lines, _MILESTONES, origins=each_of(stones)),) if lines else ()
