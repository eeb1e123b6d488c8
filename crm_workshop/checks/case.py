"""What every rule is given: the workshop's records, its words, the day, and who is who."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeVar

from babel.dates import format_date

from crm_workshop.activities.standing import MAIN_OBJECTIVE
from crm_workshop.checks.finding import SECTION_OF, Finding, Level, brief
from crm_workshop.checks.naming import Named, who_is_named
from crm_workshop.kit.design import ActivityDesign, Kit, Method
from crm_workshop.kit.lexicon import Lexicon, Said, lexicon_of
from crm_workshop.kit.words import Words, words_of
from crm_workshop.model.base import Row
from crm_workshop.model.choices import Presence
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import Choice, Kind, is_written, per_type, specs
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.workshop import Person
from crm_workshop.text import fold

R = TypeVar("R", bound=Row)

#: The field that names a record shortly, where it is not the first text that is typed.
_NAMED_BY: Final = {"cascade_row": "group_told", "review": "kind"}

#: What records are called of which there is only one.
_CALLED: Final = {
    "workshop": "This workshop",
    "opening": "Opening",
    "line": "The line",
    "definition": "The definition",
    "remit": "The remit",
    "governance": "Between reviews",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One workshop to be judged. `day` is the day on which its promises are made."""

    dossier: Dossier
    kit: Kit
    words: Words
    lexicon: Lexicon
    day: date
    people: dict[str, Person]
    promised: frozenset[str]
    _named: dict[str, Named] = field(default_factory=dict)
    _read: dict[str, Said] = field(default_factory=dict)

    def rows(self, record: type[R]) -> tuple[R, ...]:
        """Return the rows of a type in which something was typed; an empty line says nothing.

        The only row of a `single` type is there from the beginning, typed or not.
        """
        if record.single:
            return (self.dossier.one(record),)
        return tuple(row for row in self.dossier.all(record) if is_written(row))

    def person(self, name: str) -> Person | None:
        """Return the person in the register with that name, or None."""
        return self.people.get(fold(name))

    def named(self, text: str) -> Named:
        """Return what stands where a person's name belongs."""
        if text not in self._named:
            self._named[text] = who_is_named(text, self.lexicon, self._in_register)
        return self._named[text]

    def read(self, text: str) -> Said:
        """Return `text` as words; several rules read the same text."""
        if text not in self._read:
            self._read[text] = self.lexicon.read(text)
        return self._read[text]

    def spoken(self, day: date) -> str:
        """Return a date as the firm says it."""
        locale = self.dossier.workshop.locale.value
        return format_date(day, format="long", locale=locale)

    def serves_a_promise(self, text: str) -> bool:
        """Tell whether a promise field names a step with a wanted experience, or the objective."""
        return fold(text) in self.promised

    def designs(self, method: Method) -> tuple[ActivityDesign, ...]:
        """Return the kit's activities of one method."""
        return tuple(one for one in self.kit.activities if one.method is method)

    def about_row(self, rule: str, level: Level, row: Row, name: str = "", **texts: Any) -> Finding:
        """Return a finding about one row; what it judged is the field `name`, unless given."""
        texts.setdefault("about", name_of(row))
        texts.setdefault("section", SECTION_OF[row.table])
        texts.setdefault("said", said_of(row, name))
        return Finding(id=rule, level=level, table=row.table, row_id=row.id, field=name, **texts)

    def about_all(self, rule: str, level: Level, table: str, **texts: Any) -> Finding:
        """Return a finding about all rows of a table together."""
        texts.setdefault("section", SECTION_OF[table])
        return Finding(id=rule, level=level, table=table, **texts)

    def _in_register(self, name: str) -> bool:
        """Tell whether the register vouches for a name, and does not just repeat it.

        A name that was only typed somewhere may have been put there by itself: absent, without a
        role, with nothing to do.
        """
        person = self.person(name)
        return person is not None and person != Person(
            id=person.id,
            workshop_id=person.workshop_id,
            position=person.position,
            name=person.name,
            present=Presence.NO,
        )


def open_case(dossier: Dossier, kit: Kit, today: date) -> Case:
    """Return the case of one workshop; its promises are made on its date, or else today."""
    people: dict[str, Person] = {}
    for one in dossier.all(Person):
        if one.name.strip():
            people.setdefault(fold(one.name), one)
    steps = (one.step for one in dossier.all(ExperienceStep) if one.wanted.strip())
    return Case(
        dossier=dossier,
        kit=kit,
        words=words_of(dossier),
        lexicon=lexicon_of(dossier.workshop.locale),
        day=dossier.workshop.held_on or today,
        people=people,
        promised=frozenset(fold(name) for name in (*steps, MAIN_OBJECTIVE) if name.strip()),
    )


def name_of(row: Row) -> str:
    """Return a record's short name: its first text that says something, or what it is called."""
    if row.table in _CALLED:
        return _CALLED[row.table]
    values = (getattr(row, name) for name in _name_fields(type(row)))
    said = (value.label if isinstance(value, Choice) else value for value in values if value)
    return next(filter(None, map(brief, said)), "") or row.table.replace("_", " ").capitalize()


def said_of(row: Row, name: str) -> str:
    """Return what one field says, as text; empty without a field."""
    value = getattr(row, name) if name else ""
    if isinstance(value, tuple):
        return "\n".join(value)
    return "" if value is None else str(value)


@per_type
def _name_fields(record: type[Row]) -> tuple[str, ...]:
    texts = (Kind.TEXT, Kind.LONG, Kind.PERSON)
    named_by = _NAMED_BY.get(record.table)
    typed = tuple(one.name for one in specs(record) if one.kind in texts and not one.private)
    return (named_by, *typed) if named_by else typed
