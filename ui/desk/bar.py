"""The bar at the top of the charter desk: whose charter it is, its pages, and where it leads."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton

from ui.actions import Menu
from ui.desk.actions import ACTIONS
from ui.page import Page
from ui.session import Session
from ui.widgets.announcing import announce
from ui.widgets.bare import Bare
from ui.widgets.flow import FlowLayout
from ui.widgets.text import button, label, set_look


class DeskBar(QFrame):
    """Menu, library and firm, then a tab for each page, and how the charter leaves the house.

    `asked` carries the id of an action.
    """

    page_requested = Signal(str)
    asked = Signal(str)

    def __init__(self, pages: Sequence[type[Page]], actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.marked = pages[0].key
        self._tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        set_look(self, "bar")
        self._menu = QMenu(self)
        for menu in (Menu.WORKSHOP, Menu.PAGES, Menu.VIEW):
            inside = self._menu.addMenu(menu.value)
            inside.addActions([actions[one.id] for one in ACTIONS if one.menu is menu])
        self._button = self._asking("Menu", "menu", "small")
        self._button.setAccessibleName("Menu, F10")
        self.save_button = self._asking("&Save as…", "save", "primary")
        self._firm, self._told = label("strong", wrap=False), label("ok")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 18, 8)
        layout.setSpacing(12)
        parts = (self._button, self._asking("Library", "library", "link"), self._firm)
        for part in parts:
            layout.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._make_tabs(pages), alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._told, stretch=1)
        layout.addWidget(self._asking("Live workshop", "live", "link"))
        layout.addWidget(self._asking("&Print…", "print", ""))
        layout.addWidget(self.save_button)

    def _asking(self, text: str, action: str, look: str) -> QPushButton:
        made = button(text, look)
        made.clicked.connect(partial(self.asked.emit, action))
        return made

    def _make_tabs(self, pages: Sequence[type[Page]]) -> Bare:
        tabs = Bare()
        line = FlowLayout(tabs, gap=4)
        for page in pages:
            tab = self._tabs[page.key] = button(page.title, "tab")
            tab.setCheckable(True)
            tab.clicked.connect(partial(self._ask_for, page.key))
            self._group.addButton(tab)
            line.addWidget(tab)
        tabs.setVisible(len(pages) > 1)
        return tabs

    def refresh(self, session: Session) -> None:
        """Show what the session holds now."""
        self._firm.setText(session.dossier.workshop.firm)

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self.marked = key
        self._tabs[key].setChecked(True)

    def tell(self, sentence: str) -> None:
        """Say how it goes with a file or with printing."""
        self._told.setText(sentence)
        if sentence:
            announce(self, sentence)

    def open_menu(self) -> None:
        """Open the menu under its button."""
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _ask_for(self, key: str, *_: object) -> None:
        self.page_requested.emit(key)
