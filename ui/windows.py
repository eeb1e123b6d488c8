"""The windows that are open, each once, and the ways between them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.theme.tokens import Theme
from ui.ways import Spot, Way, Where


class Opened(Protocol):
    """A window that `Windows` opens; `closed` is its end, `way_chosen` carries where it leads."""

    @property
    def closed(self) -> SignalInstance:
        """Says that it is gone."""

    @property
    def way_chosen(self) -> SignalInstance:
        """Carries a `Way`."""

    def bring_forward(self) -> None:
        """Show it before all others."""

    def go_to_spot(self, spot: Spot) -> None:
        """Go to a place in it, if it has that place."""

    def set_theme(self, theme: Theme) -> None:
        """Show it in another theme."""

    def deleteLater(self) -> None:
        """Let it go."""


class Windows(QObject):
    """Opens windows, or comes back to the one that is open already.

    The library stands aside while any other window is open and returns when the last one closes.
    `marked` is told the workshop that is live, or None: what is marked when the program starts was
    cut off. What a window is made of comes in with the first of its kind.
    """

    def __init__(
        self,
        library: QWidget,
        makers: Mapping[Where, Callable[[int], Opened]],
        marked: Callable[[int | None], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._makers, self._marked = library, makers, marked
        # Qt's windows live only as long as Python holds them.
        self._open: dict[tuple[Where, int], Opened] = {}
        self._leaving: list[Opened] = []

    def go(self, way: Way) -> Opened | None:
        """Open the window that a way leads to, and return it; the library is none to return."""
        if way.where is Where.LIBRARY:
            bring_forward(self._library)
            return None
        opened = self._open.get((way.where, way.workshop_id)) or self._begin(way)
        opened.bring_forward()
        self._library.hide()
        if way.spot is not None:
            opened.go_to_spot(way.spot)
        return opened

    def set_theme(self, theme: Theme) -> None:
        """Show everything that is open in another theme."""
        for opened in self._open.values():
            opened.set_theme(theme)

    def workshops(self) -> frozenset[int]:
        """Return the workshops that are open in a window of their own."""
        return frozenset(workshop_id for _, workshop_id in self._open)

    def __len__(self) -> int:
        """Return how many windows are open beside the library."""
        return len(self._open)

    def _begin(self, way: Way) -> Opened:
        key = (way.where, way.workshop_id)
        made = self._open[key] = self._makers[way.where](way.workshop_id)
        made.way_chosen.connect(self.go)
        made.closed.connect(partial(self._forget, key))
        self._mark()
        return made

    def _forget(self, key: tuple[Where, int]) -> None:
        gone = self._open.pop(key)
        # It still tells of its end, from within its own event: let go, Python would delete it now.
        self._leaving.append(gone)
        QTimer.singleShot(0, self, partial(self._let_go, gone))
        self._mark()
        if not self._open:
            bring_forward(self._library)

    def _let_go(self, gone: Opened) -> None:
        self._leaving.remove(gone)
        gone.deleteLater()

    def _mark(self) -> None:
        live = [workshop_id for where, workshop_id in self._open if where is Where.LIVE]
        self._marked(live[-1] if live else None)


def bring_forward(window: QWidget) -> None:
    """Show a window before all others."""
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()
