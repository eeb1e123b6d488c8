"""Which workshop was live when the program was cut off: by a crash, a power cut, a dead battery."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QLockFile, QSettings

from crm_workshop.store.library import Store
from ui.memory import Key, remember, remembered


class _Mark(msgspec.Struct, frozen=True):
    """The workshop that is live, by its library's file."""

    library: str
    workshop_id: int


class CutOff:
    """Marks which workshop is live, and finds the mark that nobody could take away.

    A lock beside the library tells a program that was cut off from one that still runs: while it
    is held, a second one neither finds a mark nor makes one. The lock of a dead process is void.
    """

    def __init__(self, settings: QSettings, library: Path) -> None:
        self._settings = settings
        self._library = str(library.absolute())
        self._lock = QLockFile(f"{self._library}.live")
        self._lock.setStaleLockTime(0)
        self._is_ours = self._lock.tryLock(0)

    def found(self, store: Store) -> int | None:
        """Return the workshop that was live and is still there, or None."""
        text = remembered(self._settings, Key.LIVE)
        if not self._is_ours or not text:
            return None
        try:
            mark = msgspec.json.decode(text, type=_Mark)
        except msgspec.DecodeError:
            return None
        ids = {one.id for one in store.workshops()}
        is_here = mark.library == self._library and mark.workshop_id in ids
        return mark.workshop_id if is_here else None

    def mark(self, workshop_id: int | None) -> None:
        """Remember that a workshop is live, or that none is any more."""
        if not self._is_ours:
            return
        mark = _Mark(self._library, workshop_id) if workshop_id is not None else None
        text = msgspec.json.encode(mark).decode() if mark else ""
        remember(self._settings, Key.LIVE, text)
