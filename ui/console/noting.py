"""What is written down at any time, and taken back: each is one operation of the core."""

from functools import partial

from crm_workshop.activities.half_typed import Place
from crm_workshop.activities.parking import it_project_call
from crm_workshop.checks import Finding
from crm_workshop.checks.accept import accept_finding, withdraw_acceptance
from crm_workshop.model.fields import spec
from crm_workshop.model.workshop import Acceptance
from ui.activities.lines import LineEntry
from ui.activities.unfinished import Unfinished
from ui.activities.values import offered
from ui.console.commands import Slots
from ui.console.dialogs import keep_asked
from ui.console.openings import Openings
from ui.console.parking import Parking
from ui.session import Session

_BY = "console"


class NotingCommands:
    """What is written down at any time, and taken back."""

    def __init__(self, session: Session, openings: Openings) -> None:
        self._session = session
        self._openings = openings

    def slots(self) -> Slots:
        """Return what each action does, by its id."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "park": self.ask_parked,
            "parking_list": self._openings.open_parking_list,
            "it_project": self.call_it_project,
        }

    def undo(self) -> None:
        """Take back the last step."""
        done = self._session.do(self._session.store.undo, self._session.workshop_id, by=_BY)
        if done is not None:
            self._openings.announce(f"Undone: {done}")

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        done = self._session.do(self._session.store.redo, self._session.workshop_id, by=_BY)
        if done is not None:
            self._openings.announce(f"Redone: {done}")

    def ask_parked(self) -> None:
        """Ask what goes on the parking list; Enter parks it."""
        ask = self._openings.ask("Park it", "What is worth keeping for later?", "Park it")
        Parking(self._session, ask)

    def call_it_project(self) -> None:
        """Count that somebody called “IT project”."""
        self._session.do(it_project_call, self._session.store, self._session.workshop_id, by=_BY)

    def ask_reason(self, finding: Finding) -> None:
        """Ask why the room lives with a warning."""
        ask = self._openings.ask(
            finding.title, f"{finding.sentence} Why is it accepted?", "Accept it"
        )
        names = partial(offered, self._session, spec(Acceptance, "by"))
        who = ask.add_person("Accepted by", names)
        about = {
            Place(Acceptance.table, 0, f"{field} {finding.key}"): line
            for field, line in (("reason", ask.field), ("by", who))
        }
        kept = keep_asked(self._session, ask, about)
        ask.answered.connect(partial(self._accept, finding, who, kept))

    def withdraw(self, finding: Finding) -> None:
        """Take the acceptance of a warning back."""
        session = self._session
        session.do(withdraw_acceptance, session.store, session.workshop_id, finding, by=_BY)

    def _accept(self, finding: Finding, who: LineEntry, kept: Unfinished, reason: str) -> None:
        session = self._session
        store, own, by = session.store, session.workshop_id, who.text()
        if session.do(accept_finding, store, own, finding, reason, by, by=_BY) is not None:
            kept.forget()
