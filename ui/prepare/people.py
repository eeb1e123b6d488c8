"""The people: who comes, who decides, votes and signs, and what each executive must stay for."""

from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from crm_workshop.activities.people import presence_gate
from crm_workshop.activities.people_list import paste_people
from crm_workshop.activities.sheets import LARGEST, sheet_text
from crm_workshop.errors import InputError
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Person
from ui.activities.parts import framed
from ui.activities.table.layout import Layout, stacked
from ui.activities.table.model import RecordModel
from ui.activities.table.view import RecordTable
from ui.activities.values import attempt
from ui.page import Page
from ui.prepare.person_rows import PersonRows
from ui.prepare.staying import StayingPart
from ui.session import Session
from ui.theme.look import theme_now
from ui.ways import Spot
from ui.widgets.announcing import announce
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import button, label

_BY: Final = "prepare"

#: From this width on (px at the normal text size) there is room for all columns.
_WIDE: Final = 900

#: Which fields stand in a column of their own, or share one: where there is room, and where less.
_APART: Final = (
    *((name,) for name in ("name", "role", "is_exec", "is_board", "is_sponsor", "decides")),
    *(("votes",), ("signs",), ("present", "has_left"), ("reports_to",)),
)
_TOGETHER: Final = (
    ("name", "reports_to"),
    ("role", "is_board"),
    ("is_exec", "is_sponsor"),
    ("decides", "signs"),
    ("votes",),
    ("present", "has_left"),
)

_HINT: Final = (
    "Paste a list from a spreadsheet with Ctrl+V, or drop a CSV file here: a row of headings is "
    "understood in any order."
)

#: How the names of files end that are lists.
_ENDINGS: Final = (".csv", ".tsv", ".txt")


class PeoplePage(Page):
    """The register of people as a table, and below it who has to stay for what."""

    key = "people"
    title = "People"
    keys: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Tab", "Next cell"),
        ("Enter", "Next person"),
        ("Space", "Yes or no"),
        ("Alt+↑↓", "Move"),
        ("Ctrl+Del", "Remove"),
        ("Ctrl+V", "Paste a list"),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        rows = PersonRows(session)
        self.model = RecordModel(
            session, Person, self._layout(), adding="Add a person", operations=rows
        )
        self.table = RecordTable(self.model)
        self.table.setAccessibleName("People")
        self._gate, self._about = label("warn"), label("second")
        self._told = label("second")
        self._told_of = session.undo_name
        self._open = button("&Open a list…")
        self._staying = StayingPart(session)
        self._build()
        self.table.told.connect(self._tell)
        self._open.clicked.connect(self._ask_for_file)
        self.setAcceptDrops(True)

    def _build(self) -> None:
        inside = Bare()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (self._about, self._gate, framed(self.table)):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(label("small", _HINT), stretch=1)
        foot.addWidget(self._open, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        column.addSpacing(16)
        column.addWidget(self._staying)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._told)  # above all that scrolls: it is seen wherever one is
        layout.addWidget(BareArea(inside))
        self._told.hide()

    def refresh(self) -> None:
        """Show the register that the session holds now, and what follows from who is there."""
        session = self.session
        if session.undo_name != self._told_of:
            self._told.hide()  # something else was done since
        self._fit_columns()
        self.model.refresh()
        self._about.setText(session.words.say(session.kit.set_up.set_up))
        self._about.setVisible(bool(self._about.text()))
        gate = presence_gate(session.dossier) or ""
        self._gate.setText(gate)
        self._gate.setVisible(bool(gate))
        self._staying.refresh()

    def first_focus(self) -> QWidget:
        """Return the table; it begins with the first name, or where the first is to be typed."""
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index_of(0, "name"))
        return self.table

    def keep_drafts(self) -> None:
        """Write what is being typed in a cell."""
        self.table.cells.keep_draft()

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Put the cursor into somebody's field, or to where a person is added."""
        if spot.table != Person.table:
            return False
        ids = [one.id for one in self.model.rows]
        number = ids.index(spot.row_id) if spot.row_id in ids else len(ids)
        known = [one.name for one in self.model.layout.order]
        name = spot.field if spot.field in known else "name"
        self.table.setCurrentIndex(self.model.index_of(number, name))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @classmethod
    def missing(cls, session: Session, /) -> str:
        """Return what the register still lacks for the workshop to make a charter."""
        people = [one for one in session.dossier.all(Person) if not one.has_left]
        if not people:
            return "who comes"
        lacking = []
        if presence_gate(session.dossier):
            lacking.append("a leader in the room")
        if not any(one.is_sponsor for one in people):
            lacking.append("the sponsor")
        if not any(one.signs for one in people):
            lacking.append("who signs")
        without = sum(not one.role.strip() for one in people)
        if without:
            lacking.append(f"{without} role{'s' if without > 1 else ''}")
        return ", ".join(lacking)

    # Lists from elsewhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are lists, and nothing else."""
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add everybody who is on the lists that were dropped."""
        for path in self._dropped(event):
            self.open_list(str(path))
        event.acceptProposedAction()

    def _dropped(self, event: QDropEvent) -> list[Path]:
        files = [Path(one.toLocalFile()) for one in event.mimeData().urls() if one.isLocalFile()]
        return [one for one in files if one.suffix.lower() in (*_ENDINGS, *_WORKBOOKS)]

    def _ask_for_file(self) -> None:
        endings = " ".join(f"*{one}" for one in _ENDINGS)
        dialog = QFileDialog(self, "Open a list of people")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"Lists ({endings})", "All files (*)"])
        dialog.fileSelected.connect(self.open_list)
        dialog.open()

    def open_list(self, path: str) -> None:
        """Add everybody who is on the list in a file, or say why it could not be read."""
        session = self.session
        done, fault = attempt(session, _add_from, session, Path(path))
        self.refresh()
        self._tell(done or fault)

    def _tell(self, sentence: str) -> None:
        self._told_of = self.session.undo_name
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    # Columns

    def _layout(self) -> Layout:
        wide = self.width() >= theme_now().px(_WIDE)
        return stacked(specs(Person), _APART if wide else _TOGETHER)

    def _fit_columns(self) -> None:
        if self._layout() != self.model.layout:
            self.table.cells.close()
            number = self.model.number_of(self.table.currentIndex())
            field = self.model.field_at(self.table.currentIndex())
            self.model.lay_out(self._layout())
            if field is not None:
                self.table.setCurrentIndex(self.model.index_of(number, field.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width which fields share a column."""
        super().resizeEvent(event)
        self._fit_columns()


#: How the names of workbooks end: they are taken to be told what to do with them.
_WORKBOOKS: Final = (".xlsx", ".xls", ".ods")


def _add_from(session: Session, path: Path) -> str:
    """Add everybody on the list in a file; return what is to be said about it."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        said = error.strerror or "it is no file"
        raise InputError(f"{path.name} could not be read: {said}. Nothing was added.") from error
    text = sheet_text(data)
    pasted = paste_people(session.store, session.workshop_id, text, by=_BY)
    return f"{path.name}: {pasted.sentence}"
