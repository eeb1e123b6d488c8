"""Section 7: the decisions that only leadership can make."""

from crm_workshop.charter import prose
from crm_workshop.charter.document import Cell, Column, Paragraph, Section, Table
from crm_workshop.charter.origin import each_of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import NOT_SETTLED
from crm_workshop.model.commitment import HardDecision
from crm_workshop.text import one_line

_TOLD = "Only the people named here can take these: no project, contractor or software can."
_MISSING = prose.lower_first(NOT_SETTLED)


def compose_decisions(source: Source) -> Section:
    """Return what must change, who alone decides it, by when, and the reason the firm is told."""
    held = source.written(HardDecision)
    rows = tuple(_cells(source, one) for one in held)
    columns = (
        Column(source.label(HardDecision, "decision"), 1),
        Column(f"{source.label(HardDecision, 'decider')}, by", 1),
        Column(source.label(HardDecision, "reason"), 1),
    )
    table = Table(columns, rows, origins=each_of(held))
    blocks = (Paragraph(_TOLD, quiet=True), table) if rows else ()
    part = Part(blocks, records=(HardDecision,))
    title = "Decisions only leadership can make"
    return make_section(source, "decisions", "7", title, "commitment", (part,))


def _cells(source: Source, one: HardDecision) -> tuple[Cell, ...]:
    """Return a decision with its kind, its promise and who tells; who and when; the reason."""
    teller = one_line(one.told_by)
    about = prose.notes(
        source.value(one, "kind") or f"{source.label(HardDecision, 'kind')}: {_MISSING}",
        one_line(one.client_reason) or f"{source.label(HardDecision, 'client_reason')}: {_MISSING}",
        f"told by {teller}" if teller else f"{source.label(HardDecision, 'told_by')}: {_MISSING}",
    )
    state = source.value(one, "state") or f"{source.label(HardDecision, 'state')}: {_MISSING}"
    decider = one.decider.strip()
    return (
        Cell(one.decision.strip() or NOT_SETTLED, about, run_on=True),
        Cell(
            decider or NOT_SETTLED,
            prose.notes(
                source.value(one, "by") or f"{source.label(HardDecision, 'by')}: {_MISSING}", state
            ),
            strong=bool(decider),
        ),
        Cell(one.reason.strip() or NOT_SETTLED),
    )
