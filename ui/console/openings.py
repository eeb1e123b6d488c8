"""What opens over the console: questions, the palette, the keys, what is to settle, the menu."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from ui.actions import ACTIONS, BY_ID, MENUS, Menu, key_text
from ui.console.agenda import RailLine
from ui.console.dialogs import Ask, KeysPage, centre_on
from ui.console.palette import Command, Palette
from ui.console.parking_list import ParkingList
from ui.console.settle import SettlePage
from ui.session import Session
from ui.widgets.announcing import announce


class Openings(QObject):
    """Opens dialogs over a window; Esc closes them, does nothing else, and loses nothing.

    The clicker and what the room screen does go on working while a dialog is open.
    """

    accept_requested = Signal(object)
    withdraw_requested = Signal(object)

    def __init__(self, window: QWidget, session: Session, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._unanswered: dict[str, str] = {}
        self._everywhere = [actions["on"], actions["back"]]
        self._menu = QMenu(window)
        for menu in MENUS:
            inside = self._menu.addMenu(menu.value)
            for design in ACTIONS:
                if design.menu is menu:
                    inside.addAction(actions[design.id])
                    if menu is Menu.ROOM:
                        self._everywhere.append(actions[design.id])

    def ask(
        self,
        title: str,
        question: str,
        take: str,
        text: str = "",
        *,
        accepts: Callable[[str], bool] = bool,
    ) -> Ask:
        """Ask for one line; what was typed before and not taken stands there again.

        Only what `accepts` says yes to can be taken.
        """
        named = f"{title}\n{question}"
        asked = Ask(
            self._above(), title, question, take, self._unanswered.get(named, text), accepts
        )
        asked.left.connect(partial(self._unanswered.__setitem__, named))
        asked.answered.connect(partial(self._forget, named))
        self._open(asked)
        return asked

    def announce(self, sentence: str) -> None:
        """Let a screen reader say what was done, where the focus does not tell."""
        announce(self._window, sentence)

    def open_palette(self, commands: tuple[Command, ...]) -> None:
        """Let a command be found; it is run once the palette is closed."""
        palette = Palette(self._window, commands)
        palette.chosen.connect(_run)
        self._open(palette)

    def open_keys(self, panel_keys: tuple[tuple[str, str], ...]) -> None:
        """Show every key."""
        self._open(KeysPage(self._window, panel_keys))

    def open_settle(self) -> None:
        """Show everything that is still to settle."""
        page = SettlePage(self._window, self._session)
        page.accept_requested.connect(self.accept_requested)
        page.withdraw_requested.connect(self.withdraw_requested)
        self._open(page)

    def open_parking_list(self) -> None:
        """Show what is parked, to say where it goes."""
        self._open(ParkingList(self._window, self._session))

    def open_menu(self, below: QWidget) -> None:
        """Open the menu under its button."""
        self._menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _above(self) -> QWidget:
        """Return the window that is in front: a question of a dialog stands over it."""
        return QApplication.activeModalWidget() or self._window

    def _open(self, dialog: QDialog) -> None:
        dialog.addActions(self._everywhere)
        dialog.open()
        centre_on(dialog, self._window)

    def _forget(self, named: str, _answer: str) -> None:
        self._unanswered.pop(named, None)


def _run(command: Command) -> None:
    command.run()


def commands_of(
    actions: Mapping[str, QAction],
    lines: tuple[RailLine, ...],
    run: Callable[[str], object],
    go_to: Callable[[int], object],
) -> tuple[Command, ...]:
    """Return everything the palette can find: actions that can be done now, and activities."""
    found = [
        Command(
            action.text().replace("&&", "&"),
            " · ".join(map(key_text, BY_ID[name].keys)),
            partial(run, name),
            BY_ID[name].menu.value,
        )
        for name, action in actions.items()
        if action.isEnabled() and name != "palette"
    ]
    for line in lines:
        if line.activity_id is not None:
            go = partial(go_to, line.activity_id)
            found.append(Command(f"Go to “{line.title}”", "", go, Menu.AGENDA.value))
    return tuple(found)
