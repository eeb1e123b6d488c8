"""Where the program starts: the only place where its parts are built and passed on."""

import gc
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crm_workshop import cli
from crm_workshop.cli.gallery import Wish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from crm_workshop.store.library import Store
    from ui.windows import Windows

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
    # A start makes no garbage worth the search; `Garbage` sees to it once the windows stand.
    gc.disable()
    # Before Qt: once it is there, it reads the source of every module that comes in.
    from crm_workshop.store.library import Store

    with Store.open(library) as store:
        return _show(store, library)


def _show(store: "Store", library: Path) -> int:
    """Show the windows of an open library until the last is closed; return the exit code."""
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from ui.ahead import bring_in
    from ui.awake import Awake
    from ui.bridge import StoreBridge
    from ui.garbage import Garbage
    from ui.home.window import HomeWindow
    from ui.makers import Makers
    from ui.memory import for_new_workshops
    from ui.resuming import CutOff
    from ui.theme.looks import Looks
    from ui.windows import Windows

    app = QApplication(sys.argv[:1])
    app.setApplicationName("CRM Workshop")
    settings = QSettings("CRM Workshop", "CRM Workshop")
    garbage = Garbage()
    looks, bridge, awake = Looks(app, settings), StoreBridge(store), Awake()
    cut_off = CutOff(settings, library)
    home = HomeWindow(store, bridge)
    windows = Windows(home, Makers(store, bridge, looks, settings, awake).all(), cut_off.mark)
    home.spare(windows.workshops)
    home.commands.deeds.begin_with(partial(for_new_workshops, settings))
    home.way_chosen.connect(windows.go)
    home.zoom_requested.connect(looks.zoom)
    home.theme_requested.connect(looks.choose)
    looks.changed.connect(home.set_theme)
    looks.changed.connect(windows.set_theme)
    _begin(windows, home, cut_off.found(store))
    QTimer.singleShot(_THEN, bring_in)
    code = app.exec()
    garbage.stop()
    awake.close()
    return code


def _begin(windows: "Windows", home: "QWidget", found: int | None) -> None:
    """Show the library, or the workshop that was live when the program was cut off."""
    if found is None:
        home.show()
        return
    from ui.live import LiveWorkshop
    from ui.ways import Way, Where

    live = windows.go(Way(Where.LIVE, found))
    if isinstance(live, LiveWorkshop):
        live.resume()


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
