"""What leaders decide and commit to, and how it reaches every {professional}."""

from dataclasses import dataclass
from datetime import date

from crm_workshop.model.base import Placed
from crm_workshop.model.choices import (
    ChampionReason,
    CommitmentKind,
    CommitmentState,
    DecisionKind,
    DecisionState,
    Seen,
)
from crm_workshop.model.fields import Kind, entry


@dataclass(frozen=True, slots=True, kw_only=True)
class HardDecision(Placed):
    """A decision that no project can take: what changes, who alone decides, by when and why."""

    table = "hard_decision"

    decision: str = entry("What must change", Kind.LONG, required=True)
    kind: DecisionKind | None = entry("Kind", Kind.CHOICE, choices=DecisionKind, required=True)
    client_reason: str = entry("For which promise", Kind.PROMISE, required=True)
    decider: str = entry("Who alone decides", Kind.PERSON, required=True)
    by: date | None = entry("By", Kind.DATE, required=True)
    state: DecisionState | None = entry("State", Kind.CHOICE, choices=DecisionState, required=True)
    reason: str = entry("Reason to tell the {firm}", Kind.LONG, required=True)
    told_by: str = entry("Who tells", Kind.PERSON, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Placed):
    """One leader's line: what, by when, how it will be seen; later, whether it was.

    With state “not yet” the leader has not answered: `answer_by` says until when.
    """

    table = "commitment"

    person: str = entry("Who", Kind.PERSON, required=True)
    action: str = entry("Will", Kind.LONG, required=True)
    kind: CommitmentKind | None = entry("Kind", Kind.CHOICE, choices=CommitmentKind, required=True)
    first_on: date | None = entry("By", Kind.DATE, required=True)
    rhythm: str = entry("Then", help="How often after the first time, such as “monthly”")
    seen_when: str = entry("Seen when", Kind.LONG, required=True)
    hours_per_month: float | None = entry("Hours a month", Kind.NUM)
    state: CommitmentState = entry(
        "Answer", Kind.CHOICE, choices=CommitmentState, default=CommitmentState.GIVEN
    )
    answer_by: date | None = entry("Answers by", Kind.DATE)
    initialled: bool = entry("Initialled", Kind.BOOL)
    seen: Seen | None = entry("Was it seen", Kind.CHOICE, choices=Seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class CascadeRow(Placed):
    """Which leader tells whom, what and when."""

    table = "cascade_row"

    leader: str = entry("Who tells", Kind.PERSON, required=True)
    group_told: str = entry("Whom", required=True)
    message: str = entry("What", Kind.LONG, required=True)
    on_date: date | None = entry("When", Kind.DATE, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Champion(Placed):
    """Somebody who wins hearts, and why colleagues will follow."""

    table = "champion"

    person: str = entry("Champion", Kind.PERSON, required=True)
    reason: ChampionReason | None = entry("Why", Kind.CHOICE, choices=ChampionReason, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOwner(Placed):
    """Somebody who looks after the data."""

    table = "data_owner"

    person: str = entry("Data owner", Kind.PERSON, required=True)
    data: str = entry("Which data")


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRule(Placed):
    """What must be recorded, by whom, why it is worth it, and what follows if it is not."""

    table = "use_rule"

    what: str = entry("What is recorded", Kind.LONG, required=True)
    who_records: str = entry("Who records it", required=True)
    worth: str = entry("What is in it for them", Kind.LONG, required=True)
    if_not: str = entry("If it is not done", Kind.LONG, required=True)
    training: str = entry("Training offered", Kind.LONG)
