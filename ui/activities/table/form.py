"""A record there is only one of, as a calm form: a label, a field, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from crm_workshop.activities.register import set_single
from crm_workshop.kit.design import ActivityDesign, RecordDesign
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Activity
from ui.activities.entries import words_in
from ui.activities.parts import ActivityPart
from ui.activities.table.field import FormField
from ui.session import Session
from ui.ways import Spot
from ui.widgets.text import label

_BY = "console"


class _Single:
    """The only row of a record, as a form reads and changes it."""

    def __init__(self, session: Session, record: type[Row]) -> None:
        self.record = record
        self._session = session

    def row(self) -> Row:
        """Return what it is now."""
        return self._session.dossier.one(self.record)

    def change(self, field: str, words: str, *, settled: bool) -> None:
        """Give a field what was typed; whoever is named for good comes into the register."""
        store, workshop_id = self._session.store, self._session.workshop_id
        set_single(store, workshop_id, self.record, field, words, add_missing=settled, by=_BY)


class FormPart(ActivityPart):
    """All fields that the kit asks of a single record, one under another."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, asked: RecordDesign
    ) -> None:
        super().__init__(session, activity, design, session.words.say(asked.title))
        record = RECORDS[asked.record]
        names = asked.fields or tuple(one.name for one in specs(record))
        holder = _Single(session, record)
        self._record = record
        self._fields = [FormField(session, holder, name, self) for name in names]
        self._named = dict(zip(names, self._fields, strict=True))
        if asked.hint:
            self.body.addWidget(label("small", session.words.say(asked.hint)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 190)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(self._fields):
            grid.addWidget(field.name, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field.entry, 2 * row, 1)
            grid.addWidget(field.told, 2 * row + 1, 1)
        self.body.addLayout(grid)

    def refresh(self) -> None:
        """Show the values that the session holds now; what is being typed stays."""
        for field in self._fields:
            field.refresh()

    def first_focus(self) -> QWidget:
        """Return the first field that is still blank, else the first."""
        blank = [one for one in self._fields if not words_in(one.entry).strip()]
        return (blank or self._fields)[0].entry

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Go to a field by its name, or to the first that is blank."""
        if spot.table != self._record.table or (spot.field and spot.field not in self._named):
            return False
        entry = self._named[spot.field].entry if spot.field else self.first_focus()
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        for field in self._fields:
            field.keep()
