"""What passes the write door, and what does not."""

import sqlite3
from datetime import date

import pytest

from crm_workshop.errors import DamagedLibraryError
from crm_workshop.model.capture import Card
from crm_workshop.model.choices import ReviewKind
from crm_workshop.model.success import Measure, Review
from crm_workshop.model.workshop import Activity, Person, Version
from crm_workshop.store.library import Change
from tests.store.room import Room


def test_nothing_is_written_past_the_door(room: Room) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"change\.step_id"):
        room.store.conn.execute(
            "INSERT INTO card (workshop_id, activity_id, text) VALUES (?, ?, 'x')",
            (room.id, room.activity.id),
        )
    assert room.texts() == []


def test_a_forged_history_can_only_edit_our_rows(room: Room) -> None:
    room.add("one")
    for forged in (
        "DROP TABLE card",
        "ATTACH 'x.db' AS x",
        "DELETE FROM step",
        "PRAGMA user_version=9",
        "INSERT INTO card (text) SELECT load_extension('x')",
        "CREATE TABLE mine (a)",
    ):
        room.store.conn.execute(
            "UPDATE change SET sql=? WHERE id=(SELECT max(id) FROM change)", (forged,)
        )
        with pytest.raises(DamagedLibraryError, match="“Add card” cannot be taken back"):
            room.store.undo(room.id)
        assert room.texts() == ["one"]


def test_hard_text_and_numbers_come_back_exactly(room: Room) -> None:
    card = room.add('it\'s "quoted" – 日本語 \U0001f600 %s ?1 ;--')
    with room.store.step("Place", room.id) as pen:
        placed = pen.update(card, position=0.1 + 0.2)
    with room.store.step("Delete", room.id) as pen:
        pen.delete(placed)
    room.store.undo(room.id)
    assert room.store.get(Card, card.id) == placed


def test_what_cannot_be_kept_is_cleaned_on_the_way_in(room: Room) -> None:
    card = room.add("a\x00b\r\nc\ud800\u2028d")
    assert card.text == "ab\nc\nd"


def test_an_issued_version_never_changes(room: Room) -> None:
    with room.store.step("Issue", room.id) as pen:
        version = pen.insert(Version(number="1.0", pdf=b"%PDF"))
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        _amend(room, version)
    assert room.store.get(Version, version.id) == version


def _amend(room: Room, version: Version) -> None:
    with room.store.step("Amend", room.id) as pen:
        pen.update(version, number="2.0")


def test_the_time_used_is_kept_aside_of_the_history(room: Room) -> None:
    room.add("one")
    room.add("two")
    room.store.undo(room.id)
    heard: list[Change] = []
    room.store.subscribe(heard.append)
    with room.store.aside(room.id, by="clock") as pen:
        pen.update(room.activity, seconds_used=90)
    assert [(one.name, one.by, set(one.tables)) for one in heard] == [("", "clock", {"activity"})]
    assert room.store.redo(room.id) == "Add card"
    room.store.undo(room.id)
    room.store.undo(room.id)
    assert room.store.get(Activity, room.activity.id).seconds_used == 90
    with pytest.raises(sqlite3.IntegrityError, match=r"change\.step_id"):
        _rename_aside(room)
    assert room.store.get(Activity, room.activity.id).key == "2.1"


def _rename_aside(room: Room) -> None:
    with room.store.aside(room.id) as pen:
        pen.update(room.activity, key="9.9")


def test_undo_takes_back_words_but_not_the_time_beside_them(room: Room) -> None:
    with room.store.step("Note", room.id) as pen:
        pen.update(room.activity, note="late start", seconds_used=30)
    room.store.undo(room.id)
    activity = room.store.get(Activity, room.activity.id)
    assert (activity.note, activity.seconds_used) == ("", 30)


def test_values_come_back_as_what_their_fields_are(room: Room) -> None:
    with room.store.step("Fill", room.id) as pen:
        person = pen.insert(Person(name="R. Okafor", is_exec=True))
        measure = pen.insert(Measure(measure="calls", baseline=4, target=8))
        review = pen.insert(Review(kind=ReviewKind.DAY_30, on_date=date(2026, 12, 22)))
    found = (
        room.store.get(Person, person.id).is_exec,
        room.store.get(Measure, measure.id).baseline,
        room.store.get(Review, review.id).kind,
        room.store.get(Review, review.id).attends,
    )
    assert [type(value) for value in found] == [bool, float, ReviewKind, tuple]
