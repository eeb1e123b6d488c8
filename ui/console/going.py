"""Where the keyboard goes, and what opens over the console."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.console.commands import Slots
from ui.console.openings import Openings, commands_of
from ui.console.rail import Rail
from ui.console.side import Notes
from ui.console.work import WorkArea


class GoingCommands:
    """Leads the keyboard to a part of the console, or to something that opens over it.

    `run` does an action by its id, `go_to` makes an activity the live one.
    """

    def __init__(
        self,
        openings: Openings,
        actions: Mapping[str, QAction],
        run: Callable[[str], object],
        go_to: Callable[[int], object],
    ) -> None:
        self._openings = openings
        self._actions = actions
        self._run, self._go_to = run, go_to

    def slots(self, rail: Rail, work: WorkArea, notes: Notes, menu: QWidget) -> Slots:
        """Return what each action does, by its id."""
        return {
            "palette": partial(self._open_palette, rail),
            "keys": partial(self._open_keys, work),
            "settle": self._openings.open_settle,
            "menu": partial(self._openings.open_menu, menu),
            "agenda": partial(rail.setFocus, Qt.FocusReason.ShortcutFocusReason),
            "work": work.focus_work,
            "notes": notes.begin,
        }

    def _open_palette(self, rail: Rail) -> None:
        commands = commands_of(self._actions, rail.lines, self._run, self._go_to)
        self._openings.open_palette(commands)

    def _open_keys(self, work: WorkArea) -> None:
        self._openings.open_keys(work.panel.all_keys() if work.panel else ())
