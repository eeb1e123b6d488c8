"""Drafting a statement: every wording is kept, and agreed to by a consent poll.

The poll is `polls.open_poll` on the statement's activity. After two rounds without consent the
sponsor decides, and the reservations are printed.
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from crm_workshop.activities import scales
from crm_workshop.activities.reservations import add_reservation
from crm_workshop.activities.shared import own_row, some_text
from crm_workshop.activities.standing import ballots, drafts, latest_polls, poll_result
from crm_workshop.errors import RuleError
from crm_workshop.model.capture import Ballot, Draft, Poll, Reservation
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.store.library import Store
from crm_workshop.text import fold, listed, one_line

#: The room's three judgements of a wording.
TickName = Literal["says_experience", "says_process", "says_followed"]

_EMPTY = "There are no words in this draft yet."


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that two wordings share, or that only one of them has."""

    kind: Literal["same", "added", "removed"]
    text: str


def word_difference(old: str, new: str) -> tuple[Segment, ...]:
    """Return how `new` differs from `old`, word by word, in reading order.

    What is the same or added, put together, is `new` exactly; what stands between words does not
    count as a difference. What was removed stands before what came in its place.
    """
    before, after = _words(old), _words(new)
    matcher = difflib.SequenceMatcher(None, _bare(before), _bare(after))
    segments: list[Segment] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            segments.append(Segment("same", "".join(after[j1:j2])))
            continue
        if i1 < i2:
            segments.append(Segment("removed", "".join(before[i1:i2])))
        if j1 < j2:
            segments.append(Segment("added", "".join(after[j1:j2])))
    return tuple(segments)


def _words(text: str) -> list[str]:
    """Return the words of a text, each with the white space before it (the last, around it)."""
    return re.findall(r"\s*\S+(?:\s+\Z)?|\s+\Z", text)


def _bare(words: list[str]) -> list[str]:
    return [word.strip() for word in words]


def write_draft(
    store: Store, activity_id: int, text: str, author: str = "", *, by: str = ""
) -> Draft:
    """Write a wording as the newest draft; the earlier ones stay. `InputError` if it is blank."""
    activity = store.get(Activity, activity_id)
    some_text(text, _EMPTY)
    own: dict[str, Any] = {"workshop_id": activity.workshop_id, "activity_id": activity_id}
    draft = Draft(**own, text=text, author=author, written=store.now())
    with store.step("Write draft", activity.workshop_id, by=by) as pen:
        return pen.insert(draft)


def edit_draft(store: Store, draft_id: int, text: str, *, by: str = "") -> Draft:
    """Change a draft's words; typing within a minute is one step.

    Raises `RuleError` once somebody has voted on this wording: a vote is about what was read.
    """
    draft = store.get(Draft, draft_id)
    some_text(text, _EMPTY)
    if text != draft.text and _was_voted_on(store, draft):
        raise RuleError("The room has voted on this wording. Start a new draft to change it.")
    merge = f"draft:{draft_id}:text"
    with store.step("Edit draft", draft.workshop_id, by=by, merge=merge) as pen:
        return pen.update(draft, text=text)


def set_author(store: Store, draft_id: int, author: str, *, by: str = "") -> Draft:
    """Say who drafted a wording, in a few words of the room’s own."""
    draft = store.get(Draft, draft_id)
    merge = f"draft:{draft_id}:author"
    with store.step("Name who drafted", draft.workshop_id, by=by, merge=merge) as pen:
        return pen.update(draft, author=one_line(author))


def _was_voted_on(store: Store, draft: Draft) -> bool:
    polls = store.find(Poll, draft.workshop_id, draft_id=draft.id)
    return any(store.find(Ballot, draft.workshop_id, poll_id=poll.id) for poll in polls)


def new_draft(store: Store, draft_id: int, author: str = "", *, by: str = "") -> Draft:
    """Begin the next draft with the words of an earlier one; its ticks are open again."""
    draft = store.get(Draft, draft_id)
    return write_draft(store, draft.activity_id, draft.text, author, by=by)


def delete_draft(store: Store, draft_id: int, *, by: str = "") -> None:
    """Delete a wording; raises `RuleError` once somebody has voted on it."""
    draft = store.get(Draft, draft_id)
    if _was_voted_on(store, draft):
        raise RuleError("The room has voted on this wording, so it stays in the history.")
    with store.step("Delete draft", draft.workshop_id, by=by) as pen:
        pen.delete(draft)


def set_tick(
    store: Store, draft_id: int, name: TickName, ticked: bool = True, *, by: str = ""
) -> Draft:
    """Keep whether the room finds that a wording says one of the three things."""
    draft = store.get(Draft, draft_id)
    with store.step("Tick" if ticked else "Untick", draft.workshop_id, by=by) as pen:
        return pen.update(draft, **{name: ticked})


def decide(
    store: Store,
    activity_id: int,
    draft_id: int,
    reservations: Mapping[str, str] | None = None,
    *,
    by: str = "",
) -> Draft:
    """Let the sponsor decide for a wording after two rounds without consent.

    It becomes the draft that stands, and `reservations` (person to words) are kept. Raises
    `RuleError` before a second round is revealed, after consent, without a sponsor, or while
    somebody who stood against it by name has no reservation written down.
    """
    activity = store.get(Activity, activity_id)
    chosen = store.get(Draft, draft_id)
    own_row(chosen, activity.workshop_id, "draft")
    dossier = store.load(activity.workshop_id)
    sponsor = _deciding_sponsor(dossier, activity_id)
    given = dict(reservations or {})
    _check_reservations(dossier, activity_id, given)
    with store.step("Sponsor decides", activity.workshop_id, by=by):
        for person, text in given.items():
            add_reservation(store, activity_id, person, text)
        if drafts(dossier, activity_id)[-1].id == draft_id:
            return chosen
        return write_draft(store, activity_id, chosen.text, sponsor.name)


def _deciding_sponsor(dossier: Dossier, activity_id: int) -> Person:
    polls = latest_polls(dossier, activity_id)
    if not polls or polls[-1].round < 2 or not polls[-1].revealed:
        raise RuleError("The sponsor decides after two rounds. Poll the room (again) first.")
    if poll_result(dossier, polls[-1]).passed:
        raise RuleError("The room has agreed; there is nothing left to decide.")
    sponsor = dossier.sponsor()
    if sponsor is None:
        raise RuleError("Nobody is marked as the sponsor. Say in the register who decides.")
    return sponsor


def _check_reservations(dossier: Dossier, activity_id: int, given: Mapping[str, str]) -> None:
    written = {fold(one.person) for one in dossier.of(Reservation, activity_id)}
    written |= {fold(person) for person in given}
    against = [name for name in _against(dossier, activity_id) if fold(name) not in written]
    if against:
        raise RuleError(f"Write down the reservation of {listed(against)} before deciding.")
    if not written:
        raise RuleError("Write down at least one reservation: somebody did not agree.")


def _against(dossier: Dossier, activity_id: int) -> list[str]:
    """Return who stood, by name, against what was last voted on."""
    poll = latest_polls(dossier, activity_id)[-1]
    people = [
        dossier.get(Person, one.person_id)
        for one in ballots(dossier, poll)
        if one.value is not None and not scales.consents(poll.scale, one.value)
    ]
    return [person.name for person in people if person]
