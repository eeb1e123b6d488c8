"""The first sample, live: console and room screen as large as people use them, on no display."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from crm_workshop.live import scene
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store
from ui.ahead import bring_in
from ui.bridge import StoreBridge
from ui.live import LiveWorkshop
from ui.theme.look import dress
from ui.theme.tokens import load_theme

CONSOLE: Final = QSize(1440, 900)
ROOM: Final = QSize(1920, 1080)
LIBRARY: Final = "live.crmw"

#: How long (s) is waited for anything, whatever else the machine does.
_AT_MOST: Final = 120.0


def application() -> QApplication:
    """Return the application, making it if there is none yet."""
    return cast(QApplication, QApplication.instance() or QApplication([]))


def prepare(folder: Path) -> None:
    """Bring the sample into the library of a folder, if it is not there yet."""
    with Store.open(folder / LIBRARY) as store:
        if not store.workshops():
            from crm_workshop.exchange import import_workshop
            from crm_workshop.exchange.samples import samples

            import_workshop(store, samples()[0].data)


@contextmanager
def stage(folder: Path) -> Iterator[LiveWorkshop]:
    """Open the sample of a folder live, the first panels made; close it in the end."""
    app = application()
    theme = dress(app, load_theme("light"))
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    prepare(folder)
    bring_in()
    with Store.open(folder / LIBRARY) as store:
        number = store.workshops()[0].id
        live = LiveWorkshop(store, StoreBridge(store), number, theme, settings)
        live.room.start()
        for window, size in ((live.console, CONSOLE), (live.room, ROOM)):
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.resize(size)
        scene.go_to_activity(store, store.all(Activity, number)[0].id)
        scene.show_live(store, number)
        try:
            wait_for(lambda: live.console.work.is_ready)
            yield live
        finally:
            live.console.close()
            live.deleteLater()
            wait_for(lambda: not isValid(live))


def wait_for(done: Callable[[], bool]) -> None:
    """Let events happen until something is so; raises `TimeoutError` if it never is."""
    ends = time.monotonic() + _AT_MOST
    while not done():
        if time.monotonic() > ends:
            raise TimeoutError("what the benchmark waits for does not happen")
        QTest.qWait(5)
