"""Section 9: how it reaches everybody who does the work."""

from crm_workshop.charter.document import Block, Bullets, Section
from crm_workshop.charter.origin import each_of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import NOT_SETTLED, Shown, record_table
from crm_workshop.model.base import Row
from crm_workshop.model.commitment import CascadeRow, Champion, DataOwner, UseRule

_CASCADE = (
    Shown("leader", 1, strong=True),
    Shown("group_told", 1),
    Shown("message", 2),
    Shown("on_date", 2),
)
_RULES = (
    Shown("what", 1.5, strong=True),
    Shown("who_records", 1),
    Shown("worth", 1.5, notes=("training",), run_on=True),
    Shown("if_not", 1),
)
_TELLS = "Who tells whom"
_CHAMPIONS = "Champions"
_OWNERS = "Who looks after the data"
_DOES = "What everybody does"


def compose_cascade(source: Source) -> Section:
    """Return who tells whom, who wins hearts, who keeps the data, and what everybody must do."""

    tells, rules = source.written(CascadeRow), source.written(UseRule)
    parts = (
        Part(record_table(source, tells, _CASCADE), _TELLS, (CascadeRow,)),
        Part(_people(source, Champion, "reason", _CHAMPIONS), _CHAMPIONS, (Champion,)),
        Part(_people(source, DataOwner, "data", _OWNERS), _OWNERS, (DataOwner,)),
        Part(record_table(source, rules, _RULES, _DOES), _DOES, (UseRule,)),
    )
    title = "Down to every {professional}"
    return make_section(source, "cascade", "9", title, "commitment", parts)


def _people(source: Source, record: type[Row], about: str, title: str) -> tuple[Block, ...]:
    """Return people by name, each with what is said about them: “P. Nair: saw the flaw”."""
    rows = source.written(record)
    lines = tuple(
        ": ".join(part for part in (_named(source, one), source.value(one, about)) if part)
        for one in rows
    )
    return (Bullets(lines, title, origins=each_of(rows)),) if lines else ()


def _named(source: Source, one: Row) -> str:
    return source.value(one, "person") or NOT_SETTLED
