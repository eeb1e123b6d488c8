"""Pace, undo, notes and menu: what one click or key does, and what it is called then."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_workshop.live.pace import pace, propose_cut
from crm_workshop.model.workshop import Activity
from tests.ui.console.conftest import (
    CONTROL,
    SHIFT,
    Hands,
    Opener,
    button,
    live_key,
    press,
    the,
)
from ui.console.window import ConsoleWindow


def late(console: Opener, hands: Hands) -> ConsoleWindow:
    """Return a console in which the room works far too long on an activity."""
    window = console(key="2.1")
    hands.wait(minutes=50)
    window.run("clock")  # whatever changes, the pace is read again
    return window


def minutes(window: ConsoleWindow) -> dict[str, int]:
    return {one.key: one.minutes_planned for one in window.session.dossier.all(Activity)}


def test_a_late_day_says_so_and_a_click_takes_the_proposed_cut(
    qtbot: QtBot, console: Opener, hands: Hands
) -> None:
    window = late(console, hands)
    session, before = window.session, minutes(window)
    shorten = the(window.side, QPushButton, "Accept the proposed cut")
    qtbot.waitUntil(shorten.isVisible)
    cut = propose_cut(session.dossier, session.kit, session.now())
    assert cut is not None
    said = [one.text() for one in window.side.pace.findChildren(QLabel)]
    assert said == [f"{pace(session.dossier, session.kit, session.now()).sentence} {cut.sentence}"]
    qtbot.mouseClick(shorten, Qt.MouseButton.LeftButton)
    after = minutes(window)
    (key,) = [one for one in before if before[one] != after[one]]
    assert after[key] < before[key]
    assert button(window.foot, f"Undo “{session.undo_name}”").isEnabled()
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert minutes(window) == before


def test_the_cut_has_a_key_that_works_while_a_card_is_typed(
    qtbot: QtBot, console: Opener, hands: Hands
) -> None:
    window = late(console, hands)
    before = minutes(window)
    qtbot.waitUntil(the(window.side, QPushButton, "Accept the proposed cut").isVisible)
    qtbot.keyClicks(QApplication.focusWidget(), "half a ca")
    press(qtbot, window, Qt.Key.Key_A, CONTROL | SHIFT)
    assert sum(minutes(window).values()) < sum(before.values())


def test_undo_and_redo_are_named_wherever_they_stand(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    undo, redo = window.named_actions["undo"], window.named_actions["redo"]
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    qtbot.keyClicks(QApplication.focusWidget(), "a card")
    press(qtbot, window, Qt.Key.Key_Return)
    assert (undo.text(), redo.isEnabled()) == ("Undo “Add card”", False)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert (redo.text(), undo.isEnabled()) == ("Redo “Add card”", False)


def test_the_clicker_works_in_ones_own_notes(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    press(qtbot, window, Qt.Key.Key_N, CONTROL)
    notes = the(window, QPlainTextEdit, "My own notes")
    qtbot.keyClicks(notes, "ask Ines. B")
    for _ in range(6):
        press(qtbot, window, Qt.Key.Key_PageDown)
        assert notes.hasFocus()
        if live_key(window) != "2.1":
            break
    assert live_key(window) != "2.1"
    assert notes.toPlainText() == ""
    found = window.session.dossier.activity("2.1")
    assert found is not None
    assert found.note == "ask Ines. B"


def test_f10_opens_the_menu_and_its_keys_do_what_stands_there(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(key="2.1")
    press(qtbot, window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [one.text() for one in menu.actions()]
    assert names == ["Workshop", "Agenda", "Room screen", "Clock", "View"]
    for _ in range(names.index("Clock") + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    inner = QApplication.activePopupWidget()
    assert isinstance(inner, QMenu)
    assert inner.actions()[0].text() == "Start the clock"
    QTest.keyClick(inner, Qt.Key.Key_Return)
    assert window.session.clock.activity_id == window.session.scene.activity_id
    press(qtbot, window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert window.isVisible()
