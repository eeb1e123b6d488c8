"""Dossiers in memory for the tests of composing, and ways to read what a charter says."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Block, Cell, Charter, NotSettled, Section, Table
from crm_workshop.checks import Finding
from crm_workshop.kit.load import load_kit
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Person, Workshop

TODAY = date(2026, 11, 21)
KIT = load_kit()

SPONSOR = Person(id=1, name="R. Okafor", role="Managing partner", is_exec=True, is_sponsor=True)
#: Sponsor of nothing, leader of nothing, and in the room.
COLLEAGUE = Person(id=2, name="P. Nair", role="Business development manager")


def agenda() -> tuple[Activity, ...]:
    """Return all activities of the standard kit; their ids count from 1 in its order."""
    return tuple(
        Activity(id=number, key=design.key) for number, design in enumerate(KIT.activities, 1)
    )


def activity_id(key: str) -> int:
    """Return the id that `agenda` gives to an activity."""
    return next(one.id for one in agenda() if one.key == key)


def dossier(*rows: Row, leaders: bool = True, **workshop: Any) -> Dossier:
    """Return a dossier with these rows, the whole agenda, and (unless told not to) a sponsor."""
    told = {"firm": "Alder & Finch LLP", "held_on": TODAY, "facilitator": "I. Halloran", **workshop}
    held: dict[type[Row], list[Row]] = {Person: [SPONSOR] if leaders else []}
    if not any(isinstance(row, Activity) for row in rows):
        held[Activity] = list(agenda())
    for row in rows:
        held.setdefault(type(row), []).append(row)
    return Dossier(
        Workshop(id=1, workshop_id=1, **told), {key: tuple(found) for key, found in held.items()}
    )


def charter(*rows: Row, findings: tuple[Finding, ...] = (), **workshop: Any) -> Charter:
    """Return the charter of such a dossier."""
    return compose(dossier(*rows, **workshop), KIT, findings, today=TODAY)


def section(made: Charter, key: str) -> Section:
    """Return one section or annex by its key."""
    return next(one for one in (*made.sections, *made.annexes) if one.key == key)


def said(value: Any) -> str:
    """Return every text in a charter, or in a part of one, a line each."""
    return "\n".join(_texts(msgspec.to_builtins(value)))


def blocks_of(made: Section, kind: type[Block]) -> list[Any]:
    """Return the blocks of one kind."""
    return [block for block in made.blocks if isinstance(block, kind)]


def unsettled(made: Section) -> list[NotSettled]:
    """Return what a section says is not settled."""
    return blocks_of(made, NotSettled)


def table(made: Section, title: str = "") -> Table:
    """Return the table with that title, or the only one without."""
    found: list[Table] = [one for one in blocks_of(made, Table) if one.title == title]
    (only,) = found
    return only


def cells(made: Table) -> list[list[str]]:
    """Return the main texts of a table."""
    return [[cell.text for cell in row] for row in made.rows]


def cell(made: Table, row: int, heading: str) -> Cell:
    """Return the cell of one row under one heading."""
    return made.rows[row][[one.title for one in made.columns].index(heading)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for held in value.values():
            yield from _texts(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _texts(held)
