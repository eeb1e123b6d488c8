"""Polls: open, vote, reveal, and once more; each round is kept.

Votes are entered by the facilitator, in a person's name or as a tally, and stay hidden until they
are revealed. Late, absent, abstaining and non-voting people are written down as such, so that the
denominator counts only those who could vote. Results are counted in `standing.poll_result`.
"""

from typing import Any, Final

from crm_workshop.activities import scales
from crm_workshop.activities.shared import design_of
from crm_workshop.activities.standing import (
    current_draft,
    latest_poll,
    poll_result,
    who_may_vote,
)
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.kit.design import Method
from crm_workshop.model.capture import Ballot, Poll
from crm_workshop.model.choices import BallotState, Presence
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.store.library import Store
from crm_workshop.store.pen import Pen

#: Why nothing can be shown, and why nothing can be asked again.
NOBODY_VOTED: Final = "Nobody has voted yet; there is nothing to show."
STILL_HIDDEN: Final = "The last round is still hidden. Reveal it before asking again."

_OUTSIDE = {
    Presence.LATE: BallotState.LATE,
    Presence.NO: BallotState.ABSENT,
}
_SAID = {
    BallotState.ABSTAINS: "abstains",
    BallotState.LATE: "is late",
    BallotState.ABSENT: "is absent",
    BallotState.NON_VOTING: "does not vote",
}


# Rounds


def open_poll(store: Store, activity_id: int, question: str = "", *, by: str = "") -> Poll:
    """Open the first round of one of the kit's questions, or return the round that is open.

    `question` may be left out where the kit asks only one. The poll of a statement is about the
    wording that stands now. Raises `RuleError` if the kit asks no such question here, if there is
    no wording yet, or if the question was voted on already: then open a second round.
    """
    activity = store.get(Activity, activity_id)
    dossier = store.load(activity.workshop_id)
    design = design_of(store, activity)
    asked = [one.key for one in design.poll.questions] if design.poll else []
    question = asked[0] if len(asked) == 1 and not question else question
    if design.poll is None or question not in asked:
        raise RuleError(f"The kit does not ask “{question}” in {activity.key} {design.title}.")
    latest = latest_poll(dossier, activity_id, question)
    if latest and latest.revealed:
        raise RuleError("This question has been voted on. Open a second round to ask it again.")
    if design.method is Method.STATEMENT and current_draft(dossier, activity_id) is None:
        raise RuleError("There is no wording to vote on yet. Write a draft first.")
    scale = design.poll.scale_for(dossier.workshop.variant)
    with store.step("Open poll", activity.workshop_id, by=by) as pen:
        return latest or pen.insert(_poll(dossier, activity_id, question=question, scale=scale))


def second_round(store: Store, poll_id: int, *, by: str = "") -> Poll:
    """Ask the question of a poll once more, about the wording that stands now.

    Raises `RuleError` while the last round is still hidden.
    """
    poll = store.get(Poll, poll_id)
    dossier = store.load(poll.workshop_id)
    last = latest_poll(dossier, poll.activity_id, poll.question) or poll
    if not last.revealed:
        raise RuleError(STILL_HIDDEN)
    again = _poll(
        dossier, last.activity_id, question=last.question, scale=last.scale, round=last.round + 1
    )
    with store.step("Open second round", poll.workshop_id, by=by) as pen:
        return pen.insert(again)


def _poll(dossier: Dossier, activity_id: int, **fields: Any) -> Poll:
    """Return a new poll; in an activity with drafts it is about the one that stands."""
    draft = current_draft(dossier, activity_id)
    own: dict[str, Any] = {"workshop_id": dossier.workshop.id, "activity_id": activity_id}
    return Poll(**own, draft_id=draft.id if draft else None, **fields)


def delete_poll(store: Store, poll_id: int, *, by: str = "") -> None:
    """Delete one round with its votes."""
    poll = store.get(Poll, poll_id)
    with store.step("Delete poll", poll.workshop_id, by=by) as pen:
        pen.delete(poll)


# Votes


def cast(store: Store, poll_id: int, person_id: int, value: int, *, by: str = "") -> Ballot:
    """Enter a person's vote, in place of what they did before.

    Raises `InputError` for a value that is not on the scale, `RuleError` for somebody who may not
    vote and once the votes are revealed.
    """
    poll = _open(store, poll_id)
    _check_value(poll, value)
    person = _voter(store, poll, person_id)
    with store.step(f"Vote of {person.name}", poll.workshop_id, by=by) as pen:
        return _write(pen, store, poll, person, state=BallotState.VOTED, value=value)


def mark(store: Store, poll_id: int, person_id: int, state: BallotState, *, by: str = "") -> Ballot:
    """Write down that somebody abstains, is late or absent, or does not vote."""
    poll = _open(store, poll_id)
    if state is BallotState.VOTED:
        raise InputError("A vote needs its value.")
    if state is BallotState.ABSTAINS:
        person = _voter(store, poll, person_id)
    else:
        person = _person(store, poll, person_id)
    with store.step(marking(person, state), poll.workshop_id, by=by) as pen:
        return _write(pen, store, poll, person, state=state, value=None)


def marking(person: Person, state: BallotState) -> str:
    """Return what is written down of a person, as a step of undo is called."""
    return f"{person.name} {_SAID[state]}"


