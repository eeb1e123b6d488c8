"""Section 9: how it reaches everybody who does the work."""

from crm_workshop.charter.document import Section
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import Shown, record_table
from crm_workshop.model.base import Row
from crm_workshop.model.commitment import CascadeRow, Champion, DataOwner, UseRule

_CASCADE = (
    Shown("leader", 1.4, strong=True, role=True),
    Shown("group_told", 1.4),
    Shown("message", 3),
    Shown("on_date", 1.1),
)
_CHAMPIONS = (Shown("person", 2, strong=True, role=True), Shown("reason", 2.5))
_OWNERS = (Shown("person", 2, strong=True, role=True), Shown("data", 2.5))
_RULES = (
    Shown("what", 2.4, strong=True),
    Shown("who_records", 1.4),
    Shown("worth", 2.2, notes=("training",)),
    Shown("if_not", 2),
)


def compose_cascade(source: Source) -> Section:
    """Return who tells whom, who wins hearts, who keeps the data, and what everybody must do."""

    def part(record: type[Row], columns: tuple[Shown, ...], title: str) -> Part:
        rows = source.written(record)
        return Part(record_table(source, rows, columns, title), title, (record,))

    parts = (
        part(CascadeRow, _CASCADE, "Who tells whom"),
        part(Champion, _CHAMPIONS, "Champions"),
        part(DataOwner, _OWNERS, "Who looks after the data"),
        part(UseRule, _RULES, "What everybody does"),
    )
    title = "Down to every {professional}"
    return make_section(source, "cascade", "9", title, "commitment", parts)
