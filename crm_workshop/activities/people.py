"""The register of people: who is there, what they may do, and where their names are used."""

from typing import Any

from crm_workshop.activities.shared import locale_of, rename_everywhere, some_text
from crm_workshop.activities.standing import executives_present
from crm_workshop.activities.typed import value_for
from crm_workshop.errors import InputError
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import words_of
from crm_workshop.model.capture import Ballot, Dot
from crm_workshop.model.choices import BallotState, Presence
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import Kind
from crm_workshop.model.workshop import Person
from crm_workshop.store.library import Store
from crm_workshop.store.pen import Pen
from crm_workshop.text import fold, one_line


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
        _check_name(store, person.workshop_id, values["name"], person)
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
            if ballot.state in (BallotState.VOTED, BallotState.ABSTAINS):
                pen.update(ballot, person_id=None)
        for dot in store.find(Dot, person.workshop_id, person_id=person_id):
            pen.update(dot, person_id=None)
        pen.delete(person)


def _values(store: Store, workshop_id: int, given: dict[str, object]) -> dict[str, Any]:
    locale = locale_of(store, workshop_id)
    values = {name: value_for(Person, name, value, locale) for name, value in given.items()}
    return {name: one_line(value) if name == "name" else value for name, value in values.items()}


def _check_name(store: Store, workshop_id: int, name: str, person: Person | None = None) -> None:
    some_text(name, "A person needs a name.")
    for other in store.all(Person, workshop_id):
        if fold(other.name) == fold(name) and (person is None or other.id != person.id):
            raise InputError(
                f"“{other.name}” is already in the register. Add a first name or an initial to "
                "tell them apart. Nothing was changed."
            )


def keep_one_sponsor(pen: Pen, store: Store, person: Person) -> None:
    """Let the person be the only sponsor, if they are one."""
    for other in store.all(Person, person.workshop_id) if person.is_sponsor else ():
        if other.is_sponsor and other.id != person.id:
            pen.update(other, is_sponsor=False)