def tally(
    store: Store,
    poll_id: int,
    value: int | None,
    count: int,
    *,
    is_exec: bool = False,
    by: str = "",
) -> None:
    """Say how many voted `value` (None: abstained) without entering names; 0 takes it back.

    Raises `RuleError` if that is more votes than there are people who may vote and have none in
    their own name, where the register names any; executives are counted apart.
    """
    poll = _open(store, poll_id)
    if value is not None:
        _check_value(poll, value)
    state = BallotState.ABSTAINS if value is None else BallotState.VOTED
    same = {"person_id": None, "state": state, "value": value, "is_exec": is_exec}
    found = store.find(Ballot, poll.workshop_id, poll_id=poll_id, **same)
    _check_count(store.load(poll.workshop_id), poll, count, is_exec, found)
    with store.step("Enter votes", poll.workshop_id, by=by) as pen:
        for ballot in found:
            pen.delete(ballot)
        if count:
            own: dict[str, Any] = {"workshop_id": poll.workshop_id, "poll_id": poll_id}
            pen.insert(Ballot(**own, state=state, value=value, is_exec=is_exec, count=count))


def withdraw(store: Store, poll_id: int, person_id: int, *, by: str = "") -> None:
    """Take back what was entered for a person."""
    poll = _open(store, poll_id)
    with store.step("Take vote back", poll.workshop_id, by=by) as pen:
        for ballot in store.find(Ballot, poll.workshop_id, poll_id=poll_id, person_id=person_id):
            pen.delete(ballot)


def _write(pen: Pen, store: Store, poll: Poll, person: Person, **what: Any) -> Ballot:
    found = store.find(Ballot, poll.workshop_id, poll_id=poll.id, person_id=person.id)
    what = {**what, "is_exec": person.is_exec}
    if found:
        return pen.update(found[0], **what)
    own: dict[str, Any] = {
        "workshop_id": poll.workshop_id,
        "poll_id": poll.id,
        "person_id": person.id,
    }
    return pen.insert(Ballot(**own, **what))


def _open(store: Store, poll_id: int) -> Poll:
    poll = store.get(Poll, poll_id)
    if poll.revealed:
        raise RuleError("The votes are shown. Hide them to correct one, or open a second round.")
    return poll


def _person(store: Store, poll: Poll, person_id: int) -> Person:
    person = store.get(Person, person_id)
    if person.workshop_id != poll.workshop_id:
        raise NotFoundError("That person is in another workshop’s register.")
    return person


def _voter(store: Store, poll: Poll, person_id: int) -> Person:
    person = _person(store, poll, person_id)
    if person.id not in {one.id for one in who_may_vote(store.load(poll.workshop_id))}:
        raise RuleError(
            f"{person.name} has no vote now: not in the room, or marked as not voting. "
            "Say first that they are here and vote."
        )
    return person


def _check_value(poll: Poll, value: int) -> None:
    allowed = scales.values(poll.scale)
    if value not in allowed:
        raise InputError(f"A vote here is from {allowed[0]} to {allowed[-1]}, not {value}.")


def _check_count(
    dossier: Dossier, poll: Poll, count: int, is_exec: bool, replaced: tuple[Ballot, ...]
) -> None:
    if count < 0:
        raise InputError("There cannot be fewer than no votes.")
    voters = who_may_vote(dossier)
    if not voters:
        return
    waiting = [one for one in poll_result(dossier, poll).waiting if one.is_exec is is_exec]
    gone = {ballot.id for ballot in replaced}
    tallied = sum(
        one.count
        for one in dossier.all(Ballot)
        if one.poll_id == poll.id and one.person_id is None and one.is_exec is is_exec
        if one.id not in gone
    )
    if tallied + count > len(waiting):
        who = "executives" if is_exec else "people other than executives"
        raise RuleError(
            f"There would be {tallied + count} votes without a name, but {len(waiting)} {who} may "
            "vote and have none in their own name. Check the register of people."
        )


# Showing


def reveal_poll(store: Store, poll_id: int, *, by: str = "") -> Poll:
    """Show the votes to the room; who was not there to vote is written down as such.

    Votes that are still outstanding count against turnout and consent, and can be entered after
    hiding the poll again. Raises `RuleError` while nobody has voted.
    """
    poll = store.get(Poll, poll_id)
    dossier = store.load(poll.workshop_id)
    if not poll_result(dossier, poll).voted:
        raise RuleError(NOBODY_VOTED)
    done = {one.person_id for one in dossier.all(Ballot) if one.poll_id == poll_id}
    with store.step("Reveal votes", poll.workshop_id, by=by) as pen:
        for person in dossier.all(Person):
            state = _OUTSIDE.get(person.present) if person.votes else BallotState.NON_VOTING
            if state and person.id not in done and not person.has_left:
                _write(pen, store, poll, person, state=state, value=None)
        return pen.update(poll, revealed=True, taken=poll.taken or store.now())


def hide_poll(store: Store, poll_id: int, *, by: str = "") -> Poll:
    """Hide the votes again, to correct or to complete them."""
    poll = store.get(Poll, poll_id)
    with store.step("Hide votes", poll.workshop_id, by=by) as pen:
        return pen.update(poll, revealed=False)
