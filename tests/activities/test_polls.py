"""Polls: rounds, votes by name and by tally, who counts, hidden until revealed."""

from functools import partial

import pytest

from crm_workshop.activities import people, polls, standing, statement
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.model.capture import Ballot, Poll
from crm_workshop.model.choices import BallotState, Presence, Scale
from tests.activities.hall import Hall


class Ballots(Hall):
    """An open poll of today's place on the line, with two executives and three others."""

    def __init__(self) -> None:
        super().__init__()
        self.arden = self.person("A. Arden", is_exec=True, is_sponsor=True)
        self.bell = self.person("B. Bell", is_exec=True)
        self.cole, self.dunn = self.person("C. Cole"), self.person("D. Dunn")
        self.eyre = self.person("E. Eyre")
        self.poll = polls.open_poll(self.store, self.activity("2.3").id, "today")

    def result(self) -> standing.PollResult:
        return standing.poll_result(self.dossier(), self.store.get(Poll, self.poll.id))


@pytest.fixture
def hall() -> Ballots:
    return Ballots()


def test_a_poll_is_opened_once(hall: Ballots) -> None:
    activity = hall.activity("2.3").id
    later = hall.does(lambda: polls.open_poll(hall.store, activity, "later"))
    assert (later.scale, later.round, later.draft_id) == (Scale.LINE, 1, None)
    assert polls.open_poll(hall.store, activity, "later") == later
    hall.refuses(RuleError, "does not ask “”", lambda: polls.open_poll(hall.store, activity))
    hall.refuses(
        RuleError, "does not ask", lambda: polls.open_poll(hall.store, hall.activity("5.1").id)
    )
    polls.cast(hall.store, later.id, hall.cole.id, 3)
    polls.reveal_poll(hall.store, later.id)
    hall.refuses(RuleError, "second round", lambda: polls.open_poll(hall.store, activity, "later"))


def test_a_short_workshop_shows_fists() -> None:
    short = Hall(variant="90")
    activity = short.activity("2.5").id
    statement.write_draft(short.store, activity, "CRM is how we listen.")
    assert polls.open_poll(short.store, activity).scale is Scale.FIST


def test_a_statement_needs_its_wording_before_the_vote(hall: Ballots) -> None:
    activity = hall.activity("2.5").id
    hall.refuses(RuleError, "no wording", lambda: polls.open_poll(hall.store, activity))
    draft = statement.write_draft(hall.store, activity, "CRM is how we listen.")
    assert polls.open_poll(hall.store, activity).draft_id == draft.id


def test_a_vote_replaces_what_the_person_did_before(hall: Ballots) -> None:
    poll = hall.poll.id
    hall.does(lambda: polls.mark(hall.store, poll, hall.arden.id, BallotState.ABSTAINS))
    hall.does(lambda: polls.cast(hall.store, poll, hall.arden.id, 5))
    hall.does(lambda: polls.cast(hall.store, poll, hall.arden.id, 4))
    (ballot,) = hall.store.all(Ballot, hall.id)
    assert (ballot.value, ballot.state, ballot.is_exec) == (4, BallotState.VOTED, True)
    hall.does(lambda: polls.withdraw(hall.store, poll, hall.arden.id))
    assert hall.store.all(Ballot, hall.id) == ()


def test_only_who_may_vote_counts(hall: Ballots) -> None:
    poll = hall.poll.id
    polls.cast(hall.store, poll, hall.arden.id, 5)
    polls.cast(hall.store, poll, hall.cole.id, 2)
    hall.does(lambda: polls.mark(hall.store, poll, hall.bell.id, BallotState.ABSENT))
    hall.does(lambda: polls.mark(hall.store, poll, hall.dunn.id, BallotState.NON_VOTING))
    result = hall.result()
    assert (result.voted, result.may_vote, result.outstanding, result.spread) == (2, 3, 1, 3)
    assert [(one.executives, one.others) for one in result.counts if one.all] == [(0, 1), (1, 0)]
    polls.mark(hall.store, poll, hall.eyre.id, BallotState.ABSTAINS)
    result = hall.result()
    assert (result.abstained, result.may_vote, result.turnout) == (1, 3, 1.0)
    assert [one.name for one in result.absent] == ["B. Bell"]


def test_wrong_votes_are_refused(hall: Ballots) -> None:
    poll = hall.poll.id
    people.set_presence(hall.store, hall.bell.id, Presence.NO)
    people.update_person(hall.store, hall.cole.id, votes=False)
    for person in (hall.bell, hall.cole):
        for act in (
            partial(polls.cast, hall.store, poll, person.id, 3),
            partial(polls.mark, hall.store, poll, person.id, BallotState.ABSTAINS),
        ):
            hall.refuses(RuleError, f"{person.name} has no vote now", act)
    for value in (0, 6):
        vote = partial(polls.cast, hall.store, poll, hall.arden.id, value)
        hall.refuses(InputError, f"from 1 to 5, not {value}", vote)
    voted = partial(polls.mark, hall.store, poll, hall.arden.id, BallotState.VOTED)
    hall.refuses(InputError, "needs its value", voted)
    hall.refuses(NotFoundError, "person", partial(polls.cast, hall.store, poll, 999, 3))


