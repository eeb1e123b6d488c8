"""The window on the projector: a room screen, and nothing that could take the keyboard."""

from enum import StrEnum

from PySide6.QtCore import QRect, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QMainWindow

from ui.memory import Key, remember, remembered
from ui.places import PlaceKeeper
from ui.room.displays import Displays
from ui.room.screen import RoomScreen

#: A window manager may put a new window elsewhere: how soon (ms) and how often that is mended.
_SETTLES_IN = 200
_TRIES = 10

#: The part of the only display that a rehearsal takes.
_REHEARSAL = 0.55


class _State(StrEnum):
    """What was last wanted of the room screen, as it is remembered."""

    OFF = ""
    WINDOW = "window"
    FULL = "full"


class RoomWindow(QMainWindow):
    """Holds the room screen: full on the room's display, or a window beside the console.

    It never takes the focus, so that the keys of a clicker always reach the console. `shown`
    carries whether it can be seen, `fullscreen_left` follows Esc.
    """

    shown_changed = Signal(bool)
    fullscreen_left = Signal()

    def __init__(self, screen: RoomScreen, displays: Displays, settings: QSettings) -> None:
        super().__init__()
        self.room = screen
        self._displays, self._settings = displays, settings
        self._keeper = PlaceKeeper(self, settings, Key.ROOM, self._is_window)
        self._wanted = False
        self._tries = 0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES_IN)
        self._settling.timeout.connect(self._settle)
        self._build()
        displays.lost.connect(self._hide_at_once)
        displays.changed.connect(self._follow)

    def _build(self) -> None:
        self.setWindowTitle("Room screen")
        self.setAccessibleName("Room screen")
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setCentralWidget(self.room)

    @property
    def is_wanted(self) -> bool:
        """Tell whether the room screen has been started, though its display may be gone."""
        return self._wanted

    def start(self) -> None:
        """Show the room screen: full on the room's display, or with one display as a rehearsal."""
        self._wanted = True
        self._displays.remember()
        self._place()

    def resume(self) -> bool:
        """Show the room screen as it was when the program was cut off.

        Returns False where it filled a display that is not there now: it is shown once that comes.
        """
        state = remembered(self._settings, Key.ROOM_STATE)
        self._wanted = state in (_State.WINDOW, _State.FULL)
        if state == _State.FULL and self._displays.room() is None:
            return False
        if state == _State.FULL:
            self._place()
        elif state == _State.WINDOW:
            self._be_window(self._keeper.screen() or self.screen())
            self.shown_changed.emit(True)
        return True

    def stop(self) -> None:
        """Put the room screen away."""
        self._wanted = False
        self._put_away()
        self._remember()

    def toggle_fullscreen(self) -> None:
        """Start the room screen, or fill its display, or leave that again (F5)."""
        if not self._wanted or not self.isVisible():
            self.start()
        elif self.isFullScreen():
            self.leave_fullscreen()
        elif self._displays.room() is not None:
            self._place()
        else:
            self._fill()

    def leave_fullscreen(self) -> None:
        """Become a window on the same display; nothing ends by it."""
        if self.isFullScreen():
            self._be_window(self.screen())
            self._remember()
            self.fullscreen_left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave fullscreen with Esc, go there and back with F5; other keys do nothing here."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_fullscreen()
        elif event.key() == Qt.Key.Key_F5:
            self.toggle_fullscreen()
        else:
            event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be put away by the window's own button, and stay so."""
        super().closeEvent(event)
        self.stop()

    def _place(self) -> None:
        display = self._displays.room()
        if display is None:
            self._be_window(self._displays.all()[0])
        elif not (self.isFullScreen() and self.screen() is display and self.isVisible()):
            # A window manager may keep a full window on its old display, so it begins anew.
            self.hide()
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.setScreen(display)
            self.setGeometry(display.geometry())
            self._fill()
            self._tries = _TRIES
            self._settling.start()
        self._remember()
        self.shown_changed.emit(True)

    def _be_window(self, screen: QScreen) -> None:
        """Stand as a window on a display: where it stood there before, else at the lower right."""
        place = self._keeper.on(screen) or _rehearsal(screen)
        self.setScreen(screen)
        self.setGeometry(place)
        self.showNormal()
        # Once more: a window manager puts a window that was full back where it had been.
        self.setGeometry(place)

    def _is_window(self) -> bool:
        """Tell whether it is wanted as a window; filling a display, it is one on its way too."""
        return remembered(self._settings, Key.ROOM_STATE) == _State.WINDOW

    def _remember(self) -> None:
        """Remember how it is shown; full on the only display is still a rehearsal."""
        is_full = self.isFullScreen() and self._displays.room() is not None
        state = (_State.FULL if is_full else _State.WINDOW) if self._wanted else _State.OFF
        remember(self._settings, Key.ROOM_STATE, state)

    def _fill(self) -> None:
        """Fill the display; `showFullScreen` would also ask for the focus."""
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.setVisible(True)

    def _settle(self) -> None:
        """Go to the room's display once more if the window manager has put the window elsewhere."""
        display = self._displays.room()
        if display is None or not self._wanted or not self.isFullScreen():
            return
        if self.geometry() != display.geometry() and self._tries:
            self._tries -= 1
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.setGeometry(display.geometry())
            self._fill()
            self._settling.start()

    def _hide_at_once(self) -> None:
        """Leave the display that is gone: Qt would drag the window over the console."""
        if self._wanted:
            self._put_away()

    def _put_away(self) -> None:
        self._settling.stop()
        self.hide()
        self.setWindowState(Qt.WindowState.WindowNoState)
        left = self._displays.all()
        if left:
            self.setScreen(left[0])
            self.setGeometry(_rehearsal(left[0]))
        self.shown_changed.emit(False)

    def _follow(self) -> None:
        """Go where the room's display is; without one stay hidden, if it was on another."""
        if self._wanted and self._displays.room() is not None:
            self._place()


def _rehearsal(screen: QScreen) -> QRect:
    """Return where a window stands in a rehearsal: 16 to 9, at the lower right."""
    whole = screen.availableGeometry()
    width = int(whole.width() * _REHEARSAL)
    height = width * 9 // 16
    return QRect(
        whole.right() - width - 24, max(whole.bottom() - height - 24, whole.top()), width, height
    )
