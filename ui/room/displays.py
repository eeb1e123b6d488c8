"""Displays: which one the room sees, remembered by what it is and not by where it is plugged in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.memory import Key, remember, remembered


@dataclass(frozen=True, slots=True)
class Identity:
    """What a display says of itself; two of one model differ by serial number or by their name."""

    manufacturer: str
    model: str
    serial: str
    name: str

    def __str__(self) -> str:
        """Return the identity as it is remembered."""
        return "\n".join((self.manufacturer, self.model, self.serial, self.name))

    def is_like(self, other: "Identity") -> bool:
        """Tell whether it is the same display, though it may be at another connector.

        A display without a serial number is known by its connector too.
        """
        mine, theirs = (self.manufacturer, self.model), (other.manufacturer, other.model)
        if mine != theirs or self.serial != other.serial:
            return False
        return bool(self.serial) or self.name == other.name


def identity_of(screen: QScreen) -> Identity:
    """Return what a display says of itself."""
    return Identity(screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())


def from_memory(text: str) -> Identity | None:
    """Return the identity that was remembered as text, or None."""
    parts = text.split("\n")
    return Identity(*parts) if len(parts) == 4 else None


def pick(
    displays: Sequence[Identity], console: Identity | None, remembered: Identity | None
) -> Identity | None:
    """Return the display for the room: the remembered one, or any that the console is not on."""
    free = [one for one in displays if one != console]
    if remembered is not None:
        known = [one for one in free if one.is_like(remembered)]
        if known:
            return known[0]
    return free[0] if free else None


class Displays(QObject):
    """Follows the displays that are plugged in, and knows which one is the room's.

    `changed` follows every coming and going. `lost` and `returned` carry the name of the room's
    display when it goes and when it is back, or another takes its place.
    """

    changed = Signal()
    lost = Signal(str)
    returned = Signal(str)

    def __init__(
        self, app: QGuiApplication, settings: QSettings, console: QWidget, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._console = console
        self._screens = list(app.screens())
        self._room: QScreen | None = None
        self._is_lost = False
        # The console's display, while the console is a guest on the room's.
        self._guest: Identity | None = None
        app.screenAdded.connect(self._came)
        app.screenRemoved.connect(self._went)
        self._pick()

    def all(self) -> tuple[QScreen, ...]:
        """Return the displays in the order of their numbers, from 1 on."""
        return tuple(self._screens)

    def room(self) -> QScreen | None:
        """Return the room's display; None when there is only the console's."""
        return self._room

    def number(self, screen: QScreen) -> int:
        """Return a display's number, as it is shown on it."""
        return self._screens.index(screen) + 1

    def name(self, screen: QScreen) -> str:
        """Return a display as people read it: “Display 2 · 1920 × 1080”, in its own pixels."""
        size = screen.size() * screen.devicePixelRatio()
        return f"Display {self.number(screen)} · {size.width()} × {size.height()}"

    def expect(self) -> str:
        """Take the room's remembered display for lost until one comes; return its name."""
        self._is_lost = True
        memory = from_memory(remembered(self._settings, Key.ROOM_DISPLAY))
        return (memory.model or memory.name if memory else "") or "The room’s display"

    def choose(self, screen: QScreen) -> None:
        """Make a display the room's, and remember it."""
        self._room = screen
        self._is_lost = False
        self.remember()
        self.changed.emit()

    def remember(self) -> None:
        """Remember the room's display, so that it is the room's again next time."""
        if self._room is not None:
            remember(self._settings, Key.ROOM_DISPLAY, str(identity_of(self._room)))

    def swap(self) -> None:
        """Let console and room change places; with one display nothing happens."""
        room, console = self._room, self._console_screen()
        if room is None or console is None or room is console:
            return
        self._move_console(console, room)
        self.choose(console)

    def _move_console(self, old: QScreen, new: QScreen) -> None:
        """Put the console where it is now, on another display."""
        was_maximized = self._console.isMaximized()
        corner = self._console.frameGeometry().topLeft() - old.geometry().topLeft()
        self._console.setScreen(new)
        self._console.move(new.geometry().topLeft() + corner)
        if was_maximized:
            self._console.showMaximized()

    def _console_screen(self) -> QScreen | None:
        found = self._console.screen()
        if found in self._screens:
            return found
        return self._screens[0] if self._screens else None

    def _pick(self) -> None:
        console = self._console_screen()
        known = {identity_of(one): one for one in self._screens}
        memory = from_memory(remembered(self._settings, Key.ROOM_DISPLAY))
        found = pick(list(known), identity_of(console) if console else None, memory)
        self._room = known[found] if found else None

    def _came(self, screen: QScreen) -> None:
        if screen not in self._screens:
            self._screens.append(screen)
        guest, self._guest = self._guest, None
        if guest is not None and identity_of(screen).is_like(guest):
            self._move_console(self._console.screen(), screen)
        self._pick()
        if self._room is not None and self._is_lost:
            self._is_lost = False
            self.returned.emit(self.name(self._room))
        self.changed.emit()

    def _went(self, screen: QScreen) -> None:
        name = self.name(screen) if screen in self._screens else ""
        self._screens = [one for one in self._screens if one is not screen]
        # Without the console's display the console comes to the room's, which then is no longer.
        if self._room is not None and (screen is self._room or self._screens == [self._room]):
            self._guest = None if screen is self._room else identity_of(screen)
            self._room = None
            self._is_lost = True
            self.lost.emit(name)
        self.changed.emit()
