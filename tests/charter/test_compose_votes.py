"""Polls, reservations and signatures in the charter."""

from dataclasses import replace
from datetime import date

from crm_workshop.charter.document import Bullets, DotRow, Paragraph, PollChart, Signatures
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Draft, Poll, Reservation
from crm_workshop.model.choices import BallotState, Presence, Scale, SignatureState
from crm_workshop.model.technology import Remit
from crm_workshop.model.workshop import Person, Signature
from tests.charter.dossiers import (
    SPONSOR,
    activity_id,
    blocks_of,
    cells,
    charter,
    said,
    section,
    table,
)

LINE = activity_id("2.3")
STATEMENT = activity_id("2.5")


def people(count: int) -> list[Row]:
    return [Person(id=number, name=f"Person {number}") for number in range(2, count + 1)]


def votes(poll_id: int, *values: int, first_is_exec: bool = True) -> list[Row]:
    """Return one ballot for each value: the sponsor's first, then the others'."""
    return [
        Ballot(
            id=100 * poll_id + person,
            poll_id=poll_id,
            person_id=person,
            value=value,
            is_exec=first_is_exec and person == 1,
        )
        for person, value in enumerate(values, 1)
    ]


def test_the_last_revealed_round_is_printed_and_a_hidden_one_never() -> None:
    rows = [
        Poll(id=1, activity_id=LINE, question="today", round=1, revealed=True),
        Poll(id=2, activity_id=LINE, question="later", round=1, revealed=True),
        Poll(id=3, activity_id=LINE, question="later", round=2, revealed=True),
        Poll(id=4, activity_id=LINE, question="later", round=3),
        *votes(1, 2, 1, 1),
        *votes(2, 5, 3, 2),
        *votes(3, 4, 4, 3),
        *votes(4, 1, 1, 1),
    ]
    made = charter(*people(3), *rows)
    (chart,) = blocks_of(section(made, "definition"), PollChart)
    assert chart.rows == (
        DotRow("Today", ((2, 0), (0, 1), (0, 0), (0, 0), (0, 0))),
        DotRow("In twelve months, second round", ((0, 0), (0, 0), (1, 0), (1, 1), (0, 0))),
    )
    assert (chart.low, chart.high) == ("an address list", "how we choose, win and keep clients")
    assert chart.caption == "Votes: 3 of 3 who could vote."
    polls = cells(table(section(made, "annex-a"), "Polls"))
    assert [row[1] for row in polls] == ["1", "1", "2"]
    assert polls[2] == [
        *("In twelve months", "2", "1 at 3, 2 at 4 (1 executive)", "3 of 3 who could vote")
    ]


def test_denominators_count_only_who_could_vote() -> None:
    states = [BallotState.ABSTAINS, BallotState.LATE, BallotState.ABSENT, BallotState.NON_VOTING]
    rows = [
        Poll(id=1, activity_id=LINE, question="today", revealed=True),
        Poll(id=2, activity_id=LINE, question="later", revealed=True),
        *votes(1, 2, 3),
        *votes(2, 2, 3),
        *(
            Ballot(id=50 + number, poll_id=1, person_id=number, state=state)
            for number, state in enumerate(states, 3)
        ),
    ]
    away = [
        Person(id=number, name=f"Person {number}", present=Presence.NO) for number in range(3, 7)
    ]
    (chart,) = blocks_of(section(charter(*people(2), *away, *rows), "definition"), PollChart)
    assert chart.caption == (
        "Today: 2 of 3 who could vote; 1 abstained, 1 late, 1 absent, 1 does not vote. "
        "In twelve months: 2 of 2 who could vote."
    )


def consent(*rows: Row) -> list[Paragraph]:
    made = section(charter(*people(3), *rows), "definition")
    return [one for one in blocks_of(made, Paragraph) if one.lead != "The line"]


def test_consent_is_told_with_its_legend() -> None:
    rows = [
        Poll(id=1, activity_id=STATEMENT, scale=Scale.GRADIENTS, revealed=True),
        *votes(1, 1, 2, 4),
    ]
    assert consent(*rows)[0].text == "Consent was reached."
    (chart,) = blocks_of(section(charter(*people(3), *rows), "definition"), PollChart)
    assert chart.legend.startswith("1 wholehearted, 2 minor point, 3 support with reservation")
    assert chart.legend.endswith("7 block. Consent is reached when everybody is at 4 or better.")
    assert (chart.low, chart.high) == ("wholehearted", "block")


