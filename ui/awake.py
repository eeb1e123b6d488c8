"""Keeps the computer and its displays awake while a workshop is live, and no longer."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from threading import Event, Thread
from typing import Protocol

from PySide6.QtCore import QObject, Signal

#: How long (s) the end of the program waits for the system to take the request back.
_PATIENCE = 3.0


class Presenting(Protocol):
    """What is known once the system has been asked."""

    @property
    def active(self) -> bool:
        """Whether the system agreed."""
        ...


#: Asks the system on entering, and takes the request back on leaving; both in the same thread.
Request = Callable[[], AbstractContextManager[Presenting]]


def ask_system() -> AbstractContextManager[Presenting]:
    """Return the request to the system that this is, by the means it has for it."""
    from wakepy import keep

    return keep.presenting(on_fail="pass")


class Awake(QObject):
    """Asks the system to stay awake as long as somebody holds it so.

    A system may take seconds to answer, so a thread of its own asks and, in the end, takes the
    request back; nobody waits for it. `refused` says that the system will not have it. When the
    process dies the system itself forgets the request.
    """

    refused = Signal()
    _answered = Signal(object, bool)

    def __init__(self, request: Request = ask_system, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = request
        self._holders = 0
        self._end = Event()
        self._threads: list[Thread] = []
        self.is_kept = False
        self._answered.connect(self._hear)

    def hold(self) -> None:
        """Ask the system to stay awake, unless somebody holds it so already."""
        self._holders += 1
        if self._holders > 1:
            return
        self._end = Event()
        self._threads = [one for one in self._threads if one.is_alive()]
        asking = partial(_keep, self._request, self._answered.emit, self._end)
        # Nothing that a system does not answer may hold up the end of the program.
        thread = Thread(target=asking, name="awake", daemon=True)
        self._threads.append(thread)
        thread.start()

    def release(self) -> None:
        """Let the system sleep again, once nobody holds it awake any more."""
        self._holders -= 1
        if not self._holders:
            self.is_kept = False
            self._end.set()

    def close(self) -> None:
        """Let the system sleep again, whoever holds it, and wait a moment until it knows."""
        self._holders = 0
        self.is_kept = False
        self._end.set()
        for thread in self._threads:
            thread.join(_PATIENCE)

    def _hear(self, end: Event, agreed: bool) -> None:
        """Take the answer, unless it is that of a request that was taken back."""
        if end is not self._end or end.is_set():
            return
        self.is_kept = agreed
        if not agreed:
            self.refused.emit()


def _keep(request: Request, answer: Callable[[Event, bool], object], end: Event) -> None:
    with request() as made:
        answer(end, made.active)
        end.wait()
