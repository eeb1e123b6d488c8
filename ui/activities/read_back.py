"""The read-back panel: the charter's pages on the room screen, and the vote beside them."""

from collections.abc import Sequence
from typing import ClassVar

from crm_workshop.model.workshop import Activity
from ui.activities.compose import PartsPanel
from ui.activities.pages import PagesPart
from ui.activities.parts import Beside, Part
from ui.activities.reservations import ReservationsPart
from ui.activities.votes.part import VotesPart


class ReadBackPanel(PartsPanel):
    """The pages, where each signatory stands, and what somebody reserves."""

    keys: ClassVar[tuple[tuple[str, str], ...]] = (("↑↓", "Page"),)

    def own_parts(self, activity: Activity) -> Sequence[Part]:
        """Return the pages, the vote and the reservations."""
        pages = PagesPart(self.session, activity, self.design)
        if not self.design.poll:
            return (pages,)
        votes = VotesPart(self.session, activity, self.design)
        return (Beside(pages, votes), ReservationsPart(self.session, activity, self.design))
