"""All questions of a poll together: each act of the facilitator is one step of undo."""

import pytest

from crm_workshop.activities import people, polls, questions, standing
from crm_workshop.errors import InputError, RuleError
from crm_workshop.model.capture import Ballot, Poll
from crm_workshop.model.choices import BallotState, Presence
from tests.activities.hall import Hall


class Line(Hall):
    """Where on the line: two questions, an executive and two others."""

    def __init__(self) -> None:
        super().__init__()
        self.arden = self.person("A. Arden", is_exec=True)
        self.bell, self.cole = self.person("B. Bell"), self.person("C. Cole")
        self.key = self.activity("2.3").id

    def vote(self, question: str, person: int, value: int) -> Ballot:
        return questions.vote(self.store, self.key, question, person, value)


@pytest.fixture
def hall() -> Line:
    return Line()


def test_the_first_vote_opens_the_poll_in_the_same_step(hall: Line) -> None:
    hall.does(lambda: hall.vote("today", hall.bell.id, 2))
    assert hall.store.undo_name(hall.id) == "Vote of B. Bell"
    hall.does(lambda: hall.vote("today", hall.cole.id, 4))
    assert len(hall.dossier().all(Poll)) == 1
    hall.refuses(InputError, "from 1 to 5", lambda: hall.vote("later", hall.cole.id, 7))
    assert len(hall.dossier().all(Poll)) == 1


def test_marks_and_tallies_open_it_too(hall: Line) -> None:
    late = BallotState.LATE
    hall.does(lambda: questions.mark(hall.store, hall.key, "today", hall.bell.id, late))
    assert hall.store.undo_name(hall.id) == "B. Bell is late"
    hall.does(lambda: questions.tally(hall.store, hall.key, "later", 4, 1))
    assert [one.question for one in hall.dossier().all(Poll)] == ["today", "later"]


def test_two_questions_are_shown_and_hidden_together_and_asked_again_apart(hall: Line) -> None:
    key = hall.key
    hall.refuses(RuleError, "Nobody has voted", lambda: questions.reveal_votes(hall.store, key))
    hall.vote("today", hall.bell.id, 2)
    hall.vote("later", hall.bell.id, 4)
    hall.refuses(RuleError, "still hidden", lambda: questions.ask_again(hall.store, key, "later"))
    hall.does(lambda: questions.reveal_votes(hall.store, key))
    assert all(one.revealed for one in hall.dossier().all(Poll))
    hall.does(lambda: questions.hide_votes(hall.store, key))
    assert not any(one.revealed for one in hall.dossier().all(Poll))
    hall.does(lambda: questions.reveal_votes(hall.store, key))
    hall.does(lambda: questions.ask_again(hall.store, key, "later"))
    assert [one.round for one in standing.latest_polls(hall.dossier(), key)] == [1, 2]


def test_a_question_nobody_voted_on_stays_hidden(hall: Line) -> None:
    hall.vote("today", hall.bell.id, 2)
    polls.open_poll(hall.store, hall.key, "later")
    hall.does(lambda: questions.reveal_votes(hall.store, hall.key))
    assert [one.revealed for one in hall.dossier().all(Poll)] == [True, False]


def test_whoever_arrives_may_vote_at_once(hall: Line) -> None:
    people.set_presence(hall.store, hall.bell.id, Presence.LATE)
    people.update_person(hall.store, hall.cole.id, votes=False)
    hall.vote("today", hall.arden.id, 2)
    questions.mark(hall.store, hall.key, "today", hall.bell.id, BallotState.LATE)
    hall.refuses(RuleError, "here and vote", lambda: hall.vote("today", hall.bell.id, 3))
    hall.does(lambda: questions.welcome(hall.store, hall.key, hall.bell.id))
    assert hall.store.undo_name(hall.id) == "B. Bell is here and votes"
    assert len(hall.dossier().all(Ballot)) == 1
    hall.does(lambda: questions.welcome(hall.store, hall.key, hall.cole.id))
    hall.vote("today", hall.bell.id, 3)
    hall.vote("today", hall.cole.id, 3)
    questions.welcome(hall.store, hall.key, hall.cole.id)
    (result,) = (
        standing.poll_result(hall.dossier(), one)
        for one in standing.latest_polls(hall.dossier(), hall.key)
    )
    assert (result.voted, result.may_vote, result.outstanding) == (3, 3, 0)


def test_somebody_who_is_there_for_a_part_stays_so(hall: Line) -> None:
    people.set_presence(hall.store, hall.bell.id, Presence.PART)
    questions.mark(hall.store, hall.key, "today", hall.bell.id, BallotState.ABSENT)
    hall.does(lambda: questions.welcome(hall.store, hall.key, hall.bell.id))
    assert hall.dossier().all(Ballot) == ()
    present = {one.name: one.present for one in standing.in_room(hall.dossier())}
    assert present["B. Bell"] is Presence.PART
