"""Where windows stand, remembered by display, and put back where they can be seen."""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QEvent, QObject, QRect, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.memory import Key, remember, remembered
from ui.room.displays import Identity, identity_of
from ui.widgets.placing import FRAME

#: A window that is being moved is written down this long (ms) after it came to rest.
_RESTS_FOR: Final = 200

_MOVING: Final = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)
_GOING: Final = (QEvent.Type.Hide, QEvent.Type.Close)


class Place(msgspec.Struct, frozen=True):
    """Where a window stands on its display, in that display's own coordinates."""

    display: Identity
    x: int
    y: int
    width: int
    height: int
    maximized: bool = False

    def __str__(self) -> str:
        """Return the place as it is remembered."""
        return msgspec.json.encode(self).decode()


def place_from(text: str) -> Place | None:
    """Return the place that was remembered as text, or None."""
    try:
        return msgspec.json.decode(text, type=Place)
    except msgspec.DecodeError:
        return None


def place_of(window: QWidget) -> Place:
    """Return where a window stands, or would stand if it were not maximized."""
    screen = window.screen()
    whole = window.normalGeometry() if window.isMaximized() else window.geometry()
    corner = screen.geometry().topLeft()
    return Place(
        display=identity_of(screen),
        x=whole.x() - corner.x(),
        y=whole.y() - corner.y(),
        width=whole.width(),
        height=whole.height(),
        maximized=window.isMaximized(),
    )


def screen_of(place: Place, screens: Sequence[QScreen]) -> QScreen | None:
    """Return the display of a place, if it is there."""
    return next((one for one in screens if identity_of(one).is_like(place.display)), None)


def rect_on(place: Place, screen: QScreen) -> QRect:
    """Return the rectangle of a place on a display, all of it within."""
    corner = screen.geometry().topLeft()
    wanted = QRect(corner.x() + place.x, corner.y() + place.y, place.width, place.height)
    return within(wanted, screen.availableGeometry())


def within(wanted: QRect, room: QRect) -> QRect:
    """Return a window's rectangle moved, and cut where it must be, so that all of it is seen."""
    title = FRAME.height()
    size = wanted.size().boundedTo(room.size() - QSize(0, title)).expandedTo(QSize(1, 1))
    x = max(room.left(), min(wanted.x(), room.left() + room.width() - size.width()))
    y = max(room.top() + title, min(wanted.y(), room.top() + room.height() - size.height()))
    return QRect(x, y, size.width(), size.height())


class PlaceKeeper(QObject):
    """Remembers where a window stands each time it has come to rest; not while it is full.

    `counts` tells whether where it stands was wanted, and is not only a step on its way.
    """

    _is_whole = False  # so it is again once Python has let go of what Qt still sends events to

    def __init__(
        self,
        window: QWidget,
        settings: QSettings,
        key: Key,
        counts: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(window)
        self._counts = counts
        self._window, self._settings, self._key = window, settings, key
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_RESTS_FOR)
        self._soon.timeout.connect(self._write)
        self._is_whole = True
        window.installEventFilter(self)

    def restore(self) -> None:
        """Put the window where it stood; where that display is gone, on the one it is on."""
        place = self._place()
        if place is None:
            return
        screen = self.screen() or self._window.screen()
        self._window.setScreen(screen)
        self._window.setWindowState(Qt.WindowState.WindowNoState)
        self._window.setGeometry(rect_on(place, screen))
        if place.maximized:
            self._window.setWindowState(Qt.WindowState.WindowMaximized)

    def screen(self) -> QScreen | None:
        """Return the display that the window stood on, if it is there."""
        place = self._place()
        return screen_of(place, QGuiApplication.screens()) if place else None

    def on(self, screen: QScreen) -> QRect | None:
        """Return where the window stood on a display, if it stood on that one last."""
        place = self._place()
        return rect_on(place, screen) if place and screen_of(place, [screen]) else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice when the window moves, and when it goes."""
        if not self._is_whole or not isValid(self._window):
            return False  # it is being destroyed: an error here would end the process
        if event.type() in _MOVING and self._window.isVisible():
            self._soon.start()
        elif event.type() in _GOING and self._soon.isActive():
            self._write()
        return False

    def _place(self) -> Place | None:
        return place_from(remembered(self._settings, self._key))

    def _write(self) -> None:
        self._soon.stop()
        if not self._window.isFullScreen() and (self._counts is None or self._counts()):
            remember(self._settings, self._key, str(place_of(self._window)))
