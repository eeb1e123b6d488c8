"""What every panel of the console is."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.workshop import Activity
from ui.activities.parts import Part, go_to_spot
from ui.session import Session
from ui.ways import Spot


class Panel(QWidget):
    """An activity's work area: as quick as paper, and every key of it said at the foot.

    A panel is made once and kept between visits; while it is hidden it hears of nothing. `refresh`
    sets everything from the session; doing it twice changes nothing, and what is being typed is
    never lost by it.
    """

    #: Keys that always work here and what they do: ("Enter", "Add card").
    keys: ClassVar[tuple[tuple[str, str], ...]] = ()

    #: What it is made of, where that scrolls together.
    parts: tuple[Part, ...] = ()

    def __init__(self, session: Session, activity: Activity, design: ActivityDesign) -> None:
        super().__init__()
        self.session = session
        self.activity_id = activity.id
        self.design = design

    def refresh(self) -> None:
        """Show what the session holds now."""

    def all_keys(self) -> tuple[tuple[str, str], ...]:
        """Return every key of this panel, for the page of all keys."""
        return self.keys

    def keys_now(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that work where the focus is, for the console's foot."""
        return self.all_keys()

    @property
    def typing(self) -> frozenset[int]:
        """The cards that are still being typed: whatever is revealed, they are not."""
        return frozenset()

    def first_focus(self) -> QWidget:
        """Return the control where typing begins."""
        return self

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Put the cursor into a record's field if it is written here, and tell whether it is."""
        return go_to_spot(self.parts, spot)

    def keep_drafts(self) -> None:
        """Write what is still only in a text field."""

    def leave(self) -> None:
        """Write what is being typed and stand as the next visit begins; another activity comes."""
        self.keep_drafts()
