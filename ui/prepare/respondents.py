"""The people who are asked before the day, each with how much of it has come back."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from crm_workshop.activities.prework import answered
from crm_workshop.activities.standing import in_room
from crm_workshop.model.workshop import Person
from ui.session import Session
from ui.theme.look import theme_now

_ID = Qt.ItemDataRole.UserRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class Respondents(QListWidget):
    """Everybody who will be in the room, and whoever else has answered. `chosen` says that another
    person is.
    """

    chosen = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName("Participants")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)

    @property
    def person(self) -> Person | None:
        """Whose sheet is shown."""
        item: QListWidgetItem | None = self.currentItem()
        return self._session.dossier.get(Person, item.data(_ID)) if item else None

    def refresh(self) -> None:
        """Show who is asked now, and what has come back; whoever was chosen stays chosen."""
        people, before = self._asked(), self.person
        count = len(self._session.kit.set_up.prework)
        with QSignalBlocker(self):
            while self.count() > len(people):
                self.takeItem(self.count() - 1)
            while self.count() < len(people):
                self.addItem(QListWidgetItem())
            for row, person in enumerate(people):
                self._show(self.item(row), person, count)
            kept = people.index(before) if before in people else 0
            if people:
                self.setCurrentRow(kept)
        self.setFixedWidth(theme_now().px(220))

    def _show(self, item: QListWidgetItem, person: Person, count: int) -> None:
        done = answered(self._session.dossier, self._session.kit, person)
        state = " ✓" if count and done == count else f" – {done} of {count}" if done else ""
        item.setData(_ID, person.id)
        item.setText(f"{person.name}{state}")
        item.setData(_SPOKEN, f"{person.name}: {done} of {count} lines answered")

    def _asked(self) -> tuple[Person, ...]:
        dossier, kit = self._session.dossier, self._session.kit
        there = {one.id for one in in_room(dossier)}
        everybody = dossier.all(Person)
        return tuple(one for one in everybody if one.id in there or answered(dossier, kit, one))

    def turn(self, way: int) -> None:
        """Go to the next person, or to the one before, round and round."""
        if self.count():
            self.setCurrentRow((self.currentRow() + way) % self.count())

    def choose(self, person_id: int) -> bool:
        """Show somebody's sheet; return whether there is one."""
        ids = [self.item(row).data(_ID) for row in range(self.count())]
        if person_id in ids:
            self.setCurrentRow(ids.index(person_id))
        return person_id in ids

    def _tell(self) -> None:
        self.chosen.emit()
