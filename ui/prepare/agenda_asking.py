"""What the agenda's page asks before it does something: why, what, how long, behind what."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from crm_workshop.activities import agenda
from crm_workshop.activities.own_agenda import add_own_activity, change_own_activity, plan_break
from crm_workshop.activities.reading import parse_int
from crm_workshop.errors import InputError
from crm_workshop.kit.design import BreakDesign, Method
from crm_workshop.model.workshop import Activity
from ui.activities.values import attempt
from ui.console.dialogs import Ask, centre_on
from ui.prepare.agenda_forms import (
    CALLED,
    AgendaForm,
    Asked,
    Words,
    answers_in,
    break_fields,
    own_fields,
    scale_in,
)
from ui.prepare.agenda_lines import AgendaLine
from ui.prepare.agenda_list import AgendaList
from ui.session import Session

_BY: Final = "prepare"

Fields = tuple[Asked, ...]
Take = Callable[[Words], str]


class AgendaAsking(QObject):
    """Opens the forms over the window; the keyboard is in the list when one is through."""

    def __init__(self, session: Session, lines: AgendaList) -> None:
        super().__init__(lines)
        self._session, self._list = session, lines

    def ask_why(self, line: AgendaLine) -> None:
        """Ask why an activity is left out."""
        assert line.activity is not None
        activity_id = line.activity.id
        asked = Ask(
            self._list.window(), "Leave out", f"Why is “{line.title}” left out?", "Leave out"
        )
        asked.answered.connect(partial(self._leave_out, activity_id))
        self._open(asked)

    def _leave_out(self, activity_id: int, reason: str) -> None:
        session = self._session
        session.do(agenda.leave_out_activity, session.store, activity_id, reason, by=_BY)
        self._back()

    def change(self, line: AgendaLine) -> None:
        """Ask for other words of a break or an activity of one's own."""
        if line.pause is not None:
            self._ask_for_break("Change the break", "Change it", line.pause)
        elif line.activity is not None and line.design is not None:
            change = partial(self._change_activity, line.activity.id)
            fields = own_fields(self._session, line.design.method, line.design)
            place = f"own-{line.activity.id}"
            self._form("Change the activity", "Change it", fields, change, place)

    def ask_for_activity(self, method: Method) -> None:
        """Ask what an activity of one's own is to be; it comes behind the chosen line."""
        fields = own_fields(self._session, method)
        add = partial(self._add_activity, method)
        self._form(f"Add {CALLED[method]}", "Add it", fields, add, f"own-{method.value}")

    def ask_for_break(self) -> None:
        """Ask what a break is to be; it is proposed behind the chosen line."""
        self._ask_for_break("Add a break", "Add it", None)

    def _ask_for_break(self, title: str, button: str, pause: BreakDesign | None) -> None:
        session = self._session
        places = tuple(
            (one.activity.key, one.title) for one in self._list.lines if one.activity is not None
        )
        if pause is None:
            fields = break_fields(places, self._behind().key, "Coffee", 15)
        else:
            minutes = pause.minutes.of(session.dossier.workshop.variant)
            fields = break_fields(places, pause.after, pause.title, minutes)
        place = f"break-{pause.after}-{pause.title}" if pause else "break"
        self._form(title, button, fields, partial(self._keep_break, pause), place)

    def _behind(self) -> Activity:
        """Return the activity behind which something new comes: the chosen one, or the last."""
        line, session = self._list.line(), self._session
        if line is not None and line.activity is not None:
            return line.activity
        order = session.dossier.all(Activity)
        after = line.pause.after if line is not None and line.pause is not None else ""
        return next((one for one in order if one.key == after), order[-1])

    def _add_activity(self, method: Method, words: Words) -> str:
        def add() -> Activity:
            return add_own_activity(
                session.store,
                session.workshop_id,
                method,
                title=words["title"],
                question=words["question"],
                minutes=_minutes_in(words),
                after_id=self._behind().id,
                answers=answers_in(words),
                scale=scale_in(words),
                by=_BY,
            )

        session = self._session
        made, sentence = attempt(session, add)
        if made is not None:
            self._list.choose_activity(made.id)
        return sentence

    def _change_activity(self, activity_id: int, words: Words) -> str:
        return attempt(
            self._session,
            change_own_activity,
            self._session.store,
            activity_id,
            title=words["title"],
            question=words["question"],
            answers=answers_in(words),
            scale=scale_in(words),
            by=_BY,
        )[1]

    def _keep_break(self, pause: BreakDesign | None, words: Words) -> str:
        def keep() -> None:
            plan_break(
                session.store,
                session.workshop_id,
                words["after"],
                words["title"],
                _minutes_in(words),
                instead=pause,
                by=_BY,
            )

        session = self._session
        _, sentence = attempt(session, keep)
        if not sentence:
            self._list.choose_break(words["after"], session.words.say(words["title"].strip()))
        return sentence

    def _form(self, title: str, button: str, fields: Fields, take: Take, place: str) -> None:
        window = self._list.window()
        form = AgendaForm(window, self._session, title, button, fields, take, place=place)
        form.taken.connect(self._back)
        self._open(form)

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
        centre_on(dialog, self._list.window())

    def _back(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)


def _minutes_in(words: Words) -> int:
    """Return the minutes that were typed; raises `InputError`."""
    try:
        return parse_int(words["minutes"])
    except ValueError as error:
        raise InputError(f"“{words['minutes']}” {error}. Nothing was changed.") from error