def test_without_consent_the_sponsor_decides_after_two_rounds() -> None:
    first = Poll(id=1, activity_id=STATEMENT, scale=Scale.GRADIENTS, revealed=True)
    second = Poll(id=2, activity_id=STATEMENT, scale=Scale.GRADIENTS, round=2, revealed=True)
    told = consent(first, *votes(1, 1, 5, 7))
    assert told[0].text == "No consent in the first round: 2 stand at 5 to 7."
    told = consent(first, second, *votes(1, 1, 5, 7), *votes(2, 1, 2, 5))
    assert told[0].text == (
        "No consent in the second round: 1 stands at 5 to 7. "
        "After two rounds the decision is the sponsor’s, R. Okafor."
    )
    assert consent(first, second, *votes(2, 1, 2, 4))[0].text == (
        "Consent was reached in the second round."
    )


def test_votes_that_are_not_in_are_told() -> None:
    poll = Poll(id=1, activity_id=STATEMENT, scale=Scale.FIST, revealed=True)
    assert consent(poll, *votes(1, 4, 5))[0].text == "Open: 1 of 3 have not voted yet."
    assert consent(poll, *votes(1, 4, 5, 2))[0].text == (
        "No consent in the first round: 1 stands below three fingers."
    )


def test_a_vote_on_an_earlier_wording_says_so() -> None:
    rows = [
        Draft(id=1, activity_id=STATEMENT, text="The first wording"),
        Draft(id=2, activity_id=STATEMENT, text="The second wording"),
        Poll(id=1, activity_id=STATEMENT, scale=Scale.GRADIENTS, draft_id=1, revealed=True),
        *votes(1, 1, 1, 1),
    ]
    told = consent(*rows)[1]
    assert (told.lead, told.text) == ("This vote was on an earlier wording", "The first wording")
    same = [Draft(id=2, activity_id=STATEMENT, text="the first  wording"), *rows[:1], *rows[2:]]
    assert len(consent(*same)) == 1


def test_reservations_are_printed_and_their_absence_too() -> None:
    rows: list[Row] = [
        Reservation(id=1, activity_id=STATEMENT, person="D. Cho", text="Not for the pension funds"),
        Reservation(id=2, activity_id=STATEMENT, text="Too fast."),
    ]
    (held,) = blocks_of(section(charter(*rows), "definition"), Bullets)
    assert held.items == ("D. Cho: Not for the pension funds.", "Too fast.")
    poll = Poll(id=1, activity_id=STATEMENT, scale=Scale.GRADIENTS, revealed=True)
    (none,) = blocks_of(section(charter(poll, *votes(1, 1)), "definition"), Bullets)
    assert (none.items, none.empty) == ((), "No reservations were recorded.")


def test_the_sponsor_signs_first_and_each_state_is_told() -> None:
    rows = [
        Person(id=2, name="S. Lind", role="Partner", signs=True),
        Person(id=3, name="M. Ferreira", role="Finance partner", signs=True),
        Person(id=4, name="Gone", signs=True, has_left=True),
        replace(SPONSOR, id=5, signs=True),
        Person(id=6, name="D. Cho", signs=True),
        Signature(id=1, person_id=5, state=SignatureState.SIGNED, signed_on=date(2026, 11, 21)),
        Signature(id=2, person_id=3, sign_by=date(2026, 12, 5), chaser="P. Nair"),
        Signature(id=3, person_id=6, state=SignatureState.DECLINED),
    ]
    (block,) = blocks_of(section(charter(*rows, leaders=False), "mandate"), Signatures)
    assert [(one.name, one.when) for one in block.signatories] == [
        ("R. Okafor", "signed on paper 21 November 2026"),
        ("S. Lind", ""),
        ("M. Ferreira", "signs later, by 5 December 2026; P. Nair asks for it"),
        ("D. Cho", "declined to sign"),
    ]


def test_the_mandate_stands_over_each_reservation() -> None:
    rows = [
        replace(SPONSOR, signs=True),
        Reservation(id=1, person="r. okafor", text="Not in March"),
        Reservation(id=2, person="R. Okafor", text="not in  March"),
        Reservation(id=3, person="R. Okafor", text="Nor in April."),
        Remit(lead="P. Nair"),
    ]
    (block,) = blocks_of(section(charter(*rows, leaders=False), "mandate"), Signatures)
    assert block.signatories[0].reservation == "not in  March. Nor in April."
    assert block.mandate == (
        "By signing we adopt this charter for Alder & Finch LLP. We take the decisions of section "
        "7 by their dates, keep our commitments of section 8, and answer for what section 10 "
        "measures. We give P. Nair the mandate to carry it out within the remit of section 6. "
        "R. Okafor sponsors it."
    )


def test_a_poll_of_an_activity_that_is_gone_is_still_told() -> None:
    poll = Poll(id=1, activity_id=999, question="readiness", revealed=True)
    made = charter(poll, *votes(1, 3))
    assert "Readiness" in said(section(made, "annex-a"))
