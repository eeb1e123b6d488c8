"""Where the program starts: the only place where its parts are built and passed on."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from crm_workshop import cli
from crm_workshop.cli.gallery import Wish


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
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from crm_workshop.store.library import Store
    from ui.awake import Awake
    from ui.bridge import StoreBridge
    from ui.home.window import HomeWindow
    from ui.live import LiveWorkshop, OpenWorkshops
    from ui.resuming import CutOff
    from ui.theme.looks import Looks

    with Store.open(library) as store:
        app = QApplication(sys.argv[:1])
        app.setApplicationName("CRM Workshop")
        settings = QSettings("CRM Workshop", "CRM Workshop")
        looks, bridge, awake = Looks(app, settings), StoreBridge(store), Awake()
        cut_off = CutOff(settings, library)

        def make(workshop_id: int) -> LiveWorkshop:
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
