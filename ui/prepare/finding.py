"""What helps to find one's way in the preparation: any command by its name, and all keys."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from ui.actions import Menu, key_text
from ui.console.commands import Slots
from ui.console.dialogs import KeysPage, centre_on
from ui.console.palette import Command, Palette
from ui.prepare.actions import ACTIONS
from ui.prepare.pages import PAGES
from ui.ways import Spot


class FindingCommands:
    """Opens the palette, in which pages are found too, and the page of all keys.

    `run` does an action by its id, `go` leads to a place; `page_keys` are those of the page that is
    shown.
    """

    def __init__(
        self,
        window: QWidget,
        actions: Mapping[str, QAction],
        run: Callable[[str], object],
        go: Callable[[Spot], object],
    ) -> None:
        self._window, self._actions = window, actions
        self._run, self._go = run, go
        self.page_keys: tuple[tuple[str, str], ...] = ()

    def slots(self) -> Slots:
        """Return what each action does, by its id."""
        return {"palette": self._open_palette, "keys": self._open_keys}

    def _open_palette(self) -> None:
        found = [
            Command(
                self._actions[one.id].text().replace("&&", "&"),
                " · ".join(map(key_text, one.keys)),
                partial(self._run, one.id),
                one.menu.value,
            )
            for one in ACTIONS
            if self._actions[one.id].isEnabled() and one.id != "palette"
        ]
        for page in PAGES:
            go = partial(self._go, Spot(page=page.key))
            found.append(Command(f"Go to “{page.title}”", "", go, Menu.PAGES.value))
        palette = Palette(self._window, tuple(found))
        palette.chosen.connect(_do)
        self._open(palette)

    def _open_keys(self) -> None:
        self._open(KeysPage(self._window, self.page_keys, ACTIONS, "This page"))

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
        centre_on(dialog, self._window)


def _do(command: Command) -> None:
    command.run()
