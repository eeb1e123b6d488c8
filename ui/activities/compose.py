"""An activity's panel: the parts of its method, then those of whatever else the kit asks there."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crm_workshop.kit.design import ActivityDesign, Method
from crm_workshop.model.workshop import Activity
from ui.activities.panel import Panel
from ui.activities.parts import Part, Parts
from ui.activities.table.part import record_parts
from ui.activities.ticks import TicksPart
from ui.activities.votes.part import VotesPart
from ui.session import Session

#: Methods whose own parts hold the poll of their activity.
_POLLING = (Method.POLL, Method.STATEMENT, Method.READ_BACK)


def further_parts(session: Session, activity: Activity, design: ActivityDesign) -> Iterator[Part]:
    """Yield the parts that an activity has beside those of its method, in the order of working."""
    if design.poll and design.method not in _POLLING:
        yield VotesPart(session, activity, design, title="Vote")
    if design.ticks and design.method is not Method.CHECKLIST:
        yield TicksPart(session, activity, design, title="To agree")
    if design.method is not Method.REGISTER:
        yield from record_parts(session, activity, design)


class PartsPanel(Panel):
    """A panel made of parts: `own_parts` of the method, then the further ones."""

    def __init__(self, session: Session, activity: Activity, design: ActivityDesign) -> None:
        super().__init__(session, activity, design)
        own = self.own_parts(activity)
        self.parts = (*own, *further_parts(session, activity, design))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        scrolled = Parts(self.parts)
        layout.addWidget(scrolled)
        self.setSizePolicy(scrolled.sizePolicy())
        self.refresh()

    def own_parts(self, activity: Activity) -> Sequence[Part]:
        """Return the parts of this panel's method."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the session holds now."""
        for part in self.parts:
            part.refresh()

    def all_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the panel, then those of its parts."""
        return (*self.keys, *(key for part in self.parts for key in part.all_keys()))

    def keys_now(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the part that is worked in, else of all."""
        focused = QApplication.focusWidget()
        here = [one for one in self.parts if focused and one.isAncestorOf(focused)]
        found = (key for part in here for key in part.keys_now())
        return (*self.keys, *found) if here else self.all_keys()

    def first_focus(self) -> QWidget:
        """Return the control where typing begins: in the first part."""
        return self.parts[0].first_focus() if self.parts else self

    def keep_drafts(self) -> None:
        """Write what is still only in a text field."""
        for part in self.parts:
            part.keep_drafts()

    def leave(self) -> None:
        """Write what is being typed and stand as the next visit begins."""
        for part in self.parts:
            part.leave()
