"""The bar at the top of the charter desk: whose charter it is, its pages, and where it leads."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton

from ui.page import Page
from ui.session import Session
from ui.widgets.bare import Bare
from ui.widgets.flow import FlowLayout
from ui.widgets.text import button, label, set_look


class DeskBar(QFrame):
    """Menu and firm, then a tab for each page; `asked` carries the id of an action."""

    page_requested = Signal(str)
    asked = Signal(str)

    def __init__(self, pages: Sequence[type[Page]]) -> None:
        super().__init__()
        self.marked = pages[0].key
        self._tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        set_look(self, "bar")
        self._menu = button("Menu", "small")
        self._menu.setAccessibleName("Menu, F10")
        self._menu.clicked.connect(partial(self.asked.emit, "menu"))
        self._firm = label("strong", wrap=False)
        tabs = Bare()
        line = FlowLayout(tabs, gap=4)
        for page in pages:
            tab = self._tabs[page.key] = button(page.title, "tab")
            tab.setCheckable(True)
            tab.clicked.connect(partial(self._ask_for, page.key))
            self._group.addButton(tab)
            line.addWidget(tab)
        live = button("Live workshop", "small")
        live.clicked.connect(partial(self.asked.emit, "live"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 18, 8)
        layout.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        layout.addWidget(self._menu, alignment=middle)
        layout.addWidget(self._firm, alignment=middle)
        layout.addWidget(tabs, stretch=1, alignment=middle)
        layout.addWidget(live, alignment=middle)

    def refresh(self, session: Session) -> None:
        """Show what the session holds now."""
        self._firm.setText(session.dossier.workshop.firm)

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self.marked = key
        self._tabs[key].setChecked(True)

    def open_menu(self, menu: QMenu) -> None:
        """Open a menu under its button."""
        menu.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    def _ask_for(self, key: str, *_: object) -> None:
        self.page_requested.emit(key)
