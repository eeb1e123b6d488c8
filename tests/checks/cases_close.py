"""R, G and X: reviews, agreement, what is left over."""

from datetime import date
from typing import Any

from crm_workshop.model.capture import (
    Ballot,
    Card,
    ParkedItem,
    Poll,
    Reservation,
)
from crm_workshop.model.choices import (
    BallotState,
    DecisionState,
    Presence,
    Scale,
    SignatureState,
)
from crm_workshop.model.commitment import Commitment, HardDecision
from crm_workshop.model.meaning import Definition, ExperienceStep
from crm_workshop.model.success import Governance, Milestone, Review, Win
from crm_workshop.model.technology import UserNeed
from crm_workshop.model.workshop import Person, Signature
from tests.checks.room import HELD, SOON, Edit, add, also, drop, put
from tests.checks.table import STOP, WARN, Yields

BEFORE = date(2026, 11, 30)


def vote(value: int | None, **fields: Any) -> Edit:
    return put(Ballot, 4, value=value, **fields)


def second_round(value: int, *more: Any, revealed: bool = True) -> Edit:
    poll = Poll(
        id=3, activity_id=3, question="charter", round=2, scale=Scale.GRADIENTS, revealed=revealed
    )
    first, second = (
        Ballot(id=5, poll_id=3, person_id=1, value=2),
        Ballot(id=6, poll_id=3, person_id=2, value=value),
    )
    return add(poll, first, second, *more)


def anonymous(*values: int) -> Edit:
    tallies = [Ballot(id=10 + n, poll_id=2, value=value) for n, value in enumerate(values)]
    return also(drop(Ballot, 3, 4), add(*tallies))


def fingers(count: int) -> Edit:
    return also(put(Poll, 2, scale=Scale.FIST), put(Ballot, 3, value=5), vote(count))


def signature(state: SignatureState, **fields: Any) -> Edit:
    return add(Signature(id=1, person_id=2, state=state, **fields))


def left(row_id: int) -> Edit:
    return put(Person, row_id, has_left=True)


KEPT = Reservation(id=1, activity_id=3, person="S. Lindgren", text="Too soon for my group")

