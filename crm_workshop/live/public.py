"""What of a workshop the room may know at this moment: everything else is taken away here.

Room views are made from the dossier that `for_room` returns and from the numbers of `count`, and
from nothing else, so that no later mistake can show what is not there.
"""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from crm_workshop.activities.dots import progress
from crm_workshop.activities.standing import (
    latest_polls,
    poll_result,
    sort_cards,
    standing_cards,
    survivor_of,
    who_may_vote,
)
from crm_workshop.kit.design import ActivityDesign, Kit
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Card, Dot, DotRound, ParkedItem, Poll, Theme
from crm_workshop.model.choices import Presence, Scale
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import Kind, specs
from crm_workshop.model.workshop import (
    Acceptance,
    Activity,
    Clock,
    HalfTyped,
    Person,
    PreworkAnswer,
    SceneRow,
    Signature,
    SponsorCall,
    Version,
    Workshop,
)
from crm_workshop.text import fold

R = TypeVar("R", bound=Row)

#: Types of which the room sees nothing: the facilitator's lists, and the program's own state.
NEVER_SHOWN: Final[frozenset[type[Row]]] = frozenset(
    {
        *(ParkedItem, Acceptance, Version, PreworkAnswer, SponsorCall),
        *(Clock, SceneRow, HalfTyped),
    }
)

_NAMES: Final = {Kind.PERSON, Kind.PEOPLE}


def for_room(dossier: Dossier) -> Dossier:
    """Return the dossier with only what may be shown: nothing private, nothing still hidden.

    Gone are private fields, cards not revealed or parked, themes without a revealed card, polls
    not revealed with their votes, dots not revealed, the names of people who are absent and whom
    nothing names, and the types of `NEVER_SHOWN`.
    """
    shown = _Shown(dossier)
    rows: dict[type[Row], tuple[Any, ...]] = {}
    for record, found in dossier.rows.items():
        if record in NEVER_SHOWN:
            continue
        allowed = shown.rule(record)
        rows[record] = tuple(without_private(row) for row in found if allowed(row))
    rows[Dot] = tuple(_on_survivor(dossier, dot) for dot in rows.get(Dot, ()))
    workshop = dataclasses.replace(without_private(dossier.workshop), kit_source="")
    public = Dossier(workshop, rows)
    rows[Person] = tuple(_without_absent_names(public))
    return Dossier(workshop, rows)


def without_private(row: R) -> R:
    """Return the row with its private fields blank."""
    private = {spec.name for spec in specs(type(row)) if spec.private}
    if not private:
        return row
    blank: dict[str, Any] = {
        field.name: field.default for field in dataclasses.fields(row) if field.name in private
    }
    return dataclasses.replace(row, **blank)


def _on_survivor(dossier: Dossier, dot: Dot) -> Dot:
    """Return the dot on the card that speaks for its own, which the room may not know."""
    card = dossier.get(Card, dot.card_id)
    return dot if card is None else dataclasses.replace(dot, card_id=survivor_of(dossier, card).id)


class _Shown:
    """Which captured rows are revealed."""

    def __init__(self, dossier: Dossier) -> None:
        cards = [one for one in dossier.all(Card) if one.revealed and not one.parked]
        self._themes = {one.theme_id for one in cards}
        self._cards = {one.id for one in cards}
        self._polls = {one.id for one in dossier.all(Poll) if one.revealed}
        self._rounds = {one.activity_id for one in dossier.all(DotRound) if one.revealed}

    def rule(self, record: type[Row]) -> Callable[[Any], bool]:
        """Return what tells whether a row of the type is revealed."""
        rules: dict[type[Row], Callable[[Any], bool]] = {
            Card: lambda row: row.id in self._cards,
            Theme: lambda row: row.id in self._themes,
            Poll: lambda row: row.id in self._polls,
            Ballot: lambda row: row.poll_id in self._polls,
            Dot: lambda row: row.activity_id in self._rounds,
            DotRound: lambda row: row.activity_id in self._rounds,
        }
        return rules.get(record, lambda _: True)


def _without_absent_names(public: Dossier) -> Iterator[Person]:
    """Yield everybody; who is absent, signs nothing and is named nowhere loses name and role.

    Nameless they still count, as absent from a poll.
    """
    named = {fold(name) for name in _names(public)}
    signing = {one.person_id for one in public.all(Signature)}
    for person in public.all(Person):
        here = person.present is not Presence.NO or person.signs or person.id in signing
        known = here or fold(person.name) in named
        yield person if known else dataclasses.replace(person, name="", role="")


def _names(public: Dossier) -> Iterator[str]:
    """Yield every name that stands in a field for people."""
    for row in public.everything():
        if isinstance(row, Workshop | Person):
            continue
        for spec in specs(type(row)):
            if spec.kind in _NAMES:
                value = getattr(row, spec.name)
                yield from value if isinstance(value, tuple) else (value,)


# Numbers: how much there is, never what it says


@dataclass(frozen=True, slots=True)
class PollCount:
    """How far the last round of a poll question is."""

    question: str
    scale: Scale
    round: int
    voted: int
    abstained: int
    may_vote: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is written and voted in an activity, revealed or not.

    `dots_from` is how many of those who may vote have given their dots; None if there are no dots
    to give here.
    """

    cards: int
    hidden: int
    polls: tuple[PollCount, ...]
    dots_from: int | None
    may_vote: int


def count(dossier: Dossier, kit: Kit, activity: Activity) -> Counts:
    """Count what an activity works on: its cards (or those it sorts), its votes and its dots."""
    design = kit.activity(activity.key)
    sort = design.sort if design else None
    cards = standing_cards(dossier, activity.id)
    if sort and sort.subject == Card.table:
        cards = sort_cards(dossier, activity, sort.cards_from)
    may_vote = len(who_may_vote(dossier))
    dots_from = None
    if design and has_dots(design):
        dots_from = may_vote - progress(dossier, kit, activity).outstanding
    return Counts(
        cards=len(cards),
        hidden=sum(not one.revealed for one in cards),
        polls=tuple(_poll_count(dossier, one) for one in latest_polls(dossier, activity.id)),
        dots_from=dots_from,
        may_vote=may_vote,
    )


def has_dots(design: ActivityDesign) -> bool:
    """Tell whether an activity has a dot vote."""
    parts = (design.cards, design.sort, *design.records)
    return any(one.dots for one in parts if one is not None)


def _poll_count(dossier: Dossier, poll: Poll) -> PollCount:
    found = poll_result(dossier, poll)
    return PollCount(
        poll.question, poll.scale, poll.round, found.voted, found.abstained, found.may_vote
    )
