"""The charter desk: a window of pages about one workshop's charter."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout

from crm_workshop.store.library import Change, Store
from ui.actions import Menu, make_actions
from ui.bridge import StoreBridge
from ui.console.commands import Slots
from ui.console.foot import Foot
from ui.desk.actions import ACTIONS
from ui.desk.bar import DeskBar
from ui.desk.pages import PAGES
from ui.memory import Key
from ui.page import Page
from ui.places import PlaceKeeper
from ui.session import Session
from ui.theme.tokens import NAMES, Theme
from ui.ways import Spot, Way, Where
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.placing import begin_at
from ui.widgets.reading_order import ReadingWindow
from ui.widgets.text import as_button_text
from ui.windows import bring_forward

_BY: Final = "desk"

#: By how much one key sets the text larger.
_STEP: Final = 0.1

_WAYS: Final = {"live": Where.LIVE, "preparation": Where.PREPARATION, "library": Where.LIBRARY}


class CharterDesk(ReadingWindow):
    """One workshop's charter; its pages are made when they are first shown."""

    closed = Signal()
    #: Carries the `Way` to another window.
    way_chosen = Signal(object)
    #: By how much the text scale is to change; 0 asks for the system's.
    zoom_requested = Signal(float)
    #: The name of a theme; nothing asks for the system's.
    theme_requested = Signal(str)

    def __init__(
        self, store: Store, bridge: StoreBridge, workshop_id: int, settings: QSettings
    ) -> None:
        super().__init__()
        self.session = Session(store, bridge, workshop_id, self)
        self._settings = settings
        self._pages: dict[str, Page] = {}
        self.named_actions = make_actions(self, ACTIONS)
        self._build()
        self._slots = self._all_slots()
        self._connect()
        self.show_page(PAGES[0].key)
        self._render()
        self._page().first_focus().setFocus()

    def _build(self) -> None:
        self.bar, self.foot, self.banner = DeskBar(PAGES), Foot(self.session), Banner()
        self._stack = QStackedWidget()
        self._menu = QMenu(self)
        for menu in (Menu.WORKSHOP, Menu.VIEW):
            inside = self._menu.addMenu(menu.value)
            inside.addActions([self.named_actions[one.id] for one in ACTIONS if one.menu is menu])
        layout = QVBoxLayout(self.whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.bar, self.banner):
            layout.addWidget(part)
        layout.addWidget(self._stack, stretch=1)
        layout.addWidget(self.foot)
        begin_at(self, QSize(1440, 900), QSize(1024, 640))
        PlaceKeeper(self, self._settings, Key.DESK).restore()

    def _connect(self) -> None:
        for name, action in self.named_actions.items():
            action.triggered.connect(partial(self.run, name))
        self.session.changed.connect(self._changed)
        self.session.findings_changed.connect(self._render)
        self.session.failed.connect(self.banner.tell)
        self.bar.page_requested.connect(self.show_page)
        self.bar.asked.connect(self.run)
        self.foot.undo_requested.connect(partial(self.run, "undo"))

    def _all_slots(self) -> Slots:
        """Return what each action does, by its id."""
        own: Slots = {
            "undo": self._undo,
            "redo": self._redo,
            "close": self.close,
            "menu": partial(self.bar.open_menu, self._menu),
            "zoom_in": partial(self.zoom_requested.emit, _STEP),
            "zoom_out": partial(self.zoom_requested.emit, -_STEP),
            "zoom_reset": partial(self.zoom_requested.emit, 0.0),
        }
        for name in ("", *NAMES):
            own[f"theme_{name or 'system'}"] = partial(self.theme_requested.emit, name)
        for name, where in _WAYS.items():
            own[name] = partial(self._go, where)
        return own

    # Showing

    def _changed(self, _change: Change) -> None:
        self.banner.hide()
        self._render()
        self.foot.saved(self.session.now())

    def _render(self) -> None:
        """Set every part that is seen from the session."""
        workshop = self.session.dossier.workshop
        self.setWindowTitle(f"Charter of {workshop.firm} – CRM Workshop")
        self.bar.refresh(self.session)
        self._page().refresh()
        self.foot.refresh()
        store, workshop_id = self.session.store, self.session.workshop_id
        for name, what, done in (
            ("undo", "Undo", store.undo_name(workshop_id)),
            ("redo", "Redo", store.redo_name(workshop_id)),
        ):
            self.named_actions[name].setText(as_button_text(f"{what} “{done}”" if done else what))
            self.named_actions[name].setEnabled(done is not None)

    def show_page(self, key: str) -> None:
        """Show one of the pages; what was being typed on the one before is written."""
        self.keep_drafts()
        page = self._pages.get(key) or self._make(key)
        page.refresh()
        self._stack.setCurrentWidget(page)
        self.bar.mark(key)

    def _make(self, key: str) -> Page:
        made = next(one for one in PAGES if one.key == key)(self.session)
        made.way_chosen.connect(self.way_chosen)
        self._pages[key] = made
        self._stack.addWidget(made)
        return made

    def _page(self) -> Page:
        return self._pages[self.bar.marked]

    def set_theme(self, _theme: Theme) -> None:
        """Show everything in another theme."""
        self._render()

    # Acting

    def run(self, name: str, *_: object) -> None:
        """Do an action by its id; what is still being typed is written first."""
        self.keep_drafts()
        self._slots[name]()

    def bring_forward(self) -> None:
        """Show the desk before all other windows."""
        bring_forward(self)

    def go_to_spot(self, spot: Spot) -> None:
        """Show the page that a spot names, and the spot on it."""
        if any(one.key == spot.page for one in PAGES):
            self.show_page(spot.page)
        self._page().go_to_spot(spot)

    def keep_drafts(self) -> None:
        """Write everything that is still only in a text field."""
        for page in self._pages.values():
            page.keep_drafts()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is being typed before the window goes."""
        self.keep_drafts()
        super().closeEvent(event)
        self.closed.emit()

    def _go(self, where: Where) -> None:
        workshop_id = 0 if where is Where.LIBRARY else self.session.workshop_id
        self.way_chosen.emit(Way(where, workshop_id))

    def _undo(self) -> None:
        done = self.session.do(self.session.store.undo, self.session.workshop_id, by=_BY)
        if done is not None:
            announce(self, f"Undone: {done}")

    def _redo(self) -> None:
        done = self.session.do(self.session.store.redo, self.session.workshop_id, by=_BY)
        if done is not None:
            announce(self, f"Redone: {done}")
