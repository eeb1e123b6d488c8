"""A poll as the room takes it: all questions of an activity together, each act one step of undo."""

from collections.abc import Iterator
from contextlib import contextmanager

from crm_workshop.activities import polls
from crm_workshop.activities.standing import ballot_of, latest_poll, latest_polls, poll_result
from crm_workshop.errors import RuleError
from crm_workshop.model.capture import Ballot, Poll
from crm_workshop.model.choices import BallotState, Presence
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.store.library import Store

# Votes


def vote(
    store: Store, activity_id: int, question: str, person_id: int, value: int, *, by: str = ""
) -> Ballot:
    """Enter a person's vote on a question; the first vote opens its first round.

    Raises what `polls.open_poll` and `polls.cast` raise; then nothing is opened.
    """
    person = store.get(Person, person_id)
    with store.step(f"Vote of {person.name}", person.workshop_id, by=by):
        poll = _round(store, activity_id, question)
        return polls.cast(store, poll.id, person_id, value)


def mark(
    store: Store,
    activity_id: int,
    question: str,
    person_id: int,
    state: BallotState,
    *,
    by: str = "",
) -> Ballot:
    """Write down that somebody abstains, is late or absent, or does not vote on a question."""
    person = store.get(Person, person_id)
    with store.step(polls.marking(person, state), person.workshop_id, by=by):
        poll = _round(store, activity_id, question)
        return polls.mark(store, poll.id, person_id, state)


def tally(
    store: Store,
    activity_id: int,
    question: str,
    value: int | None,
    count: int,
    *,
    is_exec: bool = False,
    by: str = "",
) -> None:
    """Say how many voted `value` (None: abstained) on a question without entering names."""
    activity = store.get(Activity, activity_id)
    with store.step("Enter votes", activity.workshop_id, by=by):
        poll = _round(store, activity_id, question)
        polls.tally(store, poll.id, value, count, is_exec=is_exec)


def welcome(store: Store, activity_id: int, person_id: int, *, by: str = "") -> None:
    """Say that somebody is in the room and votes.

    What was written down of them as late, absent or not voting goes from the rounds of the
    activity that are still hidden; a vote that they cast stays.
    """
    person = store.get(Person, person_id)
    dossier = store.load(person.workshop_id)
    with store.step(f"{person.name} is here and votes", person.workshop_id, by=by) as pen:
        outside = person.present in (Presence.LATE, Presence.NO)
        present = Presence.YES if outside else person.present
        pen.update(person, present=present, votes=True)
        for poll in latest_polls(dossier, activity_id):
            ballot = ballot_of(dossier, poll, person)
            if ballot is not None and ballot.value is None and not poll.revealed:
                pen.delete(ballot)


def _round(store: Store, activity_id: int, question: str) -> Poll:
    """Return the last round of a question, opening the first where there is none."""
    dossier = store.load(store.get(Activity, activity_id).workshop_id)
    return latest_poll(dossier, activity_id, question) or polls.open_poll(
        store, activity_id, question
    )


# Rounds


def reveal_votes(store: Store, activity_id: int, *, by: str = "") -> None:
    """Show the votes on every question of an activity that anybody voted on.

    Raises `RuleError` while nobody has voted on any.
    """
    with _rounds(store, activity_id, "Reveal votes", by) as found:
        dossier = store.load(found[0].workshop_id) if found else None
        voted = [one for one in found if dossier and poll_result(dossier, one).voted]
        if not voted:
            raise RuleError(polls.NOBODY_VOTED)
        for poll in voted:
            if not poll.revealed:
                polls.reveal_poll(store, poll.id)


def hide_votes(store: Store, activity_id: int, *, by: str = "") -> None:
    """Hide the votes on every question of an activity again."""
    with _rounds(store, activity_id, "Hide votes", by) as found:
        for poll in found:
            if poll.revealed:
                polls.hide_poll(store, poll.id)


def ask_again(store: Store, activity_id: int, question: str, *, by: str = "") -> None:
    """Open another round of a question whose votes are shown.

    Raises `RuleError` while they are not.
    """
    with _rounds(store, activity_id, "Second round", by) as found:
        shown = [one for one in found if one.revealed and one.question == question]
        if not shown:
            raise RuleError(polls.STILL_HIDDEN)
        for poll in shown:
            polls.second_round(store, poll.id)


@contextmanager
def _rounds(store: Store, activity_id: int, name: str, by: str) -> Iterator[tuple[Poll, ...]]:
    """Open a step over the last round of each question of an activity."""
    activity = store.get(Activity, activity_id)
    with store.step(name, activity.workshop_id, by=by):
        yield latest_polls(store.load(activity.workshop_id), activity_id)
