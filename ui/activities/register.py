"""The register panel: what the room writes into tables, one under another."""

from collections.abc import Sequence
from typing import ClassVar

from crm_workshop.model.workshop import Activity
from ui.activities.compose import PartsPanel
from ui.activities.parts import Part
from ui.activities.table.part import record_parts


class RegisterPanel(PartsPanel):
    """The records that the kit asks for."""

    keys: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Tab", "Next cell"),
        ("Enter", "Next row"),
        ("Alt+↑↓", "Move row"),
        ("Ins", "Insert row"),
        ("Ctrl+Del", "Delete row"),
    )

    def own_parts(self, activity: Activity) -> Sequence[Part]:
        """Return the records in the kit's order."""
        return tuple(record_parts(self.session, activity, self.design))
