"""The console as a whole, by keys and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from crm_workshop.model.choices import Mode
from crm_workshop.model.workshop import Activity
from tests.ui.console.conftest import (
    ALT,
    COMPLETE,
    CONTROL,
    RUNNING,
    Hands,
    Opener,
    live_key,
    press,
    the,
    written,
)
from ui.activities.wall.capture import CaptureLine
from ui.console.window import ConsoleWindow


def test_it_begins_with_the_clickers_one_key(qtbot: QtBot, console: Opener) -> None:
    window = console()
    assert live_key(window) == ""
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert live_key(window) == "1.1"
    assert window.session.scene.mode is Mode.LIVE


def test_the_clicker_reveals_before_it_goes_on_and_leads_back(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(key="2.1")
    capture = window.findChild(CaptureLine)
    assert capture is not None
    qtbot.keyClicks(capture, "ring before they do")
    qtbot.keyClick(capture, Qt.Key.Key_Return)
    qtbot.keyClicks(capture, "half a thou")
    press(qtbot, window, Qt.Key.Key_PageDown)
    revealed = {one.text: one.revealed for one in written(window)}
    assert revealed == {"ring before they do": True, "half a thou": False}
    assert capture.text() == "half a thou"
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert live_key(window) == "2.2"
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert live_key(window) == "2.1"
    assert {one.text for one in written(window)} == set(revealed)


def test_every_activity_can_be_reached_and_none_of_them_changes_a_record(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "1.1")
    undo = window.session.store.undo_name(window.session.workshop_id)
    visited = [live_key(window)]
    for _ in range(40):
        press(qtbot, window, Qt.Key.Key_PageDown, ALT)
        visited.append(live_key(window))
    assert list(dict.fromkeys(visited)) == [
        one.key for one in window.session.dossier.all(Activity) if one.minutes_planned
    ]
    assert window.session.store.undo_name(window.session.workshop_id) == undo


def test_the_agenda_is_clicked(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "1.1")
    rail = window.rail
    row = next(at for at, line in enumerate(rail.lines) if line.title == "Commitments")
    index = rail.model().index(row, 0)
    rail.scrollTo(index)
    place = rail.visualRect(index).center()
    qtbot.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert live_key(window) == "4.3"
    assert rail.lines[row].state == "now"


def test_the_agenda_is_walked_with_the_keyboard(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "1.1")
    press(qtbot, window, Qt.Key.Key_G, CONTROL)
    assert window.rail.hasFocus()
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert live_key(window) == "1.2"


def test_states_of_the_room_screen_are_badged_and_left_by_their_own_key(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(RUNNING, "2.1")
    for key, mode, said in (
        (Qt.Key.Key_B, Mode.BLACK, "BLACK"),
        (Qt.Key.Key_F, Mode.FROZEN, "FROZEN"),
        (Qt.Key.Key_H, Mode.HOLDING, "HOLDING"),
    ):
        press(qtbot, window, key, CONTROL)
        assert window.session.scene.mode is mode
        signs = [one.text() for one in window.top.findChildren(QLabel) if one.isVisible()]
        assert any(said in text for text in signs)
        press(qtbot, window, key, CONTROL)
        assert window.session.scene.mode is Mode.LIVE


def test_plain_clicker_keys_blank_only_where_nobody_types(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    capture = window.findChild(CaptureLine)
    assert capture is not None
    qtbot.keyClicks(capture, "B. or b")
    assert window.session.scene.mode is Mode.LIVE
    assert capture.text() == "B. or b"
    window.top.menu.setFocus()
    qtbot.keyClick(window.top.menu, Qt.Key.Key_Period)
    modes = [window.session.scene.mode]
    qtbot.keyClick(window.top.menu, Qt.Key.Key_B)
    modes.append(window.session.scene.mode)
    assert modes == [Mode.BLACK, Mode.LIVE]


def test_escape_ends_nothing(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    capture = window.findChild(CaptureLine)
    assert capture is not None
    qtbot.keyClicks(capture, "keep me")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert capture.text() == "keep me"


def saved(window: ConsoleWindow) -> list[str]:
    """Return what is said of saving."""
    texts = [one.text() for one in window.findChildren(QLabel)]
    return [one for one in texts if one.startswith("Saved")]


def test_saved_is_said_after_the_commit_with_its_time(
    qtbot: QtBot, console: Opener, hands: Hands
) -> None:
    window = console(key="2.1")
    assert saved(window) == []
    hands.wait(seconds=41)
    press(qtbot, window, Qt.Key.Key_I, CONTROL)
    assert saved(window) == [f"Saved {hands.now.astimezone():%H:%M:%S}"]


def test_an_error_is_a_banner_and_goes_with_the_next_commit(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    window.session.failed.emit("The disk is full. The last change was not saved.")
    assert window.work.banner.isVisible()
    assert "disk is full" in window.work.banner.text
    press(qtbot, window, Qt.Key.Key_I, CONTROL)
    assert not window.work.banner.isVisible()


def test_notes_reach_the_file_by_themselves(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    notes = the(window.side, QPlainTextEdit, "My own notes")
    qtbot.keyClicks(notes, "Ask Petra first")
    with qtbot.waitSignal(window.session.changed, timeout=1000):
        pass
    activity = window.session.activity()
    assert activity is not None
    assert activity.note == "Ask Petra first"


def test_a_note_is_kept_on_its_own_activity_when_the_room_moves_on(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(key="2.1")
    notes = the(window.side, QPlainTextEdit, "My own notes")
    qtbot.keyClicks(notes, "quiet today")
    press(qtbot, window, Qt.Key.Key_PageDown, ALT)
    by_key = {one.key: one.note for one in window.session.dossier.all(Activity)}
    assert (by_key["2.1"], by_key["2.2"]) == ("quiet today", "")
    assert notes.toPlainText() == ""


def test_text_is_zoomed_within_bounds(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    for _ in range(20):
        press(qtbot, window, Qt.Key.Key_Plus, CONTROL)
    assert window.theme.scale == pytest.approx(2.0)
    press(qtbot, window, Qt.Key.Key_0, CONTROL)
    assert window.theme.scale == pytest.approx(1.0)


def test_rendering_twice_changes_nothing(console: Opener) -> None:
    window = console(RUNNING, "2.1")
    before = window.grab().toImage()
    window._render()
    window._render()
    assert window.grab().toImage() == before


def test_what_people_typed_is_never_markup(console: Opener) -> None:
    window = console(COMPLETE, "4.3")
    for one in window.findChildren(QLabel):
        assert one.textFormat() is Qt.TextFormat.PlainText, one.text()


@pytest.mark.parametrize("key", ["1.1", "2.1", "4.3", "8.2"])
def test_nothing_of_the_console_is_clipped_at_150_per_cent(
    qtbot: QtBot, console: Opener, key: str
) -> None:
    window = console(RUNNING, key)
    window.resize(1280, 720)
    for _ in range(5):
        press(qtbot, window, Qt.Key.Key_Plus, CONTROL)
    assert window.theme.scale == pytest.approx(1.5)
    # The layouts have settled once what is measured no longer changes.
    qtbot.waitUntil(lambda: not clipped(window))


def clipped(window: ConsoleWindow) -> list[str]:
    """Return the texts of the console's own parts that have less room than they need."""
    parts = (window.top, window.foot, window.side.clock, window.side.pace)
    found: list[QLabel | QPushButton] = []
    for part in parts:
        found += [*part.findChildren(QLabel), *part.findChildren(QPushButton)]
    return [one.text() for one in found if one.isVisible() and is_clipped(one)]


def is_clipped(sign: QLabel | QPushButton) -> bool:
    wraps = isinstance(sign, QLabel) and sign.wordWrap()
    narrow = not wraps and sign.width() < sign.sizeHint().width()
    return narrow or sign.visibleRegion().boundingRect().height() < sign.height()
