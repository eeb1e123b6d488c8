"""What the operations of every method need: refusing blanks, finding designs, following names."""

from typing import Any

from crm_workshop.errors import InputError, NotFoundError
from crm_workshop.kit.design import ActivityDesign, Kit
from crm_workshop.kit.lexicon import lexicon_of
from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Locale, Presence
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import Kind, specs
from crm_workshop.model.workshop import Activity, Person, Workshop
from crm_workshop.store.library import Store
from crm_workshop.store.pen import Pen
from crm_workshop.text import fold, one_line


def some_text(text: str, refusal: str) -> str:
    """Return `text`; raises `InputError` with `refusal` if there is nothing in it to read."""
    if not text.strip():
        raise InputError(f"{refusal} Nothing was changed.")
    return text


def locale_of(store: Store, workshop_id: int) -> Locale:
    """Return whose dates a workshop reads; raises `NotFoundError`."""
    return store.get(Workshop, workshop_id).locale


def design_in(kit: Kit, activity: Activity) -> ActivityDesign:
    """Return the design of an agenda's activity; raises `NotFoundError` if the kit has none."""
    design = kit.activity(activity.key)
    if design is None:
        raise NotFoundError(
            f"The kit of this workshop has no activity “{activity.key}”. Its records are kept."
        )
    return design


def design_of(store: Store, activity: Activity) -> ActivityDesign:
    """Return the design of an activity in its workshop's kit; raises `NotFoundError`."""
    return design_in(kit_of(store.get(Workshop, activity.workshop_id)), activity)


def own_row(row: Any, workshop_id: int, what: str) -> None:
    """Raise `NotFoundError` unless `row` belongs to the workshop; `what` names it."""
    if row.workshop_id != workshop_id:
        raise NotFoundError(f"That {what} belongs to another workshop. Nothing was changed.")


def known_name(store: Store, workshop_id: int, name: str) -> str:
    """Return `name` as the register of people spells it, or as typed, on one line."""
    typed = one_line(name)
    spelt = (one.name for one in store.all(Person, workshop_id) if fold(one.name) == fold(typed))
    return next(spelt, typed)


def add_unknown(pen: Pen, store: Store, workshop_id: int, names: tuple[str, ...]) -> None:
    """Put the names that are not in the register into it, as people who are not in the room.

    Somebody who is only named answers for something; who is in the room is the facilitator's to
    say. Placeholders such as “TBC” name nobody.
    """
    lex = lexicon_of(locale_of(store, workshop_id))
    known = {fold(one.name) for one in store.all(Person, workshop_id)}
    for name in map(one_line, names):
        if fold(name) not in known and not lex.names_nobody(name):
            known.add(fold(name))
            pen.insert(Person(workshop_id=workshop_id, name=name, present=Presence.NO))


def rename_everywhere(pen: Pen, dossier: Dossier, old: str, new: str, *kinds: Kind) -> None:
    """Let every field of these kinds that names `old` name `new` instead."""
    wanted = fold(old)

    def renamed(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(renamed(one) for one in value)
        return new if fold(value) == wanted else value

    for row in dossier.everything() if wanted else ():
        fields = [one.name for one in specs(type(row)) if one.kind in kinds]
        changes = {name: renamed(getattr(row, name)) for name in fields}
        if any(getattr(row, name) != value for name, value in changes.items()):
            pen.update(row, **changes)
