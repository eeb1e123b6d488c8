"""Section 11: the first wins, small and told."""

from crm_workshop.charter import prose
from crm_workshop.charter.document import Block, Cell, Column, Section, Table
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import NOT_SETTLED, Shown, record_cell
from crm_workshop.model.success import Win
from crm_workshop.text import one_line


def compose_wins(source: Source) -> Section:
    """Return who is helped to what by when, and who tells it to whom."""
    part = Part(_table(source), records=(Win,))
    return make_section(source, "wins", "11", "First wins", "wins", (part,))


def told_sentence(source: Source, win: Win) -> str:
    """Return how the win is told: “Told by R. Okafor to the whole firm on 5 March 2027.”"""
    by, to = one_line(win.told_by), prose.unstopped(win.told_to)
    on = source.long(win.told_on)
    told = [f"by {by}" if by else "", f"to {prose.lower_first(to)}" if to else ""]
    told.append(f"on {on}" if on else "")
    said = " ".join(part for part in told if part)
    return f"Told {said}." if said else ""


def _table(source: Source) -> tuple[Block, ...]:
    columns = (
        Column(source.label(Win, "who_helped"), 1.4),
        Column(source.label(Win, "problem"), 2.2),
        Column(source.label(Win, "result"), 2.8),
        Column("How it is told", 2.4),
    )
    rows = tuple(_cells(source, win) for win in source.written(Win))
    return (Table(columns, rows),) if rows else ()


def _cells(source: Source, win: Win) -> tuple[Cell, ...]:
    helped = record_cell(source, win, Shown("who_helped", 1, strong=True))
    willing = source.value(win, "willing") or "Not yet willing"
    return (
        Cell(helped.text, willing, helped.strong),
        record_cell(source, win, Shown("problem", 1)),
        record_cell(source, win, Shown("result", 1, notes=("by", "helper", "capacity"))),
        Cell(told_sentence(source, win) or NOT_SETTLED, source.labelled(win, "next_group")),
    )
