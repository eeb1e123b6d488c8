"""A console on a library in memory, with one of the samples open in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.activities.workshops import create_workshop
from crm_workshop.exchange import import_workshop, samples
from crm_workshop.live import scene as live
from crm_workshop.model.capture import Card
from crm_workshop.store.library import Store
from ui.bridge import StoreBridge
from ui.console.window import ConsoleWindow
from ui.session import Session
from ui.theme.look import dress
from ui.theme.looks import Looks
from ui.theme.tokens import load_theme

W = TypeVar("W", bound=QWidget)

COMPLETE, RUNNING, PREPARED, NEW = 0, 1, 2, -1

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hands:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: int) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def hands() -> Hands:
    return Hands()


Opener = Callable[..., ConsoleWindow]


@pytest.fixture
def console(qtbot: QtBot, qapp: QApplication, hands: Hands, tmp_path: Path) -> Iterator[Opener]:
    """Return what opens a console: of a sample (or a new workshop), at an activity."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    looks = Looks(qapp, settings)
    looks.choose("light")
    theme = looks.theme
    kept: list[object] = []

    def opened(
        sample: int = NEW, key: str = "", *, shown: bool = True, library: str = ":memory:"
    ) -> ConsoleWindow:
        store = Store.open(library, now=hands)
        if sample == NEW:
            workshop_id = create_workshop(store, "Marlowe & Vane").id
        else:
            workshop_id = import_workshop(store, samples()[sample].data)
        bridge = StoreBridge(store)
        session = Session(store, bridge, workshop_id)
        if key:
            activity = session.dossier.activity(key)
            assert activity is not None
            live.go_to_activity(store, activity.id)
            live.show_live(store, workshop_id)
        window = ConsoleWindow(session, theme)
        window.zoom_requested.connect(looks.zoom)
        looks.changed.connect(window.set_theme)
        kept.extend((bridge, session, window))
        qtbot.addWidget(window)
        if shown:
            with qtbot.waitExposed(window):
                window.show()
            window.activateWindow()
        return window

    yield opened
    dress(qapp, load_theme("light"))


def the(parent: QWidget, kind: type[W], name: str) -> W:
    """Return the widget of a kind with that accessible name."""
    found = [one for one in parent.findChildren(kind) if one.accessibleName() == name]
    assert len(found) == 1, (name, [one.accessibleName() for one in parent.findChildren(kind)])
    return found[0]


def button(parent: QWidget, text: str) -> QPushButton:
    """Return the button with that text."""
    (found,) = [one for one in parent.findChildren(QPushButton) if one.text() == text]
    return found


def press(
    qtbot: QtBot,
    window: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the focus is."""
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, key, modifiers)


def live_key(window: ConsoleWindow) -> str:
    activity = window.session.activity()
    return activity.key if activity else ""


def written(window: ConsoleWindow) -> tuple[Card, ...]:
    """Return the cards of the live activity."""
    return window.session.dossier.of(Card, window.session.scene.activity_id or 0)


def open_dialog(window: QWidget, kind: type[QDialog]) -> QDialog:
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def front_dialog(qtbot: QtBot, window: QWidget, kind: type[QDialog]) -> QDialog:
    """Return the dialog that has opened, once it has the keyboard."""
    dialog = open_dialog(window, kind)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def escape(qtbot: QtBot, dialog: QDialog, window: QWidget) -> None:
    """Close a dialog by Esc; the window then has the keyboard again."""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    back_to(qtbot, window)


def back_to(qtbot: QtBot, window: QWidget) -> None:
    """Do what a window manager does and offscreen nobody: activate the window behind a dialog."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
