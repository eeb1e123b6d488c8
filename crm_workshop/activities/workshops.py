"""Making, changing, repeating and deleting whole workshops, and the words they use."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from crm_workshop.activities import presets
from crm_workshop.activities.logo import read_logo
from crm_workshop.activities.shared import some_text
from crm_workshop.activities.typed import value_for
from crm_workshop.errors import InputError
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import EDITABLE, words_for, words_of
from crm_workshop.model.choices import Presence, Variant
from crm_workshop.model.dossier import TABLES
from crm_workshop.model.meaning import Lesson
from crm_workshop.model.workshop import Activity, Person, Word, Workshop
from crm_workshop.store.library import Store
from crm_workshop.store.pen import Pen
from crm_workshop.text import clean, one_line

#: What a next attempt takes over from the workshop it repeats.
_KEPT: Final = ("firm", "sector", "locale", "variant", "paper", "place", "facilitator", "logo")


def create_workshop(
    store: Store, firm: str, *, kit_source: str = "", by: str = "", **fields: object
) -> Workshop:
    """Create a workshop from a kit, with everything it starts from, as one step of the library.

    `kit_source` is the text of the firm's own kit file, empty for the standard kit; `fields` are
    further fields of `Workshop` (sector, variant, held_on, …), as values or as typed text.
    Raises `InputError` for a blank firm or an unusable field, `KitError` for a wrong kit.
    """
    values = _values(Workshop(), {**fields, "firm": firm})
    workshop = Workshop(**values, kit_source=clean(kit_source), created=store.now())
    kit_of(workshop)
    with store.step("Create workshop", None, by=by) as pen:
        return _insert_whole(pen, workshop, {})


def duplicate_as_new_attempt(store: Store, workshop_id: int, *, by: str = "") -> Workshop:
    """Prepare the firm's next attempt: its people, words, kit and lessons, nothing else (R30).

    The new workshop has no date yet and counts one attempt more. The old one stays as it is.
    """
    old = store.load(workshop_id)
    kept = {name: getattr(old.workshop, name) for name in _KEPT}
    workshop = Workshop(
        **kept,
        attempt_no=old.workshop.attempt_no + 1,
        kit_source=old.workshop.kit_source,
        created=store.now(),
    )
    own = {word.key: word.text for word in old.all(Word)}
    with store.step("Prepare next attempt", None, by=by) as pen:
        new = _insert_whole(pen, workshop, own)
        for person in old.all(Person):
            present = Presence.NO if person.has_left else Presence.YES
            _copy(pen, person, new, present=present)
        for lesson in old.all(Lesson):
            _copy(pen, lesson, new)
        return new


def _insert_whole(pen: Pen, workshop: Workshop, own: dict[str, str]) -> Workshop:
    """Insert a workshop with its agenda, its `single` rows, its words and the kit's presets."""
    workshop = pen.insert(workshop)
    kit, words = kit_of(workshop), words_for(workshop, own)
    for key, text in own.items():
        pen.insert(Word(workshop_id=workshop.id, key=key, text=text))
    for record in TABLES:
        if record.single and record.undoable:
            pen.insert(record(workshop_id=workshop.id))
    agenda = presets.insert_agenda(pen, workshop, kit)
    presets.insert_presets(pen, workshop, kit, words, agenda)
    return workshop


def _copy(pen: Pen, row: Any, workshop: Workshop, **changes: object) -> None:
    pen.insert(replace(row, id=0, workshop_id=workshop.id, **changes))


def update_workshop(store: Store, workshop_id: int, *, by: str = "", **changes: object) -> Workshop:
    """Change fields of a workshop, given as values or as typed text.

    Texts of the kit that nobody has edited follow a change of sector, locale, firm or date; a new
    length plans the minutes again. Raises `InputError`; then nothing is changed.
    """
    before = store.load(workshop_id)
    values = _values(before.workshop, changes)
    merge = f"workshop:{workshop_id}:{','.join(sorted(values))}"
    with store.step("Edit workshop", workshop_id, by=by, merge=merge) as pen:
        workshop = pen.update(before.workshop, **values)
        presets.follow_words(pen, kit_of(workshop), before, store.load(workshop_id))
        if workshop.variant is not before.workshop.variant:
            _plan_again(pen, store, workshop)
        return workshop


