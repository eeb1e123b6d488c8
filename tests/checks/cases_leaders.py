"""E, H and C: names, commitments, hard decisions, and who carries it to everybody."""

from dataclasses import replace
from typing import Any

from crm_workshop.model.base import Row
from crm_workshop.model.choices import (
    CommitmentKind,
    CommitmentState,
    DecisionKind,
    DecisionState,
    Presence,
    Sector,
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
from crm_workshop.model.fields import specs
from crm_workshop.model.success import Governance, Measure, Review, Win
from crm_workshop.model.technology import Remit
from crm_workshop.model.workshop import Person, Workshop
from tests.checks.room import SOON, Edit, add, also, drop, put
from tests.checks.table import ASK, STOP, WARN, Yields


def renamed(row_id: int, old: str, new: str) -> Edit:
    """Rename somebody wherever the name stands, as the register does."""

    def edit(dossier: Dossier) -> Dossier:
        rows = {
            record: tuple(_renamed(row, old, new) for row in of_type)
            for record, of_type in dossier.rows.items()
        }
        return put(Person, row_id, name=new)(Dossier(dossier.workshop, rows))

    return edit


def _renamed(row: Row, old: str, new: str) -> Row:
    held: dict[str, Any] = {
        name: new if value == old else tuple(new if one == old else one for one in value)
        for name in (spec.name for spec in specs(type(row)))
        if (value := getattr(row, name)) == old or (isinstance(value, tuple) and old in value)
    }
    return replace(row, **held)


#: Somebody on the board who signs nothing.
NEW = Person(id=5, name="T. Ash", role="Head of tax", is_exec=True, is_board=True)


def not_yet(**fields: Any) -> Edit:
    return add(NEW, Commitment(id=4, person="T. Ash", state=CommitmentState.NOT_YET, **fields))


def action(text: str) -> Edit:
    return put(Commitment, action=text)


def decider(name: str) -> Edit:
    return put(HardDecision, decider=name)


CASES = (
    # E1: a blank name, wherever a name is required and no other rule asks for it
    *(
        Yields(STOP, f"E1:{record.table}:1:{name}", put(record, **{name: " "}))
        for record, name in (
            (HardDecision, "decider"),
            (HardDecision, "told_by"),
            (CascadeRow, "leader"),
            (Champion, "person"),
            (Win, "helper"),
            (Review, "chair"),
            (Governance, "escalate_to"),
            (Governance, "message_by"),
        )
    ),
    Yields(  # both at once, at the first
        STOP,
        "E1:hard_decision:1:decider",
        put(HardDecision, decider="", told_by=""),
        put(HardDecision, told_by=""),
    ),
    Yields(STOP, "E1:data_owner:1:person", put(DataOwner, person="", data="Leads")),
    Yields(STOP, "E1:commitment:3:person", put(Commitment, 3, person="")),
    Yields(
        STOP,
        "E1:measure:1:owner",
        put(Measure, owner="The Board"),
        also(add(Person(id=5, name="The Board", role="A band")), put(Measure, owner="the  board")),
    ),
    Yields(  # a bare name that only repeats what was typed vouches for nobody
        STOP,
        "E1:measure:1:owner",
        also(
            add(Person(id=5, name="The Board", present=Presence.NO)),
            put(Measure, owner="The Board"),
        ),
        also(
            add(Person(id=5, name="The Board", role="A band", present=Presence.NO)),
            put(Measure, owner="The Board"),
        ),
    ),
    # E1: whoever signs, decides or sponsors is somebody; owners are taken from the register
    *(
        Yields(
            level,
            f"E1:person:{row}:name",
            renamed(row, "R. Okonjo", bad),
            renamed(row, "R. Okonjo", good),
        )
        for row, level, bad, good in (
            (1, STOP, "Programme Board", "Ann Dean"),
            (1, STOP, "Vacant", "Hope Vacani"),
            (1, WARN, "Director of Finance and Resources", "Director of Finance (Ann Dean)"),
            (1, WARN, "Managing partner", "Ian Office"),
            (1, STOP, "Strategic Policy and Resources Committee", "Olumide Board-Reyes"),
        )
    ),
    Yields(
        STOP,
        "E1:person:3:name",
        put(Person, 3, name="The steering group", decides=True),
        put(Person, 3, name="The steering group"),
    ),
    Yields(
        STOP,
        "E1:review:1:chair",
        put(Review, chair="tbc"),
        put(Review, chair="T. B. Carr"),
    ),
    Yields(
        WARN,
        "E1:remit:1:who_may_change",
        add(Remit(id=1, who_may_change="Managing Partner")),
        add(Remit(id=1, who_may_change="Managing Partner (R. Okonjo)")),
    ),
    Yields(
        WARN,
        "E2:commitment:1:action",
        action("Support the programme fully"),
        action("Support the programme by chairing its reviews"),
    ),
    Yields(ASK, "E2:commitment:1:action", action("Stay positive"), action("Visit five clients")),
    Yields(
        STOP,
        "E3:commitment:1:first_on",
        put(Commitment, first_on=None),
        put(Commitment, first_on=SOON),
    ),
    Yields(
        STOP,
        "E3:commitment:1:rhythm:ongoing",
        put(Commitment, rhythm="Ongoing, as needed"),
        put(Commitment, rhythm="each month"),
    ),
    Yields(
        STOP,
        "E3:commitment:1:action:ongoing",
        action("Visit clients on an ongoing basis."),
        action("Review all ongoing matters with the client"),
    ),
    Yields(
        STOP,
        "E4:person:5",
        add(NEW),
        add(NEW, Commitment(id=4, person="t. ash", state=CommitmentState.GIVEN)),
    ),
    Yields(
        STOP,
        "E4:person:5",
        add(NEW),
        add(Person(id=5, name="T. Ash", role="Head of tax", is_board=True, has_left=True)),
    ),
    Yields(STOP, "E4:commitment:4:answer_by", not_yet(), not_yet(answer_by=SOON)),
    Yields(  # recorded, and open until it is answered
        STOP,
        "E4:commitment:4:state",
        not_yet(answer_by=SOON),
        add(NEW, Commitment(id=4, person="T. Ash", action="Phone ten clients", answer_by=SOON)),
    ),
    Yields(
        STOP,
        "E4:commitment:0",
        also(put(Person, is_board=False), put(Person, 2, is_board=False), drop(Commitment)),
        also(put(Person, is_board=False), put(Person, 2, is_board=False)),
    ),
    Yields(WARN, "E5:commitment:0:kind:A", put(Commitment, 1, kind=CommitmentKind.DIRECT)),
    Yields(WARN, "E5:commitment:0:kind:B", put(Commitment, 2, kind=CommitmentKind.VISIBLE)),
    Yields(
        WARN,
        "E5:commitment:0:kind:C",
        put(Commitment, 3, kind=CommitmentKind.ALLY),
        also(
            put(Commitment, 2, kind=CommitmentKind.DIRECT),
            put(Commitment, 3, kind=CommitmentKind.ALLY),
        ),
    ),
    Yields(  # what is not yet given wins no colleague
        WARN,
        "E5:commitment:0:kind:C",
        put(Commitment, 3, state=CommitmentState.NOT_YET, answer_by=SOON),
        too=("E4:commitment:3:state",),
    ),
    Yields(STOP, "H1:hard_decision:1:decider", decider("P. Marsh"), decider("S. Lindgren")),
    Yields(STOP, "H1:hard_decision:1:decider", decider("A. Stranger")),
    Yields(
        STOP,
        "H1:hard_decision:1:decider",
        decider("Project manager"),
        decider("Chief operating officer"),
        ("E1:hard_decision:1:decider",),
    ),
    Yields(
        STOP,
        "H1:hard_decision:1:decider",
        put(Person, role="IT director"),
        put(Person, role="Director of tax"),
        ("H1:hard_decision:2:decider", "H1:hard_decision:3:decider"),
    ),
    Yields(  # in a consultancy a consultant may lead the firm
        STOP,
        "H1:hard_decision:1:decider",
        put(Person, role="Lead consultant"),
        also(put(Workshop, sector=Sector.CONSULTING), put(Person, role="Lead consultant")),
        ("H1:hard_decision:2:decider", "H1:hard_decision:3:decider"),
    ),
    Yields(  # as a post, too, where consultants lead; anywhere else it is somebody from outside
        STOP,
        "H1:hard_decision:1:decider",
        decider("Managing consultant"),
        also(put(Workshop, sector=Sector.CONSULTING), decider("Managing consultant")),
        ("E1:hard_decision:1:decider",),
    ),
    Yields(
        STOP,
        "H1:hard_decision:1:decider",
        also(put(Workshop, sector=Sector.CONSULTING), decider("External consultant")),
        also(put(Workshop, sector=Sector.CONSULTING), decider("Lead consultant")),
        ("E1:hard_decision:1:decider",),
    ),
    Yields(WARN, "H2:hard_decision:0", drop(HardDecision), drop(HardDecision, 1)),
    Yields(
        WARN,
        "H2:hard_decision:0:kind:structure",
        put(HardDecision, 1, kind=DecisionKind.MONEY),
        put(HardDecision, 1, state=DecisionState.REFUSED),
    ),
    Yields(WARN, "H2:hard_decision:0:kind:process", drop(HardDecision, 2)),
    Yields(WARN, "H2:hard_decision:0:kind:people", put(HardDecision, 3, kind=DecisionKind.REWARD)),
    Yields(
        WARN,
        "H3:hard_decision:1",
        put(HardDecision, by=None),
        put(HardDecision, by=None, state=DecisionState.REFUSED),
    ),
    Yields(WARN, "H3:hard_decision:1", put(HardDecision, reason="\n")),
    Yields(WARN, "H3:hard_decision:1", put(HardDecision, reason="\n", by=None)),
    Yields(
        WARN,
        "T4:hard_decision:1:client_reason",
        put(HardDecision, client_reason="A calmer office"),
        put(HardDecision, client_reason="main objective"),
    ),
    Yields(WARN, "C1:champion:0", drop(Champion)),
    Yields(WARN, "C2:data_owner:0", drop(DataOwner), put(DataOwner, data="All of it")),
    Yields(
        WARN, "C3:use_rule:0", drop(UseRule), also(drop(UseRule), add(UseRule(id=2, what="Calls")))
    ),
)
