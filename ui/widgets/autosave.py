"""What is being typed reaches the file within a second, without a step for every letter."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

#: How long (ms) typing waits at most before it is written.
_AFTER: Final = 400


class Autosave(QObject):
    """Writes a draft soon after it was touched, and at once when it is asked to.

    Typing on does not put the writing off: it comes `_AFTER` ms after the first letter that is not
    yet in the file.
    """

    def __init__(self, write: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._write = write
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self._now)

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not yet written."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Say that something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Write what is still to be written."""
        if self._timer.isActive():
            self._timer.stop()
            self._now()

    def drop(self) -> None:
        """Forget what is still to be written: it was written otherwise."""
        self._timer.stop()

    def _now(self) -> None:
        self._write()