def test_a_tally_is_what_was_counted_last(hall: Ballots) -> None:
    poll = hall.poll.id
    hall.does(lambda: polls.tally(hall.store, poll, 2, 3))
    hall.does(lambda: polls.tally(hall.store, poll, 2, 1))
    hall.does(lambda: polls.tally(hall.store, poll, None, 1))
    hall.does(lambda: polls.tally(hall.store, poll, 4, 2, is_exec=True))
    result = hall.result()
    assert (result.voted, result.abstained, result.may_vote, result.outstanding) == (3, 1, 5, 1)
    hall.does(lambda: polls.tally(hall.store, poll, 2, 0))
    assert hall.result().voted == 2


def test_a_tally_cannot_hold_more_than_the_room(hall: Ballots) -> None:
    poll = hall.poll.id
    polls.cast(hall.store, poll, hall.cole.id, 3)
    polls.tally(hall.store, poll, 3, 1)
    hall.refuses(
        RuleError,
        "would be 3 votes without a name, but 2 people other than executives",
        lambda: polls.tally(hall.store, poll, 4, 2),
    )
    hall.refuses(
        RuleError, "2 executives", lambda: polls.tally(hall.store, poll, 4, 3, is_exec=True)
    )
    hall.refuses(InputError, "fewer", lambda: polls.tally(hall.store, poll, 4, -1))
    hall.refuses(InputError, "from 1 to 5", lambda: polls.tally(hall.store, poll, 9, 1))


def test_a_room_without_a_register_can_be_counted() -> None:
    bare = Hall()
    poll = polls.open_poll(bare.store, bare.activity("2.3").id, "today")
    polls.tally(bare.store, poll.id, 3, 12)
    assert standing.poll_result(bare.dossier(), poll).may_vote == 12


def test_revealing_writes_down_who_could_not_vote(hall: Ballots) -> None:
    poll = hall.poll.id
    hall.refuses(RuleError, "Nobody has voted", lambda: polls.reveal_poll(hall.store, poll))
    people.set_presence(hall.store, hall.bell.id, Presence.LATE)
    people.set_presence(hall.store, hall.cole.id, Presence.NO)
    people.update_person(hall.store, hall.dunn.id, votes=False)
    polls.cast(hall.store, poll, hall.arden.id, 5)
    shown = hall.does(lambda: polls.reveal_poll(hall.store, poll))
    assert (shown.revealed, shown.taken) == (True, hall.at)
    people.set_presence(hall.store, hall.bell.id, Presence.YES)
    result = hall.result()
    assert (result.may_vote, result.outstanding) == (2, 1)
    assert [one.name for one in (*result.late, *result.absent, *result.non_voting)] == [
        "B. Bell",
        "C. Cole",
        "D. Dunn",
    ]


def test_votes_that_are_shown_stay_as_they_are(hall: Ballots) -> None:
    poll = hall.poll.id
    polls.cast(hall.store, poll, hall.arden.id, 5)
    polls.reveal_poll(hall.store, poll)
    for act in (
        partial(polls.cast, hall.store, poll, hall.arden.id, 1),
        partial(polls.mark, hall.store, poll, hall.bell.id, BallotState.LATE),
        partial(polls.tally, hall.store, poll, 1, 1),
        partial(polls.withdraw, hall.store, poll, hall.arden.id),
    ):
        hall.refuses(RuleError, "Hide them to correct one", act)
    hall.does(lambda: polls.hide_poll(hall.store, poll))
    hall.does(lambda: polls.cast(hall.store, poll, hall.arden.id, 1))


def test_a_second_round_is_a_poll_of_its_own(hall: Ballots) -> None:
    poll = hall.poll.id
    hall.refuses(RuleError, "still hidden", lambda: polls.second_round(hall.store, poll))
    polls.cast(hall.store, poll, hall.arden.id, 5)
    polls.reveal_poll(hall.store, poll)
    again = hall.does(lambda: polls.second_round(hall.store, poll))
    assert (again.round, again.question, again.revealed) == (2, "today", False)
    assert standing.latest_poll(hall.dossier(), again.activity_id, "today") == again
    assert hall.result().voted == 1
    hall.refuses(RuleError, "still hidden", lambda: polls.second_round(hall.store, poll))
    hall.does(lambda: polls.delete_poll(hall.store, again.id))
