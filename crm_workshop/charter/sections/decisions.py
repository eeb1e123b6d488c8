"""Section 7: the decisions that only leadership can make."""

from crm_workshop.charter.document import Paragraph, Section
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import Shown, record_table
from crm_workshop.model.commitment import HardDecision

_COLUMNS = (
    Shown("decision", 3, notes=("kind", "client_reason"), plain=True),
    Shown("decider", 1.2, strong=True),
    Shown("by", 1.1, notes=("state",)),
    Shown("reason", 2.8, notes=("told_by",)),
)
_TOLD = (
    "Only the people named here can take these decisions. They cannot be left to a project, "
    "contracted out, or settled by installing software."
)


def compose_decisions(source: Source) -> Section:
    """Return what must change, who alone decides it, by when, and the reason the firm is told."""
    table = record_table(source, source.written(HardDecision), _COLUMNS)
    told = (Paragraph(_TOLD, quiet=True),) if table else ()
    part = Part((*told, *table), records=(HardDecision,))
    title = "Decisions only leadership can make"
    return make_section(source, "decisions", "7", title, "commitment", (part,))
