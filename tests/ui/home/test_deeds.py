"""What is done with whole workshops: repeated, put away, deleted, brought in and taken out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from crm_workshop.exchange import dump, parse
from crm_workshop.exchange.samples import samples
from crm_workshop.model.workshop import Person
from crm_workshop.store.library import Store
from tests.ui.home.hands import (
    CONTROL,
    button,
    choose,
    chosen,
    listed,
    number_of,
    press,
    said,
    shelf,
    the,
)
from ui.home.window import HomeWindow
from ui.widgets.banner import Banner


def drop(window: HomeWindow, *files: Path | str) -> bool:
    """Drop files on the window; tell whether it took them."""
    mime = QMimeData()
    urls = [QUrl.fromLocalFile(str(one)) if isinstance(one, Path) else QUrl(one) for one in files]
    mime.setUrls(urls)
    at, copy = QPoint(40, 40), Qt.DropAction.CopyAction
    left, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, mime, left, held)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(at), copy, mime, left, held))
    return enter.isAccepted()


def do(window: HomeWindow, name: str) -> None:
    """Do what the menu offers under a name."""
    actions = [one for one in window.named_actions.values() if one.text() == name]
    (action,) = actions
    assert action.isEnabled()
    action.trigger()


# Deleting and taking back


def test_what_is_deleted_comes_back_by_its_name(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    before = store.load(number_of(store, "City of Eastmere"))
    choose(sampled, "City")
    press(qtbot, Qt.Key.Key_Delete)
    assert "City of Eastmere" not in listed(sampled)
    assert "Deleted City of Eastmere with all it holds." in said(sampled)
    undo = button(sampled, "Undo: Delete City of Eastmere")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert "City of Eastmere" in listed(sampled)
    assert "Undone: Delete City of Eastmere." in said(sampled)
    assert store.load(before.workshop.id) == before
    press(qtbot, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert "City of Eastmere" not in listed(sampled)
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert "City of Eastmere" in listed(sampled)


def test_what_is_open_in_another_window_is_not_deleted_nor_taken_back(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    number = number_of(store, "City of Eastmere")
    sampled.spare(lambda: frozenset({number}))
    choose(sampled, "City")
    press(qtbot, Qt.Key.Key_Delete)
    assert "is open in another window" in the(sampled, Banner).text
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert "nothing was taken back" in the(sampled, Banner).text
    assert len(store.workshops()) == 3
    choose(sampled, "Pennyquick")
    press(qtbot, Qt.Key.Key_Delete)
    assert len(store.workshops()) == 2
    assert the(sampled, Banner).isHidden()


def test_delete_in_the_find_field_deletes_letters(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    press(qtbot, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "city")
    press(qtbot, Qt.Key.Key_Home)
    press(qtbot, Qt.Key.Key_Delete)
    assert len(store.workshops()) == 3


def test_an_empty_library_has_nothing_to_delete_or_take_back(
    qtbot: QtBot, window: HomeWindow
) -> None:
    press(qtbot, Qt.Key.Key_Delete)
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert the(window, Banner).isHidden()
    offered = {name for name, one in window.named_actions.items() if one.isEnabled()}
    assert not {"delete", "undo", "redo", "step", "live", "archive", "export"} & offered


# The next attempt, the archive


def test_the_next_attempt_has_the_people_and_is_chosen(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    old = number_of(store, "City of Eastmere")
    choose(sampled, "City")
    do(sampled, "Prepare the next attempt")
    new = chosen(sampled)
    assert (new.firm, new.attempt_no, new.state.value) == ("City of Eastmere", 3, "Coming up")
    assert len(store.all(Person, new.id)) == len(store.all(Person, old))
    assert any("It needs a date." in one for one in said(sampled))
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert listed(sampled).count("City of Eastmere") == 1


def test_what_is_put_away_stands_last_and_comes_back(sampled: HomeWindow) -> None:
    choose(sampled, "Alder")
    do(sampled, "Archive")
    assert listed(sampled)[-2:] == ["Archived", "Alder & Finch LLP"]
    assert chosen(sampled).firm == "Alder & Finch LLP"
    do(sampled, "Take out of the archive")
    assert listed(sampled)[:2] == ["Running", "Alder & Finch LLP"]


# Files


def test_a_file_that_is_dropped_becomes_a_workshop(
    window: HomeWindow, store: Store, tmp_path: Path
) -> None:
    files = [tmp_path / f"{one.name}.json" for one in samples()[1:]]
    for file, sample in zip(files, samples()[1:], strict=True):
        file.write_bytes(sample.data)
    assert drop(window, *files)
    assert [one.firm for one in store.workshops()] == ["Pennyquick & Larch LLP", "City of Eastmere"]
    assert "Brought 2 workshops in." in said(window)
    assert chosen(window).firm == "Pennyquick & Larch LLP"


def test_what_is_wrong_with_a_file_is_told_in_a_sentence(
    window: HomeWindow, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "holiday.json").write_text('{"format": "diary"}')
    (tmp_path / "good.json").write_bytes(samples()[2].data)
    assert drop(window, tmp_path / "holiday.json", tmp_path / "good.json")
    told = the(window, Banner).text
    assert told.startswith("holiday.json: Nothing was imported, the file has")
    assert the(window, Banner).isVisible()
    assert len(store.workshops()) == 1
    assert drop(window, tmp_path / "nowhere.json")
    assert "nowhere.json" in the(window, Banner).text
    assert "cannot be read" in the(window, Banner).text


def test_what_is_no_file_is_not_taken(window: HomeWindow) -> None:
    assert not drop(window)
    assert not drop(window, "https://example.org/workshop.json")


def test_a_row_is_taken_out_as_its_exchange_file(sampled: HomeWindow, store: Store) -> None:
    choose(sampled, "City")
    mime = sampled.commands.files.taken_out(chosen(sampled))
    assert mime is not None
    (url,) = mime.urls()
    file = Path(url.toLocalFile())
    assert file.name == "City of Eastmere 2026-11-18.json"
    assert file.read_bytes() == dump(store.load(number_of(store, "City of Eastmere")))


def test_a_workshop_is_saved_as_a_file_that_can_come_back(
    monkeypatch: pytest.MonkeyPatch, sampled: HomeWindow, tmp_path: Path
) -> None:
    wanted = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    choose(sampled, "Pennyquick")
    do(sampled, "Save as a file…")
    assert parse(wanted.read_bytes()).workshop.firm == "Pennyquick & Larch LLP"
    assert "Wrote mine.json." in said(sampled)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    do(sampled, "Save as a file…")
    assert "could not be written" in the(sampled, Banner).text
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(wanted)], ""))
    do(sampled, "Bring in a file…")
    assert listed(sampled).count("Pennyquick & Larch LLP") == 2


def test_a_charter_is_written_in_the_background(
    qtbot: QtBot, sampled: HomeWindow, tmp_path: Path
) -> None:
    choose(sampled, "Alder")
    path = tmp_path / "charter.pdf"
    writing = sampled.commands.files.save_charter(chosen(sampled), path)
    assert not sampled.named_actions["pdf"].isEnabled()
    with qtbot.waitSignal(writing.signals.done, timeout=20_000):
        pass
    assert path.read_bytes().startswith(b"%PDF")
    assert sampled.named_actions["pdf"].isEnabled()
    assert "Wrote charter.pdf." in said(sampled)


def test_a_charter_that_cannot_be_written_is_said(
    qtbot: QtBot, sampled: HomeWindow, tmp_path: Path
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    writing = sampled.commands.files.save_charter(chosen(sampled), tmp_path / "folder.pdf")
    with qtbot.waitSignal(writing.signals.failed, timeout=20_000):
        pass
    assert "could not be written" in the(sampled, Banner).text


def test_the_look_is_asked_for(qtbot: QtBot, window: HomeWindow) -> None:
    with qtbot.waitSignal(window.zoom_requested) as asked:
        press(qtbot, Qt.Key.Key_Plus, CONTROL)
    assert asked.args[0] > 0
    with qtbot.waitSignal(window.theme_requested) as asked:
        do(window, "Theme: dark")
    assert asked.args == ["dark"]
    assert shelf(window).isHidden()
