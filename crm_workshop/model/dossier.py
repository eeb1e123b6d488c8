"""Everything one workshop holds, read at once: what checks, charter and room are computed from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from crm_workshop.model.base import Row
from crm_workshop.model.capture import (
    Ballot,
    Card,
    Dot,
    DotRound,
    Draft,
    ParkedItem,
    Poll,
    Reservation,
    Theme,
)
from crm_workshop.model.commitment import (
    CascadeRow,
    Champion,
    Commitment,
    DataOwner,
    HardDecision,
    UseRule,
)
from crm_workshop.model.meaning import Definition, ExperienceStep, Lesson, Line, Opening
from crm_workshop.model.success import Governance, Measure, Milestone, Pitfall, Review, Win
from crm_workshop.model.technology import ReleaseItem, Remit, TechnologyNeed, UserNeed
from crm_workshop.model.workshop import (
    Acceptance,
    Activity,
    Clock,
    HalfTyped,
    Person,
    PreworkAnswer,
    SceneRow,
    Signature,
    SponsorCall,
    Tick,
    Version,
    Word,
    Workshop,
)
from crm_workshop.text import fold

R = TypeVar("R", bound=Row)

#: Rows that a register activity may hold (the kit's `records`).
_REGISTERS: Final[tuple[type[Row], ...]] = (
    Opening,
    Lesson,
    Line,
    ExperienceStep,
    Definition,
    UserNeed,
    TechnologyNeed,
    ReleaseItem,
    Remit,
    HardDecision,
    Commitment,
    CascadeRow,
    Champion,
    DataOwner,
    UseRule,
    Measure,
    Milestone,
    Win,
    Pitfall,
    Review,
    Governance,
)

#: Every stored type, parents before the rows that point to them.
TABLES: Final[tuple[type[Row], ...]] = (
    Workshop,
    Word,
    Person,
    PreworkAnswer,
    SponsorCall,
    Activity,
    Tick,
    Theme,
    Card,
    *_REGISTERS,
    Draft,
    Poll,
    Ballot,
    DotRound,
    Dot,
    Reservation,
    ParkedItem,
    Signature,
    Acceptance,
    Version,
    Clock,
    SceneRow,
    HalfTyped,
)

#: The table name of every stored type.
BY_TABLE: Final[dict[str, type[Row]]] = {record.table: record for record in TABLES}

#: The types of register rows, by table name.
RECORDS: Final[dict[str, type[Row]]] = {record.table: record for record in _REGISTERS}


@dataclass(frozen=True, slots=True)
class Dossier:
    """All rows of one workshop, each type in its order. Missing types read as empty."""

    workshop: Workshop
    rows: dict[type[Row], tuple[Any, ...]] = field(default_factory=dict)

    def all(self, record: type[R]) -> tuple[R, ...]:
        """Return the rows of one type in their order."""
        return self.rows.get(record, ())

    def one(self, record: type[R]) -> R:
        """Return the only row of a `single` type; a blank one if it was never written."""
        rows = self.all(record)
        return rows[0] if rows else record(workshop_id=self.workshop.id)

    def get(self, record: type[R], row_id: int | None) -> R | None:
        """Return the row of a type with that id, or None."""
        return next((row for row in self.all(record) if row.id == row_id), None)

    def of(self, record: type[R], activity_id: int) -> tuple[R, ...]:
        """Return the rows of a captured type that belong to one activity."""
        return tuple(
            row for row in self.all(record) if getattr(row, "activity_id", None) == activity_id
        )

    def person(self, name: str) -> Person | None:
        """Return the person in the register whose name is `name`, case and spacing ignored."""
        wanted = fold(name)
        return next((one for one in self.all(Person) if fold(one.name) == wanted), None)

    def activity(self, key: str) -> Activity | None:
        """Return the agenda's activity with that kit key, or None if the kit has none."""
        return next((one for one in self.all(Activity) if one.key == key), None)

    def sponsor(self) -> Person | None:
        """Return the person marked as sponsor who has not left the firm, or None."""
        people = self.all(Person)
        marked = [one for one in people if one.is_sponsor and not one.has_left]
        return marked[0] if marked else None

    def everything(self) -> Iterator[Row]:
        """Yield every row, workshop first, in the order of `TABLES`."""
        for record in TABLES:
            yield from self.all(record) if record is not Workshop else (self.workshop,)
