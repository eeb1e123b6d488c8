"""The help: first steps, every key, and the method of each activity, to read beside the work."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout

from ui.actions import make_actions
from ui.commands import zoom_slots
from ui.console.commands import Slots
from ui.help.actions import ACTIONS
from ui.help.pages import PAGES
from ui.memory import Key
from ui.places import PlaceKeeper
from ui.theme.look import theme_now
from ui.theme.tokens import Theme
from ui.ways import Spot
from ui.widgets.bare import BareArea
from ui.widgets.contents import Contents
from ui.widgets.placing import begin_at
from ui.widgets.reading_order import ReadingWindow
from ui.widgets.text import button, label, set_look
from ui.windows import bring_forward

#: No line of text is longer than this (px at the normal text size).
_WIDE: Final = 760


class HelpWindow(ReadingWindow):
    """Pages to read; each is made when it is first shown."""

    closed = Signal()
    #: Carries the `Way` to another window.
    way_chosen = Signal(object)
    #: By how much the text scale is to change; 0 asks for the system's.
    zoom_requested = Signal(float)

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.named_actions = make_actions(self, ACTIONS)
        self._areas: dict[int, QScrollArea] = {}
        self._build()
        self._connect()
        self.contents.choose(0)
        PlaceKeeper(self, settings, Key.HELP).restore()

    def _build(self) -> None:
        self.setWindowTitle("Help – CRM Workshop")
        self.contents = Contents(tuple(one.title for one in PAGES))
        self._heading, self._stack = label("question"), QStackedWidget()
        self._close = button("Close")
        head = QHBoxLayout()
        head.addWidget(self._heading, stretch=1)
        head.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        work = QVBoxLayout()
        work.setContentsMargins(28, 20, 24, 16)
        work.setSpacing(12)
        work.addLayout(head)
        work.addWidget(self._stack, stretch=1)
        side = QFrame()
        set_look(side, "rail")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.contents)
        layout = QHBoxLayout(self.whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addLayout(work, stretch=1)
        begin_at(self, QSize(1040, 820), QSize(720, 480))

    def _connect(self) -> None:
        slots: Slots = {
            "close": self.close,
            "next_page": partial(self._turn, 1),
            "previous_page": partial(self._turn, -1),
        }
        slots |= zoom_slots(self.zoom_requested)
        for name, action in self.named_actions.items():
            action.triggered.connect(slots[name])
        self._close.clicked.connect(self.close)
        self.contents.page_chosen.connect(self._show)

    @property
    def title(self) -> str:
        """The title of the page that is shown."""
        return self._heading.text()

    def _show(self, row: int) -> None:
        if row not in self._areas:
            made = self._areas[row] = BareArea(PAGES[row].make())
            # The arrows scroll it: there is nothing else on it for the keyboard.
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.setAccessibleName(PAGES[row].title)
            self._stack.addWidget(made)
        self._heading.setText(PAGES[row].title)
        self._stack.setCurrentWidget(self._areas[row])
        self._fit()

    def _turn(self, way: int) -> None:
        self.contents.choose((self.contents.row + way) % len(PAGES))

    def _fit(self) -> None:
        self.contents.fit(self.width())
        for area in self._areas.values():
            inside = area.widget()
            if inside is not None:
                inside.setMaximumWidth(theme_now().px(_WIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the titles and the page."""
        super().resizeEvent(event)
        self._fit()

    def set_theme(self, _theme: Theme) -> None:
        """Take the sizes that the windows are dressed in from now on."""
        self._fit()

    def bring_forward(self) -> None:
        """Show it before all other windows; at first the keyboard is on the list of pages."""
        was_shown = self.isVisible()
        bring_forward(self)
        if not was_shown:
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_spot(self, spot: Spot) -> None:
        """Show a page by its key."""
        keys = [one.key for one in PAGES]
        if spot.page in keys:
            self.contents.choose(keys.index(spot.page))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is gone."""
        super().closeEvent(event)
        self.closed.emit()
