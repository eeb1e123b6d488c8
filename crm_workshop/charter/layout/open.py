"""What keeps a charter a draft: a few lines at the foot of page 1, or a list of its own."""

from collections.abc import Iterator, Sequence
from typing import Final

from crm_workshop.charter import wording
from crm_workshop.charter.document import (
    Cell,
    Charter,
    Column,
    OpenPoint,
    Paragraph,
    Section,
    Table,
)
from crm_workshop.charter.layout.blocks import set_label
from crm_workshop.charter.layout.flow import Lines, Step
from crm_workshop.charter.layout.items import Linked
from crm_workshop.charter.layout.lines import set_lines
from crm_workshop.charter.layout.section import set_section
from crm_workshop.charter.layout.style import BODY, HUES, LABEL
from crm_workshop.charter.layout.table import set_table

#: More points than this have a list of their own.
_FEW: Final = 3


def set_notice(charter: Charter, wide: float) -> tuple[Step, ...]:
    """Return a short list of what is open as lines for page 1; nothing for a longer one."""
    points = charter.open_points
    if not charter.draft or len(points) > _FEW:
        return ()
    label = set_label(wording.OPEN_TITLE, HUES["pitfalls"], wide)
    steps = [Step(Lines(label, LABEL.leading), above=14)]
    if not points:
        steps.append(Step(Lines(set_lines(wording.OPEN_NONE, BODY, wide), BODY.leading), above=3))
    for point, (key, name) in zip(points, _places(charter, points), strict=True):
        lines = Lines(set_lines(point.sentence, BODY, wide, lead=f"{name}: "), BODY.leading)
        steps.append(Step(Linked(lines, key) if key else lines, above=3))
    return tuple(steps)


def set_open_points(charter: Charter, wide: float) -> Iterator[Step]:
    """Yield the list of what keeps the charter a draft; each line leads to its section."""
    points = charter.open_points
    lead = Paragraph(wording.OPEN_LEAD if points else wording.OPEN_NONE)
    section = Section("open", "", wording.OPEN_TITLE, "pitfalls", (lead,))
    yield from set_section(section, wide)
    if not points:
        return
    places = _places(charter, points)
    names = [name for _, name in places]
    rows = tuple(  # a section's name stands once above all that is open in it
        (Cell("" if name == before else name), Cell(point.sentence))
        for point, name, before in zip(points, names, ["", *names[:-1]], strict=True)
    )
    table = Table((Column("Section", 3), Column("What is open", 7)), rows)
    yield Step(set_table(table, wide, [key for key, _ in places]), above=4)


def _places(charter: Charter, points: Sequence[OpenPoint]) -> list[tuple[str, str]]:
    """Return of each point the key and the name of the place it belongs to."""
    known = wording.places(charter)
    found = [known.get(point.section) for point in points]
    return [
        (place.key, wording.place_name(place)) if place else ("", point.section)
        for point, place in zip(points, found, strict=True)
    ]
