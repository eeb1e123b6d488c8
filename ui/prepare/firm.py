"""The firm and the day: what stands on the charter, and what every text of the workshop says."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from crm_workshop.model.fields import missing
from crm_workshop.model.workshop import Workshop
from ui.activities.entries import words_in
from ui.activities.table.field import FormField
from ui.page import Page
from ui.prepare.workshop import TheWorkshop
from ui.session import Session
from ui.ways import Spot
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import label

#: The fields in the order in which they are asked, under what they are about.
_ASKED: Final = (
    ("THE FIRM", ("firm", "sector", "locale")),
    ("THE DAY", ("held_on", "starts", "place", "facilitator", "variant")),
    ("THE CHARTER", ("paper", "attempt_no")),
)


class FirmPage(Page):
    """Firm, day and charter as one form, kept as it is typed."""

    key = "firm"
    title = "Firm and day"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        holder = TheWorkshop(session)
        self._fields = {
            name: FormField(session, holder, name, self) for _, names in _ASKED for name in names
        }
        self._build()

    def _build(self) -> None:
        inside = Bare()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for heading, names in _ASKED:
            grid.addWidget(_heading(heading), grid.rowCount(), 0, 1, 2)
            for name in names:
                field, row = self._fields[name], grid.rowCount()
                grid.addWidget(field.name, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(field.entry, row, 1)
                grid.addWidget(field.told, row + 1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(BareArea(inside))

    def refresh(self) -> None:
        """Show the values that the session holds now; what is being typed stays."""
        for field in self._fields.values():
            field.refresh()

    def first_focus(self) -> QWidget:
        """Return the first field that is still blank, else the first."""
        blank = [one for one in self._fields.values() if not words_in(one.entry).strip()]
        return (blank or list(self._fields.values()))[0].entry

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        for field in self._fields.values():
            field.keep()

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Put the cursor into a field of the workshop."""
        field = self._fields.get(spot.field)
        if spot.table != Workshop.table or field is None:
            return False
        field.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @classmethod
    def missing(cls, session: Session, /) -> str:
        """Return the names of the fields that a final charter needs and nobody has filled in."""
        names = (one.label for one in missing(session.dossier.workshop))
        return ", ".join(session.words.say(one).lower() for one in names)


def _heading(text: str) -> QLabel:
    made = label("label", text)
    made.setContentsMargins(0, 12, 0, 0)
    return made
