"""The workshop itself, as fields of the preparation read and change it."""

from typing import Final

from crm_workshop.activities.workshops import choose_variant, update_workshop
from crm_workshop.model.base import Row
from crm_workshop.model.choices import Variant
from crm_workshop.model.workshop import Workshop
from ui.session import Session

_BY: Final = "prepare"


class TheWorkshop:
    """See `ui.activities.table.field.Holder`."""

    record = Workshop

    def __init__(self, session: Session) -> None:
        self._session = session

    def row(self) -> Row:
        """Return what it is now."""
        return self._session.dossier.workshop

    def change(self, field: str, words: str, *, settled: bool) -> None:
        """Give a field what was typed; another length is a step of its own."""
        del settled
        store, workshop_id = self._session.store, self._session.workshop_id
        if field == "variant":
            choose_variant(store, workshop_id, Variant(words), by=_BY)
            return
        update_workshop(store, workshop_id, by=_BY, **{field: words})
