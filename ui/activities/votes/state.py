"""Where the votes of an activity stand, and what a key does to them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from crm_workshop.activities import polls, questions, scales
from crm_workshop.activities.standing import (
    PollResult,
    ballot_of,
    ballots,
    latest_poll,
    poll_result,
    poll_rounds,
    who_may_vote,
)
from crm_workshop.kit.design import ActivityDesign, PollDesign
from crm_workshop.live import seen
from crm_workshop.live.room import room_view
from crm_workshop.live.views import View
from crm_workshop.model.capture import Ballot, Poll
from crm_workshop.model.choices import BallotState, Mode, Presence, Scale
from crm_workshop.model.workshop import Person
from ui.session import Session

_BY = "console"

T = TypeVar("T")

#: What is said of somebody who could not vote, before anything is entered for them.
_OUTSIDE = {Presence.LATE: "late", Presence.NO: "absent"}


@dataclass(frozen=True)
class Votes:
    """The poll of one activity in a session: read, entered, revealed. It keeps nothing itself."""

    session: Session
    activity_id: int
    design: ActivityDesign

    @property
    def asked(self) -> PollDesign:
        """What the kit asks here."""
        assert self.design.poll is not None, "an activity without a poll has no votes"
        return self.design.poll

    @property
    def keys(self) -> tuple[str, ...]:
        """The questions' keys, in the order in which they are asked."""
        return tuple(one.key for one in self.asked.questions)

    @property
    def scale(self) -> Scale:
        """The scale that was used last, or will be."""
        used = [poll.scale for key in self.keys if (poll := self.poll(key))]
        return used[-1] if used else self.asked.scale_for(self.session.dossier.workshop.variant)

    @property
    def values(self) -> tuple[int, ...]:
        """What can be voted."""
        return scales.values(self.scale)

    def label(self, key: str) -> str:
        """Return a question in the firm's words."""
        return next(self.session.words.say(q.label) for q in self.asked.questions if q.key == key)

    def poll(self, key: str) -> Poll | None:
        """Return the last round of a question, or None before the first vote."""
        return latest_poll(self.session.dossier, self.activity_id, key)

    def result(self, key: str) -> PollResult | None:
        """Return how a question's last round stands, hidden or not."""
        poll = self.poll(key)
        return poll_result(self.session.dossier, poll) if poll else None

    @property
    def is_revealed(self) -> bool:
        """Whether every question that was voted on is shown."""
        found = [poll for key in self.keys if (poll := self.poll(key))]
        return bool(found) and all(one.revealed for one in found)

    def people(self) -> tuple[Person, ...]:
        """Return everybody: who may vote, the sponsor last of them, then who may not."""
        voting = who_may_vote(self.session.dossier)
        others = [one for one in self.session.dossier.all(Person) if not one.has_left]
        ids = {one.id for one in voting}
        return (
            *sorted(voting, key=lambda one: one.is_sponsor),
            *(one for one in others if one.id not in ids),
        )

    # What is said of a person or a count

    def said(self, person: Person, key: str) -> str:
        """Return where a person stands on a question, in words; empty while nothing is known."""
        poll = self.poll(key)
        ballot = ballot_of(self.session.dossier, poll, person) if poll else None
        if ballot is None:
            return _OUTSIDE.get(person.present, "") if person.votes else "does not vote"
        if ballot.value is None:
            return ballot.state.label.lower()
        meaning = scales.meaning(self.scale, ballot.value)
        return f"{ballot.value}  {meaning}" if meaning else str(ballot.value)

    def count(self, key: str, value: int | None, *, is_exec: bool) -> int:
        """Return how many votes without a name stand at a value (None: abstained)."""
        poll = self.poll(key)
        found: tuple[Ballot, ...] = ballots(self.session.dossier, poll) if poll else ()
        state = BallotState.ABSTAINS if value is None else BallotState.VOTED
        return sum(
            one.count
            for one in found
            if one.person_id is None and one.state is state
            if one.value == value and one.is_exec is is_exec
        )

    def body(self) -> seen.Poll | None:
        """Return what the room sees, or would see, of the votes once they are revealed."""
        scene = replace(
            self.session.scene,
            activity_id=self.activity_id,
            mode=Mode.LIVE,
            view=str(View.RESULT),
            page=0,
            break_until=None,
        )
        session = self.session
        shown = room_view(session.dossier, session.kit, scene, session.clock, session.now())
        return shown.body if isinstance(shown.body, seen.Poll) else None

    # Voting

    def cast(self, person: Person, key: str, value: int) -> bool:
        """Enter a person's vote; return whether it was taken."""
        return self.do(questions.vote, key, person.id, value) is not None

    def mark(self, person: Person, key: str, state: BallotState) -> bool:
        """Write down that a person abstains, is late or absent, or does not vote."""
        return self.do(questions.mark, key, person.id, state) is not None

    def welcome(self, person: Person) -> None:
        """Say that a person is in the room and votes."""
        self.do(questions.welcome, person.id)

    def withdraw(self, person: Person, key: str) -> None:
        """Take back what was entered for a person."""
        if poll := self.poll(key):
            self.session.do(polls.withdraw, self.session.store, poll.id, person.id, by=_BY)

    def tally(self, key: str, value: int | None, count: int, *, is_exec: bool) -> None:
        """Say how many votes without a name stand at a value."""
        self.do(partial(questions.tally, is_exec=is_exec), key, value, count)

    def do(self, run: Callable[..., T], *what: object) -> T | None:
        """Do something to the votes of this activity."""
        return self.session.do(run, self.session.store, self.activity_id, *what, by=_BY)


def against(votes: Votes) -> tuple[Person, ...]:
    """Return who stands, by name, where consent is not reached, in any last round."""
    found = []
    for person in votes.people():
        for key in votes.keys:
            poll = votes.poll(key)
            ballot = ballot_of(votes.session.dossier, poll, person) if poll else None
            value = ballot.value if ballot else None
            if poll and value is not None and not scales.consents(poll.scale, value):
                found.append(person)
    return tuple(dict.fromkeys(found))


def earlier(votes: Votes, key: str) -> tuple[PollResult, ...]:
    """Return the rounds of a question before the last."""
    rounds = poll_rounds(votes.session.dossier, votes.activity_id, key)[:-1]
    return tuple(poll_result(votes.session.dossier, one) for one in rounds)
