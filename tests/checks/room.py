"""A workshop in which nothing is left to settle, and small edits that unsettle it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Card, Draft, ParkedItem, Poll
from crm_workshop.model.choices import (
    ChampionReason,
    CommitmentKind,
    DecisionKind,
    DecisionState,
    Destination,
    Direction,
    Job,
    MeasureKind,
    Release,
    ReviewKind,
    Rhythm,
    Scale,
    Timing,
)
from crm_workshop.model.commitment import (
    CascadeRow,
    Champion,
    Commitment,
    DataOwner,
    HardDecision,
    UseRule,
)
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.meaning import Definition, ExperienceStep, Line
from crm_workshop.model.success import Governance, Measure, Milestone, Pitfall, Review, Win
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed, UserNeed
from crm_workshop.model.workshop import Activity, Person, Workshop

Edit = Callable[[Dossier], Dossier]

HELD = date(2026, 12, 1)
SOON = date(2027, 1, 14)
PITFALLS = ("no_objective", "too_much", "magic_tool", "not_my_job", "no_use", "no_change")


def settled() -> Dossier:
    """Return a law firm's workshop about which the checks have nothing to say."""
    workshop = Workshop(
        id=1, workshop_id=1, firm="Larkspur & Moth LLP", held_on=HELD, facilitator="F. Quill"
    )
    rows: dict[type[Row], tuple[Any, ...]] = {}
    for row in (*_people(), *_meaning(), *_technology(), *_leaders(), *_success(), *_close()):
        rows[type(row)] = (*rows.get(type(row), ()), row)
    return Dossier(workshop, rows)


def _people() -> tuple[Row, ...]:
    leader: dict[str, Any] = {"is_exec": True, "is_board": True, "signs": True, "decides": True}
    return (
        Person(id=1, name="R. Okonjo", role="Managing partner", is_sponsor=True, **leader),
        Person(id=2, name="S. Lindgren", role="Head of disputes", **leader),
        Person(id=3, name="P. Marsh", role="BD director"),
        Person(id=4, name="Q. Tern", role="Senior secretary"),
        Activity(id=1, key="2.1"),
        Activity(id=2, key="2.3"),
        Activity(id=3, key="8.1"),
        Activity(id=4, key="2.2"),
        Activity(id=5, key="2.5"),
    )


def _meaning() -> tuple[Row, ...]:
    kinds = ("people", "process", "technology", "technology")
    cards = [Card(id=n, activity_id=1, text=f"Thought {n}", bucket=k) for n, k in enumerate(kinds)]
    return (
        *cards,
        Line(id=1, agreed_today=2, agreed_target=4),
        Poll(id=1, activity_id=2, question="later", scale=Scale.LINE, revealed=True),
        Ballot(id=1, poll_id=1, person_id=1, value=4),
        Ballot(id=2, poll_id=1, person_id=2, value=3),
        Poll(id=4, activity_id=2, question="today", scale=Scale.LINE, revealed=True),
        Ballot(id=20, poll_id=4, person_id=1, value=2),
        Poll(id=5, activity_id=5, question="definition", scale=Scale.GRADIENTS, revealed=True),
        Ballot(id=21, poll_id=5, person_id=2, value=2),
        ExperienceStep(id=1, step="First call", today="Four transfers", wanted="One person"),
        ExperienceStep(id=2, step="The bill"),
        Definition(
            id=1,
            expands_to="Client",
            main_objective="Clients reach somebody who knows them at the first call.",
            done_when="Nine of ten first calls are not passed on",
            done_by=date(2027, 12, 1),
            staff_sentence="Pick up, and stay with it.",
            why="They leave when they have to explain it twice.",
        ),
        Draft(
            id=1,
            activity_id=5,
            text="CRM at Larkspur & Moth is how we answer every client as one firm, by agreeing "
            "who leads for each of them, and how every partner follows what was agreed.",
            says_experience=True,
            says_process=True,
            says_followed=True,
        ),
    )


def _technology() -> tuple[Row, ...]:
    first = [
        ReleaseItem(
            id=n, item=f"Thing {n}", bucket=Release.FIRST, serves="First call", for_whom="Disputes"
        )
        for n in (1, 2, 3)
    ]
    return (
        UserNeed(
            id=1,
            user_group="Secretaries",
            information="Who leads for whom",
            kept_true_by="Q. Tern",
            output="A call sheet",
        ),
        TechnologyNeed(id=1, need="See who leads", bucket=Job.FRONT_LINE, serves="First call"),
        *first,
        ReleaseItem(id=4, item="Panel report", bucket=Release.LATER, serves="Main objective"),
        ReleaseItem(id=5, item="Event lists", bucket=Release.NOT_NOW),
    )


