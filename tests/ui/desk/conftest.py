"""The charter desk, in a window on a library in memory with one of the samples."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.exchange import import_workshop, samples
from crm_workshop.store.library import Store
from tests.ui.console.conftest import RUNNING, Hands
from ui.bridge import StoreBridge
from ui.desk.charter import CharterPage
from ui.desk.window import CharterDesk
from ui.memory import Key, remember
from ui.theme.look import dress
from ui.theme.tokens import load_theme

Opener = Callable[..., CharterDesk]


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    remember(made, Key.FOLDER, str(tmp_path))
    return made


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, hands: Hands, settings: QSettings) -> Iterator[Opener]:
    """Return what opens the desk on a sample and waits for its pages."""
    dress(qapp, load_theme("light"))
    kept: list[object] = []

    def opened(sample: int = RUNNING) -> CharterDesk:
        store = Store.open(":memory:", now=hands)
        workshop_id = import_workshop(store, samples()[sample].data)
        bridge = StoreBridge(store)
        window = CharterDesk(store, bridge, workshop_id, settings)
        kept.extend((bridge, window))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.bring_forward()
        qtbot.waitUntil(window.isActiveWindow)
        wait_for_pages(qtbot, window)
        return window

    yield opened
    dress(qapp, load_theme("light"))


def charter_page(window: CharterDesk) -> CharterPage:
    """Return the page that is shown, which is the charter's."""
    page = window.page
    assert isinstance(page, CharterPage)
    return page


def wait_for_pages(qtbot: QtBot, window: CharterDesk) -> None:
    """Wait until the pages say what the records say, and are drawn."""
    setting = charter_page(window).sheets.setting
    qtbot.waitUntil(lambda: setting.fresh and not setting.busy, timeout=10_000)
