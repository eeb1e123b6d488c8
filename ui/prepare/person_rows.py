"""How the register of people is written from a table: names are unique, and followed everywhere."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from crm_workshop.activities import people
from crm_workshop.activities.half_typed import Place
from crm_workshop.activities.paste import cells
from crm_workshop.activities.people_list import names_columns, paste_people
from crm_workshop.errors import InputError
from crm_workshop.model.base import Row
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Person
from ui.activities.table.operations import RowOperations
from ui.activities.unfinished import keep_texts, text_at
from ui.activities.values import attempt
from ui.session import Session

_BY: Final = "prepare"

_NAMELESS: Final = "Type the name too: with it, this is entered."


class PersonRows(RowOperations):
    """Writes people; half a name is nobody's, so it waits until it is entered."""

    entered = frozenset({"name"})
    inserts = False

    def __init__(self, session: Session) -> None:
        super().__init__(session, Person)

    def add(self, fields: Mapping[str, object], *, add_missing: bool) -> Row:
        """Add somebody, with whatever was typed before their name."""
        del add_missing
        places = {one.name: Place(Person.table, 0, one.name) for one in specs(Person)}
        waiting = {name: text_at(self.session, place) for name, place in places.items()}
        facts: dict[str, Any] = {name: text for name, text in waiting.items() if text}
        facts |= fields
        name = str(facts.pop("name", ""))
        made = people.add_person(self.store, self.workshop_id, name, by=_BY, **facts)
        keep_texts(self.session, {places[one]: "" for one in facts})
        return made

    def change(self, row: Row, field: str, given: object, *, add_missing: bool) -> Row:
        """Change a field of somebody."""
        del add_missing
        changes: dict[str, Any] = {field: given}
        return people.update_person(self.store, row.id, by=_BY, **changes)

    def move(self, row: Row, after_id: int | None) -> None:
        """Put somebody behind another, or first."""
        people.move_person(self.store, row.id, after_id, by=_BY)

    def delete(self, row: Row) -> str:
        """Remove somebody; return what becomes of all that names them."""
        person = self.store.get(Person, row.id)
        left = people.left_behind(self.session.dossier, person)
        people.remove_person(self.store, person.id, by=_BY)
        told = f"{person.name} is no longer in the register"
        return f"{told}: {left} Undo brings them back." if left else f"{told}."

    def paste(self, text: str, fields: Sequence[str], start: Row | None) -> str:
        """Add everybody on a list; from a cell that is no name, fill the cells below instead."""
        rows = cells(text)
        is_column = all(len(one) == 1 for one in rows)
        is_list = fields[0] == "name" or names_columns(self.session.dossier, text)
        if start is not None and is_column and not is_list:
            told, fault = attempt(self.session, self._fill, rows, fields[0], start)
            return told or fault
        done, fault = attempt(
            self.session, paste_people, self.store, self.workshop_id, text, by=_BY
        )
        return done.sentence if done else fault

    def _fill(self, rows: Sequence[Sequence[str]], field: str, start: Row) -> str:
        """Fill a field of people from one on, a row each; return what could not be read."""
        everybody = self.session.dossier.all(Person)
        below = everybody[everybody.index(self.store.get(Person, start.id)) :]
        unread = []
        with self.store.step("Paste people", self.workshop_id, by=_BY):
            for person, row in zip(below, rows, strict=False):
                try:
                    self.change(person, field, row[0], add_missing=False)
                except InputError:
                    unread.append(person.name)
        spare = max(0, len(rows) - len(below))
        told = [f"Not read, and left as it was: {', '.join(unread)}."] if unread else []
        rest = "1 row" if spare == 1 else f"{spare} rows"
        told += [f"Left out: {rest} more than there are people."] if spare else []
        return " ".join(told)

    def fault(self, row: Row | None, field: str, text: str, /) -> str:
        """Return why nobody can have a name, or that a name is still to come."""
        if field == "name":
            everybody = self.session.dossier.all(Person)
            return people.name_fault(everybody, text, row.id if row else 0)
        return _NAMELESS if row is None else ""
