"""A live workshop: its session, its console, and its room screen on the display that is free."""

from functools import partial

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from crm_workshop.store.library import Store
from ui.awake import Awake
from ui.bridge import StoreBridge
from ui.console.window import ConsoleWindow, open_console
from ui.room.displays import Displays
from ui.room.numbers import Numbers
from ui.room.screen import RoomScreen
from ui.room.window import RoomWindow
from ui.session import Session
from ui.theme.tokens import Theme


class LiveWorkshop(QObject):
    """Puts the windows of one workshop together and takes them apart; `closed` is the end of it.

    Room and console are two views of one session; neither knows the other.
    """

    closed = Signal()

    def __init__(
        self,
        store: Store,
        bridge: StoreBridge,
        workshop_id: int,
        theme: Theme,
        settings: QSettings,
        awake: Awake | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._awake = awake
        self.session = Session(store, bridge, workshop_id, self)
        self._screen = RoomScreen(theme)
        # Before the console: the room is painted first, whatever the console has to do.
        self.session.changed.connect(self._show_room)
        self.console: ConsoleWindow = open_console(self.session, theme, self._end)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.displays = Displays(app, settings, self.console, self)
        self.room = RoomWindow(self._screen, self.displays)
        self._numbers = Numbers(self.displays, theme, self)
        self._connect()
        self._show_room()
        if awake is not None:
            awake.refused.connect(self._tell_refused)
            awake.hold()

    def _connect(self) -> None:
        console, displays = self.console, self.displays
        console.room_requested.connect(self.room.toggle_fullscreen)
        console.swap_requested.connect(displays.swap)
        console.identify_requested.connect(self._numbers.show)
        console.side.clock.passing.connect(self._show_room)
        self.room.shown_changed.connect(self._name_room)
        displays.lost.connect(self._tell_lost)
        displays.returned.connect(self._tell_returned)

    def _show_room(self, *_: object) -> None:
        """Show what the room may see now; the room screen itself draws only what is different."""
        if self._screen.isVisible():
            self._screen.show_view(self.session.room_view())

    def _name_room(self, shown: bool) -> None:
        """Say on the console where the room screen is."""
        if not shown:
            self.console.top.set_room("Room screen: off", on=False)
            return
        self._show_room()
        self.console.top.set_room(f"Room screen: {self.displays.name(self.room.screen())}", on=True)

    def _tell_lost(self, name: str) -> None:
        self.console.notices.tell(
            "display",
            f"{name} was unplugged, so the room screen is hidden. Nothing is lost; it comes back "
            "when the display does.",
        )

    def _tell_refused(self) -> None:
        self.console.notices.tell(
            "awake",
            "This computer could not be asked to stay awake, so it may darken or fall asleep when "
            "nobody touches it. Switch that off in its power settings for today.",
        )

    def _tell_returned(self, name: str) -> None:
        self.console.notices.withdraw("display")
        self.console.top.set_room(f"Room screen: {name}", on=True)

    def _end(self) -> None:
        """Close the room with the console; everything is in the file."""
        self.room.stop()
        self.room.close()
        if self._awake is not None:
            self._awake.release()
        self.closed.emit()


def keep_until_closed(live: LiveWorkshop, kept: list[LiveWorkshop]) -> None:
    """Hold a live workshop until it ends: Qt's windows live only as long as Python holds them."""
    kept.append(live)
    live.closed.connect(partial(kept.remove, live))
    live.closed.connect(live.deleteLater)
