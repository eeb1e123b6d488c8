"""Keys while text is being typed: the console's own reach it from every field; the others, and
what was just typed, belong to the field.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crm_workshop.model.choices import Mode
from crm_workshop.model.meaning import Opening
from crm_workshop.model.workshop import Activity
from tests.ui.console.conftest import (
    COMPLETE,
    CONTROL,
    Opener,
    live_key,
    press,
    the,
    written,
)
from ui.actions import ACTIONS
from ui.activities.wall.capture import CaptureLine
from ui.console.window import ConsoleWindow

#: An activity of each method.
EACH_METHOD = ("1.1", "2.1", "2.2", "2.3", "2.5", "4.3", "8.1", "8.2")

#: The text fields' own keys that the console takes: undo and redo only once the field has none.
SHARED = {
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.DeleteEndOfLine,  # Ctrl+K on X11 alone; every palette has that key
    QKeySequence.StandardKey.MoveToNextPage,  # the clicker's
    QKeySequence.StandardKey.MoveToPreviousPage,
}

#: What a text field does by a key.
OF_TEXT = {
    one
    for one in QKeySequence.StandardKey
    if one.name.startswith(("Move", "Select", "Delete", "Insert", "Backspace"))
} | {
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
}


def hit(widget: QWidget, keys: str) -> None:
    QTest.keySequence(widget, QKeySequence(keys))


def listen(window: ConsoleWindow) -> list[str]:
    """Let every action only say that it was asked for."""
    heard: list[str] = []
    for name, action in window.named_actions.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda *_, name=name: heard.append(name))
    return heard


def stops(window: ConsoleWindow) -> Iterator[QWidget]:
    """Walk the window by Tab, and give each control that has the keyboard, once."""
    seen: list[QWidget] = []
    for _ in range(150):
        here = QApplication.focusWidget()
        if here is not None and here not in seen and window.isAncestorOf(here):
            seen.append(here)
            yield here
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)


@pytest.mark.parametrize("key", EACH_METHOD)
def test_every_key_of_the_console_works_from_every_control(
    qtbot: QtBot, console: Opener, key: str
) -> None:
    window = console(COMPLETE, key)
    heard, deaf, walked = listen(window), [], list[QWidget]()
    wanted = [(one.id, keys) for one in ACTIONS for keys in one.keys]
    for here in stops(window):
        walked.append(here)
        for name, keys in wanted:
            heard.clear()
            window.named_actions[name].setEnabled(True)
            hit(here, keys)
            if heard != [name]:
                deaf.append((type(here).__name__, here.accessibleName(), keys, tuple(heard)))
    assert not deaf
    assert len(walked) > 5


def test_every_key_works_from_the_editor_of_every_kind_of_cell(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "4.3")
    heard, deaf, kinds = listen(window), [], set[str]()
    table = next(one for one in stops(window) if isinstance(one, QAbstractItemView))
    for column in range(table.model().columnCount()):
        for one in ACTIONS:
            for keys in one.keys:
                editor = edited(qtbot, table, column)
                kinds.add(type(editor).__name__)
                heard.clear()
                window.named_actions[one.id].setEnabled(True)
                hit(editor, keys)
                if heard != [one.id]:
                    deaf.append((type(editor).__name__, column, keys, tuple(heard)))
        leave(qtbot, table)
    assert not deaf
    assert len(kinds) > 2


def edited(qtbot: QtBot, table: QAbstractItemView, column: int) -> QWidget:
    """Return what has the keyboard when a cell of the first row is typed in."""
    if not is_edited(table):
        table.setCurrentIndex(table.model().index(0, column))
        qtbot.keyClick(table, Qt.Key.Key_F2)
        qtbot.waitUntil(lambda: is_edited(table))
    editor = QApplication.focusWidget()
    assert editor is not None
    return editor


def is_edited(table: QAbstractItemView) -> bool:
    here = QApplication.focusWidget()
    if here is None or here is table:
        return False
    return table.isAncestorOf(here) or here.window().windowType() is Qt.WindowType.Popup


def leave(qtbot: QtBot, table: QAbstractItemView) -> None:
    """Leave a cell as it was."""
    while is_edited(table):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_every_key_works_while_a_name_is_proposed(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "4.3")
    heard = listen(window)
    table = next(one for one in stops(window) if isinstance(one, QAbstractItemView))
    for one in ACTIONS:
        for keys in one.keys:
            name = edited(qtbot, table, 0)
            assert isinstance(name, QLineEdit)
            name.selectAll()
            qtbot.keyClicks(name, "O")
            proposed = name.completer().popup()
            assert proposed is not None
            assert proposed.isVisible()
            if one.id == "undo":  # the field's own: there is typing to take back
                continue
            heard.clear()
            window.named_actions[one.id].setEnabled(True)
            hit(proposed, keys)
            assert (heard, proposed.isVisible(), name.text()) == ([one.id], False, "O"), keys
    leave(qtbot, table)


def test_the_console_takes_none_of_a_text_fields_own_keys() -> None:
    ours = {QKeySequence(keys).toString() for one in ACTIONS for keys in one.keys}
    taken = {
        one for one in OF_TEXT if ours & {keys.toString() for keys in QKeySequence.keyBindings(one)}
    }
    assert taken <= SHARED


def test_ctrl_z_takes_back_typing_first_and_then_steps(qtbot: QtBot, console: Opener) -> None:
    window = console(key="2.1")
    capture = window.findChild(CaptureLine)
    assert capture is not None
    qtbot.keyClicks(capture, "ring first")
    qtbot.keyClick(capture, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_I, CONTROL)
    qtbot.keyClicks(capture, "half")
    while capture.text():
        press(qtbot, window, Qt.Key.Key_Z, CONTROL)
        assert window.session.dossier.one(Opening).it_project_calls == 1
    press(qtbot, window, Qt.Key.Key_Y, CONTROL)
    assert capture.text() == "half"
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    capture.keep_draft()
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.session.dossier.one(Opening).it_project_calls == 0
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert not written(window)


def test_typing_a_private_note_goes_on_when_the_room_moves_on(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "4.2")
    notes = the(window.side, QPlainTextEdit, "My own notes")
    press(qtbot, window, Qt.Key.Key_N, CONTROL)
    assert notes.hasFocus()
    qtbot.keyClicks(notes, "Ask Petra ")
    hit(notes, "Alt+PgDown")
    assert live_key(window) == "4.3"
    assert notes.hasFocus()
    press(qtbot, window, Qt.Key.Key_B)
    assert window.session.scene.mode is Mode.LIVE
    notes_of = {one.key: one.note for one in window.session.dossier.all(Activity)}
    assert notes_of["4.2"].endswith("Ask Petra ")
    assert notes.toPlainText().startswith("b")


def test_plain_keys_blank_the_room_from_every_control_but_text_fields(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "2.1")
    for here in stops(window):
        if isinstance(here, QLineEdit | QPlainTextEdit | QTextEdit):
            hit(here, ".")
            assert window.session.scene.mode is Mode.LIVE
        if isinstance(here, QPushButton):
            modes = []
            for keys in (".", "B"):
                hit(here, keys)
                modes.append(window.session.scene.mode)
            assert modes == [Mode.BLACK, Mode.LIVE]


def test_escape_ends_nothing_from_any_control(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "4.3")
    before = window.session.dossier, window.session.scene
    for here in stops(window):
        hit(here, "Esc")
        assert window.isVisible()
        assert (window.session.dossier, window.session.scene) == before
