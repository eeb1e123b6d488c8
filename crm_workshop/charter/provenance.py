"""Where a clause of the charter comes from: the activity and its hour, cards, votes, dots, people.

What the room has not seen is not told here either: no hidden card, dot or vote, nor who voted what
or wrote which card.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from crm_workshop.activities.standing import dot_counts, poll_result, survivor_of
from crm_workshop.activities.whereabouts import activity_of
from crm_workshop.charter import dates, prose
from crm_workshop.charter.figures import counted
from crm_workshop.charter.origin import Origin, Origins
from crm_workshop.charter.source import Source
from crm_workshop.charter.votes import others_text, question_label, turnout_text, votes_text
from crm_workshop.kit.design import Kit
from crm_workshop.kit.words import words_of
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card, DotRound, Draft, Poll
from crm_workshop.model.dossier import BY_TABLE, Dossier
from crm_workshop.model.fields import Kind, specs
from crm_workshop.model.workshop import Activity, Person, Signature
from crm_workshop.text import fold, one_line

#: So many cards are told, the nearest in words first; and so near (0 to 1) are the same words.
_CARDS: Final = 4
_SAME: Final = 0.9

_NOT_BEGUN: Final = "The room has not come to it yet"


@dataclass(frozen=True, slots=True)
class Heard:
    """A card that was there before the clause: its words, and whether the clause repeats them."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a clause comes from, as people read it; what there is nothing of is empty.

    `hour` tells when its activity was live. `people` are those named in its records, each after
    what they are there. `cards` were shown to the room before it, in its activity or earlier in
    the same stage, of `cards_before` in all. `spot` is where it is written.
    """

    activity: str
    stage: str
    hue: str
    hour: str
    spot: Origin
    people: tuple[tuple[str, str], ...]
    votes: tuple[str, ...]
    dots: str
    cards: tuple[Heard, ...]
    cards_before: int


def provenance(dossier: Dossier, kit: Kit, origins: Origins, text: str, today: date) -> Provenance:
    """Return where the clause that says `text` comes from; it has at least one origin."""
    source = Source(dossier, kit, words_of(dossier), (), today, "")
    first = origins[0]
    rows = [row for one in origins if (row := row_of(dossier, one))]
    activity = activity_of(dossier, kit, first.table, first.row_id, first.field)
    design = kit.activity(activity.key) if activity else None
    stage = kit.stage(design.stage) if design else None
    is_card = any(isinstance(row, Card) for row in rows)
    before = () if is_card else tuple(_before(source, activity))
    return Provenance(
        activity=f"{activity.key} {source.title(activity)}" if activity else "Before the day",
        stage=source.say(stage.title) if stage else "",
        hue=stage.hue if stage else "",
        hour=_hour(source, activity),
        spot=first,
        people=tuple(dict.fromkeys(pair for row in rows for pair in _people(source, row))),
        votes=tuple(_votes(source, rows, activity)),
        dots=_dots(dossier, rows),
        cards=_nearest(text, before),
        cards_before=len(before),
    )


def row_of(dossier: Dossier, origin: Origin) -> Row | None:
    """Return the record of an origin; None where it is of a whole type, or gone."""
    record = BY_TABLE.get(origin.table)
    return dossier.get(record, origin.row_id) if record and origin.row_id else None


def _hour(source: Source, activity: Activity | None) -> str:
    """Return when the room was there: “10:12 to 10:35”; whether it still is, or was not yet."""
    if activity is None:
        return ""
    if activity.started is None:
        return _NOT_BEGUN
    began = activity.started.astimezone()
    from_ = dates.clock_time(began.time(), source.locale)
    day = source.short(began.date())
    if activity.ended is None:
        return f"{day}, since {from_}"
    left = activity.ended.astimezone()
    if left.date() > began.date():  # somebody came back to it after the day
        return f"{day}, from {from_}; last there on {source.short(left.date())}"
    return f"{day}, {from_} to {dates.clock_time(left.time(), source.locale)}"


def _people(source: Source, row: Row) -> Iterator[tuple[str, str]]:
    """Yield who is named in a record and as what; never what is private."""
    if isinstance(row, Signature):
        person = source.dossier.get(Person, row.person_id)
        if person:
            yield "Signs", one_line(person.name)
    for one in specs(type(row)):
        named = one_line(getattr(row, one.name)) if one.kind is Kind.PERSON else ""
        if named and not one.private:
            yield source.label(type(row), one.name), named


def _votes(source: Source, rows: Sequence[Row], activity: Activity | None) -> Iterator[str]:
    """Yield the votes that the room has seen: on these very records, else in their activity."""
    shown = [one for one in source.dossier.all(Poll) if one.revealed]
    asked = [one for one in shown if one in rows or one.draft_id in _drafts(rows)]
    if not asked and activity is not None and not any(isinstance(one, Card) for one in rows):
        asked = [one for one in shown if one.activity_id == activity.id]
    for poll in asked:
        result = poll_result(source.dossier, poll)
        about = f"{question_label(source, poll)}, round {poll.round}"
        rest = prose.notes(turnout_text(result), others_text(result))
        yield f"{about}: {votes_text(result) or 'no votes'} ({rest})"


def _drafts(rows: Iterable[Row]) -> frozenset[int | None]:
    return frozenset(one.id for one in rows if isinstance(one, Draft))


def _dots(dossier: Dossier, rows: Sequence[Row]) -> str:
    """Return how many dots these records were given, once the room has seen them."""
    given = 0
    for activity_id in {one.activity_id for one in dossier.all(DotRound)}:
        counts = dot_counts(dossier, activity_id) or Counter()
        given += sum(counts.get((row.table, row.id), 0) for row in rows)
    return counted(given, "dot", "dots") if given else ""


def _before(source: Source, activity: Activity | None) -> Iterator[Card]:
    """Yield the cards shown in an activity or earlier in its stage, each that stands for itself.

    Cards of an activity that feeds nothing in the charter do not count.
    """
    design = source.kit.activity(activity.key) if activity else None
    if activity is None or design is None:
        return
    for earlier in source.dossier.all(Activity):
        other = source.kit.activity(earlier.key)
        if other is not None and other.stage == design.stage and other.feeds:
            for card in source.dossier.of(Card, earlier.id):
                heads = survivor_of(source.dossier, card).id == card.id
                if card.revealed and heads and card.text.strip():
                    yield card
        if earlier.id == activity.id:
            return


def _nearest(text: str, cards: Sequence[Card]) -> tuple[Heard, ...]:
    """Return the cards nearest to a text in words, the nearest first."""
    wanted = fold(text)

    def near(card: Card) -> float:
        said = fold(card.text)
        alike = SequenceMatcher(None, wanted, said, autojunk=False).ratio()
        return 1.0 if said in wanted else alike

    ranked = sorted(((near(card), card) for card in cards), key=lambda pair: -pair[0])
    return tuple(Heard(one_line(card.text), alike >= _SAME) for alike, card in ranked[:_CARDS])
