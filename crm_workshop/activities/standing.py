"""How things stand: what the records of one workshop add up to. Pure functions over a Dossier.

Checks, charter, room and console all ask here, so that they never disagree.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from crm_workshop.activities import scales
from crm_workshop.model.capture import Ballot, Card, Dot, DotRound, Draft, Poll
from crm_workshop.model.choices import BallotState, Presence
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.technology import ReleaseItem
from crm_workshop.model.workshop import Activity, Person

#: What a promise field says when it means the main objective instead of a step.
MAIN_OBJECTIVE: Final = "Main objective"

#: What can be given dots.
Dotted = Card | ExperienceStep | ReleaseItem

#: How many promises the dots choose, how many a tie may add up to, how many stand without dots.
_TOP, _MOST = 3, 5


# People


def in_room(dossier: Dossier) -> tuple[Person, ...]:
    """Return who is in the room, all of the time or part of it."""
    there = (Presence.YES, Presence.PART)
    return tuple(one for one in dossier.all(Person) if one.present in there and not one.has_left)


def who_may_vote(dossier: Dossier) -> tuple[Person, ...]:
    """Return who may vote now: has a vote and is in the room."""
    return tuple(one for one in in_room(dossier) if one.votes)


def executives_present(dossier: Dossier) -> tuple[Person, ...]:
    """Return the executives who are in the room."""
    return tuple(one for one in in_room(dossier) if one.is_exec)


def signatories(dossier: Dossier) -> tuple[Person, ...]:
    """Return who signs the charter and has not left, the sponsor first."""
    signing = [one for one in dossier.all(Person) if one.signs and not one.has_left]
    return tuple(sorted(signing, key=lambda one: not one.is_sponsor))


# Cards and dots


def standing_cards(dossier: Dossier, activity_id: int) -> tuple[Card, ...]:
    """Return an activity's cards that speak for themselves: not merged away, not parked."""
    return tuple(
        card
        for card in dossier.of(Card, activity_id)
        if card.merged_into_id is None and not card.parked
    )


def sort_cards(dossier: Dossier, activity: Activity, cards_from: str = "") -> tuple[Card, ...]:
    """Return the cards that an activity sorts: its own, after those of the activity `cards_from`.

    `cards_from` is a key of the agenda; if that activity was left out, its own cards remain.
    """
    source = dossier.activity(cards_from) if cards_from else None
    taken = standing_cards(dossier, source.id) if source else ()
    return (*taken, *standing_cards(dossier, activity.id))


def survivor_of(dossier: Dossier, card: Card) -> Card:
    """Return the card that speaks for `card`: itself, or the one it was merged into."""
    seen = {card.id}
    while card.merged_into_id is not None and card.merged_into_id not in seen:
        seen.add(card.merged_into_id)
        card = dossier.get(Card, card.merged_into_id) or card
    return card


def merged_cards(dossier: Dossier, card: Card) -> tuple[Card, ...]:
    """Return the cards that were merged into `card`, directly or through another."""
    return tuple(
        one
        for one in dossier.all(Card)
        if one.id != card.id and survivor_of(dossier, one).id == card.id
    )


def dots_revealed(dossier: Dossier, activity_id: int) -> bool:
    """Tell whether the counts of an activity's dot vote may be seen."""
    return any(one.revealed for one in dossier.of(DotRound, activity_id))


def dots_given(dossier: Dossier, activity_id: int) -> Counter[tuple[str, int]]:
    """Return the dots of an activity by (table, row id), hidden or not.

    The dots of a merged card count for the card that speaks for it. Whatever people read is to
    come from `dot_counts`, which keeps hidden counts hidden.
    """
    counts: Counter[tuple[str, int]] = Counter()
    for dot in dossier.of(Dot, activity_id):
        if dot.step_id is not None:
            counts[ExperienceStep.table, dot.step_id] += dot.count
        elif dot.item_id is not None:
            counts[ReleaseItem.table, dot.item_id] += dot.count
        elif card := dossier.get(Card, dot.card_id):
            counts[Card.table, survivor_of(dossier, card).id] += dot.count
    return counts


def dot_counts(dossier: Dossier, activity_id: int) -> Counter[tuple[str, int]] | None:
    """Return the dots of an activity by (table, row id), or None while they are hidden."""
    if not dots_revealed(dossier, activity_id):
        return None
    return dots_given(dossier, activity_id)


