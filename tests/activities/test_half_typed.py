"""What stands in a field and is not a value yet."""

from pathlib import Path

from crm_workshop.activities.half_typed import Place, half_typed, keep_half_typed, row_begun
from crm_workshop.activities.register import add_row
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.exchange.write import dump
from crm_workshop.live.public import for_room
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.workshop import HalfTyped
from crm_workshop.store.library import Store
from tests.activities.hall import Hall

DATE = Place("commitment", 0, "first_on")


def test_it_is_kept_changed_and_forgotten_aside_of_undo(hall: Hall) -> None:
    other = Place("tick", 3, "text")
    keep_half_typed(hall.store, hall.id, {DATE: "14 Ja", other: "and one\nmore"}, by="console")
    assert half_typed(hall.dossier(), DATE) == "14 Ja"
    assert half_typed(hall.dossier(), other) == "and one\nmore"
    name = hall.store.undo_name(hall.id)
    keep_half_typed(hall.store, hall.id, {DATE: "14 Jan 20"})
    assert hall.store.undo_name(hall.id) == name
    keep_half_typed(hall.store, hall.id, {DATE: " "})
    assert half_typed(hall.dossier(), DATE) == ""
    assert half_typed(hall.dossier(), other) == "and one\nmore"


def test_nobody_hears_of_what_changes_nothing(hall: Hall) -> None:
    keep_half_typed(hall.store, hall.id, {DATE: "14 Ja"})
    hall.heard.clear()
    keep_half_typed(hall.store, hall.id, {DATE: "14 Ja"})
    keep_half_typed(hall.store, hall.id, {Place("tick", 1, "text"): ""})
    row_begun(hall.store, hall.id, "win", 4)
    assert not hall.heard


def test_it_follows_a_row_that_begins(hall: Hall) -> None:
    keep_half_typed(hall.store, hall.id, {DATE: "soonish"})
    row = add_row(hall.store, hall.id, Commitment, {"action": "Call ten clients myself."})
    row_begun(hall.store, hall.id, "commitment", row.id)
    assert half_typed(hall.dossier(), DATE) == ""
    assert half_typed(hall.dossier(), Place("commitment", row.id, "first_on")) == "soonish"


def test_it_survives_a_restart(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.crmw") as store:
        workshop_id = create_workshop(store, "Marlowe Quill LLP").id
        keep_half_typed(store, workshop_id, {DATE: "14 Ja"})
    with Store.open(tmp_path / "a.crmw") as store:
        assert half_typed(store.load(workshop_id), DATE) == "14 Ja"


def test_neither_the_room_nor_the_exchange_file_has_it(hall: Hall) -> None:
    keep_half_typed(hall.store, hall.id, {DATE: "a word nobody should read"})
    assert not for_room(hall.dossier()).all(HalfTyped)
    assert b"nobody should read" not in dump(hall.dossier())
