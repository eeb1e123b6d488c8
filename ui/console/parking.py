"""The parking dialog: what is typed into it is in the file before Enter parks it."""

from functools import partial
from typing import Final
from uuid import uuid4

from PySide6.QtCore import QObject

from crm_workshop.activities.parking import delete_parked, edit_parked, park, set_raised_by
from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.fields import spec
from crm_workshop.store.library import Store
from ui.activities.values import offered
from ui.console.dialogs import Ask
from ui.session import Session
from ui.widgets.autosave import Autosave

#: What undo calls it.
_STEP: Final = "Park"


class Parking(QObject):
    """Keeps a parked item equal to what stands in the dialog, as one step.

    Closing the dialog without parking takes the item away again; the dialog keeps the words.
    """

    def __init__(self, session: Session, ask: Ask) -> None:
        super().__init__(ask)
        self._session = session
        self._activity_id = session.scene.activity_id
        self._item_id = 0
        self._step = uuid4().hex
        self._ask = ask
        self._autosave = Autosave(self._keep, self, session)
        names = partial(offered, session, spec(ParkedItem, "raised_by"))
        self._who = ask.add_person("Raised by", names)
        for field in (ask.field, self._who):
            field.textEdited.connect(self._autosave.touch)
        ask.answered.connect(self._write)
        ask.left.connect(self._leave)

    def _keep(self) -> None:
        self._write(self._ask.field.text())

    def _leave(self, _typed: str) -> None:
        """Take the item back as undo does, so that no step is left that does nothing."""
        self._autosave.drop()
        session = self._session
        while self._item() and session.undo_name == _STEP:
            session.do(session.store.undo, session.workshop_id, by="console")
        self._write("")

    def _item(self) -> ParkedItem | None:
        return self._session.dossier.get(ParkedItem, self._item_id)

    def _write(self, text: str) -> None:
        """Bring the parking list to what was typed; blank, the item goes."""
        self._autosave.drop()
        session = self._session
        item = self._item()
        item_id = item.id if item else 0
        if text.strip() or item_id:
            failures = session.failures
            kept = session.do(
                keep_parked,
                session.store,
                session.workshop_id,
                self._activity_id,
                item_id,
                text,
                self._who.text(),
                merge=f"park:{self._step}",
            )
            if session.failures == failures:
                self._item_id = kept or 0


def keep_parked(
    store: Store,
    workshop_id: int,
    activity_id: int | None,
    item_id: int,
    text: str,
    raised_by: str,
    *,
    merge: str,
) -> int:
    """Let a parked item say `text`: make it, change it, or (blank) take it away; return its id.

    All that is typed within a minute under the same `merge` is one step, “Park”.
    """
    with store.step(_STEP, workshop_id, by="console", merge=merge):
        if not text.strip():
            delete_parked(store, item_id)
            return 0
        if item_id:
            edit_parked(store, item_id, text)
            return set_raised_by(store, item_id, raised_by).id
        return park(store, workshop_id, text, raised_by, activity_id).id
