"""What the room settles about success, small wins, pitfalls and keeping it alive."""

from dataclasses import dataclass
from datetime import date

from crm_workshop.model.base import Placed, Row
from crm_workshop.model.choices import Direction, MeasureKind, ReviewKind, Rhythm, Timing
from crm_workshop.model.fields import Kind, entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Placed):
    """From what number to what number, by when, and who answers for it.

    An unknown baseline says who finds it and by when instead.
    """

    table = "measure"

    measure: str = entry("Measure", required=True)
    kind: MeasureKind | None = entry("Kind", Kind.CHOICE, choices=MeasureKind, required=True)
    timing: Timing | None = entry("Moves", Kind.CHOICE, choices=Timing, required=True)
    baseline: float | None = entry("From", Kind.NUM)
    baseline_by: date | None = entry("Baseline found by", Kind.DATE)
    baseline_person: str = entry("Who finds the baseline", Kind.PERSON)
    target: float | None = entry("To", Kind.NUM, required=True)
    unit: str = entry("Unit", required=True)
    direction: Direction | None = entry("Direction", Kind.CHOICE, choices=Direction, required=True)
    by: date | None = entry("By", Kind.DATE, required=True)
    source: str = entry("Read from", required=True)
    owner: str = entry("Answers for it", Kind.PERSON, required=True)
    serves: str = entry("Serves", Kind.PROMISE, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Placed):
    """An outcome on the way, with its date (not a task)."""

    table = "milestone"

    outcome: str = entry("Outcome", required=True)
    by: date | None = entry("By", Kind.DATE, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Win(Placed):
    """A small win within 90 days for one person, group or team that is willing."""

    table = "win"

    who_helped: str = entry("Who is helped", required=True)
    willing: bool = entry("Willing", Kind.BOOL, required=True)
    problem: str = entry("Their problem", Kind.LONG, required=True)
    result: str = entry("What they will have", Kind.LONG, required=True)
    by: date | None = entry("By", Kind.DATE, required=True)
    helper: str = entry("Who helps", Kind.PERSON, required=True)
    told_by: str = entry("Told by", Kind.PERSON, required=True)
    told_to: str = entry("Told to")
    told_on: date | None = entry("Told on", Kind.DATE)
    next_group: str = entry("Next willing group")
    capacity: str = entry("People and hours needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitfall(Placed):
    """A way to fail: how likely here (1 to 5), its early sign, and what is done the same week.

    `known` names one of the kit's known pitfalls; it is empty for the room's own.
    """

    table = "pitfall"

    known: str = ""
    pitfall: str = entry("Pitfall", required=True)
    likely: int | None = entry("Likely here", Kind.INT, required=True, help="1 to 5")
    early_sign: str = entry("Early sign", Kind.LONG)
    same_week: str = entry("What we do the same week", Kind.LONG)
    owner: str = entry("Owner", Kind.PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Placed):
    """One date on which the firm looks back at what it promised."""

    table = "review"

    kind: ReviewKind | None = entry("Review", Kind.CHOICE, choices=ReviewKind)
    on_date: date | None = entry("Date", Kind.DATE, required=True)
    chair: str = entry("Chaired by", Kind.PERSON, required=True)
    attends: tuple[str, ...] = entry("Who is there", Kind.PEOPLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance(Row):
    """How the charter is kept alive between reviews."""

    table = "governance"
    single = True

    rhythm: Rhythm | None = entry(
        "Report to the {board}", Kind.CHOICE, choices=Rhythm, required=True
    )
    escalate_what: str = entry("What is escalated", Kind.LONG, required=True)
    escalate_to: str = entry("To whom", Kind.PERSON, required=True)
    answer_days: int | None = entry("Answered within days", Kind.INT, required=True)
    message_by: str = entry("Who tells the {firm}", Kind.PERSON, required=True)
    message_on: date | None = entry("Told on", Kind.DATE, required=True)
    how_changed: str = entry("How this charter changes", Kind.LONG)
    not_success: tuple[str, ...] = entry("What does not count as success", Kind.LIST)
