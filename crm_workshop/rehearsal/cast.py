"""Who plays whom: the rows of a new run and the rows of the script they stand for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from crm_workshop.kit.design import Kit
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import Dossier
from crm_workshop.store.library import Store

SetTime = Callable[[datetime], None]


@dataclass(slots=True)
class Cast:
    """What one rehearsal works with; `new` maps rows of the script to ids of the new run."""

    store: Store
    script: Dossier
    kit: Kit
    set_time: SetTime
    workshop_id: int = 0
    new: dict[tuple[type[Row], int], int] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)

    def plays(self, old: Row, new: Row) -> None:
        """Remember that `new` stands for the script's `old`."""
        self.new[type(old), old.id] = new.id

    def id_of(self, record: type[Row], old_id: int | None) -> int | None:
        """Return the id of the new row that stands for one of the script, if there is one."""
        return None if old_id is None else self.new[record, old_id]