def _revealed_dots(dossier: Dossier) -> Counter[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for activity_id in {one.activity_id for one in dossier.all(DotRound) if one.revealed}:
        counts += dots_given(dossier, activity_id)
    return counts


# Promises and wording


def promises(dossier: Dossier) -> tuple[ExperienceStep, ...]:
    """Return the experience steps that the firm promises, the most important first.

    Among the steps that say what should happen: the three with the most revealed dots (a tie may
    bring them to five), or, where no dots were given or shown, the first five of the journey.
    """
    steps = [step for step in dossier.all(ExperienceStep) if step.wanted.strip()]
    revealed = _revealed_dots(dossier)
    dots = {step.id: revealed[step.table, step.id] for step in steps}
    chosen = sorted((step for step in steps if dots[step.id]), key=lambda step: -dots[step.id])
    if not chosen:
        return tuple(steps[:_MOST])
    least = dots[chosen[:_TOP][-1].id]
    return tuple([step for step in chosen if dots[step.id] >= least][:_MOST])


def promise_names(dossier: Dossier) -> tuple[str, ...]:
    """Return what a promise field can name: every step of the journey, then the main objective."""
    steps = (step.step for step in dossier.all(ExperienceStep) if step.step.strip())
    return (*dict.fromkeys(steps), MAIN_OBJECTIVE)


def drafts(dossier: Dossier, activity_id: int | None = None) -> tuple[Draft, ...]:
    """Return the wordings that were drafted, oldest first; of one activity, or all."""
    if activity_id is None:
        return dossier.all(Draft)
    return dossier.of(Draft, activity_id)


def current_draft(dossier: Dossier, activity_id: int | None = None) -> Draft | None:
    """Return the wording that stands: the last draft that says something, or None."""
    said = [draft for draft in drafts(dossier, activity_id) if draft.text.strip()]
    return said[-1] if said else None


# Polls


@dataclass(frozen=True, slots=True)
class ValueCount:
    """How many voted one value: executives, and everybody else."""

    value: int
    others: int
    executives: int

    @property
    def all(self) -> int:
        """Everybody who voted this value."""
        return self.others + self.executives


@dataclass(frozen=True, slots=True)
class PollResult:
    """What a poll says. Whoever could not vote is not in `may_vote`, the denominator.

    `waiting` are those who may vote and have no vote in their own name; votes taken as tallies
    stand for some of them, so `outstanding` votes may be fewer.
    """

    poll: Poll
    counts: tuple[ValueCount, ...]
    abstained: int
    may_vote: int
    waiting: tuple[Person, ...]
    outstanding: int
    late: tuple[Person, ...]
    absent: tuple[Person, ...]
    non_voting: tuple[Person, ...]

    @property
    def voted(self) -> int:
        """How many votes with a value are in."""
        return sum(one.all for one in self.counts)

    @property
    def turnout(self) -> float:
        """The share (0 to 1) of those who may vote that voted or abstained; 0 if nobody may."""
        return (self.voted + self.abstained) / self.may_vote if self.may_vote else 0.0

    @property
    def spread(self) -> int | None:
        """The highest minus the lowest vote, or None without votes."""
        cast = [one.value for one in self.counts if one.all]
        return max(cast) - min(cast) if cast else None

    @property
    def passed(self) -> bool | None:
        """Whether everybody who may vote consents; None on a scale that asks for no consent.

        Abstaining stands in nobody's way; a vote that is still outstanding does.
        """
        if not scales.is_consent(self.poll.scale):
            return None
        cast = [one.value for one in self.counts if one.all]
        return bool(cast) and not self.outstanding and scales.all_consent(self.poll.scale, cast)


def ballots(dossier: Dossier, poll: Poll) -> tuple[Ballot, ...]:
    """Return all ballots of one poll."""
    return tuple(one for one in dossier.all(Ballot) if one.poll_id == poll.id)


def ballot_of(dossier: Dossier, poll: Poll, person: Person) -> Ballot | None:
    """Return what one person did with a poll in their own name, or None."""
    return next((one for one in ballots(dossier, poll) if one.person_id == person.id), None)


def poll_rounds(dossier: Dossier, activity_id: int, question: str = "") -> tuple[Poll, ...]:
    """Return the polls of one question, first round first."""
    asked = (one for one in dossier.of(Poll, activity_id) if one.question == question)
    return tuple(sorted(asked, key=lambda one: one.round))


def latest_polls(dossier: Dossier, activity_id: int) -> tuple[Poll, ...]:
    """Return the last round of each question of an activity, in the order they were first asked."""
    questions = dict.fromkeys(one.question for one in dossier.of(Poll, activity_id))
    return tuple(poll_rounds(dossier, activity_id, question)[-1] for question in questions)


def latest_poll(dossier: Dossier, activity_id: int, question: str = "") -> Poll | None:
    """Return the last round of one question, or None if it was never asked."""
    rounds = poll_rounds(dossier, activity_id, question)
    return rounds[-1] if rounds else None


def poll_result(dossier: Dossier, poll: Poll) -> PollResult:
    """Count a poll, hidden or not; the room may only be shown it when `poll.revealed`."""
    cast = ballots(dossier, poll)
    named = {one.person_id: one.state for one in cast if one.person_id is not None}
    people = dossier.all(Person)

    def in_state(state: BallotState) -> tuple[Person, ...]:
        return tuple(one for one in people if named.get(one.id) is state)

    waiting = tuple(one for one in who_may_vote(dossier) if one.id not in named)
    tallied = sum(one.count for one in cast if one.person_id is None)
    abstained = sum(one.count for one in cast if one.state is BallotState.ABSTAINS)
    counts = _count_values(poll, cast)
    taken = sum(one.all for one in counts) + abstained
    outstanding = max(0, len(waiting) - tallied)
    return PollResult(
        poll=poll,
        counts=counts,
        abstained=abstained,
        may_vote=taken + outstanding,
        waiting=waiting,
        outstanding=outstanding,
        late=in_state(BallotState.LATE),
        absent=in_state(BallotState.ABSENT),
        non_voting=in_state(BallotState.NON_VOTING),
    )


def _count_values(poll: Poll, cast: tuple[Ballot, ...]) -> tuple[ValueCount, ...]:
    votes: Counter[tuple[int, bool]] = Counter()
    for one in cast:
        if one.state is BallotState.VOTED and one.value is not None:
            votes[one.value, one.is_exec] += one.count
    return tuple(
        ValueCount(value, votes[value, False], votes[value, True])
        for value in scales.values(poll.scale)
    )
