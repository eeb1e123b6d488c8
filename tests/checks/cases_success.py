"""M, W and P: measures, small wins, pitfalls."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from crm_workshop.model.base import Row
from crm_workshop.model.choices import Direction, MeasureKind, Timing
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.success import Measure, Milestone, Pitfall, Win
from tests.checks.room import HELD, SOON, Edit, add, also, drop, put
from tests.checks.table import ASK, STOP, WARN, Yields


def measure(text: str, **fields: Any) -> Edit:
    return put(Measure, measure=text, **fields)


def copies(record: type[Row], count: int) -> Edit:
    """So many rows like the last one, added to it."""

    def edit(dossier: Dossier) -> Dossier:
        last = dossier.all(record)[-1]
        return add(*(replace(last, id=last.id + n) for n in range(1, count + 1)))(dossier)

    return edit


def owners(*names: str) -> Edit:
    return also(*(put(Measure, n, owner=name) for n, name in enumerate(names, 1)))


def likely(**fields: Any) -> Edit:
    told = {"early_sign": "Silence", "same_week": "Call R. Okonjo", "owner": "Q. Tern"}
    return put(Pitfall, likely=3, **(told | fields))


CASES = (
    Yields(
        WARN,
        "M1:measure:1:measure",
        measure("All fee earners trained"),
        measure("All fee earners trained", kind=MeasureKind.ACTIVITY),
    ),
    Yields(
        ASK,
        "M1:measure:1:measure",
        measure("High compliance"),
        measure("Complaints about us"),
    ),
    Yields(
        STOP,
        "M2:measure:1:measure",
        measure("Go-live by 1 May", kind=MeasureKind.ACTIVITY),
        measure("Complaints after go-live", kind=MeasureKind.ACTIVITY),
    ),
    Yields(
        WARN,
        "M2:milestone:1:outcome",
        put(Milestone, outcome="CRM system live"),
        put(Milestone, outcome="Calls passed on half as often with the system live"),
    ),
    Yields(  # what M2 stops, M1 need not doubt
        STOP,
        "M2:measure:1:measure",
        measure("Hub live", kind=MeasureKind.RESULT),
        measure("Live calls answered at the hub", kind=MeasureKind.RESULT),
    ),
    Yields(
        STOP,
        "M3:measure:1:measure",
        measure("100 % adoption", kind=MeasureKind.USE),
        measure("60 % adoption", kind=MeasureKind.USE),
    ),
    Yields(
        STOP,
        "M3:measure:1:target",
        measure("Pitches made from the record", kind=MeasureKind.USE, target=100.0),
        measure("Pitches made from the record", kind=MeasureKind.USE, target=95.0),
    ),
    Yields(
        STOP,
        "M3:measure:1:target",
        measure("Client data checked", kind=MeasureKind.ACTIVITY, target=100.0, unit="per cent"),
        measure("Client data checked", kind=MeasureKind.ACTIVITY, target=100.0, unit="clients"),
    ),
    Yields(
        STOP,
        "M3:milestone:1:outcome",
        put(Milestone, outcome="No duplicates left"),
        put(Milestone, outcome="No client left out"),
    ),
    *(
        Yields(STOP, "M4:measure:1", put(Measure, **{name: blank}))
        for name, blank in (
            ("target", None),
            ("by", None),
            ("source", ""),
            ("owner", " "),
            ("unit", ""),
            ("serves", ""),
        )
    ),
    Yields(
        STOP,
        "M4:measure:1",
        put(Measure, baseline=None, baseline_by=SOON),
        put(Measure, baseline=None, baseline_by=SOON, baseline_person="Q. Tern"),
    ),
    Yields(STOP, "M4:measure:1", put(Measure, baseline=None, baseline_person="Q. Tern")),
    Yields(STOP, "M4:measure:1", put(Measure, baseline=None), put(Measure, baseline=0.0)),
    Yields(  # one finding, whatever is missing
        STOP,
        "M4:measure:1",
        put(Measure, target=None, owner="", by=None, source="", unit="", baseline=None),
        put(Measure, baseline=None, baseline_by=SOON, baseline_person="Q. Tern"),
    ),
    Yields(
        WARN,
        "T4:measure:1:serves",
        put(Measure, serves="A calmer office"),
        put(Measure, serves="main objective"),
    ),
    Yields(WARN, "M5:measure:0::early", put(Measure, timing=Timing.LATE)),
    Yields(
        WARN,
        "M6:measure:0::owners",
        owners("P. Marsh", "K. Web, IT"),
        owners("P. Marsh", "S. Lindgren"),
    ),
    Yields(WARN, "M7:measure:0::count", drop(Measure)),
    Yields(WARN, "M7:measure:0::count", drop(Measure, 2)),
    Yields(WARN, "M7:measure:0::count", copies(Measure, 5), copies(Measure, 4)),
    Yields(
        WARN,
        "M7:measure:0::result",
        also(put(Measure, 1, kind=MeasureKind.USE), put(Measure, 2, kind=MeasureKind.ACTIVITY)),
        put(Measure, 1, kind=MeasureKind.USE),
    ),
    Yields(WARN, "M7:measure:1:target", put(Measure, target=40.0), put(Measure, target=40.5)),
    Yields(
        WARN,
        "M7:measure:1:target",
        put(Measure, direction=Direction.DOWN),
        put(Measure, direction=Direction.DOWN, target=10.0),
    ),
    Yields(
        WARN,
        "W1:win:1:who_helped",
        put(Win, who_helped="Everybody in the firm"),
        put(Win, who_helped="The disputes group"),
    ),
    Yields(WARN, "W1:win:1:who_helped", put(Win, who_helped="")),
    Yields(
        ASK,
        "W1:win:1:who_helped",
        put(Win, who_helped="Planning, Benefits, Housing and Parks"),
        put(Win, who_helped="Two planners and their clerk"),
    ),
    *(
        Yields(ASK, "W1:win:1:result", put(Win, result=bad), put(Win, result=good))
        for bad, good in (
            ("A 12-licence pilot", "No caller asked for the same paper twice"),
            ("To introduce the concept to officers", "Callers know who answers for them"),
            ("The platform: assess its effectiveness", "Fewer chasers about the bill"),
            ("A list of names", "They know whom to ring"),
        )
    ),
    Yields(WARN, "W1:win:1:willing", put(Win, willing=False)),
    Yields(
        WARN,
        "W1:win:1:by",
        put(Win, by=HELD + timedelta(days=91)),
        put(Win, by=HELD + timedelta(days=90)),
    ),
    Yields(WARN, "W1:win:1:capacity", put(Win, capacity="")),
    Yields(WARN, "W1:win:1:told_by", put(Win, told_by="the team"), put(Win, told_by="Q. Tern")),
    Yields(WARN, "W1:win:1:told_by", put(Win, told_by="")),
    Yields(WARN, "W1:win:0::count", copies(Win, 3), copies(Win, 2)),
    Yields(STOP, "P1:pitfall:1", likely(early_sign=""), likely()),
    Yields(STOP, "P1:pitfall:1", likely(same_week=""), put(Pitfall, likely=2)),
    Yields(STOP, "P1:pitfall:1", likely(owner=""), likely(owner="B. Notyet")),
    Yields(STOP, "P1:pitfall:1", likely(early_sign="", same_week="", owner="")),
    Yields(
        WARN,
        "P2:pitfall:0:likely",
        put(Pitfall, 6, likely=None),
        add(Pitfall(id=7, known="it_project", pitfall="An IT project", likely=None)),
    ),
    Yields(
        WARN,
        "P2:pitfall:7:likely",
        add(Pitfall(id=7, pitfall="The printer", likely=None)),
        add(Pitfall(id=7, pitfall="The printer", likely=1)),
    ),
    Yields(WARN, "P2:pitfall:0:likely", drop(Pitfall)),
)
