"""The register of people: who is there, what they may do, and where their names are used."""

from collections.abc import Iterable
from typing import Any, Final

from crm_workshop.activities.shared import locale_of, rename_everywhere
from crm_workshop.activities.standing import executives_present
from crm_workshop.activities.typed import value_for
from crm_workshop.errors import InputError
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import words_of
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Dot
from crm_workshop.model.choices import BallotState, Presence
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import Kind, specs
from crm_workshop.model.workshop import Person, PreworkAnswer, Signature
from crm_workshop.store.library import Store
from crm_workshop.store.pen import Pen
from crm_workshop.text import fold, listed, one_line

#: What somebody did with a poll that counts without their name.
_CAST: Final = (BallotState.VOTED, BallotState.ABSTAINS)


def presence_gate(dossier: Dossier) -> str | None:
    """Return the kit's sentence for a workshop without an executive in the room, else None.

    While it stands, the workshop makes notes and the charter stays a draft (R62, R69).
    """
    if executives_present(dossier):
        return None
    return words_of(dossier).say(kit_of(dossier.workshop).set_up.gate)


def add_person(
    store: Store, workshop_id: int, name: str, role: str = "", *, by: str = "", **facts: object
) -> Person:
    """Add somebody to the register; `facts` are further fields, such as `is_exec=True`.

    Raises `InputError` if the name is blank or already there.
    """
    values = _values(store, workshop_id, {**facts, "name": name, "role": role})
    _check_name(store, workshop_id, values["name"])
    with store.step("Add person", workshop_id, by=by) as pen:
        person = pen.insert(Person(workshop_id=workshop_id, **values))
        keep_one_sponsor(pen, store, person)
        return person


def update_person(store: Store, person_id: int, *, by: str = "", **changes: object) -> Person:
    """Change fields of a person, given as values or as typed text.

    A new name is followed by every record that names the person; a new sponsor replaces the
    former one. Raises `InputError` for a name that is blank or already there.
    """
    person = store.get(Person, person_id)
    values = _values(store, person.workshop_id, changes)
    if "name" in values:
        _check_name(store, person.workshop_id, values["name"], person_id)
    merge = f"person:{person_id}:{','.join(sorted(values))}"
    with store.step("Edit person", person.workshop_id, by=by, merge=merge) as pen:
        if values.get("name", person.name) != person.name:
            dossier = store.load(person.workshop_id)
            names = (Kind.PERSON, Kind.PEOPLE)
            rename_everywhere(pen, dossier, person.name, values["name"], *names)
            person = store.get(Person, person_id)
        person = pen.update(person, **values)
        keep_one_sponsor(pen, store, person)
        return person


def set_presence(store: Store, person_id: int, present: Presence, *, by: str = "") -> Person:
    """Say whether somebody is in the room."""
    person = store.get(Person, person_id)
    with store.step("Set presence", person.workshop_id, by=by) as pen:
        return pen.update(person, present=present)


def move_person(store: Store, person_id: int, after_id: int | None, *, by: str = "") -> Person:
    """Put a person behind another in the register, or first."""
    person = store.get(Person, person_id)
    after = None if after_id is None else store.get(Person, after_id)
    among = store.all(Person, person.workshop_id)
    with store.step("Move person", person.workshop_id, by=by) as pen:
        return pen.place(person, after=after, among=among)


def remove_person(store: Store, person_id: int, *, by: str = "") -> None:
    """Take somebody out of the register.

    Their votes and dots stay as votes without a name, and records go on naming them. Somebody who
    left the firm is better marked as such.
    """
    person = store.get(Person, person_id)
    with store.step("Remove person", person.workshop_id, by=by) as pen:
        for ballot in store.find(Ballot, person.workshop_id, person_id=person_id):
            if ballot.state in _CAST:
                pen.update(ballot, person_id=None)
        for dot in store.find(Dot, person.workshop_id, person_id=person_id):
            pen.update(dot, person_id=None)
        pen.delete(person)


def left_behind(dossier: Dossier, person: Person) -> str:
    """Return in a sentence what becomes of all that names a person once they are removed.

    Empty if nothing does.
    """
    votes = [one for one in dossier.all(Ballot) if one.person_id == person.id]
    dots = [one for one in dossier.all(Dot) if one.person_id == person.id]
    signed = any(one.person_id == person.id for one in dossier.all(Signature))
    answers = sum(one.person_id == person.id for one in dossier.all(PreworkAnswer))
    named = sum(_names(row, person.name) for row in dossier.everything() if row != person)
    told = []
    if any(one.state in _CAST for one in votes) or dots:
        told.append("their votes stay, without the name")
    if named:
        records = "1 record goes" if named == 1 else f"{named} records go"
        told.append(f"{records} on naming them")
    if signed:
        told.append("their place among the signatures is gone")
    if answers:
        told.append("their pre-work is gone")
    return f"{listed(told)}." if told else ""


def _names(row: Row, name: str) -> bool:
    """Tell whether a record names a person."""
    fields = (one.name for one in specs(type(row)) if one.kind in (Kind.PERSON, Kind.PEOPLE))
    held = (getattr(row, field) for field in fields)
    names = (one for value in held for one in (value if isinstance(value, tuple) else (value,)))
    return any(fold(one) == fold(name) for one in names)


def name_fault(people: Iterable[Person], name: str, person_id: int = 0) -> str:
    """Return why somebody cannot have a name; empty if they can."""
    if not name.strip():
        return "A person needs a name. Nothing was changed."
    for other in people:
        if fold(other.name) == fold(name) and other.id != person_id:
            return (
                f"“{other.name}” is already in the register. Add a first name or an initial to "
                "tell them apart. Nothing was changed."
            )
    return ""


def _values(store: Store, workshop_id: int, given: dict[str, object]) -> dict[str, Any]:
    locale = locale_of(store, workshop_id)
    values = {name: value_for(Person, name, value, locale) for name, value in given.items()}
    return {name: one_line(value) if name == "name" else value for name, value in values.items()}


def _check_name(store: Store, workshop_id: int, name: str, person_id: int = 0) -> None:
    fault = name_fault(store.all(Person, workshop_id), name, person_id)
    if fault:
        raise InputError(fault)


def keep_one_sponsor(pen: Pen, store: Store, person: Person) -> None:
    """Let the person be the only sponsor, if they are one."""
    for other in store.all(Person, person.workshop_id) if person.is_sponsor else ():
        if other.is_sponsor and other.id != person.id:
            pen.update(other, is_sponsor=False)
