"""The preparation of a new workshop, in a window on a library in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from crm_workshop.activities.workshops import create_workshop, duplicate_as_new_attempt
from crm_workshop.exchange import import_workshop, samples
from crm_workshop.store.library import Store
from tests.ui.console.conftest import NEW, Hands, the
from tests.ui.prepare.day import place
from ui.bridge import StoreBridge
from ui.prepare.window import PrepareWindow
from ui.theme.look import dress
from ui.theme.tokens import load_theme
from ui.ways import Spot

Opener = Callable[..., PrepareWindow]


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def preparation(qtbot: QtBot, qapp: QApplication, hands: Hands, tmp_path: Path) -> Iterator[Opener]:
    """Return what opens the preparation: of a new one, a sample, or the attempt after it."""
    dress(qapp, load_theme("light"))
    kept: list[object] = []

    def opened(sample: int = NEW, *, again: bool = False) -> PrepareWindow:
        store = Store.open(":memory:", now=hands)
        if sample == NEW:
            workshop_id = create_workshop(store, "Marlowe & Vane").id
        else:
            workshop_id = import_workshop(store, samples()[sample].data)
        if again:
            workshop_id = duplicate_as_new_attempt(store, workshop_id).id
        bridge = StoreBridge(store)
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = PrepareWindow(store, bridge, workshop_id, settings)
        kept.extend((bridge, window))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.bring_forward()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opened
    dress(qapp, load_theme("light"))


@pytest.fixture
def agenda(preparation: Opener, qtbot: QtBot) -> Opener:
    """Return what opens the preparation at the agenda: nine o'clock, the keyboard in the list."""

    def opened(*sample: int) -> PrepareWindow:
        window = preparation(*sample)
        window.go_to_spot(Spot(page="agenda"))
        starts = the(window.page, QLineEdit, "Starts")
        if not starts.text():
            qtbot.keyClicks(starts, "9:00")
            qtbot.keyClick(starts, Qt.Key.Key_Return)
        listed = the(window.page, QListView, "Agenda")
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place(listed, 1))
        assert QApplication.focusWidget() is listed
        return window

    return opened
