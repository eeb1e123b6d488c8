"""Windows open once, come back, and are let go only when their last event is over."""

import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.store.library import Store
from ui.bridge import StoreBridge
from ui.live import LiveWorkshop
from ui.theme.look import dress
from ui.ways import Way, Where
from ui.windows import Windows


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Windows]:
    theme, store = dress(qapp), Store.open(":memory:")
    import_workshop(store, samples()[2].data)
    bridge = StoreBridge(store)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    library = QWidget()
    qtbot.addWidget(library)

    def live(number: int) -> LiveWorkshop:
        return LiveWorkshop(store, bridge, number, theme, settings)

    yield Windows(library, {Where.LIVE: live}, lambda _: None)
    store.close()


def test_a_window_that_closes_is_there_until_its_own_event_is_over(
    qtbot: QtBot, windows: Windows
) -> None:
    for _ in range(3):
        made = windows.go(Way(Where.LIVE, 1))
        assert isinstance(made, LiveWorkshop)
        opened, console = weakref.ref(made), made.console
        del made
        console.close()
        assert opened() is not None, "it would be deleted within its own event"
        assert len(windows) == 0
        qtbot.waitUntil(partial(is_gone, opened))


def is_gone(reference: "weakref.ref[LiveWorkshop]") -> bool:
    return reference() is None
