"""One open workshop: what it holds now, for every view of it, and how views change it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from crm_workshop.checks import Finding, check
from crm_workshop.errors import WorkshopError
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
            self.failed.emit(str(error))
            return None

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
        if change.workshop_id is None:
            self._take(self.store.load(self.workshop_id))
        else:
            self._take(self.store.reload(self.dossier, change.tables))
        self._check_soon.start()
        self.changed.emit(change)

    def _take(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._seen = None
        self.kit: Kit = kit_of(self.dossier.workshop)
        self.words: Words = words_of(self.dossier)
        self.scene: SceneRow = self.dossier.one(SceneRow)
        self.clock: Clock = self.dossier.one(Clock)

    def _check(self) -> None:
        self.findings = check(self.dossier, self.kit, self.today())
        self.findings_changed.emit()
