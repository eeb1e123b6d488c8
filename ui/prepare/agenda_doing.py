"""What can be done with the agenda; each is one step that can be undone."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from crm_workshop.activities import agenda
from crm_workshop.activities.own_agenda import plan_break, remove_break, remove_own_activity
from crm_workshop.activities.workshops import choose_variant
from crm_workshop.kit.design import BreakDesign
from crm_workshop.model.choices import Variant
from crm_workshop.model.workshop import Activity
from ui.prepare.agenda_lines import AgendaLine
from ui.prepare.agenda_list import AgendaList
from ui.session import Session
from ui.widgets.announcing import announce

_BY: Final = "prepare"


class AgendaDoing(QObject):
    """Does what the page's list and buttons ask for; the list shows it once it is in the file."""

    #: A line that the kit brought is to be left out: why?
    reason_asked = Signal(object)

    def __init__(self, session: Session, lines: AgendaList) -> None:
        super().__init__(lines)
        self._session, self._list = session, lines

    def choose_length(self, variant: Variant) -> None:
        """Plan the kit's minutes for another length."""
        session = self._session
        session.do(choose_variant, session.store, session.workshop_id, variant, by=_BY)
        self._back()

    def _back(self) -> None:
        """Give the keyboard back to the list."""
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
            self.reason_asked.emit(line)
            return
        self._back()
