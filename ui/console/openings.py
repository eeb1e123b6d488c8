"""What opens over the console: the palette, the keys, what is to settle, the menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from crm_workshop.checks import Finding
from ui.actions import ACTIONS, BY_ID, Menu, key_text
from ui.console.agenda import RailLine
from ui.console.dialogs import KeysPage, SettlePage, centre_on
from ui.console.palette import Command, Palette


class Openings(QObject):
    """Opens dialogs over a window; Esc closes them and does nothing else."""

    accept_requested = Signal(object)

    def __init__(self, window: QWidget, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._menu = QMenu(window)
        for menu in Menu:
            inside = self._menu.addMenu(menu.value)
            for design in ACTIONS:
                if design.menu is menu:
                    inside.addAction(actions[design.id])

    def open_palette(self, commands: tuple[Command, ...]) -> None:
        """Let a command be found; it is run once the palette is closed."""
        palette = Palette(self._window, commands)
        palette.chosen.connect(_run)
        self._open(palette)
        palette.field.setFocus()

    def open_keys(self, panel_keys: tuple[tuple[str, str], ...]) -> None:
        """Show every key."""
        self._open(KeysPage(self._window, panel_keys))

    def open_settle(self, findings: tuple[Finding, ...]) -> None:
        """Show everything that is still to settle."""
        page = SettlePage(self._window, findings)
        page.accept_requested.connect(self.accept_requested)
        self._open(page)

    def open_menu(self, below: QWidget) -> None:
        """Open the menu under its button."""
        self._menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
        centre_on(dialog, self._window)


def _run(command: Command) -> None:
    command.run()


def commands_of(
    actions: dict[str, QAction],
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
