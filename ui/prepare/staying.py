"""Which hours need the leaders, and what each executive's presence means for them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from crm_workshop.charter.dates import clock_time
from crm_workshop.handouts.staying import LeadersSlot, leaders_slots, stays
from ui.session import Session
from ui.widgets.text import label


class StayingPart(QWidget):
    """What leaders must stay for, by the clock, and below it each executive by name."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: object = None
        self._about = label("second")
        self._grid = QGridLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label("label", "WHO STAYS FOR WHAT"))
        layout.addWidget(self._about)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)

    def refresh(self) -> None:
        """Show the hours and the executives as the session has them now."""
        session = self._session
        dossier, kit = session.dossier, session.kit
        slots, told = leaders_slots(dossier, kit), stays(dossier, kit)
        locale = dossier.workshop.locale
        now = (slots, told, locale, session.words)
        if now == self._shown:
            return
        self._shown = now
        self.setVisible(bool(slots))
        self._about.setText(session.words.say(kit.set_up.stay))
        hours = [(label("quiet", self._when(one)), _activity(one)) for one in slots]
        people = [
            (label("strong", one.person.name), label("warn" if one.misses else "", one.sentence))
            for one in told
        ]
        if not people:
            people = [(label("quiet", "Nobody yet"), label("quiet", "Tick who is an executive."))]
        _fill(self._grid, [*hours, (label(), label()), *people])

    def _when(self, slot: LeadersSlot) -> str:
        """Return when an activity is, or how long it takes where no hour is known."""
        if slot.begins is None or slot.ends is None:
            return f"{slot.minutes} minutes"
        locale = self._session.dossier.workshop.locale
        return f"{clock_time(slot.begins, locale)} to {clock_time(slot.ends, locale)}"


def _activity(slot: LeadersSlot) -> QLabel:
    return label("", f"{slot.key}  {slot.title}")


def _fill(grid: QGridLayout, rows: list[tuple[QLabel, QLabel]]) -> None:
    """Let a grid hold these rows and no others."""
    while (item := grid.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for number, (first, second) in enumerate(rows):
        first.setWordWrap(False)
        grid.addWidget(first, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(second, number, 1)
