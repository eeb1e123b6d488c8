"""How things stand: promises, dots, wording and votes, counted from rows alone."""

from typing import Any

import pytest

from crm_workshop.activities import scales, standing
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Card, Dot, DotRound, Draft, Poll
from crm_workshop.model.choices import BallotState, Presence, Scale
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.workshop import Person, Workshop


def dossier_of(*rows: Row) -> Dossier:
    """Put rows into a dossier in the order given."""
    by_type: dict[type[Row], tuple[Any, ...]] = {}
    for row in rows:
        by_type[type(row)] = (*by_type.get(type(row), ()), row)
    return Dossier(Workshop(id=1, workshop_id=1, firm="Marlowe Quill LLP"), by_type)


def journey(*wanted: str) -> list[ExperienceStep]:
    return [
        ExperienceStep(id=number, step=f"Step {number}", wanted=text)
        for number, text in enumerate(wanted, 1)
    ]


def dots(counts: dict[int, int], *, revealed: bool = True) -> list[Row]:
    given = [Dot(id=step, activity_id=7, step_id=step, count=n) for step, n in counts.items()]
    return [*given, DotRound(id=1, activity_id=7, revealed=revealed)]


def names(dossier: Dossier) -> list[int]:
    return [step.id for step in standing.promises(dossier)]


def test_promises_without_dots_are_the_first_five_that_say_what_should_happen() -> None:
    steps = journey("a", "", "b", "  ", "c", "d", "e", "f")
    assert names(dossier_of(*steps)) == [1, 3, 5, 6, 7]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({2: 4, 5: 3, 1: 2, 6: 1}, [2, 5, 1]),
        ({6: 2, 2: 2, 5: 1, 1: 1}, [2, 6, 1, 5]),
        ({1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1}, [1, 2, 3, 4, 5]),
        ({4: 3}, [4]),
    ],
)
def test_promises_are_the_three_with_most_dots_and_ties_up_to_five(
    counts: dict[int, int], expected: list[int]
) -> None:
    assert names(dossier_of(*journey(*"abcdef"), *dots(counts))) == expected


def test_hidden_dots_do_not_choose_promises() -> None:
    dossier = dossier_of(*journey(*"abcdef"), *dots({6: 5}, revealed=False))
    assert names(dossier) == [1, 2, 3, 4, 5]
    assert standing.dot_counts(dossier, 7) is None


def test_promise_names_end_with_the_main_objective() -> None:
    steps = [*journey("a"), ExperienceStep(id=2, step="Step 1"), ExperienceStep(id=3)]
    assert standing.promise_names(dossier_of(*steps)) == ("Step 1", "Main objective")


def test_dots_of_a_merged_card_count_for_the_card_that_speaks_for_it() -> None:
    cards = [Card(id=1), Card(id=2, merged_into_id=1), Card(id=3, merged_into_id=2), Card(id=4)]
    given = [Dot(id=n, activity_id=7, card_id=n, count=n) for n in (1, 2, 3, 4)]
    dossier = dossier_of(*cards, *given, DotRound(id=1, activity_id=7, revealed=True))
    assert standing.dot_counts(dossier, 7) == {("card", 1): 6, ("card", 4): 4}
    assert [one.id for one in standing.merged_cards(dossier, cards[0])] == [2, 3]
    assert [one.id for one in standing.standing_cards(dossier, 0)] == [1, 4]


def test_cards_merged_in_a_circle_end() -> None:
    cards = [Card(id=1, merged_into_id=2), Card(id=2, merged_into_id=1)]
    assert standing.survivor_of(dossier_of(*cards), cards[0]).id in {1, 2}


def test_the_last_draft_that_says_something_stands() -> None:
    wordings = [Draft(id=1, activity_id=5, text="First"), Draft(id=2, activity_id=5, text=" ")]
    dossier = dossier_of(*wordings)
    found = standing.current_draft(dossier)
    assert found is not None
    assert found.text == "First"
    assert standing.current_draft(dossier, 6) is None


ROOM = (
    Person(id=1, name="A. Arden", is_exec=True, is_sponsor=True, signs=True),
    Person(id=2, name="B. Bell", present=Presence.PART, signs=True),
    Person(id=3, name="C. Cole", present=Presence.LATE),
    Person(id=4, name="D. Dunn", votes=False, is_exec=True),
    Person(id=5, name="E. Eyre", has_left=True, signs=True, is_exec=True),
    Person(id=6, name="F. Finch"),
)