def _leaders() -> tuple[Row, ...]:
    shared: dict[str, Any] = {
        "client_reason": "First call",
        "decider": "R. Okonjo",
        "by": SOON,
        "state": DecisionState.BY_DATE,
        "reason": "One firm, one answer",
        "told_by": "R. Okonjo",
    }
    kinds = (DecisionKind.STRUCTURE, DecisionKind.PROCESS, DecisionKind.PEOPLE)
    decisions = [
        HardDecision(id=n, decision=f"Change {n}", kind=kind, **shared)
        for n, kind in enumerate(kinds, 1)
    ]
    seen: dict[str, Any] = {"first_on": SOON, "rhythm": "monthly", "seen_when": "On the wall"}
    lines = (
        ("R. Okonjo", CommitmentKind.VISIBLE, "Open each partners’ lunch with one client’s story"),
        ("S. Lindgren", CommitmentKind.ALLY, "Bring two colleagues to my own client review"),
        ("S. Lindgren", CommitmentKind.DIRECT, "Tell my group why I gave up my own list"),
    )
    commitments = [
        Commitment(id=n, person=who, action=act, kind=kind, **seen)
        for n, (who, kind, act) in enumerate(lines, 1)
    ]
    return (
        *decisions,
        *commitments,
        CascadeRow(
            id=1, leader="S. Lindgren", group_told="Disputes", message="One lead", on_date=SOON
        ),
        Champion(id=1, person="Q. Tern", reason=ChampionReason.TRUSTED),
        DataOwner(id=1, person="Q. Tern"),
        UseRule(id=1, what="Each call", who_records="Secretary", worth="No chasing", if_not="Ask"),
    )


def _success() -> tuple[Row, ...]:
    shared: dict[str, Any] = {
        "kind": MeasureKind.RESULT,
        "baseline": 40.0,
        "target": 90.0,
        "unit": "%",
        "direction": Direction.UP,
        "by": date(2027, 12, 1),
        "source": "Call log",
        "owner": "S. Lindgren",
        "serves": "First call",
    }
    rated = [
        Pitfall(id=n, known=key, pitfall=key.replace("_", " "), likely=2)
        for n, key in enumerate(PITFALLS, 1)
    ]
    return (
        Measure(id=1, measure="First calls not passed on", timing=Timing.EARLY, **shared),
        Measure(id=2, measure="Clients who come back", timing=Timing.LATE, **shared),
        Milestone(id=1, outcome="Every client has a named lead", by=SOON),
        Win(
            id=1,
            who_helped="Disputes secretaries",
            willing=True,
            problem="Ringing round",
            result="Nobody rings round for the lead any more",
            by=date(2027, 3, 1),
            helper="Q. Tern",
            told_by="S. Lindgren",
            capacity="Two people, four hours a week",
        ),
        *rated,
    )


def _close() -> tuple[Row, ...]:
    days = (
        (ReviewKind.DAY_30, date(2027, 1, 7)),
        (ReviewKind.DAY_60, date(2027, 2, 4)),
        (ReviewKind.DAY_90, date(2027, 3, 4)),
    )
    reviews = [
        Review(id=n, kind=kind, on_date=day, chair="S. Lindgren", attends=("R. Okonjo", "Q. Tern"))
        for n, (kind, day) in enumerate(days, 1)
    ]
    return (
        *reviews,
        Governance(
            id=1,
            rhythm=Rhythm.MONTHLY,
            escalate_what="Who leads for a client",
            escalate_to="R. Okonjo",
            answer_days=5,
            message_by="R. Okonjo",
            message_on=SOON,
        ),
        Poll(id=2, activity_id=3, question="charter", scale=Scale.GRADIENTS, revealed=True),
        Ballot(id=3, poll_id=2, person_id=1, value=1),
        Ballot(id=4, poll_id=2, person_id=2, value=4),
        ParkedItem(id=1, text="New phones", goes_to=Destination.NOT_NOW),
    )


# Edits


def as_is(dossier: Dossier) -> Dossier:
    """Change nothing."""
    return dossier


def put(record: type[Row], row_id: int = 1, /, **fields: Any) -> Edit:
    """Change fields of one row."""

    def edit(dossier: Dossier) -> Dossier:
        if record is Workshop:
            return Dossier(replace(dossier.workshop, **fields), dossier.rows)
        rows = dossier.all(record)
        assert any(row.id == row_id for row in rows), (record, row_id)
        changed = tuple(replace(row, **fields) if row.id == row_id else row for row in rows)
        return Dossier(dossier.workshop, {**dossier.rows, record: changed})

    return edit


def add(*added: Row) -> Edit:
    """Add rows behind their like."""

    def edit(dossier: Dossier) -> Dossier:
        rows = dict(dossier.rows)
        for row in added:
            rows[type(row)] = (*rows.get(type(row), ()), row)
        return Dossier(dossier.workshop, rows)

    return edit


def drop(record: type[Row], *row_ids: int) -> Edit:
    """Remove the rows with these ids, or all of a type."""

    def edit(dossier: Dossier) -> Dossier:
        kept = tuple(row for row in dossier.all(record) if row_ids and row.id not in row_ids)
        return Dossier(dossier.workshop, {**dossier.rows, record: kept})

    return edit


def also(*edits: Edit) -> Edit:
    """Do one edit after the other."""

    def edit(dossier: Dossier) -> Dossier:
        for one in edits:
            dossier = one(dossier)
        return dossier

    return edit
