"""The sign panel: who signs, and how each of them closes."""

from collections.abc import Sequence
from typing import ClassVar

from crm_workshop.model.workshop import Activity
from ui.activities.compose import PartsPanel
from ui.activities.parts import Part
from ui.activities.signing import SigningPart


class SignPanel(PartsPanel):
    """The signatories, then the reviews and whatever else keeps the charter alive."""

    keys: ClassVar[tuple[tuple[str, str], ...]] = (
        ("S", "Signed"),
        ("L", "Signs later"),
        ("D", "Declined"),
    )

    def own_parts(self, activity: Activity) -> Sequence[Part]:
        """Return the signatories."""
        return (SigningPart(self.session, activity, self.design),)
