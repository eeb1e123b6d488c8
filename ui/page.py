"""What a window of several pages is made of: preparation, charter desk, settings, help."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.ways import Spot
from ui.widgets.announcing import announce


class Page(QWidget):
    """One page of a window of a workshop, made when it is first shown and kept.

    `refresh` sets everything from the session, doing it twice changes nothing, and what is being
    typed is never lost by it; a page that is hidden hears of nothing. `way_chosen` carries a `Way`
    that the page leads to, `save_requested` a `ui.saving.Document` to be kept as a file.
    """

    way_chosen = Signal(object)
    save_requested = Signal(object)

    #: Names the page in ways (`Spot.page`) and in what is remembered.
    key: ClassVar[str]
    #: What stands in the window's list of pages.
    title: ClassVar[str]
    #: Its own keys and what they do, for the window's foot: ("Alt+↑ ↓", "Move").
    keys: ClassVar[tuple[tuple[str, str], ...]] = ()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def refresh(self) -> None:
        """Show what the session holds now."""

    def first_focus(self) -> QWidget:
        """Return the control where work begins."""
        return self

    def keep_drafts(self) -> None:
        """Write what is still only in a text field."""

    def go_to_spot(self, _spot: Spot, /) -> bool:
        """Put the cursor into a record's field if this page holds it, and tell whether it does."""
        return False

    def tell(self, sentence: str) -> None:
        """Say how it goes with what this page asked its window for."""
        announce(self, sentence)

    @classmethod
    def missing(cls, _session: Session, /) -> str:
        """Return in a few words what this page still lacks; empty if nothing."""
        return ""
