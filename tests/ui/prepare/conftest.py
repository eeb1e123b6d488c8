"""The preparation of a new workshop, in a window on a library in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.activities.workshops import create_workshop, duplicate_as_new_attempt
from crm_workshop.exchange import import_workshop, samples
from crm_workshop.store.library import Store
from tests.ui.console.conftest import NEW, Hands
from ui.bridge import StoreBridge
from ui.prepare.window import PrepareWindow
from ui.theme.look import dress
from ui.theme.tokens import load_theme

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
