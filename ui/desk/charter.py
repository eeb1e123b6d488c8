"""The charter as pages beside what is still to settle in it."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout

from ui.desk.open_list import OpenList
from ui.page import Page
from ui.session import Session


class CharterPage(Page):
    """The pages of the charter, and what keeps it a draft."""

    key: ClassVar[str] = "charter"
    title: ClassVar[str] = "Charter"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.open_list = OpenList(session)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addWidget(self.open_list)

    def refresh(self) -> None:
        """Show what the session holds now."""
        self.open_list.refresh()
