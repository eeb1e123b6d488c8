"""What the actions do that every window of pages has: taking back, and how it looks."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.console.commands import Slots
from ui.session import Session
from ui.theme.tokens import NAMES
from ui.ways import Spot, Way, Where
from ui.widgets.announcing import announce
from ui.widgets.text import as_button_text

#: By how much one key sets the text larger.
_STEP: Final = 0.1


class HistoryCommands:
    """Undo and redo of the workshop's steps, named by the step they are about."""

    def __init__(
        self, window: QWidget, session: Session, actions: Mapping[str, QAction], by: str
    ) -> None:
        self._window, self._session = window, session
        self._actions, self._by = actions, by

    def slots(self) -> Slots:
        """Return what each action does, by its id."""
        return {"undo": self._undo, "redo": self._redo}

    def refresh(self) -> None:
        """Name the steps that would be taken back, and done again."""
        for name, what, step in (
            ("undo", "Undo", self._session.undo_name),
            ("redo", "Redo", self._session.redo_name),
        ):
            self._actions[name].setText(as_button_text(f"{what} “{step}”" if step else what))
            self._actions[name].setEnabled(step is not None)

    def _undo(self) -> None:
        session = self._session
        self._tell("Undone", session.do(session.store.undo, session.workshop_id, by=self._by))

    def _redo(self) -> None:
        session = self._session
        self._tell("Redone", session.do(session.store.redo, session.workshop_id, by=self._by))

    def _tell(self, what: str, step: str | None) -> None:
        if step is not None:
            announce(self._window, f"{what}: {step}")


def way_slots(lead: Callable[[Way], object], workshop_id: int) -> Slots:
    """Return what leads to the windows that every other leads to, by the action's id."""
    check = Way(Where.PREPARATION, workshop_id, Spot(page="check"))
    ways = {"settings": Way(Where.SETTINGS), "help": Way(Where.HELP), "check": check}
    return {name: partial(lead, way) for name, way in ways.items()}


def zoom_slots(zoom: SignalInstance) -> Slots:
    """Return what asks for another text size, by the action's id."""
    steps = {"zoom_in": _STEP, "zoom_out": -_STEP, "zoom_reset": 0.0}
    return {name: partial(zoom.emit, step) for name, step in steps.items()}


def look_slots(zoom: SignalInstance, theme: SignalInstance) -> Slots:
    """Return what asks for another text size or theme, by the action's id."""
    found = zoom_slots(zoom)
    return found | {f"theme_{name or 'system'}": partial(theme.emit, name) for name in ("", *NAMES)}