def choose_variant(store: Store, workshop_id: int, variant: Variant, *, by: str = "") -> Workshop:
    """Choose the length: the kit's minutes for it are planned again, all content is kept.

    Activities that have been started keep their minutes.
    """
    with store.step("Choose length", workshop_id, by=by):
        return update_workshop(store, workshop_id, variant=variant)


def _plan_again(pen: Pen, store: Store, workshop: Workshop) -> None:
    kit = kit_of(workshop)
    for activity in store.all(Activity, workshop.id):
        design = kit.activity(activity.key)
        if design is not None and activity.started is None:
            pen.update(activity, minutes_planned=design.minutes.of(workshop.variant))


def set_logo(store: Store, workshop_id: int, data: bytes | None, *, by: str = "") -> Workshop:
    """Give the charter a logo from the bytes of a PNG or JPEG file; None takes it away.

    Raises `InputError` for anything `read_logo` refuses; nothing is changed then.
    """
    logo = b"" if data is None else read_logo(data)
    workshop = store.get(Workshop, workshop_id)
    with store.step("Set logo" if logo else "Remove logo", workshop_id, by=by) as pen:
        return pen.update(workshop, logo=logo)


def archive_workshop(
    store: Store, workshop_id: int, archived: bool = True, *, by: str = ""
) -> Workshop:
    """Put a workshop away, or take it out again; nothing in it changes. A step of the library."""
    workshop = store.get(Workshop, workshop_id)
    name = f"Archive {workshop.firm}" if archived else f"Take {workshop.firm} out of the archive"
    with store.step(name, None, by=by) as pen:
        return pen.update(workshop, archived=archived)


def delete_workshop(store: Store, workshop_id: int, *, by: str = "") -> None:
    """Delete a workshop with all it holds; the library's own undo brings it back."""
    workshop = store.get(Workshop, workshop_id)
    with store.step(f"Delete {workshop.firm}", None, by=by) as pen:
        pen.delete(workshop)


def set_word(store: Store, workshop_id: int, key: str, text: str, *, by: str = "") -> Word:
    """Say a word of the vocabulary as the firm does; texts of the kit follow it.

    Raises `InputError` for a blank word, or one that no text uses.
    """
    if key not in EDITABLE:
        raise InputError(f"No text uses the word {{{key}}}. Nothing was changed.")
    some_text(text, "A word needs at least a letter; reset it to have the usual one back.")
    before = store.load(workshop_id)
    own = next((word for word in before.all(Word) if word.key == key), None)
    with store.step("Change word", workshop_id, by=by, merge=f"word:{key}") as pen:
        said = one_line(text)
        row = (
            pen.update(own, text=said)
            if own
            else pen.insert(Word(workshop_id=workshop_id, key=key, text=said))
        )
        presets.follow_words(pen, kit_of(before.workshop), before, store.load(workshop_id))
        return row


def reset_word(store: Store, workshop_id: int, key: str, *, by: str = "") -> str:
    """Have the usual word back and return it; texts of the kit follow. Raises `InputError`."""
    if key not in EDITABLE:
        raise InputError(f"No text uses the word {{{key}}}. Nothing was changed.")
    before = store.load(workshop_id)
    with store.step("Reset word", workshop_id, by=by) as pen:
        for word in before.all(Word):
            if word.key == key:
                pen.delete(word)
        after = store.load(workshop_id)
        presets.follow_words(pen, kit_of(before.workshop), before, after)
    return words_of(after).forms[key]


def reset_words(store: Store, workshop_id: int, keys: Iterable[str], *, by: str = "") -> None:
    """Have the usual words back for several keys, as one step. Raises `InputError`."""
    with store.step("Reset word", workshop_id, by=by):
        for key in keys:
            reset_word(store, workshop_id, key, by=by)


def _values(workshop: Workshop, given: dict[str, object]) -> dict[str, Any]:
    """Return typed fields as values; dates are read as the workshop's locale writes them."""
    locale = value_for(Workshop, "locale", given.get("locale", workshop.locale), workshop.locale)
    values = {name: value_for(Workshop, name, value, locale) for name, value in given.items()}
    if "firm" in values:
        some_text(values["firm"], "Name the firm as it should stand on the charter.")
    if values.get("logo"):
        values["logo"] = read_logo(values["logo"])
    return values
