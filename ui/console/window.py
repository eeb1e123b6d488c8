"""The facilitator's console: agenda, work, clock and script, and what the room sees."""

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from crm_workshop.store.library import Change
from ui.actions import ACTIONS, make_actions
from ui.commands import look_slots, way_slots
from ui.console.advance import Move, backward, onward
from ui.console.commands import (
    AgendaCommands,
    ClockCommands,
    RoomCommands,
    Slots,
)
from ui.console.foot import Foot
from ui.console.going import GoingCommands
from ui.console.keys import TypingKeys
from ui.console.naming import Naming, foot_keys
from ui.console.notices import Notices
from ui.console.noting import NotingCommands
from ui.console.openings import Openings
from ui.console.rail import Rail
from ui.console.side import Side
from ui.console.topbar import TopBar
from ui.console.work import WorkArea
from ui.session import Session
from ui.theme.tokens import Theme
from ui.ways import Way, Where
from ui.widgets.placing import begin_at
from ui.widgets.reading_order import ReadingWindow

#: A window that is lower than this (px at the normal text size) shows no preview and few keys.
_LOW: Final = 490

_UNSAVED: Final = (
    "What you typed last is not in the file yet, so this workshop stays open. "
    "Close it once more to leave without it."
)

_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ConsoleWindow(ReadingWindow):
    """One workshop, live. The room screen's window is asked for by signals; it is not ours.

    Every view sets itself from the session after each change; nothing here holds a rule.
    """

    room_requested = Signal()
    room_off_requested = Signal()
    swap_requested = Signal()
    identify_requested = Signal()
    #: Esc, where nothing that is open took it.
    escaped = Signal()
    #: By how much the text scale is to change; 0 asks for the system's.
    zoom_requested = Signal(float)
    #: The name of a theme; nothing asks for the system's.
    theme_requested = Signal(str)
    preview_changed = Signal(bool)
    #: Carries the `Way` to another window.
    way_chosen = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self.theme = theme
        self._has_preview = True
        self._room_pages: int | None = None
        self._is_warned = False
        self.named_actions: dict[str, QAction] = make_actions(self)
        self._naming = Naming(session, self.named_actions)
        self._openings = Openings(self, session, self.named_actions)
        self._typing = TypingKeys(self.named_actions.values(), self)
        self._agenda = AgendaCommands(session, self._openings)
        self._noting = NotingCommands(session, self._openings)
        self._room = RoomCommands(session, self._pages)
        self._moves: tuple[Move | None, Move | None] = (None, None)
        self._build()
        self._slots = self._all_slots()
        self._connect()
        self._render()
        self.work.focus_work()

    def _build(self) -> None:
        self.setWindowTitle(f"{self.session.dossier.workshop.firm} – CRM Workshop")
        self.top, self.foot = TopBar(self.session, self.theme), Foot(self.session)
        self.rail, self.side = Rail(self.session, self.theme), Side(self.session, self.theme)
        self.work, self.notices = WorkArea(self.session), Notices()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.work, stretch=1)
        middle.addWidget(self.side)
        layout = QVBoxLayout(self.whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.notices)
        layout.addLayout(middle, stretch=1)
        layout.addWidget(self.foot)
        begin_at(self, QSize(1440, 900), QSize(1024, 640))

    def _connect(self) -> None:
        for name, action in self.named_actions.items():
            action.triggered.connect(partial(self.run, name))
        self.session.changed.connect(self._changed)
        self.session.findings_changed.connect(self._findings_changed)
        self.session.failed.connect(self.work.banner.tell)
        self.notices.closed.connect(self.work.work_on)
        self.rail.activity_requested.connect(self.go_to)
        self.side.asked.connect(self.run)
        self.side.clock.passing.connect(self.top.refresh_pace)
        self.side.pace.accepted.connect(partial(self.run, "cut"))
        self.side.preview.screen_view.pages_changed.connect(self._name_keys)
        self.foot.undo_requested.connect(partial(self.run, "undo"))
        self.work.accept_requested.connect(self._noting.ask_reason)
        self.work.withdraw_requested.connect(self._noting.withdraw)
        self._openings.accept_requested.connect(self._noting.ask_reason)
        self._openings.withdraw_requested.connect(self._noting.withdraw)
        self.work.settle_requested.connect(partial(self.run, "settle"))
        self.work.begin_requested.connect(self._begin)
        self.top.menu_requested.connect(partial(self.run, "menu"))
        self.top.room_requested.connect(partial(self.run, "room_window"))
        self.top.settle_requested.connect(partial(self.run, "settle"))
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._typing.follow)
        app.focusChanged.connect(self._say_keys)

    def _all_slots(self) -> Slots:
        """Return what each action does, by its id."""
        lead = self.way_chosen.emit
        own: Slots = {
            "on": partial(self._move, 1),
            "back": partial(self._move, -1),
            "room_window": self.room_requested.emit,
            "room_off": self.room_off_requested.emit,
            "swap": self.swap_requested.emit,
            "identify": self.identify_requested.emit,
            "charter": partial(lead, Way(Where.CHARTER, self.session.workshop_id)),
            "preparation": partial(lead, Way(Where.PREPARATION, self.session.workshop_id)),
            "close": self.close,
            "preview": self._toggle_preview,
        }
        own |= look_slots(self.zoom_requested, self.theme_requested)
        own |= way_slots(lead, self.session.workshop_id)
        clock = ClockCommands(self.session)
        for part in (self._room, self._agenda, clock, self._noting):
            own |= part.slots()
        going = GoingCommands(self._openings, self.named_actions, self.run, self.go_to)
        return own | going.slots(self.rail, self.work, self.side.notes, self.top.menu)

    # Showing

    def _changed(self, change: Change) -> None:
        """Show what was committed; only now is it said to be saved."""
        self.work.banner.hide()
        self._forget_warning()
        self.work.touched(change.tables)
        self._render()
        self.foot.saved(self.session.now())

    def _render(self) -> None:
        """Set every part from the session."""
        panel = self.work.panel
        for part in (self.top, self.rail, self.side, self.work, self.foot):
            part.refresh()
        self._name_keys()
        # Whoever walks the agenda or writes a private note goes on: the room may see other fields.
        elsewhere = self.rail.hasFocus() or self.side.notes.hasFocus()
        if self.work.panel is not panel and not elsewhere:
            self.work.focus_work()

    def _name_keys(self, *_: object) -> None:
        """Say what the actions and the keys do now."""
        self._moves = self._ahead(), self._behind()
        self._naming.refresh(*self._moves)
        self._say_keys()

    def _say_keys(self, *_: object) -> None:
        """Say at the foot which keys work where the focus is."""
        self.foot.set_keys(foot_keys(*self._moves, self.work.panel, few=self._is_low()))

    def _findings_changed(self) -> None:
        self.top.refresh_findings()
        self.work.refresh_findings()

    def _ahead(self) -> Move | None:
        panel = self.work.panel
        typing = panel.typing if panel else frozenset()
        return onward(self.session, pages=self._pages(), typing=typing)

    def _behind(self) -> Move | None:
        return backward(self.session, pages=self._pages())

    def _pages(self) -> int:
        """Return of how many pages the room's view is: on its screen, else in small."""
        return self._room_pages or self.side.preview.pages

    # Acting

    def run(self, name: str, *_: object) -> None:
        """Do an action by its id; what is still being typed is written first."""
        self.keep_drafts()
        self._slots[name]()

    def go_to(self, activity_id: int) -> None:
        """Make an activity the live one and begin to work on it."""
        self.keep_drafts()
        self._agenda.go_to(activity_id)
        self.work.focus_work()

    def keep_drafts(self) -> None:
        """Write everything that is still only in a text field."""
        self.work.keep_drafts()
        self.side.notes.keep_draft()
        self.session.pay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the clicker's plain keys, which come here only where no text is being typed."""
        key = event.text().upper()
        found = [one.id for one in ACTIONS if key and key in one.clicker]
        if found and event.modifiers() in _PLAIN:
            self.run(found[0])
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _forget_warning(self) -> None:
        """Let the window stay open anew for what cannot be written: the file can be written."""
        self._is_warned = False
        self.notices.withdraw("unsaved")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the agenda, the work and the clock's column."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is being typed before the window goes; what cannot be written keeps it."""
        failures = self.session.failures
        self.keep_drafts()
        if self.session.failures != failures and not self._is_warned:
            self._is_warned = True
            self.notices.tell("unsaved", _UNSAVED)
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _begin(self) -> None:
        """Begin the day or go on with it; once it is done, say what is still to settle."""
        self.run("on" if self._ahead() else "settle")

    def _move(self, way: int) -> None:
        move = self._ahead() if way > 0 else self._behind()
        if move is not None:
            self.session.do(move.run)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours and sizes that the windows are dressed in from now on."""
        self.theme = theme
        for part in (self.top, self.rail, self.side):
            part.set_theme(theme)
        self._fit()

    def set_room_pages(self, pages: int | None) -> None:
        """Turn as many pages as the room screen has; None while there is none."""
        if pages != self._room_pages:
            self._room_pages = pages
            self._name_keys()

    def set_preview(self, shown: bool) -> None:
        """Show what the room sees in small, or leave its place to the script."""
        self._has_preview = shown
        self._fit()

    def _toggle_preview(self) -> None:
        self.set_preview(not self._has_preview)
        self.preview_changed.emit(self._has_preview)

    def _fit(self) -> None:
        low = self._is_low()
        self.rail.fit(self.width())
        self.side.fit(self.theme, self.width())
        for part in (self.top, self.notices, self.work, self.side.clock):
            part.set_low(low)
        self.side.preview.setVisible(self._has_preview and not low)
        self._name_keys()

    def _is_low(self) -> bool:
        """Tell whether the window is low for its text: then what can be spared goes."""
        return self.height() < self.theme.px(_LOW)
