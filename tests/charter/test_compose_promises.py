"""Sections 7 to 13: decisions, commitments, cascade, measures, wins, pitfalls, reviews."""

from datetime import date

import pytest

from crm_workshop.charter.document import Bullets, Paragraph, Table
from crm_workshop.model.choices import (
    CommitmentState,
    DecisionKind,
    ReviewKind,
    Rhythm,
)
from crm_workshop.model.commitment import CascadeRow, Commitment, HardDecision, UseRule
from crm_workshop.model.success import Governance, Measure, Milestone, Pitfall, Review, Win
from tests.charter.dossiers import (
    TODAY,
    blocks_of,
    cells,
    charter,
    said,
    section,
    table,
    unsettled,
)


def test_decisions_name_who_alone_decides() -> None:
    row = HardDecision(decision="One lead", decider="R. Okafor", by=date(2026, 12, 18))
    made = table(section(charter(row), "decisions"))
    assert cells(made) == [["One lead", "R. Okafor", "Not settled"]]
    assert [one.note for one in made.rows[0]] == [
        "Kind: not settled · For which promise: not settled · Who tells: not settled",
        "18 Dec 2026 · State: not settled",
        "",
    ]
    told = HardDecision(
        decision="One lead",
        kind=DecisionKind.STRUCTURE,
        client_reason="First call",
        told_by="R. Okafor",
    )
    who = table(section(charter(told), "decisions")).rows[0]
    assert who[0].note == "Structure · First call · told by R. Okafor"
    assert (who[1].text, who[1].note) == ("Not settled", "By: not settled · State: not settled")


def test_commitments_stand_with_the_sponsor_first_and_not_yet_visible() -> None:
    rows = (
        Commitment(
            id=1,
            person="M. Ferreira",
            state=CommitmentState.NOT_YET,
            answer_by=date(2026, 12, 5),
        ),
        Commitment(
            id=2,
            person="r. okafor",
            action="open every board meeting with the client review",
            first_on=date(2027, 1, 14),
            rhythm="then monthly",
            seen_when="Seen when it is item 1 on the minutes",
            hours_per_month=2.5,
            initialled=True,
        ),
    )
    made = table(section(charter(*rows), "commitments"))
    assert cells(made) == [
        [
            "r. okafor",
            "Open every board meeting with the client review.",
            "14 Jan 2027, then monthly",
            "",
        ],
        ["M. Ferreira", "Not yet: answers by 5 Dec 2026.", "", ""],
    ]
    assert made.rows[0][1].note == (
        "Seen when it is item 1 on the minutes. Hours a month: 2.5 · Initialled."
    )
    assert made.columns[-1].initials


def test_a_given_commitment_without_act_or_date_says_so() -> None:
    made = table(section(charter(Commitment(person="R. Okafor")), "commitments"))
    assert cells(made) == [["R. Okafor", "Not settled", "Not settled", ""]]


def test_the_cascade_says_who_tells_whom_what() -> None:
    rows = (
        CascadeRow(leader="R. Okafor", group_told="Partners", message="One lead", on_date=TODAY),
        UseRule(
            what="What was said",
            who_records="Anybody",
            worth="No calls",
            if_not="",
            training="20 min",
        ),
    )
    made = section(charter(*rows), "cascade")
    assert cells(blocks_of(made, Table)[0]) == [
        ["R. Okafor", "Partners", "One lead", "21 Nov 2026"]
    ]
    rule = table(made, "What everybody does").rows[0]
    assert (rule[2].note, rule[3].text) == ("Training offered: 20 min", "Not settled")


def test_measures_print_numbers_with_units_and_say_who_finds_a_baseline() -> None:
    rows = (
        Measure(id=1, measure="Repeated", baseline=4, target=8, unit="of 10", owner="R. Okafor"),
        Measure(
            id=2,
            measure="Complaints",
            baseline_person="P. Nair",
            baseline_by=date(2026, 12, 12),
            target=12,
            unit="%",
            by=date(2027, 9, 30),
            source="The book",
        ),
        Milestone(id=1, outcome="Later", by=date(2027, 9, 1)),
        Milestone(id=2, outcome="Sooner", by=date(2027, 1, 31)),
        Governance(not_success=("It went live",)),
    )
    made = section(charter(*rows), "measures")
    first, second = table(made).rows
    assert [one.text for one in first] == ["Repeated", "4 of 10", "8 of 10", "R. Okafor"]
    assert first[2].note == "By: not settled"
    assert [one.text for one in second] == [
        *("Complaints", "Not known", "12\N{NO-BREAK SPACE}%", "Not settled")
    ]
    assert second[2].note == "30 Sept 2027"
    assert second[1].note == "Who finds the baseline: P. Nair · Baseline found by: 12 Dec 2026"
    assert second[0].note == (
        "Kind: not settled · Moves: not settled · Direction: not settled · Serves: not settled · "
        "Read from: The book"
    )
    stones, not_success = blocks_of(made, Bullets)
    assert stones.items == ("Sooner, by 31 Jan 2027", "Later, by 1 Sept 2027")
    assert not_success.title == "What does not count as success"


