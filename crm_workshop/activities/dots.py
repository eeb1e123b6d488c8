"""Dot voting: a few dots each, counts hidden until all have voted, the leader last.

Dots narrow; they do not decide. The budget is the workshop's own rule: a quarter of what is voted
on, at least 3, at most 6. Without a person, dots are a tally read off a wall.
"""

from dataclasses import dataclass
from typing import Any

from crm_workshop.activities.shared import design_in
from crm_workshop.activities.standing import (
    Dotted,
    dots_given,
    dots_revealed,
    sort_cards,
    standing_cards,
    who_may_vote,
)
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import kit_of
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card, Dot, DotRound
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.technology import ReleaseItem
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.store.library import Store
from crm_workshop.text import listed

_FEWEST, _MOST = 3, 6
_LINKS: dict[type[Row], str] = {Card: "card_id", ExperienceStep: "step_id", ReleaseItem: "item_id"}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a dot vote has come, without saying what got how many dots.

    `given` holds everybody who may vote with their dots so far; `tallied` dots have no name and
    stand for some of `waiting`, so that only `outstanding` votes are still to come.
    """

    budget: int
    given: tuple[tuple[Person, int], ...]
    tallied: int
    waiting: tuple[Person, ...]
    outstanding: int


def budget(things: int) -> int:
    """Return the dots for each person: things ÷ 4, halves rounded up, at least 3, at most 6."""
    return min(_MOST, max(_FEWEST, (things + 2) // 4))


def things_to_dot(dossier: Dossier, kit: Kit, activity: Activity) -> tuple[Dotted, ...]:
    """Return what gets dots in an activity; raises `RuleError` where the kit has no dot vote."""
    design = design_in(kit, activity)
    if design.sort and design.sort.dots:
        if design.sort.subject == Card.table:
            return sort_cards(dossier, activity, design.sort.cards_from)
        return dossier.all(ReleaseItem)
    if design.cards and design.cards.dots:
        return standing_cards(dossier, activity.id)
    for record in (ExperienceStep, ReleaseItem):
        if any(one.dots and one.record == record.table for one in design.records):
            return dossier.all(record)
    raise RuleError(f"There is no dot vote in {activity.key} {design.title}.")


def progress(dossier: Dossier, kit: Kit, activity: Activity) -> Progress:
    """Return how far the vote has come; who has given a dot has voted."""
    each = budget(len(things_to_dot(dossier, kit, activity)))
    dots = dossier.of(Dot, activity.id)
    people = who_may_vote(dossier)
    given = tuple((one, _sum(dots, one.id)) for one in people)
    waiting = tuple(one for one, count in given if not count)
    tallied = _sum(dots, None)
    outstanding = max(0, len(waiting) - -(-tallied // each))
    return Progress(each, given, tallied, waiting, outstanding)


def _sum(dots: tuple[Dot, ...], person_id: int | None) -> int:
    return sum(dot.count for dot in dots if dot.person_id == person_id)


def give_dots(
    store: Store,
    activity_id: int,
    row_id: int,
    count: int = 1,
    *,
    person_id: int | None = None,
    by: str = "",
) -> Dot:
    """Give a card, step or item dots, in a person's name or as a tally; return what it has now.

    Raises `RuleError` while the counts are shown, over the budget, for somebody who may not vote,
    and for the sponsor before everybody else who is present has voted.
    """
    activity = store.get(Activity, activity_id)
    dossier = store.load(activity.workshop_id)
    kit = kit_of(dossier.workshop)
    record = _target(dossier, kit, activity, row_id)
    _check_hidden(dossier, activity_id)
    if count < 1:
        raise InputError("Give at least one dot, or take dots back.")
    state = progress(dossier, kit, activity)
    if person_id is None:
        _check_tally(state, count)
    else:
        _check_voter(dossier, state, person_id, count)
    own: dict[str, Any] = {_LINKS[record]: row_id, "person_id": person_id}
    with store.step("Give dots", activity.workshop_id, by=by) as pen:
        for dot in store.find(Dot, activity.workshop_id, activity_id=activity_id, **own):
            return pen.update(dot, count=dot.count + count)
        dot = Dot(workshop_id=activity.workshop_id, activity_id=activity_id, count=count, **own)
        return pen.insert(dot)


def take_dots(
    store: Store,
    activity_id: int,
    row_id: int,
    count: int = 1,
    *,
    person_id: int | None = None,
    by: str = "",
) -> int:
    """Take dots back and return how many are left there of the same person or tally.

    Raises `RuleError` if there are not as many, or while the counts are shown.
    """
    activity = store.get(Activity, activity_id)
    dossier = store.load(activity.workshop_id)
    record = _target(dossier, kit_of(dossier.workshop), activity, row_id)
    _check_hidden(dossier, activity_id)
    own = {_LINKS[record]: row_id, "person_id": person_id}
    found = store.find(Dot, activity.workshop_id, activity_id=activity_id, **own)
    there = sum(dot.count for dot in found)
    if not 1 <= count <= there:
        raise RuleError(f"{_dots(there)} can be taken back there, not {count}.")
    with store.step("Take dots back", activity.workshop_id, by=by) as pen:
        for dot in found:
            if dot.count == count:
                pen.delete(dot)
            else:
                pen.update(dot, count=dot.count - count)
    return there - count


def clear_dots(store: Store, activity_id: int, person_id: int | None, *, by: str = "") -> None:
    """Take back all dots of one person, or (None) of the tally, to begin again."""
    activity = store.get(Activity, activity_id)
    _check_hidden(store.load(activity.workshop_id), activity_id)
    own = {"activity_id": activity_id, "person_id": person_id}
    with store.step("Take dots back", activity.workshop_id, by=by) as pen:
        for dot in store.find(Dot, activity.workshop_id, **own):
            pen.delete(dot)


def reveal_dots(store: Store, activity_id: int, *, force: bool = False, by: str = "") -> None:
    """Show the counts to the room once all have voted.

    Raises `RuleError` if nobody has, or naming who is missing; `force` shows them all the same.
    """
    activity = store.get(Activity, activity_id)
    dossier = store.load(activity.workshop_id)
    state = progress(dossier, kit_of(dossier.workshop), activity)
    if not dots_given(dossier, activity_id):
        raise RuleError("Nobody has given a dot yet; there is nothing to show.")
    if state.outstanding and not force:
        raise RuleError(f"The counts stay hidden until all have voted. {_still(state)}")
    _set_revealed(store, activity, revealed=True, by=by)


def hide_dots(store: Store, activity_id: int, *, by: str = "") -> None:
    """Hide the counts again, so that dots can be given and taken back."""
    _set_revealed(store, store.get(Activity, activity_id), revealed=False, by=by)


def _set_revealed(store: Store, activity: Activity, *, revealed: bool, by: str) -> None:
    with store.step("Reveal dots" if revealed else "Hide dots", activity.workshop_id, by=by) as pen:
        rounds = store.find(DotRound, activity.workshop_id, activity_id=activity.id)
        new = DotRound(workshop_id=activity.workshop_id, activity_id=activity.id)
        pen.update(rounds[0] if rounds else pen.insert(new), revealed=revealed)


def _target(dossier: Dossier, kit: Kit, activity: Activity, row_id: int) -> type[Row]:
    for thing in things_to_dot(dossier, kit, activity):
        if thing.id == row_id:
            return type(thing)
    raise NotFoundError("That is not (or no longer) among what is voted on here.")


def _check_hidden(dossier: Dossier, activity_id: int) -> None:
    if dots_revealed(dossier, activity_id):
        raise RuleError("The counts are shown. Hide them to change a dot.")


def _check_voter(dossier: Dossier, state: Progress, person_id: int, count: int) -> None:
    for person, given in state.given:
        if person.id != person_id:
            continue
        if given + count > state.budget:
            left = max(0, state.budget - given)
            raise RuleError(f"{person.name} has {_dots(left)} left of {state.budget}.")
        others = tuple(one for one in state.waiting if one.id != person_id)
        covered = len(state.waiting) - state.outstanding
        if person.is_sponsor and len(others) > covered:
            still = _still(state, others, len(others) - covered)
            raise RuleError(f"{person.name} votes last. {still}")
        return
    who = dossier.get(Person, person_id)
    name = who.name if who else "This person"
    raise RuleError(f"{name} has no vote here: not in the room, or marked as not voting.")


def _check_tally(state: Progress, count: int) -> None:
    most = state.budget * len(state.waiting)
    if state.tallied + count > most:
        raise RuleError(
            f"{len(state.waiting)} without dots in their own name have {_dots(most)} together; "
            f"{state.tallied} are given already."
        )


def _still(
    state: Progress, waiting: tuple[Person, ...] | None = None, count: int | None = None
) -> str:
    """Return who still has to vote, as a sentence."""
    people = state.waiting if waiting is None else waiting
    missing = state.outstanding if count is None else count
    names = listed([one.name for one in people])
    of = f"{missing} of " if missing < len(people) else ""
    return f"Still to vote: {of}{names}."


def _dots(count: int) -> str:
    return f"{count or 'no'} dot{'' if count == 1 else 's'}"
