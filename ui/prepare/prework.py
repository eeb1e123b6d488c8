"""The pre-work: a sheet for each participant to print, and what they answered, typed in."""

from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crm_workshop.activities.prework import (
    answer_of,
    answer_prework,
    answered,
    note_sponsor_call,
)
from crm_workshop.activities.standing import in_room
from crm_workshop.model.choices import Variant
from crm_workshop.model.workshop import Person, PreworkAnswer, SponsorCall
from ui.handouts import handout_document
from ui.page import Page
from ui.prepare.answers import AnswerField
from ui.prepare.respondents import Respondents
from ui.session import Session
from ui.ways import Spot
from ui.widgets.announcing import announce
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import button, label, set_look

_BY: Final = "prepare"

_PRIVATE: Final = "Kept for you alone: never on the room screen, never in the charter."
_NOBODY: Final = (
    "Nobody is expected yet. Name those who come on the page “People”: each gets a sheet to print, "
    "and what they send back is typed in here."
)


class PreworkPage(Page):
    """Who answers at the left, their lines at the right; the sponsor's call below."""

    key = "prework"
    title = "Pre-work"
    keys: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Enter", "Next line, next person"),
        ("Shift+Enter", "New line"),
        ("Alt+↑↓", "Another person"),
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._intro, self._told = label("second"), label("second")
        self._save = button("Save the &sheets…")
        self._nobody = label("second", _NOBODY)
        self.people = Respondents(session)
        self._sheet, self._name = QWidget(), label("strong")
        self._answers: list[AnswerField] = []
        self._call = AnswerField(session, self._note, self._keep_note, goes_on=False)
        self._build()
        self._save.clicked.connect(self._ask_for_file)
        self.people.chosen.connect(self.refresh)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._intro, stretch=1)
        top.addWidget(self._save, alignment=Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout(self._sheet)
        self._lines.setContentsMargins(20, 16, 20, 20)
        self._lines.setSpacing(6)
        self._lines.addWidget(self._name)
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self._sheet, "card")
        inside = Bare()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self._nobody)
        column.addWidget(self._sheet)
        column.addSpacing(12)
        column.addWidget(label("label", "THE SPONSOR’S CALL"))
        for part in (self._call.asked, self._call.entry, label("small", _PRIVATE)):
            column.addWidget(part)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.people)
        middle.addWidget(BareArea(inside), stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self._told)
        layout.addLayout(middle, stretch=1)
        self._told.hide()

    # Showing

    def refresh(self) -> None:
        """Show the people and the answers that the session holds now; what is typed stays."""
        session, set_up = self.session, self.session.kit.set_up
        say = session.words.say
        self._intro.setText(say(set_up.prework_intro))
        self.people.refresh()
        self._ask(tuple(say(one) for one in set_up.prework))
        person = self.people.person
        is_somebody = person is not None and bool(self._answers)
        self._nobody.setVisible(person is None)
        for part in (self.people, self._sheet):
            part.setVisible(is_somebody)
        self._save.setEnabled(bool(self._answers))
        self._name.setText(person.name if person else "")
        for field in self._answers:
            field.show_of(person.id if person else 0)
        self._call.ask(say(set_up.sponsor_call), "Note of the sponsor’s call")
        self._call.show_of(session.workshop_id)

    def _ask(self, asked: tuple[str, ...]) -> None:
        """Have a field for each line of the pre-work."""
        while len(self._answers) > len(asked):
            self._answers.pop().remove()
        for line in range(len(self._answers) + 1, len(asked) + 1):
            field = AnswerField(
                self.session, partial(self._answer, line), partial(self._keep_answer, line)
            )
            field.entered.connect(partial(self._go_on, line))
            field.turned.connect(self.people.turn)
            self._lines.addSpacing(6)
            self._lines.addWidget(field.asked)
            self._lines.addWidget(field.entry)
            self._answers.append(field)
        person = self.people.person
        for field, words in zip(self._answers, asked, strict=True):
            field.ask(words, f"{person.name}: {words}" if person else words)

    def first_focus(self) -> QWidget:
        """Return the first line that is still blank, else the first; without people the call."""
        if self.people.person is None or not self._answers:
            return self._call.entry
        blank = (one.entry for one in self._answers if not one.entry.toPlainText().strip())
        return next(blank, self._answers[0].entry)

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        for field in (*self._answers, self._call):
            field.keep()

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Put the cursor into an answer, or into the note of the sponsor's call."""
        entry = self._call.entry
        if spot.table == PreworkAnswer.table:
            row = self.session.dossier.get(PreworkAnswer, spot.row_id)
            if row is None or not self.people.choose(row.person_id):
                return False
            entry = self._answers[min(row.line, len(self._answers)) - 1].entry
        elif spot.table != SponsorCall.table:
            return False
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def tell(self, sentence: str) -> None:
        """Say how it goes with the sheets."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        announce(self, sentence)

    @classmethod
    def missing(cls, session: Session, /) -> str:
        """Return how many answers are to come, once some are there or the day cannot do without."""
        dossier, kit = session.dossier, session.kit
        everybody = in_room(dossier)
        waiting = sum(not answered(dossier, kit, one) for one in everybody)
        is_needed = dossier.workshop.variant is Variant.SHORT or waiting < len(everybody)
        if not waiting or not is_needed:
            return ""
        return f"the answers of {waiting}" if waiting > 1 else "the answer of 1"

    # Typing

    def _answer(self, line: int, person_id: int) -> str:
        return answer_of(self.session.dossier, person_id, line)

    def _keep_answer(self, line: int, person_id: int, text: str) -> None:
        session = self.session
        if session.dossier.get(Person, person_id) is not None:
            session.do(answer_prework, session.store, person_id, line, text, by=_BY)

    def _note(self, _workshop_id: int) -> str:
        return self.session.dossier.one(SponsorCall).note

    def _keep_note(self, workshop_id: int, text: str) -> None:
        self.session.do(note_sponsor_call, self.session.store, workshop_id, text, by=_BY)

    def _go_on(self, line: int) -> None:
        """Go to the next line, or to the first of the next person."""
        self._answers[line - 1].keep()
        if line == len(self._answers):
            self.people.turn(1)
        self._answers[line % len(self._answers)].entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_for_file(self) -> None:
        self.save_requested.emit(handout_document(self.session, "pre-work"))
