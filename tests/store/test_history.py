"""Undo and redo: for every type, across cascades, scopes, merges and restarts."""

from datetime import timedelta
from pathlib import Path

import pytest

from crm_workshop.errors import NotFoundError
from crm_workshop.model.capture import Card, Theme
from crm_workshop.model.workshop import Activity, SceneRow, Workshop
from crm_workshop.store.library import Change, Store
from tests.store.room import Room


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
