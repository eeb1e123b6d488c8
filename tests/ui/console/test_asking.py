"""Questions and pages over the console: Enter takes, Esc closes and nothing typed is lost by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.choices import Mode
from crm_workshop.model.workshop import Acceptance, HalfTyped
from crm_workshop.store.library import Store
from tests.ui.console.conftest import (
    COMPLETE,
    CONTROL,
    SHIFT,
    Opener,
    back_to,
    button,
    escape,
    front_dialog,
    live_key,
    open_dialog,
    press,
    the,
)
from ui.bridge import StoreBridge
from ui.console.dialogs import Ask, KeysPage
from ui.console.findings import AcceptedLine
from ui.console.palette import Palette
from ui.console.settle import SettlePage
from ui.console.window import ConsoleWindow
from ui.session import Session

PARK = "What is worth keeping for later?"


def parking(qtbot: QtBot, window: ConsoleWindow) -> tuple[QDialog, QLineEdit]:
    press(qtbot, window, Qt.Key.Key_P, CONTROL)
    ask = front_dialog(qtbot, window, Ask)
    return ask, the(ask, QLineEdit, PARK)


def say(field: QLineEdit, text: str) -> None:
    """Let an input method write, as it does for what is not on the keyboard."""
    written = QInputMethodEvent()
    written.setCommitString(text)
    QApplication.sendEvent(field, written)


def parked(window: ConsoleWindow) -> list[str]:
    return [one.text for one in window.session.dossier.all(ParkedItem)]


def test_what_is_parked_is_in_the_file_while_it_is_typed(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    _, field = parking(qtbot, window)
    with qtbot.waitSignal(window.session.changed, timeout=1000):
        qtbot.keyClicks(field, "the phone")
    assert parked(window) == ["the phone"]
    qtbot.keyClicks(field, " system")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    back_to(qtbot, window)
    assert parked(window) == ["the phone system"]
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert parked(window) == []


def test_who_raised_it_is_in_the_file_while_it_is_typed(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    ask, field = parking(qtbot, window)
    with qtbot.waitSignal(window.session.changed, timeout=1000):
        qtbot.keyClicks(field, "the phone")
    press(qtbot, window, Qt.Key.Key_Tab)
    with qtbot.waitSignal(window.session.changed, timeout=1000):
        qtbot.keyClicks(the(ask, QLineEdit, "Raised by"), "Ines")
    assert [one.raised_by for one in window.session.dossier.all(ParkedItem)] == ["Ines"]


def test_escape_parks_nothing_and_keeps_the_words(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    ask, field = parking(qtbot, window)
    with qtbot.waitSignal(window.session.changed, timeout=1000):
        say(field, "Ελληνικά & 電話")
    escape(qtbot, ask, window)
    assert parked(window) == []
    store, workshop_id = window.session.store, window.session.workshop_id
    assert store.undo_name(workshop_id) is None
    assert window.isVisible()
    _, field = parking(qtbot, window)
    assert field.text() == "Ελληνικά & 電話"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    back_to(qtbot, window)
    assert parked(window) == ["Ελληνικά & 電話"]
    _, field = parking(qtbot, window)
    assert field.text() == ""


def test_a_blank_answer_cannot_be_taken(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    ask, field = parking(qtbot, window)
    assert not button(ask, "Park it").isEnabled()
    qtbot.keyClicks(field, "   ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert ask.isVisible()
    assert parked(window) == []


@pytest.mark.parametrize("typed", ["", "none", "0", "241", "-5", "1.5"])
def test_a_break_takes_only_minutes(qtbot: QtBot, console: Opener, typed: str) -> None:
    window = console(key="2.1")
    press(qtbot, window, Qt.Key.Key_B, CONTROL | SHIFT)
    ask = open_dialog(window, Ask)
    field = the(ask, QLineEdit, "How many minutes?")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.scene.break_until is None
    assert ask.isVisible()


OPENED: list[tuple[type[QDialog], Qt.Key, Qt.KeyboardModifier]] = [
    (Ask, Qt.Key.Key_P, CONTROL),
    (Palette, Qt.Key.Key_K, CONTROL),
    (KeysPage, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    (SettlePage, Qt.Key.Key_F, CONTROL | SHIFT),
]


@pytest.mark.parametrize(("kind", "key", "modifiers"), OPENED)
def test_the_clicker_and_the_room_go_on_while_a_dialog_is_open(
    qtbot: QtBot,
    console: Opener,
    kind: type[QDialog],
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    window = console(COMPLETE, "4.3")
    press(qtbot, window, key, modifiers)
    dialog = front_dialog(qtbot, window, kind)
    seen = window.session.room_view()
    press(qtbot, dialog, Qt.Key.Key_PageDown)
    assert window.session.room_view() != seen
    press(qtbot, dialog, Qt.Key.Key_PageUp)
    press(qtbot, dialog, Qt.Key.Key_B, CONTROL)
    assert (live_key(window), window.session.scene.mode) == ("4.3", Mode.BLACK)
    assert dialog.isVisible()
    escape(qtbot, dialog, window)
    assert (live_key(window), window.session.scene.mode) == ("4.3", Mode.BLACK)
    assert window.isVisible()


def test_no_dialog_is_larger_than_the_screen(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "4.3")
    free = window.screen().availableGeometry()
    for kind, key, modifiers in OPENED:
        window.move(free.right() - 300, free.bottom() - 300)
        press(qtbot, window, key, modifiers)
        dialog = front_dialog(qtbot, window, kind)
        assert free.contains(dialog.geometry())
        escape(qtbot, dialog, window)


def lines(parent: ConsoleWindow | QDialog) -> list[AcceptedLine]:
    return [one for one in parent.findChildren(AcceptedLine) if one.isVisible()]


def test_what_is_accepted_unfolds_and_is_withdrawn(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "6.1")
    assert not lines(window)
    qtbot.mouseClick(button(window.work, "Show 1 accepted"), Qt.MouseButton.LeftButton)
    (line,) = lines(window)
    assert "Completions stop between Christmas" in line.accessibleName()
    press(qtbot, window, Qt.Key.Key_Space)
    assert not lines(window)
    press(qtbot, window, Qt.Key.Key_Space)
    (line,) = lines(window)
    before = len(window.session.dossier.all(Acceptance))
    with qtbot.waitSignal(window.session.findings_changed):
        qtbot.mouseClick(button(line, "Withdraw"), Qt.MouseButton.LeftButton)
    assert len(window.session.dossier.all(Acceptance)) == before - 1
    qtbot.waitUntil(lambda: not lines(window))
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert len(window.session.dossier.all(Acceptance)) == before


def test_the_page_of_what_is_to_settle_follows_what_is_done_on_it(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "6.1")
    press(qtbot, window, Qt.Key.Key_F, CONTROL | SHIFT)
    page = open_dialog(window, SettlePage)
    assert len(lines(page)) == 2
    with qtbot.waitSignal(window.session.findings_changed):
        qtbot.mouseClick(button(lines(page)[0], "Withdraw"), Qt.MouseButton.LeftButton)
    assert len(lines(page)) == 1
    (accept,) = [one for one in page.findChildren(QPushButton) if one.text() == "Accept…"]
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    ask = open_dialog(window, Ask)
    qtbot.keyClicks(ask.findChildren(QLineEdit)[0], "for a reason")
    with qtbot.waitSignal(window.session.findings_changed):
        qtbot.keyClick(ask.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert len(lines(page)) == 2
    assert page.isVisible()


def started_again(qtbot: QtBot, window: ConsoleWindow) -> ConsoleWindow:
    """Return the window of a program that starts on what is in the file now."""
    store, workshop_id = Store.open(":memory:"), window.session.workshop_id
    window.session.store.conn.backup(store.conn)
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    bridge = StoreBridge(store, window)
    again = ConsoleWindow(Session(store, bridge, workshop_id, bridge), window.theme)
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    again.activateWindow()
    return again


def ask_why_skipped(qtbot: QtBot, window: ConsoleWindow) -> Ask:
    window.run("skip")
    ask = front_dialog(qtbot, window, Ask)
    assert isinstance(ask, Ask)
    return ask


def test_why_an_activity_is_skipped_survives_a_crash_and_cancel(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(key="2.1")
    ask = ask_why_skipped(qtbot, window)
    with qtbot.waitSignal(window.session.changed, timeout=1000):
        qtbot.keyClicks(ask.field, "done last week")
    again = started_again(qtbot, window)
    ask = ask_why_skipped(qtbot, again)
    assert ask.field.text() == "done last week"
    qtbot.keyClicks(ask.field, "done in October")
    escape(qtbot, ask, again)
    ask = ask_why_skipped(qtbot, again)
    assert ask.field.text() == "done in October"
    qtbot.keyClick(ask.field, Qt.Key.Key_Return)
    activity = again.session.activity()
    assert activity is not None
    assert activity.skipped_reason == "done in October"
    assert again.session.dossier.one(HalfTyped).texts == ""


def test_why_a_warning_is_accepted_survives_a_crash(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "6.1")
    press(qtbot, window, Qt.Key.Key_F, CONTROL | SHIFT)
    with qtbot.waitSignal(window.session.findings_changed):
        withdraw = button(lines(open_dialog(window, SettlePage))[0], "Withdraw")
        qtbot.mouseClick(withdraw, Qt.MouseButton.LeftButton)
    for step in ("typed", "found again"):
        page = open_dialog(window, SettlePage)
        (accept,) = [one for one in page.findChildren(QPushButton) if one.text() == "Accept…"]
        qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
        ask = open_dialog(window, Ask)
        why, who = ask.findChildren(QLineEdit)
        if step == "typed":
            with qtbot.waitSignal(window.session.changed, timeout=1000):
                qtbot.keyClicks(why, "for a reason")
                qtbot.keyClicks(who, "Ines")
            window = started_again(qtbot, window)
            press(qtbot, window, Qt.Key.Key_F, CONTROL | SHIFT)
    assert (why.text(), who.text()) == ("for a reason", "Ines")
    qtbot.keyClick(why, Qt.Key.Key_Return)
    assert window.session.dossier.all(Acceptance)[-1].reason == "for a reason"
    assert window.session.dossier.one(HalfTyped).texts == ""
