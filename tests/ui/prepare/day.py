"""Hands for the agenda's page: what it says, and what is pushed, typed and pressed there."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import CONTROL, back_to, press, the
from ui.prepare.window import PrepareWindow

K = Qt.Key


def rows(window: PrepareWindow) -> list[str]:
    """Return the lines as they are read aloud."""
    model = the(window.page, QListView, "Agenda").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def place(listed: QListView, row: int) -> QPoint:
    index = listed.model().index(row, 0)
    listed.scrollTo(index)
    return listed.visualRect(index).center()


def choose(qtbot: QtBot, window: PrepareWindow, start: str) -> None:
    """Click the line that is read aloud so."""
    listed = the(window.page, QListView, "Agenda")
    (row,) = [number for number, one in enumerate(rows(window)) if start in one]
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place(listed, row))


def chosen(window: PrepareWindow) -> str:
    index = the(window.page, QListView, "Agenda").currentIndex()
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def said(window: PrepareWindow) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


def dialog(window: PrepareWindow) -> QDialog:
    (found,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return found


def take(qtbot: QtBot, window: PrepareWindow) -> None:
    """Press the first button of the dialog that is open."""
    box = dialog(window).findChild(QDialogButtonBox)
    assert box is not None
    (first,) = [one for one in box.buttons() if box.buttonRole(one) == box.ButtonRole.AcceptRole]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    if not any(one.isVisible() for one in window.findChildren(QDialog)):
        back_to(qtbot, window)


def push(qtbot: QtBot, window: PrepareWindow, text: str) -> None:
    """Click the button that says so."""
    found = [one for one in window.findChildren(QPushButton) if one.text() == text]
    (there,) = [one for one in found if one.isVisible()]
    qtbot.mouseClick(there, Qt.MouseButton.LeftButton)


def over_minutes() -> QLineEdit:
    """Return the field over the minutes, which has the keyboard."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Minutes of Why we are here"
    return field


def enter(qtbot: QtBot, window: PrepareWindow) -> None:
    """Press Enter in the field over the minutes; it goes once Qt comes to it."""
    field = QApplication.focusWidget()
    press(qtbot, window, K.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not field)


def undo(qtbot: QtBot, window: PrepareWindow) -> None:
    press(qtbot, window, K.Key_Z, CONTROL)
