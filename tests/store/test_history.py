"""Undo and redo: for every type, across cascades, scopes, merges and restarts."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crm_workshop.errors import DamagedLibraryError, NotFoundError
from crm_workshop.model.capture import Card, Theme
from crm_workshop.model.workshop import Activity, SceneRow, Version, Workshop
from crm_workshop.store.library import Change, Store


class Room:
    """A store in memory with one workshop, one activity, and a clock that is set by hand."""

    def __init__(self, path: Path | str = ":memory:") -> None:
        self.at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
        self.store = Store.open(path, now=lambda: self.at)
        with self.store.step("Create workshop", None) as pen:
            self.id = pen.insert(Workshop(firm="Alder & Finch LLP")).id
        with self.store.step("Plan", self.id) as pen:
            self.activity = pen.insert(Activity(key="2.1"))

    def add(self, text: str, workshop_id: int | None = None) -> Card:
        with self.store.step("Add card", workshop_id or self.id) as pen:
            return pen.insert(Card(activity_id=self.activity.id, text=text))

    def texts(self) -> list[str]:
        return [card.text for card in self.store.all(Card, self.id)]


@pytest.fixture
def room() -> Room:
    return Room()


def test_undo_and_redo_walk_back_and_forth(room: Room) -> None:
    for text in ("one", "two", "three"):
        room.add(text)
    assert room.store.undo(room.id) == "Add card"
    assert room.store.undo(room.id) == "Add card"
    assert room.texts() == ["one"]
    assert room.store.redo(room.id) == "Add card"
    assert room.texts() == ["one", "two"]
    assert (room.store.undo_name(room.id), room.store.redo_name(room.id)) == (
        "Add card",
        "Add card",
    )


def test_something_new_ends_redo(room: Room) -> None:
    room.add("one")
    room.store.undo(room.id)
    room.add("two")
    assert room.store.redo_name(room.id) is None
    assert room.store.redo(room.id) is None
    assert room.texts() == ["two"]


def test_a_step_that_changes_nothing_leaves_redo_alone(room: Room) -> None:
    card = room.add("one")
    room.add("two")
    room.store.undo(room.id)
    with room.store.step("Edit card", room.id) as pen:
        pen.update(card, text="one")
    assert room.store.redo(room.id) == "Add card"
    assert room.texts() == ["one", "two"]


def test_nothing_to_undo_is_said_by_none(room: Room) -> None:
    assert room.store.undo(room.id) == "Plan"
    assert room.store.undo(room.id) is None


def test_a_step_that_changes_nothing_leaves_no_trace(room: Room) -> None:
    card = room.add("one")
    with room.store.step("Edit card", room.id) as pen:
        assert pen.update(card, text="one") == card
    assert room.store.undo_name(room.id) == "Add card"


def test_an_error_inside_a_step_changes_nothing_and_keeps_redo(room: Room) -> None:
    card = room.add("one")
    room.store.undo(room.id)
    room.store.redo(room.id)
    room.add("two")
    room.store.undo(room.id)
    with pytest.raises(NotFoundError):
        _fail_half_way(room, card)
    assert room.texts() == ["one"]
    assert room.store.redo(room.id) == "Add card"
    assert room.texts() == ["one", "two"]


def _fail_half_way(room: Room, card: Card) -> None:
    with room.store.step("Fail", room.id) as pen:
        pen.update(card, text="changed")
        pen.delete(Card(id=9999))


def test_steps_inside_a_step_are_one(room: Room) -> None:
    with room.store.step("Paste cards", room.id):
        room.add("one")
        room.add("two")
    assert room.store.undo(room.id) == "Paste cards"
    assert room.texts() == []


def test_nothing_is_written_past_the_door(room: Room) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"change\.step_id"):
        room.store.conn.execute(
            "INSERT INTO card (workshop_id, activity_id, text) VALUES (?, ?, 'x')",
            (room.id, room.activity.id),
        )
    assert room.texts() == []


def test_typing_is_one_step_while_it_goes_on(room: Room) -> None:
    card = room.add("n")
    for length in range(2, 9):
        room.at += timedelta(seconds=20)
        with room.store.step("Edit card", room.id, merge=f"card:{card.id}:text") as pen:
            card = pen.update(card, text="notice x"[:length])
    (kept,) = room.store.conn.execute(
        "SELECT count(*) FROM change WHERE sql LIKE 'UPDATE card%'"
    ).fetchone()
    assert kept == 1
    assert room.store.undo(room.id) == "Edit card"
    assert room.texts() == ["n"]
    room.store.redo(room.id)
    assert room.texts() == ["notice x"]


@pytest.mark.parametrize("pause", [61, -5])
def test_typing_after_a_pause_is_a_step_of_its_own(room: Room, pause: int) -> None:
    card = room.add("a")
    for text in ("ab", "abc"):
        with room.store.step("Edit card", room.id, merge="same") as pen:
            card = pen.update(card, text=text)
        room.at += timedelta(seconds=pause)
    room.store.undo(room.id)
    assert room.texts() == ["ab"]


def test_a_workshop_undoes_only_its_own(room: Room) -> None:
    with room.store.step("Create workshop", None) as pen:
        other = pen.insert(Workshop(firm="City of Eastmere"))
    room.add("one")
    with room.store.step("Rename", other.id) as pen:
        pen.update(other, firm="Eastmere")
    assert room.store.undo(room.id) == "Add card"
    assert room.store.get(Workshop, other.id).firm == "Eastmere"


def test_an_id_is_never_used_again_so_redo_finds_its_place(room: Room) -> None:
    undone = room.add("mine")
    room.store.undo(room.id)
    with room.store.step("Create workshop", None) as pen:
        other = pen.insert(Workshop(firm="Other"))
    with room.store.step("Plan", other.id) as pen:
        activity = pen.insert(Activity(key="2.1"))
        theirs = pen.insert(Card(activity_id=activity.id, text="theirs"))
    room.store.redo(room.id)
    assert theirs.id != undone.id
    assert room.store.get(Card, undone.id).text == "mine"


def test_deleting_a_workshop_is_undone_with_everything_and_its_history(room: Room) -> None:
    room.add("one")
    before = room.store.load(room.id)
    with room.store.step("Delete workshop", None) as pen:
        pen.delete(room.store.get(Workshop, room.id))
    assert room.store.workshops() == ()
    assert room.store.search("one") == ()
    assert room.store.undo(None) == "Delete workshop"
    assert room.store.load(room.id) == before
    assert room.store.search("one")[0].workshop_id == room.id
    assert room.store.undo(room.id) == "Add card"


def test_cascades_come_back_whole(room: Room) -> None:
    card = room.add("one")
    with room.store.step("Add theme", room.id) as pen:
        theme = pen.insert(Theme(activity_id=room.activity.id, name="Listening"))
        pen.update(card, theme_id=theme.id)
    before = room.store.load(room.id)
    with room.store.step("Delete theme", room.id) as pen:
        pen.delete(theme)
    assert room.store.get(Card, card.id).theme_id is None
    with room.store.step("Leave out", room.id) as pen:
        pen.delete(room.activity)
    assert room.texts() == []
    room.store.undo(room.id)
    room.store.undo(room.id)
    assert room.store.load(room.id) == before


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    first = Room(tmp_path / "a.crmw")
    first.add("one")
    first.add("two")
    first.store.undo(first.id)
    first.store.close()
    with Store.open(tmp_path / "a.crmw") as store:
        assert store.redo(first.id) == "Add card"
        store.undo(first.id)
        store.undo(first.id)
        assert store.all(Card, first.id) == ()


def test_each_commit_is_told_once_with_who_asked(room: Room) -> None:
    heard: list[Change] = []
    stop = room.store.subscribe(heard.append)
    with room.store.step("Add card", room.id, by="console") as pen:
        card = pen.insert(Card(activity_id=room.activity.id, text="one"))
        room.store.keep(SceneRow(workshop_id=room.id, activity_id=room.activity.id))
    room.store.undo(room.id, by="menu")
    room.store.keep(SceneRow(workshop_id=room.id, page=2), by="room")
    stop()
    room.add("unheard")
    assert [(one.name, one.by, set(one.tables)) for one in heard] == [
        ("Add card", "console", {"card", "scene"}),
        ("Add card", "menu", {"card"}),
        ("", "room", {"scene"}),
    ]
    assert heard[0].tables["card"] == {card.id}


def test_the_scene_is_kept_but_not_undone(room: Room) -> None:
    room.add("one")
    room.store.keep(SceneRow(workshop_id=room.id, page=3))
    room.store.keep(SceneRow(workshop_id=room.id, page=4))
    assert room.store.undo(room.id) == "Add card"
    assert [scene.page for scene in room.store.all(SceneRow, room.id)] == [4]


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
