"""Where the program starts: the only place where its parts are built and passed on."""

import os
import sys
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crm_workshop import cli
from crm_workshop.cli.gallery import Wish

if TYPE_CHECKING:
    from crm_workshop.store.library import Store
    from ui.live import LiveWorkshop

#: So long (ms) after the first window the modules of the live ones are brought in.
_THEN: Final = 150


def main() -> None:
    """Run the command line; without a command, open the window."""
    sys.exit(cli.main(open_window=open_window, draw_gallery=draw_gallery))


def open_window(library: Path) -> int | None:
    """Show the library until its window is closed; return the exit code, None without a display.

    Where the program was cut off with a workshop live, that one is opened at once, and the library
    once it is closed. Raises `LibraryError` if the file cannot be used.
    """
    if not has_display():
        return None
    # Before Qt: once it is there, it reads the source of every module that comes in.
    from crm_workshop.store.library import Store

    with Store.open(library) as store:
        return _show(store, library)


def _show(store: "Store", library: Path) -> int:
    """Show the windows of an open library until the last is closed; return the exit code."""
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from ui.awake import Awake
    from ui.bridge import StoreBridge
    from ui.home.window import HomeWindow
    from ui.opened import OpenWorkshops
    from ui.resuming import CutOff
    from ui.theme.looks import Looks

    app = QApplication(sys.argv[:1])
    app.setApplicationName("CRM Workshop")
    settings = QSettings("CRM Workshop", "CRM Workshop")
    looks, bridge, awake = Looks(app, settings), StoreBridge(store), Awake()
    cut_off = CutOff(settings, library)

    def make(workshop_id: int) -> "LiveWorkshop":
        from ui.live import LiveWorkshop

        live = LiveWorkshop(store, bridge, workshop_id, looks.theme, settings, awake)
        live.console.zoom_requested.connect(looks.zoom)
        live.console.theme_requested.connect(looks.choose)
        return live

    home, workshops = HomeWindow(store, bridge), OpenWorkshops(make, cut_off.mark)
    home.open_requested.connect(workshops.open)
    looks.changed.connect(workshops.set_theme)
    found = cut_off.found(store)
    if found is None:
        home.show()
    else:
        live = workshops.open(found)
        live.resume()
        live.closed.connect(home.show)
    QTimer.singleShot(_THEN, partial(import_module, "ui.live"))
    code = app.exec()
    awake.close()
    return code


def draw_gallery(wish: Wish) -> Iterator[Path]:
    """Draw the wished screens of the samples, and yield each file once it is written.

    Raises `DiskError` if one cannot be written. No display is asked for.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from ui.gallery.drawing import gallery

    app = QApplication.instance() or QApplication(sys.argv[:1])
    yield from gallery(wish)
    app.processEvents()


def has_display() -> bool:
    """Tell whether a window could be shown: always, but on a Linux without a screen."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
