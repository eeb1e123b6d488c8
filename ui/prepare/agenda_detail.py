"""What is to be said of one line of the agenda, and what can be done with it, at its right."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from crm_workshop.activities.agenda import set_finish, set_note
from crm_workshop.model.base import Row
from crm_workshop.model.workshop import Activity
from ui.activities.parts import flow
from ui.activities.table.field import FormField
from ui.prepare.agenda_lines import AgendaLine
from ui.session import Session
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import button, label, set_look

_BY: Final = "prepare"

#: The fields of an activity that are typed here, under what they are about.
_FIELDS: Final = (
    ("FINISHED AFTERWARDS", ("finish_by", "finish_owner")),
    ("FOR THE FACILITATOR ALONE", ("note",)),
)

_STEPS: Final = ((-5, "−5"), (-1, "−1"), (1, "+1"), (5, "+5"))


class AgendaDetail(QFrame):
    """One line of the agenda; what is asked for goes to the page by its signals."""

    #: By how many minutes it is to be longer.
    minutes_asked = Signal(int)
    #: It is to be left out, put back, or taken away.
    removal_asked = Signal()
    #: Its words are to be changed.
    change_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._key: object = None
        self._one: _Detail | None = None
        set_look(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._area = BareArea(Bare())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._area)

    def show_line(self, line: AgendaLine | None) -> None:
        """Show a line as it is now; what is being typed of the same one stays."""
        key = (line.key, line.is_out) if line else None
        if key != self._key:
            self.keep()
            self._key = key
            self._begin(line)
        if line is not None and self._one is not None:
            self._one.put(line)

    def keep(self) -> None:
        """Write what is being typed."""
        if self._one is not None:
            self._one.keep()

    def go_to(self, field: str) -> bool:
        """Put the cursor into a field; tell whether there is such a one."""
        found = self._one.fields.get(field) if self._one is not None else None
        if found is None:
            return False
        found.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _begin(self, line: AgendaLine | None) -> None:
        """Begin anew for another line."""
        self._one = _Detail(self._session, line) if line is not None else None
        self._area.put(self._one or Bare())
        if self._one is not None:
            self._one.minutes_asked.connect(self.minutes_asked)
            self._one.removal_asked.connect(self.removal_asked)
            self._one.change_asked.connect(self.change_asked)


class _Detail(Bare):
    """The words about one line, its buttons, and its fields."""

    minutes_asked = Signal(int)
    removal_asked = Signal()
    change_asked = Signal()

    def __init__(self, session: Session, line: AgendaLine) -> None:
        super().__init__()
        self._session, self._activity = session, line.activity
        self.fields: dict[str, FormField] = {}
        self._kicker, self._title = label("kicker"), label("question-low")
        self._question, self._facts = label("second"), label("second")
        self._minutes = label("strong", wrap=False)
        self._build(line)

    def _build(self, line: AgendaLine) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        for part in (self._kicker, self._title, self._question, self._facts):
            column.addWidget(part)
        if line.minutes:
            column.addWidget(self._steps())
        column.addWidget(self._doings(line))
        if line.activity is not None:
            self._add_fields(line.activity, column)
        column.addStretch(1)

    def _steps(self) -> QWidget:
        """Return the minutes between the buttons that change them."""
        parts: list[QWidget] = []
        for step, text in _STEPS:
            made = button(text, "small")
            more = "more" if step > 0 else "less"
            made.setAccessibleName(f"{abs(step)} minute{'s' * (abs(step) > 1)} {more}")
            made.clicked.connect(partial(self.minutes_asked.emit, step))
            parts.append(made)
        parts.insert(2, self._minutes)
        return flow(*parts, gap=6)

    def _doings(self, line: AgendaLine) -> QWidget:
        """Return the buttons for what can be done with a line."""
        doings = []
        if line.is_own:
            change = button("Change…", "small")
            change.clicked.connect(self.change_asked)
            doings.append(change)
        remove = button(removal_of(line), "small")
        remove.clicked.connect(self.removal_asked)
        return flow(*doings, remove)

    def _add_fields(self, activity: Activity, column: QVBoxLayout) -> None:
        holder = _OneActivity(self._session, activity.id)
        for heading, names in _FIELDS:
            title = label("label", heading)
            title.setContentsMargins(0, 14, 0, 0)
            column.addWidget(title)
            for name in names:
                field = FormField(self._session, holder, name, self, row_id=activity.id)
                self.fields[name] = field
                for part in (field.name, field.entry, field.told):
                    column.addWidget(part)

    def put(self, line: AgendaLine) -> None:
        """Show a line as it is now."""
        session, design = self._session, line.design
        say = session.words.say
        stage = session.kit.stage(design.stage) if design else None
        set_look(self._kicker, "kicker", stage.hue if stage else "")
        self._kicker.setText(say(stage.title) if stage else "Break")
        self._title.setText(line.title)
        self._question.setText(say(design.question) if design else _behind(session, line))
        facts = [f"at least {design.least} minutes"] if design and design.least > 1 else []
        if line.needs_leaders:
            facts.append("an executive has to be in the room")
        said = " · ".join(facts)
        self._facts.setText(said[:1].upper() + said[1:])
        self._facts.setVisible(bool(said))
        self._minutes.setText(f"{line.minutes} min")
        for field in self.fields.values():
            field.refresh()

    def keep(self) -> None:
        """Write what is being typed, if the activity is still there."""
        gone = self._activity and not self._session.dossier.get(Activity, self._activity.id)
        for field in () if gone else self.fields.values():
            field.keep()


def removal_of(line: AgendaLine) -> str:
    """Return what its removal is called: a button's text."""
    if line.is_out:
        return "Put back"
    return "Remove" if line.is_own else "Leave out…"


def _behind(session: Session, line: AgendaLine) -> str:
    """Return where a break stands."""
    design = session.kit.activity(line.pause.after) if line.pause else None
    return f"After “{session.words.say(design.title)}”" if design else ""


class _OneActivity:
    """An activity of the agenda; see `ui.activities.table.field.Holder`."""

    record = Activity

    def __init__(self, session: Session, activity_id: int) -> None:
        self._session, self._id = session, activity_id

    def row(self) -> Row:
        """Return what it is now; a blank one once it is gone."""
        return self._session.dossier.get(Activity, self._id) or Activity()

    def change(self, field: str, words: str, *, settled: bool) -> None:
        """Give a field what was typed."""
        del settled
        store, row = self._session.store, self.row()
        assert isinstance(row, Activity)
        if field == "note":
            set_note(store, self._id, words, by=_BY)
        elif field == "finish_by":
            set_finish(store, self._id, words, row.finish_owner, by=_BY)
        else:
            set_finish(store, self._id, row.finish_by, words, by=_BY)
