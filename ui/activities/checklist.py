"""The checklist panel: what the room agrees to, line by line."""

from collections.abc import Sequence
from typing import ClassVar

from crm_workshop.model.workshop import Activity
from ui.activities.compose import PartsPanel
from ui.activities.parts import Part
from ui.activities.ticks import TicksPart


class ChecklistPanel(PartsPanel):
    """The lines, then whatever else the activity writes down."""

    keys: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Space", "Agreed"),
        ("Enter", "Next line"),
        ("Alt+↑↓", "Move line"),
    )

    def own_parts(self, activity: Activity) -> Sequence[Part]:
        """Return the lines."""
        return (TicksPart(self.session, activity, self.design),)
