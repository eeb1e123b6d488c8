"""The sort panel: cards or needs into a few buckets, with the share of each."""

from collections.abc import Sequence

from crm_workshop.model.workshop import Activity
from ui.activities.compose import PartsPanel
from ui.activities.parts import Part
from ui.activities.sorting.part import SortPart


class SortPanel(PartsPanel):
    """The buckets, then the table of what is sorted where the kit has one."""

    def own_parts(self, activity: Activity) -> Sequence[Part]:
        """Return the buckets."""
        return (SortPart(self.session, activity, self.design),)
