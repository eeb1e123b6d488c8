"""What is written down at any time, and taken back: each is one operation of the core."""

from crm_workshop.activities.parking import it_project_call
from crm_workshop.checks import Finding
from ui.console.accepting import accept_as_answered, withdraw, words_of_asking
from ui.console.commands import Slots
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
        ask = self._openings.ask(*words_of_asking(finding))
        accept_as_answered(self._session, ask, finding, _BY)

    def withdraw(self, finding: Finding) -> None:
        """Take the acceptance of a warning back."""
        withdraw(self._session, finding, _BY)
