"""What a clause of the charter was composed from: the records that its words stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from crm_workshop.model.base import Row


@dataclass(frozen=True, slots=True)
class Origin:
    """A record, or (row 0) its whole type; `field` is empty where several fields are told."""

    table: str
    row_id: int = 0
    field: str = ""


Origins = tuple[Origin, ...]


def of(*rows: Row, field: str = "") -> Origins:
    """Return the origin of what is told of these rows, or of one field of them."""
    return tuple(Origin(row.table, row.id, field) for row in rows)


def each_of(rows: Sequence[Row], field: str = "") -> tuple[Origins, ...]:
    """Return the origins of lines that tell one row each."""
    return tuple(of(row, field=field) for row in rows)
