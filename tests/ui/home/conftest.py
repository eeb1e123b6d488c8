"""The first window over a library file, empty or with the samples."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.store.library import Store
from tests.ui.home.hands import button, shelf
from ui.bridge import StoreBridge
from ui.home.model import DETAILS
from ui.home.window import HomeWindow
from ui.theme.look import dress


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "library.crmw")


@pytest.fixture
def window(qtbot: QtBot, store: Store, qapp: QApplication) -> HomeWindow:
    dress(qapp)
    window = HomeWindow(store, StoreBridge(store))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def sampled(qtbot: QtBot, window: HomeWindow) -> HomeWindow:
    qtbot.mouseClick(button(window, "sample"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shelf(window).currentIndex().data(DETAILS) is not None)
    return window
