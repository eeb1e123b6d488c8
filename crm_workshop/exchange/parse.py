"""An exchange file as a dossier: all of it is validated, or none of it is used."""

from collections import defaultdict
from dataclasses import replace
from typing import Any, Final

from crm_workshop.exchange.agenda import fill_minutes
from crm_workshop.exchange.decode import decode
from crm_workshop.exchange.kit_rules import unknown_to_kit
from crm_workshop.exchange.layout import name_slot, owner_field
from crm_workshop.exchange.problems import (
    ExchangeError,
    Paths,
    Problem,
    key_path,
    shown,
    suggestion,
)
from crm_workshop.exchange.read import Entry, Reader
from crm_workshop.exchange.rules import broken_rules
from crm_workshop.kit.load import kit_of
from crm_workshop.model.base import Placed, Row
from crm_workshop.model.dossier import TABLES, Dossier
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.text import fold

#: The id of the workshop in a parsed dossier; its rows are numbered in the order of the file.
PARSED_ID: Final = 1

#: So many errors may tell what was perhaps meant: looking for it compares with every name.
_SUGGESTED: Final = 20


def parse(data: bytes) -> Dossier:
    """Return what an exchange file holds, with ids made up by counting each type's rows from 1.

    It holds the activities that the file mentions, with the kit's minutes where the file does not
    say them. Raises ExchangeError with everything that is wrong with the file.
    """
    reader = Reader()
    reader.read(decode(data))
    problems = reader.problems + _follow_pointers(reader.entries)
    dossier, paths = _build(reader.entries)
    problems += broken_rules(dossier, paths)
    if (Workshop, PARSED_ID) in paths:
        problems += unknown_to_kit(dossier, paths)
    if problems:
        raise ExchangeError(problems)
    unsaid = {
        entry.number for entry in reader.entries[Activity] if "minutes_planned" not in entry.values
    }
    return fill_minutes(dossier, kit_of(dossier.workshop), unsaid) if unsaid else dossier


def _follow_pointers(entries: dict[type[Row], list[Entry]]) -> list[Problem]:
    """Turn the names of other rows into their numbers, and report those that name nothing."""
    problems: list[Problem] = []
    indexes = {record: _Index(found) for record, found in entries.items()}
    for record in TABLES:
        for entry in entries.get(record, ()):
            for slot, name in entry.pointers:
                if slot.target is None:
                    continue
                index = indexes.get(slot.target) or _Index([])
                found = index.find(name)
                if len(found) == 1:
                    entry.values[slot.field] = found[0].number
                    continue
                entry.sound = False
                told = index.problem(slot.target, name, len(found))
                if not found and len(problems) < _SUGGESTED:
                    told += suggestion(name, index.called)
                problems.append(Problem(key_path(entry.at, slot.key), told))
    return problems


class _Index:
    """The rows of one type by what they are called: a `ref` first, then a name."""

    def __init__(self, entries: list[Entry]) -> None:
        self._by_ref: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Entry]] = defaultdict(list)
        self.called: Final = [entry.ref or _name(entry) for entry in entries]
        for entry in entries:
            if entry.ref:
                self._by_ref[fold(entry.ref)].append(entry)
            self._by_name[fold(_name(entry))].append(entry)

    def find(self, name: str) -> list[Entry]:
        """Return the rows that are called `name`."""
        return self._by_ref.get(fold(name)) or self._by_name.get(fold(name), [])

    def problem(self, record: type[Row], name: str, count: int) -> str:
        """Return what is wrong with a name that `count` rows have."""
        what = record.table.replace("_", " ")
        if count:
            return f"{count} rows are called {shown(name)}; give each a “ref” and say which"
        return f"there is no {what} called {shown(name)}"


def _name(entry: Entry) -> str:
    """Return what a row is called: its first field."""
    return str(entry.values.get(name_slot(entry.record).field, ""))


def _build(entries: dict[type[Row], list[Entry]]) -> tuple[Dossier, Paths]:
    """Make rows of the entries that are sound, and tell where in the file each stands."""
    rows: dict[type[Row], tuple[Any, ...]] = {}
    paths: Paths = {}
    for record in TABLES:
        sound = [entry for entry in entries.get(record, ()) if entry.sound]
        paths |= {(record, entry.number): entry.at for entry in sound}
        rows[record] = tuple(_make_row(entry) for entry in sound)
        if record.single and record.exchanged and not sound:
            rows[record] = (record(id=1, workshop_id=PARSED_ID),)
    made = rows.pop(Workshop) or (Workshop(id=PARSED_ID),)
    return Dossier(made[0], {record: found for record, found in rows.items() if found}), paths


def _make_row(entry: Entry) -> Row:
    """Return the row of one entry."""
    row = entry.record(id=entry.number, workshop_id=PARSED_ID, **entry.values)
    if isinstance(row, Placed):
        row = replace(row, position=float(entry.place))
    if entry.owner is not None:
        row = replace(row, **{owner_field(entry.record): entry.owner.number})
    return row
