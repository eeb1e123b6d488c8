"""Moving on in the middle of writing on a card: it is written, and nothing complains."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import ALT, COMPLETE, Opener, live_key, press
from ui.activities.sorting.part import SortPart
from ui.activities.wall.view import CardView


def texts(wall: CardView) -> list[str]:
    return [one.text for one in wall.cards.cards]


def test_moving_on_keeps_what_is_written_on_a_card(console: Opener, qtbot: QtBot) -> None:
    window = console(COMPLETE, "4.1")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_F2, Qt.Key.Key_End):
        press(qtbot, window, key)
    (part,) = window.findChildren(SortPart)
    column = next(one.wall for one in part.columns if one.wall.isAncestorOf(focused()))
    before = texts(column)[0]
    qtbot.keyClicks(focused(), " at once")
    press(qtbot, window, Qt.Key.Key_PageDown, ALT)
    assert live_key(window) == "4.2"
    press(qtbot, window, Qt.Key.Key_PageUp, ALT)
    assert live_key(window) == "4.1"
    (part,) = [one for one in window.findChildren(SortPart) if one.isVisible()]
    assert f"{before} at once" in [one for wall in part.walls for one in texts(wall)]


def focused() -> QWidget:
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found