CASES = (
    Yields(
        STOP,
        "R1:review:0:on_date",
        put(Review, 3, on_date=date(2027, 2, 4)),
        put(Review, 3, on_date=date(2027, 2, 5)),
    ),
    Yields(STOP, "R1:review:0:on_date", put(Review, 1, on_date=None)),
    Yields(
        STOP,
        "R1:review:0:attends",
        put(Review, 2, attends=("Q. Tern",)),
        put(Review, 2, chair="r. okonjo", attends=()),
    ),
    Yields(  # a fourth may go without the sponsor
        STOP,
        "R1:review:0:attends",
        also(
            put(Review, 1, attends=()),
            add(Review(id=4, on_date=date(2027, 12, 2), chair="S. Lindgren")),
        ),
        add(Review(id=4, on_date=date(2027, 12, 2), chair="S. Lindgren")),
    ),
    Yields(STOP, "R1:person:0:is_sponsor", put(Person, 1, is_sponsor=False)),
    Yields(STOP, "R1:governance:1", put(Governance, rhythm=None)),
    Yields(STOP, "R1:governance:1", put(Governance, answer_days=None)),
    Yields(STOP, "R1:governance:1", put(Governance, rhythm=None, answer_days=None)),
    Yields(WARN, "R2:person:4:has_left", left(4), left(3)),
    Yields(WARN, "R2:person:1:has_left", left(1), too=("R1:person:0:is_sponsor",)),
    Yields(  # somebody else is marked, and the promises are not yet taken over
        STOP,
        "R1:person:0:is_sponsor",
        left(1),
        also(left(1), put(Person, 2, is_sponsor=True)),
        ("R2:person:1:has_left",),
    ),
    Yields(
        STOP,
        "G1:person:0:signs",
        also(put(Person, 1, signs=False), put(Person, 2, signs=False)),
        put(Person, 2, signs=False),
    ),
    Yields(STOP, "G1:person:1:signs:sponsor", put(Person, 1, signs=False)),
    Yields(
        STOP,
        "G1:person:2:signs:signature",
        put(Person, 2, present=Presence.NO),
        also(
            put(Person, 2, present=Presence.NO),
            signature(SignatureState.LATER, sign_by=SOON, chaser="Q. Tern"),
        ),
    ),
    Yields(
        STOP,
        "G1:person:2:signs:signature",
        signature(SignatureState.LATER, sign_by=SOON),
        signature(SignatureState.SIGNED, signed_on=BEFORE),
    ),
    Yields(STOP, "G1:person:2:signs:signature", signature(SignatureState.DECLINED)),
    Yields(STOP, "G1:poll:0", put(Poll, 2, revealed=False)),
    Yields(
        STOP,
        "G1:poll:0::unpolled",
        drop(Ballot, 4),
        also(drop(Ballot, 4), put(Person, 2, votes=False)),
    ),
    Yields(
        STOP,
        "G1:poll:0::unpolled",
        vote(None, state=BallotState.LATE),
        vote(None, state=BallotState.ABSTAINS),
    ),
    Yields(STOP, "G1:poll:0::unpolled", anonymous(2), anonymous(2, 4)),
    Yields(STOP, "G1:poll:0::anonymous", anonymous(2, 5), anonymous(2, 4)),
    Yields(STOP, "G1:person:2:signs:apart", vote(5), vote(4)),
    Yields(STOP, "G1:person:2:signs:apart", fingers(2), fingers(3)),
    Yields(
        STOP,
        "G1:person:2:signs:apart",
        also(vote(6), second_round(3, revealed=False)),
        also(vote(6), second_round(3)),
    ),
    Yields(STOP, "G1:person:2:signs:apart", second_round(6), second_round(4)),
    Yields(  # after two rounds the sponsor decides, and the reservation is kept
        WARN, "G1:person:2:signs:apart", second_round(6, KEPT), second_round(4, KEPT)
    ),
    Yields(
        STOP,
        "X1:user_need:1:use",
        put(UserNeed, use="On the phone, tbc."),
        put(UserNeed, use="Through the TBCX desk"),
    ),
    Yields(
        STOP,
        "X1:experience_step:1:today",
        put(ExperienceStep, today="Nobody knows??"),
        put(ExperienceStep, today="Who knows?"),
    ),
    Yields(
        STOP,
        "X1:definition:1:not_this",
        put(Definition, not_this=("A mailing list", "TBD")),
        add(Card(id=9, activity_id=1, text="Who owns this?? TBC", bucket="people")),
    ),
    Yields(
        STOP,
        "X1:win:1:problem",
        put(Win, problem="to be confirmed"),
        put(Win, problem="Waiting for the date to be confirmed"),
    ),
    Yields(
        STOP,
        "X1:commitment:1:seen_when:date",
        put(Commitment, seen_when="On the wall by 31 June"),
        put(Commitment, seen_when="On the wall by 30 June"),
    ),
    Yields(
        STOP,
        "X1:commitment:1:seen_when:date",
        put(Commitment, seen_when="In the minutes of 29 Feb 2027"),
        put(Commitment, seen_when="In the minutes of 29 Feb 2028; of 35 may leave, 30 stay"),
    ),
    Yields(
        STOP,
        "X1:commitment:1:seen_when:date",
        put(Commitment, seen_when="Listed on 2027-02-30"),
        put(Commitment, seen_when="Listed on 02/28/2027"),
    ),
    Yields(STOP, "X1:milestone:1:by", put(Milestone, by=BEFORE), put(Milestone, by=HELD)),
    Yields(STOP, "X1:milestone:1:by", put(Milestone, by=date(2207, 1, 14))),
    Yields(
        STOP,
        "X1:hard_decision:1:by",
        put(HardDecision, by=BEFORE),
        put(HardDecision, by=BEFORE, state=DecisionState.DECIDED),
    ),
    Yields(
        STOP,
        "X1:parked_item:1:goes_to",
        put(ParkedItem, goes_to=None),
        put(ParkedItem, goes_to=None, text=" "),
    ),
)
