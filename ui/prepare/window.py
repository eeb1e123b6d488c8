"""Preparing one workshop, page by page: what each still lacks stands beside it in the list."""

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from crm_workshop.store.library import Change, Store
from ui.actions import key_text, make_actions
from ui.bridge import StoreBridge
from ui.commands import HistoryCommands, look_slots, way_slots
from ui.console.commands import Slots
from ui.console.foot import Foot
from ui.console.keys import TypingKeys
from ui.memory import Key
from ui.page import Page
from ui.places import PlaceKeeper
from ui.prepare.actions import ACTIONS
from ui.prepare.bar import PrepareBar
from ui.prepare.finding import FindingCommands
from ui.prepare.pages import PAGES
from ui.saving import Saver
from ui.session import Session
from ui.theme.tokens import Theme
from ui.ways import Spot, Way, Where
from ui.widgets.banner import Banner
from ui.widgets.contents import Contents, ContentsLine
from ui.widgets.placing import begin_at
from ui.widgets.reading_order import ReadingWindow
from ui.widgets.text import label, set_look
from ui.windows import bring_forward

_BY: Final = "prepare"

_UNSAVED: Final = (
    "What you typed last is not in the file yet, so the preparation stays open. "
    "Close it once more to leave without it."
)

#: What stands at the foot on every page.
_KEYS: Final = tuple(
    (key_text(one.keys[0]), one.text.rstrip("…"))
    for one in ACTIONS
    if one.id in ("next_page", "palette")
)

_WAYS: Final = {"live": Where.LIVE, "charter": Where.CHARTER, "library": Where.LIBRARY}


class PrepareWindow(ReadingWindow):
    """One workshop's pages; each is made when it is first shown, and only that one is refreshed.

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
        self._pages: dict[int, Page] = {}
        self._is_warned = False
        self.named_actions = make_actions(self, ACTIONS)
        self._history = HistoryCommands(self, self.session, self.named_actions, _BY)
        self._finding = FindingCommands(self, self.named_actions, self.run, self.go_to_spot)
        self._typing = TypingKeys(self.named_actions.values(), self)
        self._saver = Saver(self, settings)
        self._build()
        self._slots = self._all_slots()
        self._connect()
        self.contents.choose(0)
        self._render()
        PlaceKeeper(self, settings, Key.PREPARATION).restore()

    def _build(self) -> None:
        self.bar, self.foot, self._banner = (
            PrepareBar(self.named_actions),
            Foot(self.session),
            Banner(),
        )
        self.contents = Contents(tuple(one.title for one in PAGES))
        self._heading, self._stack = label("question"), QStackedWidget()
        work = QVBoxLayout()
        work.setContentsMargins(28, 20, 28, 16)
        work.setSpacing(12)
        work.addWidget(self._heading)
        work.addWidget(self._banner)
        work.addWidget(self._stack, stretch=1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(_side(self.contents))
        middle.addLayout(work, stretch=1)
        layout = QVBoxLayout(self.whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(middle, stretch=1)
        layout.addWidget(self.foot)
        begin_at(self, QSize(1440, 900), QSize(1024, 640))

    def _connect(self) -> None:
        for name, action in self.named_actions.items():
            action.triggered.connect(partial(self.run, name))
        self.bar.asked.connect(self.run)
        self.contents.page_chosen.connect(self._show)
        self.session.changed.connect(self._changed)
        self.session.findings_changed.connect(self._refresh_page)
        self.session.failed.connect(self._banner.tell)
        self._saver.failed.connect(self._banner.tell)
        self._saver.told.connect(self._tell)
        self.foot.undo_requested.connect(partial(self.run, "undo"))
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._typing.follow)

    def _all_slots(self) -> Slots:
        """Return what each action does, by its id."""
        own: Slots = {
            "close": self.close,
            "next_page": partial(self._turn, 1),
            "previous_page": partial(self._turn, -1),
            "pages": partial(self.contents.setFocus, Qt.FocusReason.ShortcutFocusReason),
            "menu": self.bar.open_menu,
        }
        for name, where in _WAYS.items():
            workshop_id = 0 if where is Where.LIBRARY else self.session.workshop_id
            own[name] = partial(self.lead, Way(where, workshop_id))
        looks = look_slots(self.zoom_requested, self.theme_requested)
        looks |= way_slots(self.lead, self.session.workshop_id)
        return own | looks | self._history.slots() | self._finding.slots()

    # Showing

    @property
    def page(self) -> Page:
        """The page that is shown."""
        row = self.contents.row
        if row not in self._pages:
            made = self._pages[row] = PAGES[row](self.session)
            made.way_chosen.connect(self.lead)
            made.save_requested.connect(self._saver.save)
            self._stack.addWidget(made)
        return self._pages[row]

    def _show(self, _row: int) -> None:
        self.keep_drafts()
        self._refresh_page()
        self._heading.setText(self.page.title)
        self._stack.setCurrentWidget(self.page)
        self._finding.page_keys = self.page.keys
        self.foot.set_keys((*self.page.keys, *_KEYS))

    def _tell(self, sentence: str) -> None:
        self.page.tell(sentence)

    def _changed(self, _change: Change) -> None:
        """Show what was committed; only now is it said to be saved."""
        self._banner.hide()
        self._is_warned = False
        self._render()
        self.foot.saved(self.session.now())

    def _render(self) -> None:
        """Set everything that is seen from the session."""
        workshop = self.session.dossier.workshop
        self.setWindowTitle(f"Preparing {workshop.firm} – CRM Workshop")
        self.bar.refresh(self.session)
        self._refresh_page()
        self.foot.refresh()
        self._history.refresh()

    def _refresh_page(self) -> None:
        self.page.refresh()
        lines = (ContentsLine(one.title, one.missing(self.session)) for one in PAGES)
        self.contents.put(tuple(lines))

    def set_theme(self, _theme: Theme) -> None:
        """Take the colours and sizes that the windows are dressed in from now on."""
        self.contents.fit(self.width())
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the pages' titles and the page."""
        super().resizeEvent(event)
        self.contents.fit(self.width())

    # Acting

    def run(self, name: str, *_: object) -> None:
        """Do an action by its id; what is still being typed is written first."""
        self.keep_drafts()
        self._slots[name]()

    def bring_forward(self) -> None:
        """Show it before all other windows; at first the keyboard is where work begins."""
        was_shown = self.isVisible()
        bring_forward(self)
        if not was_shown:
            self.page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_spot(self, spot: Spot) -> None:
        """Go to a page by its key, or to whichever holds a record's field."""
        before = self.contents.row
        for row, kind in enumerate(PAGES):
            if spot.page and kind.key != spot.page:
                continue
            self.contents.choose(row)
            if not spot.table:
                self.page.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
            if self.page.go_to_spot(spot):
                return
        self.contents.choose(before)

    def lead(self, way: Way) -> None:
        """Lead to another window; for the library and the live workshop this one makes room."""
        self.keep_drafts()
        self.way_chosen.emit(way)
        if way.where in (Where.LIBRARY, Where.LIVE):
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

    def _turn(self, way: int) -> None:
        self.contents.choose((self.contents.row + way) % len(PAGES))
        self.page.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)


def _side(contents: Contents) -> QFrame:
    """Return the list of pages with a line between it and the page."""
    side = QFrame()
    set_look(side, "rail")
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 16, 0, 0)
    column.addWidget(contents)
    return side
