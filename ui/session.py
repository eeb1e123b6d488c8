"""One open workshop: what it holds now, for every view of it, and how views change it."""

from collections.abc import Callable, Hashable
from datetime import date, datetime
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from crm_workshop.checks import Finding, check
from crm_workshop.errors import DiskError, LibraryError, LockedLibraryError, WorkshopError
from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import Words, words_of
from crm_workshop.live.room import later, room_view
from crm_workshop.live.seen import RoomView
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Clock, SceneRow
from crm_workshop.store.library import Change, Store
from ui.bridge import StoreBridge

P = ParamSpec("P")
T = TypeVar("T")

#: Findings are read again this long (ms) after the last change: they never hold typing up.
_FINDINGS_AFTER = 150

#: What could not be written or read is tried again after this long (ms).
_AGAIN_AFTER = 1500

#: Errors that pass: another program lets the file go, somebody makes room on the disk.
_PASSING = (LockedLibraryError, DiskError)


class Session(QObject):
    """Reads a workshop again after each change and tells its views; views call `do` to change it.

    `changed` carries the `Change` once `dossier` is fresh; `findings_changed` follows when the
    checks have been run; `failed` carries the sentence of an error the user can act on.
    """

    changed = Signal(object)
    findings_changed = Signal()
    failed = Signal(str)

    def __init__(
        self, store: Store, bridge: StoreBridge, workshop_id: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.workshop_id = workshop_id
        self._seen: RoomView | None = None
        self._seen_on = date.min
        #: How often a write failed that may go well later.
        self.failures = 0
        self._owed: dict[Hashable, tuple[str, Callable[[], object]]] = {}
        self._stale: Change | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_AFTER)
        self._again.timeout.connect(self.pay)
        self.findings: tuple[Finding, ...] = ()
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(_FINDINGS_AFTER)
        self._check_soon.timeout.connect(self._check)
        self._take(store.load(workshop_id))
        bridge.changed.connect(self._hear)
        self._check()

    def do(self, operation: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T | None:
        """Run an operation; an error the user can act on is told by `failed` and returns None."""
        try:
            return operation(*arguments, **named)
        except WorkshopError as error:
            self.failures += isinstance(error, _PASSING)
            self.failed.emit(str(error))
            return None

    def owe(self, place: Hashable, text: str, write: Callable[[], object]) -> None:
        """Keep a text that could not be written, and write it as soon as that can be.

        Of one place the latest text counts.
        """
        self._owed[place] = text, write
        self._again.start()

    def owed(self, place: Hashable) -> str | None:
        """Return the text of a place that is still to be written, or None."""
        text, _ = self._owed.get(place, (None, None))
        return text

    def owings(self) -> tuple[tuple[Hashable, str], ...]:
        """Return all texts that are still to be written, with their places."""
        return tuple((place, text) for place, (text, _) in self._owed.items())

    def paid(self, place: Hashable) -> None:
        """Forget what was still to be written of a place: it was, or something later was."""
        self._owed.pop(place, None)

    def pay(self) -> None:
        """Read and write now what could not be read or written before."""
        if self._stale is not None:
            self._hear(self._stale)
        owed, self._owed = self._owed, {}
        for _, write in owed.values():
            write()

    def activity(self) -> Activity | None:
        """Return the activity that is live, or None before the first."""
        return self.dossier.get(Activity, self.scene.activity_id)

    def now(self) -> datetime:
        """Return the moment in the zone of this machine."""
        return self.store.now().astimezone()

    def today(self) -> date:
        """Return today's date here."""
        return self.now().date()

    def room_view(self) -> RoomView:
        """Return all that the room may see now; between changes only its clock goes on."""
        now = self.now()
        if self._seen is None or self._seen_on != now.date():
            self._seen_on = now.date()
            self._seen = room_view(self.dossier, self.kit, self.scene, self.clock, now)
        return later(self._seen, self.dossier, self.scene, self.clock, now)

    def _hear(self, change: Change) -> None:
        if change.workshop_id not in (self.workshop_id, None):
            return
        try:
            if change.workshop_id is None or self._stale is not None:
                self._take(self.store.load(self.workshop_id))
            else:
                self._take(self.store.reload(self.dossier, change.tables))
        except LibraryError as error:  # committed, but it cannot be read: what is shown is old
            self._stale = change
            self._again.start()
            self.failed.emit(str(error))
            return
        self._stale = None
        self._check_soon.start()
        self.changed.emit(change)

    def _take(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._seen = None
        self.undo_name = self.store.undo_name(self.workshop_id)
        self.redo_name = self.store.redo_name(self.workshop_id)
        self.kit: Kit = kit_of(self.dossier.workshop)
        self.words: Words = words_of(self.dossier)
        self.scene: SceneRow = self.dossier.one(SceneRow)
        self.clock: Clock = self.dossier.one(Clock)

    def _check(self) -> None:
        self.findings = check(self.dossier, self.kit, self.today())
        self.findings_changed.emit()
