"""How the definition came about: every wording, the votes on each, and what was reserved.

For whoever writes the charter, not for the room: it names who drafted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from crm_workshop.activities import scales
from crm_workshop.activities.standing import PollResult, drafts, poll_result
from crm_workshop.activities.statement import Segment, word_difference
from crm_workshop.charter.dates import clock_time
from crm_workshop.charter.figures import counted, ordinal
from crm_workshop.charter.source import Source
from crm_workshop.charter.votes import consent_sentence, others_text, turnout_text
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import words_of
from crm_workshop.model.capture import Draft, Poll, Reservation
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Activity
from crm_workshop.text import one_line


@dataclass(frozen=True, slots=True)
class Agreement:
    """One vote on a wording. `result` is None while it is hidden: then only its count is known."""

    title: str
    told: str
    outcome: str
    result: PollResult | None


@dataclass(frozen=True, slots=True)
class Worded:
    """One wording: who drafted it and when, what it changed, what the next one took out of it.

    `says` are the room's ticks on it; `stands` tells whether it is the last one.
    """

    draft: Draft
    number: int
    when: str
    added: tuple[Segment, ...]
    removed: tuple[Segment, ...]
    says: tuple[str, ...]
    votes: tuple[Agreement, ...]
    stands: bool


@dataclass(frozen=True, slots=True)
class Drafted:
    """The wordings of one activity, the oldest first, and what was reserved in it."""

    title: str
    wordings: tuple[Worded, ...]
    reservations: tuple[str, ...]


def definition_history(dossier: Dossier, today: date) -> tuple[Drafted, ...]:
    """Return every activity in which a statement was drafted, by agenda."""
    kit = kit_of(dossier.workshop)
    source = Source(dossier, kit, words_of(dossier), (), today, "")
    return tuple(
        _drafted(source, activity, written)
        for activity in dossier.all(Activity)
        if (written := [one for one in drafts(dossier, activity.id) if one.text.strip()])
    )


def _drafted(source: Source, activity: Activity, written: Sequence[Draft]) -> Drafted:
    texts = ["", *(one.text for one in written), ""]
    last = len(written) - 1
    wordings = tuple(
        Worded(
            draft=draft,
            number=number + 1,
            when=_hour(source, draft.written),
            added=word_difference(texts[number], draft.text) if number else (),
            removed=word_difference(draft.text, texts[number + 2]) if number < last else (),
            says=tuple(_ticked(source, draft)),
            votes=tuple(_votes(source, draft)),
            stands=number == last,
        )
        for number, draft in enumerate(written)
    )
    reserved = (one for one in source.dossier.of(Reservation, activity.id) if one.text.strip())
    told = tuple(f"{one_line(one.person)}: {one.text.strip()}" for one in reserved)
    return Drafted(source.title(activity), wordings, told)


def _ticked(source: Source, draft: Draft) -> Iterable[str]:
    for one in specs(Draft):
        if getattr(draft, one.name) is True:
            yield source.say(one.label)


def _votes(source: Source, draft: Draft) -> Iterable[Agreement]:
    about = [one for one in source.dossier.all(Poll) if one.draft_id == draft.id]
    for poll in sorted(about, key=lambda one: one.round):
        result = poll_result(source.dossier, poll)
        title = f"{ordinal(poll.round)} round".capitalize()
        hour = _hour(source, poll.taken)
        if hour:
            title += f", {hour}"
        if not poll.revealed:
            taken = counted(result.voted + result.abstained, "vote", "votes")
            yield Agreement(title, f"{taken} in, not revealed", "", None)
            continue
        told = ", ".join(filter(None, (turnout_text(result), others_text(result))))
        outcome = consent_sentence(source, result) if scales.is_consent(poll.scale) else ""
        yield Agreement(title, told, outcome, result)


def _hour(source: Source, moment: datetime | None) -> str:
    return clock_time(moment.astimezone().time(), source.locale) if moment else ""
