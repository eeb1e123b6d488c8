"""The parking list: what waits on it, who raised it, where it goes and who takes it along."""

from functools import partial
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crm_workshop.activities.parking import delete_parked, edit_parked, send_to, set_raised_by
from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.choices import Destination
from crm_workshop.model.fields import spec
from ui.activities.entries import ChoiceEntry, Entry, entry_for, put_words, words_in
from ui.activities.values import label_of, typed
from ui.session import Session
from ui.widgets.autosave import Autosave
from ui.widgets.text import button, label, set_look

_BY: Final = "console"
_FIELDS: Final = ("text", "raised_by", "goes_to", "person")


class ParkingList(QDialog):
    """All that was parked, one under another; what is filled in is kept as it is typed."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: dict[int, _Line] = {}
        self.setWindowTitle("Parking list")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._summary = label("quiet")
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self._build()
        session.changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        inside = QWidget()
        inside.setLayout(self._column)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        close = _plain_button("Close")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(label("question", "Parking list"))
        layout.addWidget(self._summary)
        layout.addWidget(area, stretch=1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(860, 620)

    def refresh(self, *_: object) -> None:
        """Show what is parked now; what is being typed stays."""
        items = self._session.dossier.all(ParkedItem)
        for gone in self._lines.keys() - {one.id for one in items}:
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for item in items:
            if item.id not in self._lines:
                self._lines[item.id] = _Line(self._session, item)
                self._column.insertWidget(self._column.count() - 1, self._lines[item.id])
            self._lines[item.id].show_item(item)
        still = sum(one.goes_to is None for one in items)
        waiting = f"{still} of {len(items)} still wait to be sent somewhere."
        done = "Everything goes somewhere." if items else "Nothing is parked."
        self._summary.setText(waiting if still else done)

    def done(self, result: int) -> None:
        """Keep what is still only in a field, and close."""
        for line in self._lines.values():
            line.keep()
        super().done(result)


class _Line(QWidget):
    """One parked item: its words, and below them who raised it, where it goes, who takes it."""

    def __init__(self, session: Session, item: ParkedItem) -> None:
        super().__init__()
        self._session, self._item = session, item
        self._saving = Autosave(self._write, self, session)
        self._specs = {name: spec(ParkedItem, name) for name in _FIELDS}
        self._entries = {name: entry_for(session, self._specs[name]) for name in _FIELDS}
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "card")
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, entry in self._entries.items():
            said = label_of(self._session, self._specs[name])
            entry.setAccessibleName(f"{said}: {self._item.text}")
            cast(Entry, entry).edited.connect(self._touched)
            if name != "text":
                field = QVBoxLayout()
                field.setSpacing(2)
                field.addWidget(label("small", said))
                field.addWidget(entry)
                row.addLayout(field, 1)
        remove = _plain_button("Remove")
        remove.setAccessibleName(f"Remove: {self._item.text}")
        remove.clicked.connect(partial(self._remove, self._item.id))
        row.addWidget(remove, alignment=Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(self._entries["text"])
        layout.addLayout(row)

    def show_item(self, item: ParkedItem) -> None:
        """Show the item as it is now; what is being typed stays."""
        self._item = item
        if self._saving.pending:
            return
        for name, entry in self._entries.items():
            if not entry.hasFocus():
                put_words(entry, typed(self._session, self._specs[name], getattr(item, name)))

    def keep(self) -> None:
        """Write what is being typed."""
        self._saving.flush()

    def _touched(self) -> None:
        self._saving.touch()
        if isinstance(self.sender(), ChoiceEntry):
            self.keep()

    def _write(self) -> None:
        do, store, item = self._session.do, self._session.store, self._item
        text, raised_by, goes_to, person = (words_in(one) for one in self._entries.values())
        if text.strip() and text != item.text:
            do(edit_parked, store, item.id, text, by=_BY)
        if raised_by != item.raised_by:
            do(set_raised_by, store, item.id, raised_by, by=_BY)
        destination = Destination(goes_to) if goes_to else None
        if (destination, person) != (item.goes_to, item.person):
            do(send_to, store, item.id, destination, person, by=_BY)

    def _remove(self, item_id: int) -> None:
        self._saving.drop()
        self._session.do(delete_parked, self._session.store, item_id, by=_BY)


def _plain_button(text: str) -> QPushButton:
    """Return a button that Enter in a field does not press."""
    made = button(text, "small")
    made.setAutoDefault(False)
    return made
