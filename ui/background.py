"""Slow work away from the window's thread."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal

from crm_workshop.errors import WorkshopError


class Work(QObject):
    """Calls something in a thread of its own, once it is started.

    `done` carries what came of it, `failed` the sentence of an error the user can act on; both
    reach their receivers in the window's thread. The call may use only what nobody changes, such
    as a dossier. The program ends when it is through.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, call: Callable[[], object]) -> None:
        super().__init__()
        self._call = call

    def start(self) -> None:
        """Begin; the thread holds the work until it is through."""
        Thread(target=self._run).start()

    def _run(self) -> None:
        try:
            result = self._call()
        except WorkshopError as error:
            self.failed.emit(str(error))
        else:
            self.done.emit(result)
