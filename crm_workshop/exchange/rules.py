"""What has to hold between the values of a file, beyond the type of each."""

from collections.abc import Callable, Hashable, Iterator
from typing import Final

from crm_workshop.activities import scales
from crm_workshop.activities.logo import logo_fault
from crm_workshop.activities.reading import LARGEST
from crm_workshop.activities.typed import LIMITS
from crm_workshop.exchange.findings import renumber
from crm_workshop.exchange.layout import NAMED, Slot, name_slot, slots
from crm_workshop.exchange.problems import Paths, Problem, shown
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Card, Dot, Poll
from crm_workshop.model.choices import BallotState
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import (
    Acceptance,
    Activity,
    Person,
    PreworkAnswer,
    Signature,
    Workshop,
)
from crm_workshop.text import fold, plain_number


def broken_rules(dossier: Dossier, paths: Paths) -> list[Problem]:
    """Return every rule that a parsed dossier breaks, with the place in the file."""
    return [problem for rule in _RULES for problem in rule(dossier, paths)]


def _repeated(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """What may be there only once: a person's name, an activity, a vote, a signature."""
    once: dict[tuple[type[Row], Hashable], str] = {}
    for record, (same, words) in _ONCE.items():
        for row in dossier.all(record):
            key = (record, same(row))
            at = paths[record, row.id]
            if key in once:
                yield Problem(at, f"{words} is already at {once[key]}")
            once.setdefault(key, at)


_ONCE: Final[dict[type[Row], tuple[Callable[..., Hashable], str]]] = {
    Person: (lambda row: fold(row.name), "a person of this name"),
    PreworkAnswer: (lambda row: (row.person_id, row.line), "this person’s answer to this line"),
    Activity: (lambda row: row.key, "the activity with this key"),
    Ballot: (lambda row: (row.poll_id, row.person_id or -row.id), "this person’s vote"),
    Signature: (lambda row: row.person_id, "this person’s signature"),
    Acceptance: (lambda row: row.finding, "the acceptance of this finding"),
}


def _votes(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """A vote has a value on the poll's scale, anything else has none."""
    polls = {poll.id: poll for poll in dossier.all(Poll)}
    for ballot in dossier.all(Ballot):
        at = paths[Ballot, ballot.id]
        poll = polls.get(ballot.poll_id)
        if ballot.state is not BallotState.VOTED and ballot.value is not None:
            yield Problem(f"{at}.value", f"only who “{BallotState.VOTED}” has a value")
        elif ballot.state is BallotState.VOTED and poll is not None:
            allowed = scales.values(poll.scale)
            if ballot.value not in allowed:
                stands = "nothing" if ballot.value is None else shown(ballot.value)
                expected = f"a value from {allowed[0]} to {allowed[-1]} of the poll’s scale"
                yield Problem(f"{at}.value", f"expected {expected}, got {stands}")
        if ballot.count < 1 or (ballot.person_id is not None and ballot.count > 1):
            yield Problem(f"{at}.count", f"expected the votes of a tally, got {ballot.count}")


def _dots(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """Dots are on exactly one thing, and there is at least one of them."""
    for dot in dossier.all(Dot):
        at = paths[Dot, dot.id]
        things = (dot.card_id, dot.step_id, dot.item_id)
        if sum(thing is not None for thing in things) != 1:
            yield Problem(at, "dots are on exactly one of “card”, “step” and “item”")
        if dot.count < 1:
            yield Problem(f"{at}.count", f"expected 1 or more, got {dot.count}")


def _merges(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """Cards merged into one another leave one that speaks for all."""
    into = {card.id: card.merged_into_id for card in dossier.all(Card)}
    for card_id, first in into.items():
        seen, current = {card_id}, first
        while current is not None and current not in seen:
            seen.add(current)
            current = into.get(current)
        if current == card_id:
            yield Problem(f"{paths[Card, card_id]}.merged_into", "a card is merged into itself")


def _numbers(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """Numbers are inside the bounds that hold where they are typed; counts are not negative."""
    for row in dossier.everything():
        for slot in slots(type(row)):
            value = getattr(row, slot.field)
            if isinstance(value, bool) or not isinstance(value, int | float) or slot.target:
                continue
            low, high = bounds(type(row), slot)
            if not low <= value <= high and (at := paths.get((type(row), row.id))):
                span = f"from {plain_number(low)} to {plain_number(high)}"
                expected = f"expected a number {span}, got {shown(value)}"
                yield Problem(f"{at}.{slot.key}", expected)


def bounds(record: type[Row], slot: Slot) -> tuple[float, float]:
    """Return the least and the largest number that a field takes."""
    lowest = -LARGEST if slot.spec else 0
    return LIMITS.get((record.table, slot.field), (lowest, LARGEST))


def _names(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """The firm, everybody in the register and each activity has a name."""
    for row in dossier.everything():
        at = paths.get((type(row), row.id))
        slot = name_slot(type(row))
        if type(row) in NAMED and at and not getattr(row, slot.field).strip():
            yield Problem(f"{at}.{slot.key}", "expected a name, got nothing")


def _sponsors(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """Only one person is the sponsor."""
    for person in [one for one in dossier.all(Person) if one.is_sponsor][1:]:
        yield Problem(f"{paths[Person, person.id]}.is_sponsor", "only one person is the sponsor")


def _logo(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """The logo is a picture as the program itself keeps one."""
    logo = dossier.workshop.logo
    fault = logo_fault(logo) if logo else ""
    if fault and (at := paths.get((Workshop, dossier.workshop.id))):
        yield Problem(f"{at}.logo", f"expected a picture as “crm-workshop logo” keeps it: {fault}")


def _acceptances(dossier: Dossier, paths: Paths) -> Iterator[Problem]:
    """An acceptance speaks of a row that is there."""
    numbers = {(type(row), row.id): row.id for row in dossier.everything()}
    for acceptance in dossier.all(Acceptance):
        if renumber(acceptance.finding, numbers) is None:
            at = f"{paths[Acceptance, acceptance.id]}.finding"
            yield Problem(at, f"{shown(acceptance.finding)} is about a row that is not in the file")


_RULES: Final = (
    *(_names, _logo, _sponsors, _acceptances, _repeated),
    *(_numbers, _votes, _dots, _merges),
)
