"""What each action is called now, and which keys stand at the foot."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QAction

from crm_workshop.live.clock import ClockState, reading
from crm_workshop.live.pace import propose_cut
from crm_workshop.live.views import Overlay, chosen
from crm_workshop.model.choices import Mode
from ui.actions import BY_ID, key_text
from ui.activities.panel import Panel
from ui.console.advance import Move
from ui.console.commands import quotation_key
from ui.console.day import day_of
from ui.session import Session
from ui.widgets.text import as_button_text

#: The actions whose keys always stand at the foot, with the words that fit there.
_FOOT: Final = (
    ("black", "Black"),
    ("freeze", "Freeze"),
    ("park", "Park it"),
    ("palette", "Find a command"),
)

#: What the room can only be shown while an activity is live, and what once the day has begun.
_OF_AN_ACTIVITY: Final = ("live", "question")
_OF_THE_DAY: Final = ("late_joiner", "charter_page", "next_page", "previous_page")

_FEW: Final = (("palette", "Find a command"), ("keys", "All keys"))

_CLOCK: Final = {
    ClockState.IDLE: "Start the clock",
    ClockState.RUNNING: "Pause the clock",
    ClockState.PAUSED: "Let the clock run on",
}


class Naming:
    """Gives the actions their names from the session, and tells which of them can be done."""

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        self._session = session
        self._actions = actions

    def refresh(self, ahead: Move | None, behind: Move | None) -> None:
        """Name everything; `ahead` and `behind` are what the clicker's keys do now."""
        self._name("on", ahead.text if ahead else "Go on", enabled=ahead is not None)
        self._name("back", behind.text if behind else "Back", enabled=behind is not None)
        self._name_history()
        self._name_room()
        self._name_activity()

    def _name_history(self) -> None:
        undo, redo = self._session.undo_name, self._session.redo_name
        self._name("undo", f"Undo “{undo}”" if undo else "Undo", enabled=bool(undo))
        self._name("redo", f"Redo “{redo}”" if redo else "Redo", enabled=bool(redo))

    def _name_room(self) -> None:
        """Say of each state of the room screen that its key also leaves it."""
        scene = self._session.scene
        for name, mode in (
            ("black", Mode.BLACK),
            ("freeze", Mode.FROZEN),
            ("holding", Mode.HOLDING),
        ):
            text = BY_ID[name].text
            self._name(name, f"{text}: end it" if scene.mode is mode else text)
        overlay = chosen(scene.view).overlay
        for name, what in (
            ("late_joiner", Overlay.LATE_JOINER),
            ("charter_page", Overlay.CHARTER),
            ("figure", Overlay.QUOTATION),
        ):
            text = BY_ID[name].text
            self._name(name, f"{text}: take it away" if overlay is what else text)
        self._actions["figure"].setEnabled(bool(quotation_key(self._session)))
        live = self._session.activity() is not None
        for name in _OF_AN_ACTIVITY:
            self._actions[name].setEnabled(live)
        for name in _OF_THE_DAY:
            self._actions[name].setEnabled(live or day_of(self._session).last is not None)

    def _name_activity(self) -> None:
        session, activity = self._session, self._session.activity()
        skipped = bool(activity and activity.skipped_reason.strip())
        skip = "Take this activity back in" if skipped else BY_ID["skip"].text
        self._name("skip", skip, enabled=activity is not None)
        resting = session.scene.break_until is not None
        rest = "End the break" if resting else BY_ID["break"].text
        self._name("break", rest, enabled=activity is not None)
        hidden = session.clock.hidden
        shown = "Show the clock to the room" if hidden else BY_ID["hide_clock"].text
        self._name("hide_clock", shown, enabled=activity is not None)
        state = reading(session.clock, activity, session.store.now()).state
        self._name("clock", _CLOCK[state], enabled=activity is not None)
        for name in ("plus_1", "plus_5", "stop_clock"):
            self._actions[name].setEnabled(activity is not None)
        cut = propose_cut(session.dossier, session.kit, session.now())
        self._actions["cut"].setEnabled(cut is not None)

    def _name(self, name: str, text: str, *, enabled: bool = True) -> None:
        action = self._actions[name]
        action.setText(as_button_text(text))
        action.setEnabled(enabled)


def foot_keys(
    ahead: Move | None, behind: Move | None, panel: Panel | None, *, few: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return the keys that work now: the clicker's, the panel's, then those that always do.

    Where there is little room, `few` leaves the panel's to the page of all keys.
    """
    keys = [
        (key_text(BY_ID[name].keys[0]), move.text)
        for name, move in (("back", behind), ("on", ahead))
        if move is not None
    ]
    if few:
        return (*keys, *((key_text(BY_ID[name].keys[0]), text) for name, text in _FEW))
    keys += panel.keys_now() if panel else ()
    keys += [(key_text(BY_ID[name].keys[0]), text) for name, text in _FOOT]
    return tuple(keys)
