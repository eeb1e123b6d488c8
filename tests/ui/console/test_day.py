"""The day as a whole: it begins, is gone on with where it was left, and is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crm_workshop.activities.agenda import skip_activity
from crm_workshop.exchange import dump, import_workshop
from crm_workshop.live.seen import CharterPage, Holding, LateJoiner
from crm_workshop.live.views import Overlay, chosen
from crm_workshop.model.choices import Mode
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store
from tests.ui.console.conftest import (
    ALT,
    COMPLETE,
    CONTROL,
    PREPARED,
    RUNNING,
    SHIFT,
    Hands,
    Opener,
    button,
    live_key,
    open_dialog,
    press,
)
from ui.bridge import StoreBridge
from ui.console.settle import SettlePage
from ui.console.window import ConsoleWindow
from ui.session import Session


def said(window: ConsoleWindow) -> str:
    """Return all that stands in the middle of the window."""
    return " ".join(one.text() for one in window.work.findChildren(QLabel) if one.isVisible())


def test_a_prepared_day_is_ready_to_begin(qtbot: QtBot, console: Opener) -> None:
    window = console(PREPARED)
    assert "Ready to begin?" in said(window)
    qtbot.mouseClick(button(window.work, "Begin"), Qt.MouseButton.LeftButton)
    assert live_key(window) == "1.1"
    assert window.session.scene.mode is Mode.LIVE


def test_a_day_that_was_interrupted_goes_on_where_it_stopped(qtbot: QtBot, console: Opener) -> None:
    window = console(RUNNING)
    assert "The room stopped at “Four jobs”." in said(window)
    assert button(window.work, "Resume “Four jobs”").hasFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert live_key(window) == "3.2"
    assert window.session.scene.mode is Mode.LIVE


def test_the_clicker_and_the_agendas_keys_resume_too(qtbot: QtBot, console: Opener) -> None:
    for key, modifiers in (
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageDown, ALT),
        (Qt.Key.Key_PageUp, ALT),
    ):
        window = console(RUNNING)
        press(qtbot, window, key, modifiers)
        assert (live_key(window), window.session.scene.mode) == ("3.2", Mode.LIVE)


def test_a_finished_workshop_says_so_and_what_its_charter_needs(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE)
    assert "The workshop is done." in said(window)
    assert "1 thing keeps its charter a draft." in said(window)
    assert not [one for one in window.side.clock.findChildren(QPushButton) if one.isVisible()]
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert live_key(window) == ""
    qtbot.mouseClick(button(window.work, "What is still to settle…"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(open_dialog(window, SettlePage), Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert live_key(window) == "8.2"


def test_behind_the_last_activity_the_day_ends_and_can_be_gone_back_to(
    qtbot: QtBot, console: Opener, hands: Hands
) -> None:
    window = console(PREPARED, "8.2")
    hands.wait(minutes=2)
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_PageDown)
    assert window.session.scene.mode is Mode.HOLDING
    assert "The workshop is done." in said(window)
    assert "Not worked on: Why we are here" in said(window)
    last = window.session.dossier.activity("8.2")
    assert last is not None
    assert (last.ended, last.seconds_used) == (hands.now, 120)
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert (live_key(window), window.session.scene.mode) == ("8.2", Mode.LIVE)


def test_what_was_skipped_is_not_missed_at_the_end(console: Opener) -> None:
    window = console(COMPLETE)
    session = window.session
    for activity in session.dossier.all(Activity)[-2:]:
        skip_activity(session.store, activity.id, "next week")
    assert "The workshop is done." in said(window)
    assert "Not worked on" not in said(window)


def test_a_day_exported_in_the_middle_is_resumed_elsewhere(
    qtbot: QtBot, console: Opener, hands: Hands
) -> None:
    window = console(PREPARED, "2.4")
    hands.wait(minutes=3)
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    store = Store.open(":memory:", now=hands)
    number = import_workshop(store, dump(window.session.dossier))
    session = Session(store, StoreBridge(store), number)
    with_console = ConsoleWindow(session, window.theme)
    qtbot.addWidget(with_console)
    with_console.show()
    assert "Resume “The experience we want”" in [
        one.text() for one in with_console.work.findChildren(QPushButton)
    ]


def test_the_charter_is_shown_and_turned_once_the_day_is_done(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE)
    session = window.session
    assert "The workshop is done." in said(window)
    press(qtbot, window, Qt.Key.Key_C, CONTROL | SHIFT)
    seen = session.room_view().body
    assert isinstance(seen, CharterPage)
    press(qtbot, window, Qt.Key.Key_PageDown)
    then = session.room_view().body
    assert isinstance(then, CharterPage)
    assert then != seen
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert session.room_view().body == seen
    press(qtbot, window, Qt.Key.Key_J, CONTROL)
    assert isinstance(session.room_view().body, LateJoiner)
    assert all(one.ended for one in session.dossier.all(Activity) if one.started)
    press(qtbot, window, Qt.Key.Key_J, CONTROL)
    assert isinstance(session.room_view().body, Holding)
    assert session.scene.mode is Mode.HOLDING
    press(qtbot, window, Qt.Key.Key_C, CONTROL | SHIFT)
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert isinstance(session.room_view().body, Holding)
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert live_key(window) == "8.2"


def test_what_only_an_activity_can_show_waits_for_one(qtbot: QtBot, console: Opener) -> None:
    window = console(PREPARED)
    press(qtbot, window, Qt.Key.Key_J, CONTROL)
    assert chosen(window.session.scene.view).overlay is None
    press(qtbot, window, Qt.Key.Key_L, CONTROL)
    assert window.session.scene.mode is Mode.HOLDING
    press(qtbot, window, Qt.Key.Key_PageDown)
    press(qtbot, window, Qt.Key.Key_J, CONTROL)
    assert chosen(window.session.scene.view).overlay is Overlay.LATE_JOINER
