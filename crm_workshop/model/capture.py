"""What a room says before it becomes a record: cards, themes, dots, polls and drafts."""

from dataclasses import dataclass
from datetime import datetime

from crm_workshop.model.base import Placed, Row
from crm_workshop.model.choices import BallotState, Destination, Scale
from crm_workshop.model.fields import Kind, entry, link


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Placed):
    """A heading that the room gave to cards that belong together."""

    table = "theme"

    activity_id: int = link("activity", default=0)
    name: str = entry("Theme", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Placed):
    """One thought on one card, hidden from the room until it is revealed.

    `bucket` is the value of a bucket of the kit's sort activity. A card merged into another keeps
    its own words and points to the card that speaks for both.
    """

    table = "card"

    activity_id: int = link("activity", default=0)
    text: str = entry("Card", required=True)
    author: str = entry("Written by", Kind.PERSON, private=True)
    revealed: bool = False
    theme_id: int | None = link("theme", default=None)
    bucket: str = ""
    merged_into_id: int | None = link("card", default=None)
    parked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot(Row):
    """Dots that one person (or, without a person, a tally) gave to exactly one thing."""

    table = "dot"

    activity_id: int = link("activity", default=0)
    person_id: int | None = link("person", default=None)
    card_id: int | None = link("card", default=None)
    step_id: int | None = link("experience_step", default=None)
    item_id: int | None = link("release_item", default=None)
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DotRound(Row):
    """One activity's dot vote: its counts stay hidden until it is revealed."""

    table = "dot_round"

    activity_id: int = link("activity", default=0)
    revealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Placed):
    """One wording of a statement and the room's three ticks on it; the last one stands.

    The ticks are the room's own judgement: does it say the experience, the strategy and process
    that provide it, and that they are followed?
    """

    table = "draft"

    activity_id: int = link("activity", default=0)
    text: str = entry("Wording", Kind.LONG, required=True)
    author: str = entry("Drafted by", private=True)
    says_experience: bool = entry("Says the experience", Kind.BOOL)
    says_process: bool = entry("Says strategy and process", Kind.BOOL)
    says_followed: bool = entry("Says it is followed", Kind.BOOL)
    written: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll(Placed):
    """One question put to the vote; a second round is a poll of its own.

    `question` is the key of the kit's poll question. A consent poll names the draft it was about.
    Values stay hidden until `revealed`.
    """

    table = "poll"

    activity_id: int = link("activity", default=0)
    question: str = ""
    scale: Scale = Scale.LINE
    round: int = 1
    draft_id: int | None = link("draft", default=None)
    revealed: bool = False
    taken: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Row):
    """One person's vote, or, without a person, a tally of `count` equal votes."""

    table = "ballot"

    poll_id: int = link("poll", default=0)
    person_id: int | None = link("person", default=None)
    state: BallotState = BallotState.VOTED
    value: int | None = None
    count: int = 1
    is_exec: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation(Placed):
    """What somebody cannot wholly agree to, printed beside the agreement that was reached."""

    table = "reservation"

    activity_id: int = link("activity", default=0)
    person: str = entry("Who", Kind.PERSON, required=True)
    text: str = entry("Reservation", Kind.LONG, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedItem(Placed):
    """Something worth keeping that is not for this activity."""

    table = "parked_item"

    activity_id: int | None = link("activity", default=None)
    text: str = entry("Parked", Kind.LONG, required=True)
    raised_by: str = entry("Raised by", Kind.PERSON)
    goes_to: Destination | None = entry("Goes to", Kind.CHOICE, choices=Destination, required=True)
    person: str = entry("Taken by", Kind.PERSON)
