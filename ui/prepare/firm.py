"""The firm and the day: what stands on the charter, and how long the day is."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from crm_workshop.model.fields import missing
from crm_workshop.model.workshop import Person, Workshop
from ui.activities.entries import words_in
from ui.activities.table.field import FormField
from ui.page import Page
from ui.prepare.brought import BroughtAlong
from ui.prepare.logo import LogoPart
from ui.prepare.workshop import TheWorkshop
from ui.session import Session
from ui.theme.look import theme_now
from ui.ways import Spot
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import label

#: The fields in the order in which they are asked, under what they are about.
_ASKED: Final = (
    ("THE FIRM", ("firm", "sector", "locale")),
    ("THE DAY", ("held_on", "starts", "place", "facilitator", "variant")),
    ("THE CHARTER", ("paper", "attempt_no")),
)

#: From this width on (px at the normal text size) the logo stands beside the form.
_WIDE: Final = 860


class FirmPage(Page):
    """Firm, day and charter as one form, kept as it is typed; beside it the logo."""

    key = "firm"
    title = "Firm and day"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        holder = TheWorkshop(session)
        self._fields = {
            name: FormField(session, holder, name, self) for _, names in _ASKED for name in names
        }
        self.logo, self._brought = LogoPart(session), BroughtAlong(session)
        self._build()

    def _build(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        for heading, part in (("LOGO", self.logo), ("BROUGHT ALONG", self._brought)):
            beside.addWidget(_heading(heading))
            beside.addWidget(part)
        beside.addStretch(1)
        inside = Bare()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 8, 0)
        self._row.setSpacing(36)
        self._row.addLayout(self._form(), 1)
        self._row.addLayout(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(BareArea(inside))

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
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
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width whether the logo stands beside the form or below it."""
        ways = QBoxLayout.Direction
        is_wide = event.size().width() >= theme_now().px(_WIDE)
        self._row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        super().resizeEvent(event)

    def refresh(self) -> None:
        """Show the values that the session holds now; what is being typed stays."""
        for field in self._fields.values():
            field.refresh()
        self.logo.refresh()
        self._brought.refresh()

    def first_focus(self) -> QWidget:
        """Return where a new workshop is gone on with, else the first field that is still blank."""
        if self._is_new():
            return self._fields["sector"].entry
        blank = [one for one in self._fields.values() if not words_in(one.entry).strip()]
        return (blank or list(self._fields.values()))[0].entry

    def _is_new(self) -> bool:
        """Tell whether there is nothing but a firm's name: the sector is then a guess of ours."""
        dossier = self.session.dossier
        workshop = dossier.workshop
        begun = (workshop.held_on, workshop.place, workshop.facilitator, *dossier.all(Person))
        return not any(begun)

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        for field in self._fields.values():
            field.keep()

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Put the cursor into a field of the workshop, or onto its logo."""
        if spot.table != Workshop.table:
            return False
        field = self._fields.get(spot.field)
        wanted = self.logo if spot.field == "logo" else field.entry if field else None
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return wanted is not None

    @classmethod
    def missing(cls, session: Session, /) -> str:
        """Return the names of the fields that a final charter needs and nobody has filled in."""
        names = (one.label for one in missing(session.dossier.workshop))
        return ", ".join(session.words.say(one).lower() for one in names)


def _heading(text: str) -> QLabel:
    made = label("label", text)
    made.setContentsMargins(0, 12, 0, 0)
    return made
