"""What can be asked of the console: by key, by command, by dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from crm_workshop.activities.register import add_row
from crm_workshop.live.clock import ClockState, reading
from crm_workshop.live.views import Overlay, View, chosen
from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.choices import Mode
from crm_workshop.model.meaning import Lesson, Opening
from crm_workshop.model.workshop import Acceptance
from tests.ui.console.conftest import (
    COMPLETE,
    CONTROL,
    RUNNING,
    SHIFT,
    Hands,
    Opener,
    button,
    live_key,
    open_dialog,
    press,
    the,
)
from ui.console.dialogs import Ask, KeysPage
from ui.console.findings import FindingLine
from ui.console.palette import Palette
from ui.console.settle import SettlePage
from ui.console.window import ConsoleWindow
from ui.room.turning import page_with


def test_parking_is_one_key_away_from_a_text_field(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    press(qtbot, window, Qt.Key.Key_P, CONTROL)
    ask = open_dialog(window, Ask)
    qtbot.keyClicks(the(ask, QLineEdit, "What is worth keeping for later?"), "the phone system")
    qtbot.keyClick(the(ask, QLineEdit, "What is worth keeping for later?"), Qt.Key.Key_Return)
    (item,) = window.session.dossier.all(ParkedItem)
    assert (item.text, item.activity_id) == ("the phone system", window.session.scene.activity_id)


def test_an_it_project_call_is_counted_and_undone_by_name(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    press(qtbot, window, Qt.Key.Key_I, CONTROL)
    assert window.session.dossier.one(Opening).it_project_calls == 1
    assert button(window.foot, "Undo ““IT project” call”").isEnabled()
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.session.dossier.one(Opening).it_project_calls == 0
    press(qtbot, window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert window.session.dossier.one(Opening).it_project_calls == 1


def test_a_command_is_found_as_it_is_typed(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    palette = open_dialog(window, Palette)
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "late join")
    assert [one.text for one in palette.found] == ["Late-joiner page"]
    assert palette.found[0].keys == "Ctrl+J"
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen(window.session.scene.view).overlay is Overlay.LATE_JOINER


def test_the_palette_knows_every_action_that_can_be_done(qtbot: QtBot, console: Opener) -> None:
    window = console(RUNNING, "2.1")
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    palette = open_dialog(window, Palette)
    assert isinstance(palette, Palette)
    texts = {one.text for one in palette.found}
    for name, action in window.named_actions.items():
        if action.isEnabled() and name != "palette":
            assert action.text().replace("&&", "&") in texts
    assert "Go to “Commitments”" in texts


def test_the_clock_is_started_given_more_and_hidden(
    qtbot: QtBot, console: Opener, hands: Hands
) -> None:
    window = console(key="2.1")
    qtbot.mouseClick(button(window.side, "Start"), Qt.MouseButton.LeftButton)
    hands.wait(minutes=2)
    qtbot.mouseClick(the(window.side, QPushButton, "One minute more"), Qt.MouseButton.LeftButton)
    session = window.session
    read = reading(session.clock, session.activity(), session.store.now())
    assert (read.state, read.left) == (ClockState.RUNNING, 7 * 60)
    assert window.side.clock.time.text() == "07:00"
    hands.wait(seconds=3)
    with qtbot.waitSignal(window.side.clock.ticked):
        pass
    assert window.side.clock.time.text() == "06:57"
    qtbot.mouseClick(button(window.side, "Hide from room"), Qt.MouseButton.LeftButton)
    assert session.clock.hidden
    assert session.room_view().clock is None


def test_a_break_takes_minutes_and_the_clicker_ends_it(
    qtbot: QtBot, console: Opener, hands: Hands
) -> None:
    window = console(key="2.1")
    press(qtbot, window, Qt.Key.Key_B, CONTROL | SHIFT)
    ask = open_dialog(window, Ask)
    field = the(ask, QLineEdit, "How many minutes?")
    field.selectAll()
    qtbot.keyClicks(field, "15")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until = window.session.scene.break_until
    assert until is not None
    assert (until - hands.now).total_seconds() == 15 * 60
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert window.session.scene.break_until is None
    assert live_key(window) == "2.1"


def test_skipping_asks_why_and_can_be_taken_back(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    window.run("skip")
    ask = open_dialog(window, Ask)
    qtbot.keyClicks(the(ask, QLineEdit, "Why is it skipped?"), "done last week")
    qtbot.keyClick(ask.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    activity = window.session.activity()
    assert activity is not None
    assert activity.skipped_reason == "done last week"
    window.run("skip")
    activity = window.session.activity()
    assert activity is not None
    assert activity.skipped_reason == ""


def acceptable(window: ConsoleWindow) -> list[FindingLine]:
    """Return the findings under the work that can be accepted."""
    lines = [one for one in window.work.findChildren(FindingLine) if one.isVisible()]
    return [one for one in lines if any(one.findChildren(QPushButton))]


def test_findings_stand_under_the_work_and_fold_when_accepted(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(RUNNING, "3.1")
    qtbot.waitUntil(lambda: len(acceptable(window)) == 1)
    (line,) = acceptable(window)
    qtbot.mouseClick(line.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    ask = open_dialog(window, Ask)
    qtbot.keyClicks(ask.findChildren(QLineEdit)[0], "we know, and take it on")
    with qtbot.waitSignal(window.session.findings_changed):
        qtbot.keyClick(ask.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert window.session.dossier.all(Acceptance)[-1].reason == "we know, and take it on"
    qtbot.waitUntil(lambda: not acceptable(window))
    assert button(window.work, "Show 1 accepted").isVisible()


def test_the_pages_open_and_escape_closes_only_them(qtbot: QtBot, console: Opener) -> None:
    window = console(RUNNING, "2.1")
    press(qtbot, window, Qt.Key.Key_F1)
    page = open_dialog(window, KeysPage)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_F, CONTROL | SHIFT)
    settle = open_dialog(window, SettlePage)
    qtbot.keyClick(settle, Qt.Key.Key_Escape)
    assert window.isVisible()


def test_overlays_come_and_go_by_their_key(qtbot: QtBot, console: Opener) -> None:
    window = console(RUNNING, "2.1")
    for key, modifiers, overlay in (
        (Qt.Key.Key_J, CONTROL, Overlay.LATE_JOINER),
        (Qt.Key.Key_C, CONTROL | SHIFT, Overlay.CHARTER),
    ):
        press(qtbot, window, key, modifiers)
        assert chosen(window.session.scene.view).overlay is overlay
        press(qtbot, window, key, modifiers)
        assert chosen(window.session.scene.view).overlay is None
    press(qtbot, window, Qt.Key.Key_Q, CONTROL | SHIFT)
    assert chosen(window.session.scene.view).view is View.QUESTION


def test_the_charter_is_turned_page_by_page_and_a_long_page_part_by_part(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "8.1")
    pages = [window.session.scene.page]
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        press(qtbot, window, key)
        pages.append(window.session.scene.page)
    assert pages == [0, page_with(window.session.room_view(), 1), 1, 0]
    assert live_key(window) == "8.1"


def test_a_cell_that_begins_with_a_key_of_the_clicker_is_only_typed(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(key="1.2")
    qtbot.keyClicks(QApplication.focusWidget(), "B")
    qtbot.keyClicks(QApplication.focusWidget(), "ought a list")
    press(qtbot, window, Qt.Key.Key_Tab)
    assert [one.what for one in window.session.dossier.all(Lesson)] == ["Bought a list"]
    assert window.session.scene.mode is Mode.LIVE


def test_what_is_asked_of_several_rows_is_asked_once(qtbot: QtBot, console: Opener) -> None:
    window = console(key="1.2")
    session = window.session
    with qtbot.waitSignal(session.findings_changed):
        for what in ("a database", "a newsletter"):
            add_row(session.store, session.workshop_id, Lesson, {"what": what})
    (line,) = [one for one in window.work.findChildren(FindingLine) if one.isVisible()]
    assert [one.text() for one in line.findChildren(QLabel)][-1] == "a newsletter and a database"