def test_wins_say_who_tells_them_to_whom() -> None:
    row = Win(
        who_helped="Property",
        willing=True,
        problem="Lost notes",
        result="One page",
        by=date(2027, 2, 28),
        helper="P. Nair",
        told_by="L. Whitlock",
        told_to="The whole firm",
        told_on=date(2027, 3, 5),
        next_group="Tax",
    )
    made = blocks_of(section(charter(row), "wins"), Paragraph)
    assert [(one.lead, one.text) for one in made] == [
        ("Property (willing)", "Lost notes."),
        ("What they will have", "One page. By: 28 Feb 2027 · Who helps: P. Nair."),
        (
            "How it is told",
            "Told by L. Whitlock to the whole firm on 5 March 2027. Next willing group: Tax.",
        ),
    ]
    unwilling = blocks_of(section(charter(Win(who_helped="Tax")), "wins"), Paragraph)
    assert [(one.lead, one.text) for one in unwilling] == [
        ("Tax (not yet willing)", "Not settled."),
        ("What they will have", "Not settled. By: not settled · Who helps: not settled."),
        ("How it is told", "Not settled."),
    ]


def test_likely_pitfalls_come_first_and_the_others_are_only_named() -> None:
    rows = [
        Pitfall(id=number, pitfall=f"Pitfall {number}", likely=score, early_sign="Sign", owner=who)
        for number, (score, who) in enumerate([(3, ""), (5, "R. Okafor"), (2, ""), (None, "")], 1)
    ]
    made = section(charter(*rows), "pitfalls")
    assert cells(table(made)) == [
        ["Pitfall 2", "Sign", "Not settled"],
        ["Pitfall 1", "Sign", "Not settled"],
    ]
    assert [row[0].note for row in table(made).rows] == [
        "5/5 · R. Okafor",
        "3/5 · Owner: not settled",
    ]
    assert [(one.lead, one.text) for one in blocks_of(made, Paragraph)] == [
        ("Less likely here", "Pitfall 3 (2)."),
        ("Not rated", "Pitfall 4."),
    ]


def test_pitfalls_that_nobody_rated_are_not_settled() -> None:
    made = section(charter(Pitfall(pitfall="Too much at once")), "pitfalls")
    assert [one.what for one in unsettled(made)] == ["What is likely here"]
    assert "Too much at once." in said(made)
    low = section(charter(Pitfall(pitfall="Too much at once", likely=1)), "pitfalls")
    assert "The room rated no pitfall 3 or more of 5." in said(low)
    assert not unsettled(low)


def test_reviews_are_in_order_of_date_and_the_standing_rule_fills_in() -> None:
    rows = (
        Review(id=1, kind=ReviewKind.DAY_60, on_date=date(2027, 1, 21), chair="R. Okafor"),
        Review(id=2, kind=ReviewKind.DAY_30, on_date=date(2026, 12, 22), attends=("A", "B")),
        Governance(
            rhythm=Rhythm.QUARTERLY,
            escalate_what="What the project cannot decide",
            escalate_to="The board",
            answer_days=1,
            message_by="R. Okafor",
            message_on=date(2026, 11, 23),
        ),
    )
    made = section(charter(*rows), "reviews")
    assert cells(table(made)) == [
        ["Day 30", "22 Dec 2026", "Not settled", "A, B"],
        ["Day 60", "21 Jan 2027", "R. Okafor", ""],
    ]
    assert [(one.lead, one.text) for one in blocks_of(made, Paragraph)[:3]] == [
        ("Report to the board", "Quarterly."),
        ("Who tells the firm", "R. Okafor, on 23 Nov 2026."),
        (
            "What is escalated",
            "What the project cannot decide goes to the board and is answered within 1 day.",
        ),
    ]
    assert blocks_of(made, Paragraph)[3].text.startswith("A change is issued as a new version")
    own = section(charter(Governance(how_changed="At a review.")), "reviews")
    assert "A change is issued" not in said(own)


@pytest.mark.parametrize(
    ("governance", "expected"),
    [
        (
            Governance(escalate_what="Money above the ceiling", escalate_to="S. Lind"),
            "Money above the ceiling. This goes to S. Lind.",
        ),
        (Governance(answer_days=5), "This is answered within 5 days."),
        (Governance(escalate_what="money; time"), "Money; time."),
    ],
)
def test_an_escalation_that_is_half_said_is_printed_as_far_as_it_goes(
    governance: Governance, expected: str
) -> None:
    assert expected in said(section(charter(governance), "reviews"))
