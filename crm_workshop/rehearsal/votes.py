"""Wordings and polls of a rehearsal, each vote on the wording that stood then."""

from typing import Final

from crm_workshop.activities import polls, statement
from crm_workshop.model.capture import Ballot, Draft, Poll
from crm_workshop.model.choices import BallotState
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.rehearsal.cast import Cast

_TICKS: Final = ("says_experience", "says_process", "says_followed")


def draft_and_poll(cast: Cast, activity: Activity, new: int) -> None:
    """Each wording with the votes that were about it, in the order in which they happened."""
    taken = cast.script.of(Poll, activity.id)
    for poll in taken:
        if poll.draft_id is None:
            _vote(cast, poll, new)
    for draft in cast.script.of(Draft, activity.id):
        if draft.written:
            cast.set_time(draft.written)
        row = statement.write_draft(cast.store, new, draft.text, draft.author)
        cast.plays(draft, row)
        for name in _TICKS:
            if getattr(draft, name):
                statement.set_tick(cast.store, row.id, name)
        for poll in taken:
            if poll.draft_id == draft.id:
                _vote(cast, poll, new)


def _vote(cast: Cast, poll: Poll, new: int) -> None:
    if poll.taken:
        cast.set_time(poll.taken)
    earlier = cast.store.find(Poll, cast.workshop_id, activity_id=new, question=poll.question)
    opened = (
        polls.second_round(cast.store, earlier[-1].id)
        if earlier
        else polls.open_poll(cast.store, new, poll.question)
    )
    for ballot in cast.script.all(Ballot):
        if ballot.poll_id == poll.id:
            _enter(cast, ballot, opened.id)
    if poll.revealed:
        polls.reveal_poll(cast.store, opened.id)


def _enter(cast: Cast, ballot: Ballot, poll_id: int) -> None:
    person = cast.id_of(Person, ballot.person_id)
    if person is None:
        is_exec, count = ballot.is_exec, ballot.count
        polls.tally(cast.store, poll_id, ballot.value, count, is_exec=is_exec)
    elif ballot.state is BallotState.VOTED and ballot.value is not None:
        polls.cast(cast.store, poll_id, person, ballot.value)
    else:
        polls.mark(cast.store, poll_id, person, ballot.state)
