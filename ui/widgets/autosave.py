"""What is being typed reaches the file within a second, without a step for every letter."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer

#: How long (ms) typing waits at most before it is written.
_AFTER: Final = 400

#: What could not be written is tried again this long (ms) later.
_AGAIN: Final = 1500


class Writes(Protocol):
    """Where drafts are written: it counts the writes that failed and may go well later."""

    @property
    def failures(self) -> int:
        """How often that was so."""


class Autosave(QObject):
    """Writes a draft soon after it was touched, and at once when it is asked to.

    Typing on does not put the writing off: it comes `_AFTER` ms after the first letter that is not
    yet in the file. Where a `session` is given and the file cannot be written, such as while
    another program holds it, the draft stays pending and is written again until it can be.
    """

    def __init__(
        self, write: Callable[[], object], parent: QObject, session: Writes | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._write = session, write
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._now)

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not yet written."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Say that something was typed."""
        if not self._timer.isActive():
            self._timer.start(_AFTER)

    def flush(self) -> None:
        """Write what is still to be written."""
        if self._timer.isActive():
            self._timer.stop()
            self._now()

    def drop(self) -> None:
        """Forget what is still to be written: it was written otherwise."""
        self._timer.stop()

    def _now(self) -> None:
        failures = self._failures()
        self._write()
        if self._failures() != failures:
            self._timer.start(_AGAIN)

    def _failures(self) -> int:
        return self._session.failures if self._session is not None else 0
