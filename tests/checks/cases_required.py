"""F: what is missing, in a record, of a vote, or of an activity."""

from dataclasses import replace
from typing import Any

from crm_workshop.model.base import Row
from crm_workshop.model.capture import (
    Ballot,
    Draft,
    Poll,
)
from crm_workshop.model.choices import (
    CommitmentState,
    Release,
    Variant,
)
from crm_workshop.model.commitment import CascadeRow, Commitment, UseRule
from crm_workshop.model.meaning import ExperienceStep, Lesson, Line
from crm_workshop.model.success import Win
from crm_workshop.model.technology import ReleaseItem
from crm_workshop.model.workshop import Activity, Person, Workshop
from tests.checks.room import SOON, Edit, add, also, drop, put, settled
from tests.checks.table import ASK, STOP, WARN, Yields


def empty(key: str, record: type[Row], **fields: Any) -> Edit:
    """Let an activity of the agenda have left no such record behind."""
    return also(drop(record), add(Activity(id=9, key=key, **fields)))


def redrafted(more: str) -> Edit:
    """Let the room have drafted the definition once more, with some words more."""
    (first,) = settled().all(Draft)
    return add(replace(first, id=9, position=9.0, text=first.text + more))


LESSON = Lesson(id=1, what="A list", lesson="Nobody was asked")
#: What serves a promise, when there is none.
SERVING = (
    *(f"T4:release_item:{n}:serves" for n in (1, 2, 3)),
    "T4:technology_need:1:serves",
    *(f"T4:hard_decision:{n}:client_reason" for n in (1, 2, 3)),
    *(f"T4:measure:{n}:serves" for n in (1, 2)),
)

CASES = (
    # F1 and F2: a star of workshop.md that no other rule speaks of
    Yields(STOP, "F1:workshop:1", put(Workshop, firm="")),
    Yields(STOP, "F1:person:3", put(Person, 3, role="")),
    Yields(STOP, "F1:draft:0:text", put(Draft, text="")),
    *(
        Yields(STOP, "F1:draft:1:text:vote", bad, good)
        for bad, good in (
            (drop(Poll, 5), add(Poll(id=6, activity_id=5, round=2))),
            (put(Poll, 5, revealed=False), put(Poll, 5, question="wording")),
            (drop(Ballot, 21), put(Ballot, 21, value=6)),
        )
    ),
    Yields(
        WARN,
        "D5:draft:9:text",
        also(put(Poll, 5, draft_id=1), redrafted(" Every month.")),
        also(put(Poll, 5, draft_id=1), redrafted("")),
    ),
    Yields(STOP, "F1:line:1::vote", drop(Poll, 1, 4), drop(Activity, 1)),
    Yields(STOP, "F1:line:1::vote", put(Poll, 4, revealed=False)),
    Yields(STOP, "F1:line:1::vote", drop(Ballot, 20), put(Ballot, 20, person_id=None, count=9)),
    Yields(STOP, "F1:line:1", put(Line, agreed_today=None)),
    Yields(STOP, "F1:line:1", put(Line, agreed_today=None, agreed_target=None)),
    Yields(
        STOP,
        "F1:experience_step:0:wanted",
        put(ExperienceStep, wanted=""),
        put(ExperienceStep, 2, today="Nobody can explain it"),
        SERVING,
    ),
    Yields(
        STOP,
        "F1:experience_step:2",
        put(ExperienceStep, 2, wanted="I can explain it to my board"),
        put(ExperienceStep, 2, today="", wanted=""),
    ),
    Yields(
        STOP,
        "F1:commitment:1",
        put(Commitment, seen_when=""),
        put(Commitment, 3, seen_when="", state=CommitmentState.NOT_YET, answer_by=SOON),
    ),
    Yields(
        STOP,
        "F1:release_item:1",
        put(ReleaseItem, for_whom=""),
        put(ReleaseItem, for_whom="", bucket=Release.NEXT),
    ),
    Yields(
        STOP,
        "F1:use_rule:1",
        put(UseRule, worth="", if_not=""),
    ),
    Yields(
        WARN,
        "F2:activity:9:finish_by",
        empty("4.4", CascadeRow, minutes_planned=7),
        empty("4.4", CascadeRow, minutes_planned=7, finish_by=SOON, finish_owner="Q. Tern"),
    ),
    Yields(  # the agenda does not hold it
        WARN,
        "F2:activity:9:finish_by",
        empty("4.4", CascadeRow, minutes_planned=7),
        drop(CascadeRow),
    ),
    Yields(  # somebody said why it was left out
        WARN,
        "F2:activity:9:finish_by",
        empty("4.4", CascadeRow, minutes_planned=7),
        empty("4.4", CascadeRow, minutes_planned=7, skipped_reason="Told at the lunch"),
    ),
    Yields(  # the short form takes it home; any other length does without it
        WARN,
        "F2:activity:9:finish_by",
        also(put(Workshop, variant=Variant.SHORT), empty("4.4", CascadeRow)),
        empty("4.4", CascadeRow),
    ),
    Yields(  # the short form does hold this one: the firm took it out
        WARN,
        "F2:activity:9:finish_by",
        also(put(Workshop, variant=Variant.SHORT), empty("6.1", Win, minutes_planned=5)),
        also(put(Workshop, variant=Variant.SHORT), empty("6.1", Win)),
    ),
    Yields(
        WARN,
        "F2:activity:9:finish_owner",
        empty("6.1", Win, minutes_planned=10, finish_by=SOON),
    ),
    Yields(
        WARN,
        "F2:activity:9:finish_by",
        also(put(Workshop, attempt_no=2), empty("1.2", Lesson, minutes_planned=8)),
        empty("1.2", Lesson, minutes_planned=8),
    ),
    Yields(
        ASK,
        "F3:workshop:1:attempt_no",
        add(LESSON),
        also(put(Workshop, attempt_no=2), add(LESSON)),
    ),
)
