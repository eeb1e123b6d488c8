"""What somebody cannot wholly agree to, in their own words, printed beside what was agreed."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from crm_workshop.activities.half_typed import Place
from crm_workshop.activities.reservations import (
    add_reservation,
    edit_reservation,
    remove_reservation,
)
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.capture import Reservation
from crm_workshop.model.fields import spec
from crm_workshop.model.workshop import Activity
from crm_workshop.text import fold
from ui.activities.entries import TextEntry
from ui.activities.lines import LineEntry
from ui.activities.parts import ActivityPart
from ui.activities.unfinished import Unfinished
from ui.activities.values import attempt, offered
from ui.activities.votes.state import Votes, against
from ui.session import Session
from ui.ways import Spot
from ui.widgets.autosave import Autosave
from ui.widgets.text import button, label, set_look

_BY = "console"


class ReservationsPart(ActivityPart):
    """The reservations of an activity; who stood against it is proposed for the next one."""

    def __init__(self, session: Session, activity: Activity, design: ActivityDesign) -> None:
        super().__init__(session, activity, design, "Reservations")
        self._votes = Votes(session, activity.id, design)
        self._rows: dict[int, _Row] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.who = LineEntry(partial(offered, session, spec(Reservation, "person")))
        self.who.setPlaceholderText("Who")
        self.who.setAccessibleName("Who has the reservation")
        self.what = LineEntry()
        self.what.setPlaceholderText("In their words · Enter adds")
        self.what.setAccessibleName("The reservation")
        places = {
            Place(Reservation.table, activity.id, "person"): self.who,
            Place(Reservation.table, activity.id, "text"): self.what,
        }
        self._unfinished = Unfinished(session, places, self)
        self._told = label("danger")
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, 190)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(8)
        grid.addWidget(self.who, 0, 0)
        grid.addWidget(self.what, 0, 1)
        self.body.addLayout(self._list)
        self.body.addLayout(grid)
        self.body.addWidget(self._told)
        self.what.returnPressed.connect(self._add)
        self.who.returnPressed.connect(self.what.setFocus)

    def refresh(self) -> None:
        """Show the reservations that the session holds now."""
        kept = self.session.dossier.of(Reservation, self.activity_id)
        for gone in self._rows.keys() - {one.id for one in kept}:
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.deleteLater()
        for one in kept:
            if one.id not in self._rows:
                self._rows[one.id] = _Row(self.session, one)
                self._list.addWidget(self._rows[one.id])
            self._rows[one.id].show_it(one)
        written = {fold(one.person) for one in kept}
        still = [one.name for one in against(self._votes) if fold(one.name) not in written]
        self._unfinished.put_back()
        is_free = not self._unfinished.is_kept and not self.what.text()
        if is_free and not self.who.hasFocus():
            self.who.setText(still[0] if still else "")
        self._told.setVisible(bool(self._told.text()))

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Go to what somebody reserved; to where the next is written if it is not there."""
        is_here = spot.table == Reservation.table
        if is_here:
            row = self._rows.get(spot.row_id)
            wanted = row.words if row else self.first_focus()
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_here

    def first_focus(self) -> QWidget:
        """Return where the next reservation is written."""
        return self.what if self.who.text() else self.who

    def keep_drafts(self) -> None:
        """Write what is being typed; a reservation that Enter has not added stays in its field."""
        for row in self._rows.values():
            row.keep()
        self._unfinished.keep()

    def _add(self) -> None:
        who, what = self.who.text(), self.what.text()
        if not who.strip() and not what.strip():
            return
        made, sentence = attempt(
            self.session, add_reservation, self.session.store, self.activity_id, who, what, by=_BY
        )
        self._told.setText(sentence)
        if made is not None:
            self._unfinished.empty()
        self.refresh()


class _Row(QWidget):
    """One reservation: who, and their words."""

    def __init__(self, session: Session, kept: Reservation) -> None:
        super().__init__()
        self._session, self._kept = session, kept
        self._who = label("strong")
        self._who.setContentsMargins(11, 8, 0, 0)
        self.words = TextEntry()
        set_look(self.words, "flat")
        self.words.setAccessibleName(f"Reservation of {kept.person}")
        self.words.installEventFilter(self)
        self._saving = Autosave(self._write, self, session)
        self.words.edited.connect(self._saving.touch)
        gone = button("Remove", "small")
        gone.setAccessibleName(f"Remove the reservation of {kept.person}")
        gone.clicked.connect(partial(self._remove, kept.id))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnMinimumWidth(0, 190)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._who, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.words, 0, 1)
        grid.addWidget(gone, 0, 2, Qt.AlignmentFlag.AlignTop)

    def show_it(self, kept: Reservation) -> None:
        """Show the reservation as it is now; words that are being typed stay."""
        self._kept = kept
        self._who.setText(kept.person)
        if not self._saving.pending and not self.words.hasFocus():
            self.words.put(kept.text)

    def keep(self) -> None:
        """Write what is being typed."""
        self._saving.flush()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the words when they are left."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return False

    def _write(self) -> None:
        words = self.words.toPlainText()
        if words.strip() and words != self._kept.text:
            store = self._session.store
            self._session.do(edit_reservation, store, self._kept.id, words, by=_BY)

    def _remove(self, reservation_id: int) -> None:
        self._session.do(remove_reservation, self._session.store, reservation_id, by=_BY)
