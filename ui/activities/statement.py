"""The statement panel: wordings side by side, three ticks, and the vote on them."""

from collections.abc import Sequence
from typing import ClassVar

from crm_workshop.model.workshop import Activity
from ui.activities.compose import PartsPanel
from ui.activities.drafting.part import DraftsPart
from ui.activities.parts import Part
from ui.activities.reservations import ReservationsPart
from ui.activities.votes.part import VotesPart


class StatementPanel(PartsPanel):
    """The wording that stands beside the one before, then the vote and what somebody reserves."""

    keys: ClassVar[tuple[tuple[str, str], ...]] = (("Ctrl+Enter", "New wording"),)

    def own_parts(self, activity: Activity) -> Sequence[Part]:
        """Return the wordings, the vote and the reservations."""
        parts: list[Part] = [DraftsPart(self.session, activity, self.design)]
        if self.design.poll:
            parts.append(VotesPart(self.session, activity, self.design, title="Vote"))
            parts.append(ReservationsPart(self.session, activity, self.design))
        return parts
