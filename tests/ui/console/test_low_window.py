"""What the console does with little room, and whoever types beside what comes and goes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import ALT, CONTROL, RUNNING, Opener, button, press
from ui.activities.table.view import RecordTable
from ui.console.findings import FindingLine
from ui.widgets.banner import Banner


@pytest.mark.parametrize("by_mouse", [True, False])
def test_whoever_closes_a_notice_goes_on_typing(
    qtbot: QtBot, console: Opener, by_mouse: bool
) -> None:
    window = console(key="2.1")
    field = QApplication.focusWidget()
    window.notices.tell("awake", "It may fall asleep.")
    close = button(window.notices, "Close")
    if by_mouse:
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    else:
        while QApplication.focusWidget() is not close:
            press(qtbot, window, Qt.Key.Key_Tab)
        press(qtbot, window, Qt.Key.Key_Space)
    assert not window.notices.texts
    assert QApplication.focusWidget() is field


def test_a_table_is_come_to_with_its_headings(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.3")
    window.resize(1440, 780)
    press(qtbot, window, Qt.Key.Key_PageDown, ALT)
    assert window.work.panel is not None
    (table,) = window.work.panel.findChildren(RecordTable)
    heading = table.horizontalHeader()
    top = heading.mapTo(window.work.panel, QPoint(0, 0)).y()
    assert top >= 0
    assert heading.visibleRegion().boundingRect().height() == heading.height()


def test_a_low_window_leaves_its_room_to_the_panel(qtbot: QtBot, console: Opener) -> None:
    window = console(RUNNING, "2.1")
    window.resize(1280, 720)
    window.top.set_room("Room screen: Display 2 · 1920 × 1080", on=True)
    window.notices.tell("display", "The display was unplugged.")
    window.notices.tell("awake", "It may fall asleep.", urgent=False)
    for _ in range(5):
        press(qtbot, window, Qt.Key.Key_Plus, CONTROL)
    panel, line = window.work.panel, button(window.top, "Menu").height()
    assert panel is not None
    qtbot.waitUntil(lambda: panel.height() > window.height() / 2)
    assert window.top.height() < 2 * line
    assert window.foot.height() < 2 * line
    assert window.top.room_button.text() == "● Room screen: Display 2"
    shown = [one for one in window.notices.findChildren(Banner) if one.isVisible()]
    assert [one.text for one in shown] == ["The display was unplugged."]
    qtbot.mouseClick(button(shown[0], "Close"), Qt.MouseButton.LeftButton)
    shown = [one for one in window.notices.findChildren(Banner) if one.isVisible()]
    assert [one.text for one in shown] == ["It may fall asleep."]


def test_a_low_window_asks_the_question_of_a_finding_only(qtbot: QtBot, console: Opener) -> None:
    window = console(RUNNING, "2.5")
    window.resize(1280, 720)
    for _ in range(5):
        press(qtbot, window, Qt.Key.Key_Plus, CONTROL)
    (line,) = [one for one in window.work.findChildren(FindingLine) if one.isVisible()]
    texts = [one.text() for one in line.findChildren(QLabel)]
    assert line.finding.question in texts
    assert line.finding.sentence in line.accessibleName()
    press(qtbot, window, Qt.Key.Key_0, CONTROL)
    wide = [one for one in window.work.findChildren(FindingLine) if one.isVisible()]
    assert any(line.finding.sentence in one.text() for one in wide[0].findChildren(QLabel))


def test_a_vote_without_names_says_how_it_is_taken(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.3")

    def said(words: str) -> bool:
        shown = (one for one in window.work.findChildren(QLabel) if one.isVisible())
        return any(words in one.text() for one in shown)

    assert said("count hands under Tallies")
    assert not said("abstains")
    qtbot.mouseClick(button(window.work, "Tall&ies"), Qt.MouseButton.LeftButton)
    assert not said("count hands under Tallies")
