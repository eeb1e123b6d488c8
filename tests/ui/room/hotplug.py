"""Run by test_hotplug on an X server of its own: unplug the room's display, and plug it in."""

import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.room.monitors import Monitors
from ui.room.displays import Displays
from ui.room.screen import RoomScreen
from ui.room.window import RoomWindow


def wait_for(app: QApplication, fact: Callable[[], bool]) -> None:
    """Go on when something has become true; it does within ten seconds."""
    deadline = QDeadlineTimer(10_000)
    while not fact():
        assert not deadline.hasExpired(), [one.geometry() for one in app.topLevelWidgets()]
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def appear(app: QApplication, console: QLineEdit) -> None:
    """Show the console; a window manager that is just starting may overlook its first window."""
    for _ in range(10):
        console.show()
        deadline = QDeadlineTimer(1_000)
        while not deadline.hasExpired():
            if console.windowHandle().isExposed():
                return
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        console.hide()
    raise AssertionError("the console was never shown")


def play(app: QApplication, monitors: Monitors, settings: QSettings) -> None:
    console = QLineEdit()
    console.setGeometry(100, 100, 600, 300)
    appear(app, console)
    displays = Displays(app, settings, console, console)
    window = RoomWindow(RoomScreen(), displays, settings)

    def is_on(name: str) -> bool:
        screen = next((one for one in app.screens() if one.name() == name), None)
        return (
            screen is not None
            and window.isVisible()
            and window.isFullScreen()
            and window.geometry() == screen.geometry()
        )

    window.start()
    wait_for(app, lambda: is_on("beamer"))
    monitors.unplug("beamer")
    wait_for(app, lambda: len(app.screens()) == 1)
    wait_for(app, lambda: not window.isVisible())
    monitors.plug_in("beamer", 1280, 1024, 768)
    wait_for(app, lambda: is_on("beamer"))
    displays.swap()
    wait_for(app, lambda: is_on("laptop"))
    displays.swap()
    wait_for(app, lambda: is_on("beamer"))
    assert app.activeWindow() is not window
    window.stop()


def main() -> None:
    monitors = Monitors()
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    try:
        deadline = QDeadlineTimer(10_000)
        while not monitors.has_manager():
            assert not deadline.hasExpired(), "there is no window manager"
        monitors.plug_in("laptop", 0, 1280, 800, first=True)
        monitors.plug_in("beamer", 1280, 1024, 768)
        app = QApplication(sys.argv[:1])
        play(app, monitors, QSettings(sys.argv[1], QSettings.Format.IniFormat))
    finally:
        manager.terminate()
        manager.wait(10)


main()
