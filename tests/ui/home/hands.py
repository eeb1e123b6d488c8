"""What is seen of the first window, and hands on it."""

from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.shelf.entries import Entry
from crm_workshop.store.library import Store
from ui.home.window import HomeWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier(0)

W = TypeVar("W", bound=QWidget)


def the(window: HomeWindow, kind: type[W]) -> W:
    """Return the window's only widget of a kind."""
    (found,) = window.findChildren(kind)
    return found


def button(window: HomeWindow, text: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if text in one.text())


def shelf(window: HomeWindow) -> QListView:
    return the(window, QListView)


def listed(window: HomeWindow) -> list[str]:
    model = shelf(window).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def aloud(window: HomeWindow, firm: str) -> str:
    """Return what is told of a workshop to those who listen."""
    index = index_of(window, firm)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def index_of(window: HomeWindow, text: str) -> QModelIndex:
    row = next(row for row, one in enumerate(listed(window)) if one.startswith(text))
    return shelf(window).model().index(row, 0)


def choose(window: HomeWindow, text: str) -> QModelIndex:
    index = index_of(window, text)
    shelf(window).setCurrentIndex(index)
    return index


def chosen(window: HomeWindow) -> Entry:
    """Return the workshop that is chosen."""
    found = window.chosen()
    assert found is not None
    return found


def number_of(store: Store, firm: str) -> int:
    return next(one.id for one in store.workshops() if one.firm == firm)


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, held)


def said(window: HomeWindow) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


def field(window: HomeWindow) -> QLineEdit:
    return the(window, QLineEdit)
