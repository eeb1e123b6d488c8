"""What stays true for a while and is no fault of the last change: a display is gone, for one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import Banner


class Notices(QWidget):
    """Standing notices, one line each; each stays until it is withdrawn or closed by hand.

    A low window shows one at a time, the latest first.

    `closed` is told when one was closed, with whether the keyboard was on it.
    """

    closed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._banners: dict[str, Banner] = {}
        self._standing: dict[str, Banner] = {}
        self._low = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 0)
        self._column.setSpacing(6)
        self.hide()

    def tell(self, about: str, sentence: str, *, urgent: bool = True) -> None:
        """Say something; what was said `about` the same before is replaced.

        What is not `urgent` stands before all others, so that a low window shows it last.
        """
        banner = self._banners.get(about)
        if banner is None:
            banner = self._banners[about] = Banner()
            banner.closed.connect(partial(self.withdraw, about))
            banner.closed.connect(self.closed)
            self._column.addWidget(banner)
        banner.tell(sentence)
        others = {key: one for key, one in self._standing.items() if key != about}
        said = {about: banner}
        self._standing = others | said if urgent else said | others
        self._show()

    def withdraw(self, about: str, *_: object) -> None:
        """Take a notice away; it is no longer so, or has been read."""
        self._standing.pop(about, None)
        self._show()

    def set_low(self, low: bool) -> None:
        """Take no more than one notice's room where the window is low."""
        self._low = low
        self._show()

    def _show(self) -> None:
        """Show what stands, and take no room where there is nothing to say."""
        standing = list(self._standing.values())
        shown = standing[-1:] if self._low else standing
        for one in self._banners.values():
            one.setVisible(one in shown)
        self.setVisible(bool(shown))

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentences that stand there now, the earliest first."""
        return tuple(one.text for one in self._standing.values())
