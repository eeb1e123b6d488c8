"""The bar at the top of the preparation: whose workshop it is, and where one goes from here."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton

from crm_workshop.charter.dates import long_date
from ui.actions import Menu
from ui.prepare.actions import ACTIONS
from ui.session import Session
from ui.widgets.text import button, label, set_look


class PrepareBar(QFrame):
    """Menu, library, firm and day; “Go live” at the right. `asked` carries an action's id."""

    asked = Signal(str)

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        set_look(self, "bar")
        self._firm, self._day = label("strong", wrap=False), label("quiet", wrap=False)
        self._menu = QMenu(self)
        for menu in (Menu.WORKSHOP, Menu.PAGES, Menu.VIEW):
            inside = self._menu.addMenu(menu.value)
            inside.addActions([actions[one.id] for one in ACTIONS if one.menu is menu])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 18, 8)
        layout.setSpacing(12)
        self._button = self._asking("Menu", "menu", "small")
        self._button.setAccessibleName("Menu, F10")
        parts = (self._button, self._asking("Library", "library", "link"), self._firm, self._day)
        for part in parts:
            layout.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self._asking("&Go live", "live", "primary"))

    def _asking(self, text: str, action: str, look: str) -> QPushButton:
        made = button(text, look)
        made.clicked.connect(partial(self.asked.emit, action))
        return made

    def refresh(self, session: Session) -> None:
        """Show what the session holds now."""
        workshop = session.dossier.workshop
        day = long_date(workshop.held_on, workshop.locale) if workshop.held_on else ""
        self._firm.setText(workshop.firm)
        self._day.setText(" · ".join(filter(None, (workshop.variant.label, day))))

    def open_menu(self) -> None:
        """Open the menu under its button."""
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
