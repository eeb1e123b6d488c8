"""The help: every method with its source, every key, the pages by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_workshop.kit.load import load_kit
from tests.ui.console.conftest import CONTROL, press
from ui.actions import ACTIONS, key_text
from ui.gallery.stage import settle
from ui.help.pages import PAGES
from ui.help.texts import methods, tour_steps
from ui.help.window import HelpWindow
from ui.ways import Spot


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[HelpWindow]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = HelpWindow(settings)
    with qtbot.waitExposed(made):
        made.bring_forward()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    settle()


def test_every_activity_has_its_method_with_a_source() -> None:
    assert [one.key for one in methods()] == [one.key for one in load_kit().activities]
    for one in methods():
        assert 20 <= len(one.text.split()) <= 80, one.key
        assert one.name
        assert one.source.endswith("."), one.key


def test_the_tour_has_four_steps() -> None:
    assert [one.title for one in tour_steps()] == ["The library", "Prepare", "Live", "Charter"]


def test_the_pages_are_turned_by_keys(qtbot: QtBot, window: HelpWindow) -> None:
    seen = [window.title]
    for _ in PAGES:
        press(qtbot, window, Qt.Key.Key_PageDown, CONTROL)
        seen.append(window.title)
    assert seen == ["First steps", "Keys", "Methods", "First steps"]
    press(qtbot, window, Qt.Key.Key_Down)
    assert window.title == "Keys"


def test_every_key_of_the_console_is_there(window: HelpWindow) -> None:
    window.go_to_spot(Spot(page="keys"))
    said = {one.text() for one in window.findChildren(QLabel)}
    for one in ACTIONS:
        if one.keys:
            assert one.text in said
            assert any(key_text(one.keys[0]) in words for words in said)


def test_escape_closes_it(qtbot: QtBot, window: HelpWindow) -> None:
    with qtbot.waitSignal(window.closed):
        press(qtbot, window, Qt.Key.Key_Escape)
