"""Run by test_displays with two displays: the room's window goes where it belongs."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import QSettings
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ui.room.displays import Displays
from ui.room.screen import RoomScreen
from ui.room.window import RoomWindow


def by_name(screens: Iterable[QScreen]) -> tuple[QScreen, QScreen]:
    """Return the laptop's display and the beamer, in whatever order they are plugged in."""
    named = {one.name(): one for one in screens}
    return named["laptop"], named["beamer"]


def full_on(window: RoomWindow, screen: QScreen) -> bool:
    """Tell whether the window fills a display."""
    return (
        window.isVisible()
        and window.isFullScreen()
        and window.screen() is screen
        and window.geometry() == screen.geometry()
    )


def unplug_and_plug(app: QApplication, displays: Displays, window: RoomWindow) -> None:
    laptop, beamer = by_name(displays.all())
    heard: list[str] = []
    number = displays.number(beamer)
    displays.lost.connect(heard.append)
    displays.returned.connect(heard.append)
    app.screenRemoved.emit(beamer)
    assert not window.isVisible()
    assert not window.isFullScreen()
    assert window.screen() is laptop
    assert window.is_wanted
    assert displays.room() is None
    name = f"Display {number} · 1024 × 768"
    assert heard == [name], heard
    app.screenAdded.emit(beamer)
    assert full_on(window, beamer)
    assert heard == [name, displays.name(beamer)]


def unplug_the_consoles(
    app: QApplication, displays: Displays, window: RoomWindow, console: QWidget
) -> None:
    """Qt brings the console to the display that is left: the room's, which it would cover."""
    laptop, beamer = by_name(displays.all())
    assert full_on(window, beamer)
    heard: list[str] = []
    displays.lost.connect(heard.append)
    app.screenRemoved.emit(laptop)
    assert not window.isVisible()
    assert displays.room() is None
    assert len(heard) == 1
    console.setScreen(beamer)
    console.move(beamer.geometry().topLeft())
    app.screenAdded.emit(laptop)
    assert console.screen() is laptop
    assert full_on(window, beamer)


def resume(displays: Displays, settings: QSettings) -> None:
    """As after a cut: it is full again on its display."""
    beamer = by_name(displays.all())[1]
    again = RoomWindow(RoomScreen(), displays, settings)
    assert again.resume()
    assert full_on(again, beamer)
    again.leave_fullscreen()
    assert not again.isFullScreen()
    once_more = RoomWindow(RoomScreen(), displays, settings)
    assert once_more.resume()
    assert once_more.isVisible()
    assert not once_more.isFullScreen()
    for one in (again, once_more):
        one.stop()


def swap(displays: Displays, window: RoomWindow, console: QWidget) -> None:
    laptop, beamer = by_name(displays.all())
    displays.swap()
    assert displays.room() is laptop
    assert full_on(window, laptop)
    assert console.screen() is beamer
    displays.swap()
    assert full_on(window, beamer)
    assert console.screen() is laptop


def main() -> None:
    app = QApplication(sys.argv[:1])
    settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
    laptop, beamer = by_name(app.screens())
    console = QWidget()
    console.setGeometry(laptop.geometry())
    console.show()
    displays = Displays(app, settings, console, console)
    assert displays.room() is beamer
    window = RoomWindow(RoomScreen(), displays, settings)
    window.start()
    assert full_on(window, beamer)
    unplug_and_plug(app, displays, window)
    swap(displays, window, console)
    assert "beamer" in str(settings.value("room/display"))
    unplug_the_consoles(app, displays, window, console)
    resume(displays, settings)
    window.stop()
    assert not window.isVisible()
    sys.stdout.write("all of it")


main()