def test_who_may_vote_is_in_the_room_and_has_a_vote() -> None:
    dossier = dossier_of(*ROOM)
    assert [one.id for one in standing.who_may_vote(dossier)] == [1, 2, 6]
    assert [one.id for one in standing.executives_present(dossier)] == [1, 4]
    assert [one.id for one in standing.signatories(dossier)] == [1, 2]


def vote(person: int, value: int, *, is_exec: bool = False) -> Ballot:
    return Ballot(id=person, poll_id=1, person_id=person, value=value, is_exec=is_exec)


def test_a_poll_counts_executives_apart_and_only_those_who_may_vote() -> None:
    poll = Poll(id=1, scale=Scale.LINE)
    late = Ballot(id=3, poll_id=1, person_id=3, state=BallotState.LATE)
    dossier = dossier_of(*ROOM, poll, vote(1, 5, is_exec=True), vote(2, 2), late)
    result = standing.poll_result(dossier, poll)
    assert [(one.value, one.others, one.executives) for one in result.counts if one.all] == [
        (2, 1, 0),
        (5, 0, 1),
    ]
    assert (result.voted, result.may_vote, result.outstanding, result.spread) == (2, 3, 1, 3)
    assert [one.id for one in result.waiting] == [6]
    assert [one.id for one in result.late] == [3]
    assert result.turnout == pytest.approx(2 / 3)
    assert result.passed is None


def test_tallies_stand_for_people_who_are_still_waiting() -> None:
    poll = Poll(id=1, scale=Scale.GRADIENTS)
    tally = Ballot(id=9, poll_id=1, value=4, count=2)
    dossier = dossier_of(*ROOM, poll, vote(1, 3, is_exec=True), tally)
    result = standing.poll_result(dossier, poll)
    assert (result.voted, result.may_vote, result.outstanding) == (3, 3, 0)
    assert result.passed is True


@pytest.mark.parametrize(
    ("scale", "value", "passed"),
    [
        (Scale.GRADIENTS, 4, True),
        (Scale.GRADIENTS, 5, False),
        (Scale.FIST, 3, True),
        (Scale.FIST, 2, False),
    ],
)
def test_consent_needs_everybody(scale: Scale, value: int, *, passed: bool) -> None:
    poll = Poll(id=1, scale=scale)
    abstains = Ballot(id=6, poll_id=1, person_id=6, state=BallotState.ABSTAINS)
    all_in = dossier_of(*ROOM, poll, vote(1, 3), vote(2, value), abstains)
    assert standing.poll_result(all_in, poll).passed is passed
    one_out = dossier_of(*ROOM, poll, vote(1, 3), abstains)
    assert standing.poll_result(one_out, poll).passed is False
    assert standing.poll_result(dossier_of(*ROOM, poll), poll).passed is False


def test_a_poll_nobody_answered_has_no_spread() -> None:
    poll = Poll(id=1)
    result = standing.poll_result(dossier_of(poll), poll)
    assert (result.spread, result.may_vote, result.turnout) == (None, 0, 0.0)


def test_the_last_round_of_each_question_is_the_latest() -> None:
    polls = [
        Poll(id=1, activity_id=4, question="today"),
        Poll(id=2, activity_id=4, question="later", round=2),
        Poll(id=3, activity_id=4, question="later"),
    ]
    dossier = dossier_of(*polls)
    assert [one.id for one in standing.latest_polls(dossier, 4)] == [1, 2]
    assert standing.latest_poll(dossier, 4, "never") is None
    ballot = standing.ballot_of(dossier_of(*ROOM, polls[0], vote(2, 3)), polls[0], ROOM[1])
    assert ballot is not None
    assert ballot.value == 3


def test_legends_say_every_value() -> None:
    assert scales.legend(Scale.GRADIENTS).startswith("1 wholehearted, 2 minor point, 3 support")
    assert scales.legend(Scale.FIST).startswith("0 block")
    assert scales.legend(Scale.LINE) == ""
    assert scales.meaning(Scale.GRADIENTS, 4) == "stand aside"
    assert scales.meaning(Scale.FIST, 99) == ""
    assert set(scales.LEGENDS) == set(scales.RULES) == set(Scale)
