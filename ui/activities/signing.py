"""How each signatory closes: signed here, later by a date with somebody who asks, or declined."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from crm_workshop.activities.standing import signatories
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.workshop import Activity, Person, Signature
from ui.activities.parts import ActivityPart
from ui.activities.signature import SignatureLine
from ui.session import Session
from ui.ways import Spot
from ui.widgets.text import label, set_look


class SigningPart(ActivityPart):
    """A line for each signatory, the sponsor first."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(session, activity, design, title)
        self._lines: dict[int, SignatureLine] = {}
        self._box = QWidget()
        self._box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self._box, "card")
        self._list = QVBoxLayout(self._box)
        self._list.setContentsMargins(12, 4, 12, 4)
        self._list.setSpacing(0)
        self._hint = label("small")
        self.body.addWidget(self._box)
        self.body.addWidget(self._hint)

    def refresh(self) -> None:
        """Show who signs and how each stands now."""
        people = signatories(self.session.dossier)
        for gone in self._lines.keys() - {one.id for one in people}:
            line = self._lines.pop(gone)
            self._list.removeWidget(line)
            line.deleteLater()
        for at, person in enumerate(people):
            if person.id not in self._lines:
                self._lines[person.id] = line = SignatureLine(self.session, person.id)
                line.leaving.connect(partial(self._go, person.id))
            line = self._lines[person.id]
            if self._list.indexOf(line) != at:
                self._list.removeWidget(line)
                self._list.insertWidget(at, line)
            line.show_person(person)
        signed = sum(line.state is SignatureState.SIGNED for line in self._lines.values())
        self._box.setVisible(bool(people))
        self._hint.setText(
            f"{signed} of {len(people)} signed. Initials go on the printed page."
            if people
            else "Nobody signs yet. Mark in the register of people who does."
        )

    def first_focus(self) -> QWidget:
        """Return the first signatory who has not closed yet."""
        lines = [self._lines[one.id] for one in signatories(self.session.dossier)]
        still = [one for one in lines if one.state is None]
        return (still or lines)[0].buttons[0] if lines else self

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Go to the line of a signatory, by the signature or the person."""
        held = self.session.dossier.get(Signature, spot.row_id)
        person_id = held.person_id if held and spot.table == Signature.table else spot.row_id
        if spot.table not in (Signature.table, Person.table):
            return False
        line = self._lines.get(person_id)
        wanted = line.buttons[0] if line else self.first_focus()
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keep_drafts(self) -> None:
        """Write dates and names that are being typed."""
        for line in self._lines.values():
            line.keep()

    def _go(self, person_id: int, way: int) -> None:
        order = [one.id for one in signatories(self.session.dossier)]
        to = order.index(person_id) + way
        if 0 <= to < len(order):
            self._lines[order[to]].buttons[0].setFocus()
