"""The charter desk: a window of pages about one workshop's charter."""

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout

from crm_workshop.store.library import Change, Store
from ui.actions import key_text, make_actions
from ui.bridge import StoreBridge
from ui.commands import HistoryCommands, look_slots, way_slots
from ui.console.commands import Slots
from ui.console.foot import Foot
from ui.console.keys import TypingKeys
from ui.desk.actions import ACTIONS, BY_ID
from ui.desk.bar import DeskBar
from ui.desk.charter import COMMANDS, CharterPage
from ui.desk.pages import PAGES
from ui.desk.paper import PaperCommands
from ui.memory import Key
from ui.page import Page
from ui.places import PlaceKeeper
from ui.saving import Saver
from ui.session import Session
from ui.theme.tokens import Theme
from ui.ways import Spot, Way, Where
from ui.widgets.banner import Banner
from ui.widgets.placing import begin_at
from ui.widgets.reading_order import ReadingWindow
from ui.windows import bring_forward

_BY: Final = "desk"

_UNSAVED: Final = (
    "What you typed last is not in the file yet, so the charter desk stays open. "
    "Close it once more to leave without it."
)

#: The actions whose keys stand at the foot, with the words that fit there.
_FOOT: Final = (
    ("next_clause", "Next clause"),
    ("to_clause", "Go to it"),
    ("next_page", "Next page"),
    ("save", "Save as"),
)

_WAYS: Final = {"live": Where.LIVE, "preparation": Where.PREPARATION, "library": Where.LIBRARY}


class CharterDesk(ReadingWindow):
    """One workshop's charter; a page is made when it is first shown, only that one is refreshed.

    What is being typed is written before another page is shown, and before the window goes.
    """

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
        self._pages: dict[str, Page] = {}
        self._is_warned = False
        self.named_actions = make_actions(self, ACTIONS)
        self._history = HistoryCommands(self, self.session, self.named_actions, _BY)
        self._typing = TypingKeys(self.named_actions.values(), self)
        self.saver = Saver(self, settings)
        self._paper = PaperCommands(self, self.session, self.saver)
        self._build()
        self._slots = self._all_slots()
        self._connect()
        self.show_page(PAGES[0].key)
        self._render()
        PlaceKeeper(self, settings, Key.DESK).restore()

    def _build(self) -> None:
        self.bar, self.foot = DeskBar(PAGES, self.named_actions), Foot(self.session)
        self._banner, self._stack = Banner(), QStackedWidget()
        layout = QVBoxLayout(self.whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._banner)
        layout.addWidget(self._stack, stretch=1)
        layout.addWidget(self.foot)
        said = [(key_text(BY_ID[name].keys[0]), text) for name, text in _FOOT]
        self.foot.set_keys([*said, ("+ −", "Pages larger, smaller")])
        begin_at(self, QSize(1440, 900), QSize(1024, 640))

    def _connect(self) -> None:
        for name, action in self.named_actions.items():
            action.triggered.connect(partial(self.run, name))
        self.session.changed.connect(self._changed)
        self.session.findings_changed.connect(self._refresh_page)
        for failing in (self.session.failed, self.saver.failed, self._paper.failed):
            failing.connect(self._banner.tell)
        for telling in (self.saver.told, self._paper.told):
            telling.connect(self.bar.tell)
        self.bar.page_requested.connect(self.show_page)
        self.bar.asked.connect(self.run)
        self.foot.undo_requested.connect(partial(self.run, "undo"))
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._typing.follow)

    def _all_slots(self) -> Slots:
        """Return what each action does, by its id."""
        own: Slots = {"close": self.close, "menu": self.bar.open_menu}
        for name, where in _WAYS.items():
            workshop_id = 0 if where is Where.LIBRARY else self.session.workshop_id
            own[name] = partial(self.lead, Way(where, workshop_id))
        looks = look_slots(self.zoom_requested, self.theme_requested)
        looks |= way_slots(self.lead, self.session.workshop_id)
        pages: Slots = {name: partial(self._on_page, name) for name in COMMANDS}
        return own | looks | pages | self._history.slots() | self._paper.slots(self.bar.save_button)

    # Showing

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self.bar.marked]

    def show_page(self, key: str) -> None:
        """Show one of the pages; what was being typed on the one before is written."""
        self.keep_drafts()
        if key not in self._pages:
            made = self._pages[key] = next(one for one in PAGES if one.key == key)(self.session)
            made.way_chosen.connect(self.lead)
            made.save_requested.connect(self.saver.save)
            self._stack.addWidget(made)
        self.bar.mark(key)
        self._refresh_page()
        self._stack.setCurrentWidget(self.page)

    def _changed(self, _change: Change) -> None:
        """Show what was committed; only now is it said to be saved."""
        self._banner.hide()
        self._is_warned = False
        self._render()
        self.foot.saved(self.session.now())

    def _render(self) -> None:
        """Set everything that is seen from the session."""
        workshop = self.session.dossier.workshop
        self.setWindowTitle(f"Charter of {workshop.firm} – CRM Workshop")
        self.bar.refresh(self.session)
        self._refresh_page()
        self.foot.refresh()
        self._history.refresh()

    def _refresh_page(self) -> None:
        self.page.refresh()

    def set_theme(self, _theme: Theme) -> None:
        """Take the colours and sizes that the windows are dressed in from now on."""
        self._render()

    # Acting

    def run(self, name: str, *_: object) -> None:
        """Do an action by its id; what is still being typed is written first."""
        self.keep_drafts()
        self._slots[name]()

    def _on_page(self, name: str) -> None:
        """Do what an action does with the charter's own page, and show that."""
        self.show_page(CharterPage.key)
        page = self.page
        if isinstance(page, CharterPage):
            page.run(name)

    def bring_forward(self) -> None:
        """Show it before all other windows; at first the keyboard is where work begins."""
        was_shown = self.isVisible()
        bring_forward(self)
        if not was_shown:
            self.page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_spot(self, spot: Spot) -> None:
        """Show the page that a spot names, and the spot on it."""
        if any(one.key == spot.page for one in PAGES):
            self.show_page(spot.page)
        self.page.go_to_spot(spot)

    def lead(self, way: Way) -> None:
        """Lead to another window; for the library this one makes room."""
        self.keep_drafts()
        self.way_chosen.emit(way)
        if way.where is Where.LIBRARY:
            self.close()

    def keep_drafts(self) -> None:
        """Write everything that is still only in a text field."""
        for page in self._pages.values():
            page.keep_drafts()
        self.session.pay()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is being typed before the window goes; what cannot be written keeps it."""
        failures = self.session.failures
        self.keep_drafts()
        if self.session.failures != failures and not self._is_warned:
            self._is_warned = True
            self._banner.tell(_UNSAVED)
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
