"""The workshops that are open, each once. What a live one is made of comes in with the first."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.theme.tokens import Theme

if TYPE_CHECKING:
    from ui.live import LiveWorkshop


class OpenWorkshops(QObject):
    """The workshops that are live now, each once.

    `marked` is told the latest one that is still open, or None: what is marked when the program
    starts was cut off.
    """

    def __init__(
        self,
        make: "Callable[[int], LiveWorkshop]",
        marked: Callable[[int | None], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._marked = make, marked
        self._live: list[LiveWorkshop] = []

    def open(self, workshop_id: int) -> "LiveWorkshop":
        """Open a workshop, or come back to its console where it is open already."""
        for live in self._live:
            if live.session.workshop_id == workshop_id:
                live.console.showNormal() if live.console.isMinimized() else live.console.show()
                live.console.raise_()
                live.console.activateWindow()
                return live
        made = self._make(workshop_id)
        # Qt's windows live only as long as Python holds them.
        self._live.append(made)
        made.closed.connect(partial(self._forget, made))
        self._marked(workshop_id)
        return made

    def set_theme(self, theme: Theme) -> None:
        """Show everything that is open in another theme."""
        for live in self._live:
            live.set_theme(theme)

    def __len__(self) -> int:
        """Return how many are open."""
        return len(self._live)

    def _forget(self, live: "LiveWorkshop") -> None:
        self._live.remove(live)
        live.deleteLater()
        self._marked(self._live[-1].session.workshop_id if self._live else None)
