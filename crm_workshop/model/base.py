"""The columns that every stored row has."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One stored row. `id` is 0 until the store has given it one.

    `table` is its name in the library file. `undoable` rows are recorded for undo, but for their
    `unrecorded` fields (such as the time used: undo takes back words, not minutes); `exchanged`
    rows travel in the exchange file; a `single` row exists exactly once in each workshop.
    """

    table: ClassVar[str]
    undoable: ClassVar[bool] = True
    unrecorded: ClassVar[frozenset[str]] = frozenset()
    exchanged: ClassVar[bool] = True
    single: ClassVar[bool] = False

    id: int = 0
    workshop_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Row):
    """A row with a place among its like; `position` only orders, its size means nothing."""

    position: float = 0.0
