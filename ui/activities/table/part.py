"""A record as a part of a panel: a table, or for what there is only one of, a calm form."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from crm_workshop.activities.standing import Dotted
from crm_workshop.kit.design import ActivityDesign, RecordDesign
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Activity
from ui.activities.dots import DotBar
from ui.activities.parts import ActivityPart, Part, framed, show_cell
from ui.activities.table.form import FormPart
from ui.activities.table.layout import ADDING, layout_of
from ui.activities.table.model import RecordModel, Role
from ui.activities.table.view import RecordTable
from ui.session import Session
from ui.ways import Spot
from ui.widgets.text import label


class TablePart(ActivityPart):
    """The rows of one record, typed straight into a table."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, asked: RecordDesign
    ) -> None:
        super().__init__(session, activity, design, session.words.say(asked.title))
        record = RECORDS[asked.record]
        self._rows = asked.rows
        given_above = design.sort is not None and design.sort.dots
        self.dots = DotBar(session, activity) if asked.dots and not given_above else None
        self.model = RecordModel(
            session,
            record,
            layout_of(record, asked),
            adding=_adding(record, asked),
            dots=self._shown_dots if self.dots else None,
        )
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(session.words.say(asked.title or design.title))
        self._hint = label("small", session.words.say(asked.hint))
        self._told = label("danger")
        self._told.hide()
        self._build()

    def _build(self) -> None:
        if self._hint.text():
            self.body.addWidget(self._hint)
        self.body.addWidget(framed(self.table))
        self.body.addWidget(self._told)
        self.table.told.connect(self._tell)
        if self.dots:
            self.body.addWidget(self.dots)
            self.table.dotted.connect(self.dots.give)
            self.dots.changed.connect(self.model.refresh)

    def refresh(self) -> None:
        """Show the rows that the session holds now."""
        self.model.refresh()
        if self.dots:
            self.dots.refresh()

    def first_focus(self) -> QWidget:
        """Return the table; it begins in its first cell that is still to be filled in."""
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self._first_open())
        return self.table

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Go to the cell of a field; of a record that is not there, to the row that begins one."""
        model = self.model
        known = [one.name for one in model.layout.order]
        if spot.table != model.record.table or (spot.field and spot.field not in known):
            return False
        ids = [row.id for row in model.rows]
        number = ids.index(spot.row_id) if spot.row_id in ids else len(ids)
        index = model.index_of(number, spot.field or known[0])
        if not index.isValid():
            return False
        self.table.setCurrentIndex(index)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        show_cell(self.table, index)
        return True

    def keep_drafts(self) -> None:
        """Write what is being typed in a cell."""
        self.table.cells.keep_draft()

    def _first_open(self) -> QModelIndex:
        for number in range(len(self.model.rows)):
            for field in self.model.layout.order:
                index = self.model.index_of(number, field.name)
                if index.data(Role.MISSING):
                    return index
        return self.model.index(max(0, self.model.rowCount() - 1), 0)

    def _shown_dots(self, row: Row) -> str:
        return self.dots.shown(cast(Dotted, row)) if self.dots else ""

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))


def record_parts(session: Session, activity: Activity, design: ActivityDesign) -> Iterator[Part]:
    """Yield a part for each record that the kit asks for in an activity."""
    for asked in design.records:
        made = FormPart if RECORDS[asked.record].single else TablePart
        yield made(session, activity, design, asked)


def _adding(record: type[Row], asked: RecordDesign) -> str:
    """Return what beginning a row is called; a table that asks less than a row needs adds none."""
    names = set(asked.fields) or {one.name for one in specs(record)}
    needed = {one.name for one in specs(record) if one.required}
    return ADDING.get(record.table, "Add a row") if needed <= names else ""
