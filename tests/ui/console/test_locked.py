"""Another program holds the library: that is told, and nothing that is typed meanwhile is lost."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from crm_workshop.model.capture import Card
from crm_workshop.model.meaning import Lesson
from crm_workshop.model.workshop import Activity
from tests.ui.console.conftest import CONTROL, Opener, live_key, press, the, written
from ui.activities.table.view import RecordTable
from ui.console.window import ConsoleWindow

IN_USE = "library.crmw is in use by another program"
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


class Other:
    """A program that takes the library for itself."""

    def __init__(self, library: str) -> None:
        self._conn = sqlite3.connect(library, isolation_level=None)

    def hold(self) -> None:
        self._conn.execute("BEGIN EXCLUSIVE")

    def let_go(self) -> None:
        self._conn.execute("ROLLBACK")

    def close(self) -> None:
        self._conn.close()


@pytest.fixture
def library(tmp_path: Path) -> str:
    return str(tmp_path / "library.crmw")


@pytest.fixture
def other(library: str) -> Iterator[Other]:
    made = Other(library)
    yield made
    made.close()


def type_text(text: str) -> None:
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)


def is_told(window: ConsoleWindow) -> bool:
    return window.work.banner.isVisible() and IN_USE in window.work.banner.text


def note(window: ConsoleWindow) -> str:
    activity = window.session.store.get(Activity, window.session.scene.activity_id or 0)
    return activity.note


def test_a_note_waits_for_the_file(
    qtbot: QtBot, console: Opener, library: str, other: Other
) -> None:
    window = console(key="2.1", library=library)
    press(qtbot, window, Qt.Key.Key_N, CONTROL)
    other.hold()
    type_text("ask Ines")
    qtbot.waitUntil(lambda: is_told(window))
    assert the(window, QPlainTextEdit, "My own notes").toPlainText() == "ask Ines"
    other.let_go()
    qtbot.waitUntil(lambda: note(window) == "ask Ines")
    assert not window.work.banner.isVisible()


def test_one_cannot_move_away_from_what_is_not_in_the_file(
    qtbot: QtBot, console: Opener, library: str, other: Other
) -> None:
    window = console(key="2.1", library=library)
    other.hold()
    type_text("a card")
    press(qtbot, window, ENTER)
    press(qtbot, window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert (live_key(window), is_told(window)) == ("2.1", True)
    other.let_go()
    press(qtbot, window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert live_key(window) == "2.2"
    cards = window.session.store.all(Card, window.session.workshop_id)
    assert [one.text for one in cards if one.text == "a card"] == ["a card"]


def test_a_cell_that_is_left_keeps_its_words(
    qtbot: QtBot, console: Opener, library: str, other: Other
) -> None:
    window = console(key="1.2", library=library)
    other.hold()
    type_text("A database")
    press(qtbot, window, TAB)
    assert is_told(window)
    table = the(window, RecordTable, "What we tried before")
    assert table.model().index(0, 0).data() == "A database"
    other.let_go()
    qtbot.waitUntil(lambda: window.session.owings() == ())
    press(qtbot, window, TAB)
    assert [one.what for one in window.session.dossier.all(Lesson)] == ["A database"]


def test_the_window_stays_open_for_what_is_not_in_the_file(
    qtbot: QtBot, console: Opener, library: str, other: Other
) -> None:
    window = console(key="2.1", library=library)
    other.hold()
    type_text("a card")
    assert not window.close()
    assert "What you typed last is not in the file yet" in window.notices.texts[0]
    other.let_go()
    assert window.close()
    assert [one.text for one in written(window)] == ["a card"]


def test_a_window_can_be_left_without_what_cannot_be_written(
    qtbot: QtBot, console: Opener, library: str, other: Other
) -> None:
    window = console(key="2.1", library=library)
    other.hold()
    type_text("a card")
    assert not window.close()
    assert window.close()
    other.let_go()
    qtbot.waitUntil(lambda: len(written(window)) == 1)
