"""What stays true for a while and is no fault of the last change: a display is gone, for one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.banner import Banner


class Notices(QWidget):
    """Standing notices, one line each; each stays until it is withdrawn or closed by hand.

    `closed` is told when one was closed, with whether the keyboard was on it.
    """

    closed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._banners: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 0)
        self._column.setSpacing(6)
        self.hide()

    def tell(self, about: str, sentence: str) -> None:
        """Say something; what was said `about` the same before is replaced."""
        banner = self._banners.get(about)
        if banner is None:
            banner = self._banners[about] = Banner()
            banner.closed.connect(self._fold)
            banner.closed.connect(self.closed)
            self._column.addWidget(banner)
        banner.tell(sentence)
        self.show()

    def withdraw(self, about: str) -> None:
        """Take a notice away; it is no longer so."""
        banner = self._banners.get(about)
        if banner is not None:
            banner.hide()
        self._fold()

    def _fold(self, *_: object) -> None:
        """Take no room where there is nothing to say."""
        self.setVisible(bool(self.texts))

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentences that stand there now."""
        return tuple(one.text for one in self._banners.values() if not one.isHidden())
