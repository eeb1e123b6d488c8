"""The poll panel: votes on a scale, by name or as tallies."""

from collections.abc import Sequence

from crm_workshop.model.workshop import Activity
from ui.activities.compose import PartsPanel
from ui.activities.parts import Part
from ui.activities.votes.part import VotesPart


class PollPanel(PartsPanel):
    """The kit's questions and where everybody stands on them."""

    def own_parts(self, activity: Activity) -> Sequence[Part]:
        """Return the vote."""
        return (VotesPart(self.session, activity, self.design),)
