"""What can be done with the agenda; each is one step that can be undone."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from crm_workshop.activities import agenda
from crm_workshop.activities.own_agenda import (
    add_own_activity,
    change_own_activity,
    plan_break,
    remove_break,
    remove_own_activity,
)
from crm_workshop.activities.reading import parse_int
from crm_workshop.activities.workshops import choose_variant
from crm_workshop.errors import InputError
from crm_workshop.kit.design import BreakDesign, Method
from crm_workshop.model.choices import Variant
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
from ui.widgets.announcing import announce

_BY: Final = "prepare"

Fields = tuple[Asked, ...]
Take = Callable[[Words], str]


class AgendaDoing(QObject):
    """Does what the page's list and buttons ask for; the list shows it once it is in the file."""

    def __init__(self, session: Session, lines: AgendaList, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._list, self._page = session, lines, page

    def choose_length(self, variant: Variant) -> None:
        """Plan the kit's minutes for another length."""
        session = self._session
        session.do(choose_variant, session.store, session.workshop_id, variant, by=_BY)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Minutes

    def set_minutes(self, line: AgendaLine, typed: str) -> None:
        """Give a line the minutes that were typed."""
        session = self._session
        if line.activity is not None:
            session.do(agenda.set_minutes, session.store, line.activity.id, typed, by=_BY)
        elif line.pause is not None:
            self._plan(line.pause, minutes=int(typed))

    def add_minutes(self, line: AgendaLine, by: int) -> None:
        """Let a line take so many minutes more or less, one at least."""
        self.set_minutes(line, str(max(1, line.minutes + by)))

    def _plan(self, pause: BreakDesign, *, after: str = "", minutes: int = 0) -> None:
        """Let a break stand elsewhere, or last longer; it stays chosen."""
        session = self._session
        after = after or pause.after
        minutes = minutes or pause.minutes.of(session.dossier.workshop.variant)
        session.do(
            plan_break,
            session.store,
            session.workshop_id,
            after,
            pause.title,
            minutes,
            instead=pause,
            by=_BY,
        )
        self._list.choose_break(after, session.words.say(pause.title))

    # Order

    def move_by(self, line: AgendaLine, places: int) -> None:
        """Let a line stand an activity earlier or later."""
        order = [one.activity for one in self._list.lines if one.activity is not None]
        if line.activity is not None:
            at = [one.id for one in order].index(line.activity.id)
            to = at - 2 if places < 0 else at + 1
            if at + places in range(len(order)):
                self.move_behind(line, order[to] if to >= 0 else None)
        elif line.pause is not None:
            to = [one.key for one in order].index(line.pause.after) + places
            if to in range(len(order)):
                self.move_behind(line, order[to])

    def move_behind(self, line: AgendaLine, above: Activity | None) -> None:
        """Let a line stand behind an activity; an activity may stand first."""
        session = self._session
        if line.activity is not None:
            order = [one.id for one in session.dossier.all(Activity)]
            at = order.index(line.activity.id)
            before = order[at - 1] if at else None
            after = above.id if above is not None else None
            if after != before:
                session.do(agenda.move_activity, session.store, line.activity.id, after, by=_BY)
        elif line.pause is not None and above is not None and above.key != line.pause.after:
            self._plan(line.pause, after=above.key)
        said = self._list.line()
        if said is not None:
            announce(self._list, said.spoken)

    # Coming and going

    def remove(self, line: AgendaLine) -> None:
        """Take a line out of the day, or put it back in; what the kit brought asks why."""
        session = self._session
        if line.is_out and line.activity is not None:
            session.do(agenda.put_back_activity, session.store, line.activity.id, by=_BY)
        elif line.pause is not None:
            session.do(remove_break, session.store, session.workshop_id, line.pause, by=_BY)
        elif line.activity is not None and line.is_own:
            session.do(remove_own_activity, session.store, line.activity.id, by=_BY)
        elif line.activity is not None:
            self._ask_why(line, line.activity.id)

    def _ask_why(self, line: AgendaLine, activity_id: int) -> None:
        asked = Ask(
            self._page.window(), "Leave out", f"Why is “{line.title}” left out?", "Leave out"
        )
        asked.answered.connect(partial(self._leave_out, activity_id))
        self._open(asked)

    def _leave_out(self, activity_id: int, reason: str) -> None:
        session = self._session
        session.do(agenda.leave_out_activity, session.store, activity_id, reason, by=_BY)

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
        window = self._page.window()
        form = AgendaForm(window, self._session, title, button, fields, take, place=place)
        self._open(form)

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
        centre_on(dialog, self._page.window())


def _minutes_in(words: Words) -> int:
    """Return the minutes that were typed; raises `InputError`."""
    try:
        return parse_int(words["minutes"])
    except ValueError as error:
        raise InputError(f"“{words['minutes']}” {error}. Nothing was changed.") from error
