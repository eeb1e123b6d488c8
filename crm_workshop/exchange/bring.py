"""An exchange file brought into a library as a new workshop."""

from dataclasses import replace

from crm_workshop.activities import presets
from crm_workshop.exchange.agenda import lay_over, unsaid_part
from crm_workshop.exchange.findings import renumber
from crm_workshop.exchange.parse import parse
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import words_of
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import BY_TABLE, TABLES, Dossier
from crm_workshop.model.fields import links
from crm_workshop.model.workshop import Acceptance, Activity, Workshop
from crm_workshop.store.library import Store
from crm_workshop.store.pen import Pen

#: Type and id of a row in the dossier, to its id in the library.
_Ids = dict[tuple[type[Row], int], int]


def import_workshop(store: Store, data: bytes, *, by: str = "") -> int:
    """Add the workshop of an exchange file to the library and return its id.

    What the file does not mention is as in a new workshop: activities have the kit's minutes, and
    the kit's checklists, cards, pitfalls and steps are there. One step of the library's own, so
    that it can be undone. Raises ExchangeError (an InputError) with everything that is wrong with
    the file; the library is then as it was.
    """
    dossier = parse(data)
    kit = kit_of(dossier.workshop)
    with store.step(f"Import {dossier.workshop.firm}", None, by=by) as pen:
        workshop = insert_dossier(pen, lay_over(dossier, kit))
        agenda = {one.key: one for one in store.all(Activity, workshop.id)}
        rest = unsaid_part(kit, dossier)
        presets.insert_presets(pen, workshop, rest, words_of(dossier), agenda)
        return workshop.id


def insert_dossier(pen: Pen, dossier: Dossier) -> Workshop:
    """Write all rows of a dossier as a new workshop and return it.

    The dossier's own ids only tell its rows apart; each row gets a new one. What exists once in
    each workshop is there afterwards, if only blank.
    """
    workshop = pen.insert(replace(dossier.workshop, id=0, workshop_id=0))
    ids: _Ids = {}
    pointing_ahead: list[tuple[Row, Row]] = []
    for record in TABLES[1:]:
        blank = (record(id=1),) if record.single and record.undoable else ()
        for row in (dossier.all(record) if record.exchanged else ()) or blank:
            pointers = _pointers(row, ids)
            fresh = replace(row, id=0, workshop_id=workshop.id, **pointers)
            if isinstance(fresh, Acceptance):
                fresh = replace(fresh, finding=renumber(fresh.finding, ids) or fresh.finding)
            made = pen.insert(fresh)
            ids[record, row.id] = made.id
            if any(not new and getattr(row, name) for name, new in pointers.items()):
                pointing_ahead.append((row, made))
    for row, made in pointing_ahead:
        pen.update(made, **_pointers(row, ids))
    return workshop


def _pointers(row: Row, ids: _Ids) -> dict[str, int | None]:
    """Return the fields that point to other rows, as ids of the library; None while unknown."""
    return {
        name: ids.get((BY_TABLE[table], getattr(row, name)))
        for name, table in links(type(row)).items()
    }
