"""The agenda: the day by the clock, as long as the room is booked, and what is printed of it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from crm_workshop.activities.people import presence_gate
from crm_workshop.activities.schedule import minutes_left
from crm_workshop.kit.design import Method
from crm_workshop.model.choices import Variant
from crm_workshop.model.workshop import Activity, Workshop
from ui.activities.parts import flow
from ui.activities.table.field import FormField
from ui.handouts import handout_document
from ui.page import Page
from ui.prepare.agenda_asking import AgendaAsking
from ui.prepare.agenda_detail import AgendaDetail
from ui.prepare.agenda_doing import AgendaDoing
from ui.prepare.agenda_forms import CALLED
from ui.prepare.agenda_lines import agenda_lines, total_of
from ui.prepare.agenda_list import AgendaList
from ui.prepare.workshop import TheWorkshop
from ui.session import Session
from ui.theme.look import theme_now
from ui.ways import Spot
from ui.widgets.announcing import announce
from ui.widgets.text import button, label, set_look


class AgendaPage(Page):
    """The day as a list, what there is to say of the chosen line beside it."""

    key = "agenda"
    title = "Agenda"
    keys = (
        ("← →", "A minute less or more, with Shift five"),
        ("0–9", "Type the minutes"),
        ("Alt+↑ ↓", "Move"),
        ("Del", "Leave out or put back"),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._starts = FormField(session, TheWorkshop(session), "starts", self)
        self._lengths = {one: button(one.label, "tab") for one in Variant}
        self._total, self._leaders = label("strong", wrap=False), label("second", wrap=False)
        self._gate, self._told = label("warn"), label("second")
        self._list, self._detail = AgendaList(), AgendaDetail(session)
        self._doing = AgendaDoing(session, self._list)
        self._asking = AgendaAsking(session, self._list)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._starts.entry.setFixedWidth(theme_now().px(110))
        self._starts.name.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        for variant, made in self._lengths.items():
            made.setCheckable(True)
            made.clicked.connect(partial(self._doing.choose_length, variant))
            group.addButton(made)
        self._middle.setSpacing(16)
        self._middle.addWidget(self._list, 3)
        self._middle.addWidget(self._detail, 2)
        adding = [self._adding(text, method) for text, method in _ADDED]
        prints = [self._printing(text, what) for text, what in _PRINTED]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(
            flow(
                self._starts.name,
                self._starts.entry,
                *self._lengths.values(),
                self._total,
                self._leaders,
                gap=10,
            )
        )
        layout.addWidget(self._starts.told)
        layout.addWidget(self._gate)
        layout.addLayout(self._middle, stretch=1)
        layout.addWidget(flow(*adding, *prints))
        layout.addWidget(self._told)
        self._told.hide()

    def _adding(self, text: str, method: Method | None) -> QWidget:
        made = button(text, "small")
        ask = self._asking.ask_for_break
        made.clicked.connect(partial(self._asking.ask_for_activity, method) if method else ask)
        return made

    def _printing(self, text: str, what: str) -> QWidget:
        made = button(text, "small")
        made.setToolTip("As a PDF, for paper")
        made.clicked.connect(partial(self._print, what))
        return made

    def _connect(self) -> None:
        self._list.line_chosen.connect(self._detail.show_line)
        self._list.minutes_typed.connect(self._doing.set_minutes)
        self._list.minutes_asked.connect(self._doing.add_minutes)
        self._list.move_asked.connect(self._doing.move_by)
        self._list.dropped.connect(self._doing.move_behind)
        self._list.removal_asked.connect(self._doing.remove)
        self._doing.reason_asked.connect(self._asking.ask_why)
        self._detail.minutes_asked.connect(self._add_minutes)
        self._detail.removal_asked.connect(self._remove)
        self._detail.change_asked.connect(self._change)

    # Showing

    def refresh(self) -> None:
        """Show the day as the session holds it now."""
        session = self.session
        self._starts.refresh()
        self._lengths[session.dossier.workshop.variant].setChecked(True)
        said, is_over = total_of(session)
        self._total.setText(said)
        set_look(self._total, "danger" if is_over else "strong")
        self._list.put(agenda_lines(session))
        self._show_leaders()
        self._detail.show_line(self._list.line())

    def _show_leaders(self) -> None:
        """Say how many activities need an executive, and what it means that there is none."""
        count = sum(one.needs_leaders and not one.is_out for one in self._list.lines)
        need = "One activity needs" if count == 1 else f"{count} activities need"
        self._leaders.setText(f"{need} an executive")
        self._leaders.setVisible(bool(count))
        gate = presence_gate(self.session.dossier) or ""
        self._gate.setText(self.session.words.say(gate))
        self._gate.setVisible(bool(count and gate))

    def tell(self, sentence: str) -> None:
        """Say how it goes with what is printed."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        announce(self, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what is told of a line stand below the list where there is no room beside it."""
        ways = QBoxLayout.Direction
        is_wide = event.size().width() >= theme_now().px(540)
        self._middle.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        super().resizeEvent(event)

    # Acting

    def first_focus(self) -> QWidget:
        """Return the list; the start while there is none."""
        return self._list if self.session.dossier.workshop.starts else self._starts.entry

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        self._list.keep()
        self._starts.keep()
        self._detail.keep()

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Go to an activity, and there into a field."""
        if spot.table == Workshop.table and spot.field == "starts":
            self._starts.entry.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if spot.table != Activity.table or not self._list.choose_activity(spot.row_id):
            return False
        if not self._detail.go_to(spot.field):
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @classmethod
    def missing(cls, session: Session, /) -> str:
        """Return that there is no start, that the day is too long, and what nobody finishes."""
        spare = minutes_left(session.dossier, session.kit)
        out = [one.activity for one in agenda_lines(session) if one.is_out and one.activity]
        unowned = [one for one in out if not (one.finish_by and one.finish_owner.strip())]
        wanting = (
            "a start" if session.dossier.workshop.starts is None else "",
            f"{-spare} minutes too long" if spare is not None and spare < 0 else "",
            f"who finishes {len(unowned)} left out" if unowned else "",
        )
        return ", ".join(filter(None, wanting))

    def _print(self, what: str) -> None:
        self.keep_drafts()
        self.save_requested.emit(handout_document(self.session, what))

    def _add_minutes(self, by: int) -> None:
        if (line := self._list.line()) is not None:
            self._doing.add_minutes(line, by)

    def _remove(self) -> None:
        if (line := self._list.line()) is not None:
            self._doing.remove(line)

    def _change(self) -> None:
        if (line := self._list.line()) is not None:
            self._asking.change(line)


#: What can be added, and what can be printed, by the buttons' texts.
_ADDED = (
    ("Add a break…", None),
    *((f"Add {CALLED[method]}…", method) for method in CALLED),
)
_PRINTED = (("Worksheets…", "worksheets"), ("Run sheet…", "run sheet"))
