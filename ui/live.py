"""A live workshop: its session, its console, and its room screen on the display that is free."""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

from crm_workshop.activities.whereabouts import activity_of
from crm_workshop.live.clock import ClockState, reading
from crm_workshop.store.library import Store
from ui.awake import Awake
from ui.bridge import StoreBridge
from ui.console.window import ConsoleWindow
from ui.memory import Key, remember, remembered
from ui.places import PlaceKeeper
from ui.room.displays import Displays
from ui.room.numbers import Numbers
from ui.room.screen import RoomScreen
from ui.room.window import RoomWindow
from ui.session import Session
from ui.theme.looks import moves, room_theme
from ui.theme.tokens import Theme
from ui.ways import Spot
from ui.windows import bring_forward

_SMALL, _NOT_SMALL = "", "hidden"


class LiveWorkshop(QObject):
    """Puts the windows of one workshop together and takes them apart; `closed` is the end of it.

    Room and console are two views of one session; neither knows the other.
    """

    closed = Signal()
    #: Carries the `Way` to another window.
    way_chosen = Signal(object)

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
        self._settings, self._awake = settings, awake
        of_room = room_theme(settings, theme)
        self.session = Session(store, bridge, workshop_id, self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._screen = RoomScreen(of_room, reduced_motion=not moves(app.style()))
        # Before the console: the room is painted first, whatever the console has to do.
        self.session.changed.connect(self._paint_room)
        self.console = ConsoleWindow(self.session, theme)
        self.console.set_preview(remembered(settings, Key.PREVIEW) != _NOT_SMALL)
        PlaceKeeper(self.console, settings, Key.CONSOLE).restore()
        self.console.show()
        self.displays = Displays(app, settings, self.console, self)
        self.room = RoomWindow(self._screen, self.displays, settings)
        self._numbers = Numbers(self.displays, of_room, self)
        self.console.side.preview.set_theme(of_room)
        self._connect()
        self._show_room()
        if awake is not None:
            awake.refused.connect(self._tell_refused)
            awake.hold()

    def _connect(self) -> None:
        console, displays, room = self.console, self.displays, self.room
        console.room_requested.connect(room.toggle_fullscreen)
        console.room_off_requested.connect(room.stop)
        console.escaped.connect(room.leave_fullscreen)
        console.swap_requested.connect(displays.swap)
        console.identify_requested.connect(self._numbers.show)
        console.preview_changed.connect(self._keep_preview)
        console.side.clock.ticked.connect(self._show_room)
        console.side.clock.passing.connect(self._show_room)
        console.way_chosen.connect(self.way_chosen)
        console.closed.connect(self._end)
        self._screen.pages_changed.connect(self._count_pages)
        room.shown_changed.connect(self._name_room)
        displays.lost.connect(self._tell_lost)
        displays.returned.connect(self._tell_returned)

    def resume(self) -> None:
        """Bring the room screen back after the program was cut off, and say that it was."""
        read = reading(self.session.clock, self.session.activity(), self.session.now())
        clock = "; the clock has run on" if read.state is ClockState.RUNNING else ""
        self.console.notices.tell(
            "resumed",
            f"CRM Workshop was cut off. Everything is here again, what was being typed too{clock}.",
        )
        if not self.room.resume():
            self._tell_lost(self.displays.expect())

    def bring_forward(self) -> None:
        """Show the console before all other windows."""
        bring_forward(self.console)

    def go_to_spot(self, spot: Spot) -> None:
        """Go to the activity in which a record is written, and there to its field."""
        dossier, kit = self.session.dossier, self.session.kit
        activity = activity_of(dossier, kit, spot.table, spot.row_id, spot.field)
        if activity is not None:
            self.console.go_to(activity.id)
            panel = self.console.work.panel
            if panel is not None:
                panel.go_to_spot(spot)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme; the room in its own, if one was chosen for it."""
        of_room = room_theme(self._settings, theme)
        self.console.set_theme(theme)
        for seen_by_the_room in (self.console.side.preview, self._screen, self._numbers):
            seen_by_the_room.set_theme(of_room)

    def _show_room(self) -> bool:
        """Show what the room may see now; tell whether that is something else than before."""
        return self._screen.isVisible() and self._screen.show_view(self.session.room_view())

    def _paint_room(self, *_: object) -> None:
        """Show what was changed without waiting for the windows' turn to paint."""
        if self._show_room():
            self._screen.repaint()

    def _name_room(self, shown: bool) -> None:
        """Say on the console where the room screen is."""
        self._count_pages()
        if not shown:
            self.console.top.set_room("Room screen is closed", on=False)
            return
        self._show_room()
        self.console.top.set_room(f"Room screen: {self.displays.name(self.room.screen())}", on=True)

    def _count_pages(self, *_: object) -> None:
        """Let the console turn the pages of the room screen, where there is one."""
        self.console.set_room_pages(self._screen.pages if self.room.isVisible() else None)

    def _keep_preview(self, shown: bool) -> None:
        remember(self._settings, Key.PREVIEW, _SMALL if shown else _NOT_SMALL)

    def _tell_lost(self, name: str) -> None:
        self.console.notices.tell(
            "display",
            f"{name} was unplugged, so the room screen is hidden. Nothing is lost; it comes back "
            "when the display does.",
        )

    def _tell_refused(self) -> None:
        self.console.notices.tell(
            "awake",
            "This computer could not be asked to stay awake: switch its sleep off for today.",
            urgent=False,
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
