"""What a room writes on in an activity, if it prefers paper: one form for each of its methods."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.activities import scales
from crm_workshop.activities.standing import signatories
from crm_workshop.charter.document import Bullets, LogForm, Paragraph
from crm_workshop.handouts.document import Boxes, HandoutBlock, Ruled, Tally, Ticks
from crm_workshop.kit.design import (
    ActivityDesign,
    CardsDesign,
    Method,
    PollDesign,
    RecordDesign,
    SortDesign,
)
from crm_workshop.kit.words import Words, words_of
from crm_workshop.model.dossier import BY_TABLE, Dossier
from crm_workshop.model.fields import FieldSpec, Kind, specs

#: So many columns can be written in by hand across a sheet; the other fields are named below.
_MOST: Final = 5
_ROWS: Final = 8
_CARDS: Final = 10
_SIGNATURES: Final = 4

#: What a value means stands over its box if it is no longer (characters).
_OVER_A_BOX: Final = 60

#: What is answered in a word or two.
_SHORT: Final = (Kind.DATE, Kind.INT, Kind.NUM, Kind.BOOL, Kind.CHOICE, Kind.PERSON)

#: The three things a definition has to say, to be ticked (R58 to R60).
_PARTS: Final = ("Says the experience", "Says strategy and process", "Says it is followed")


def forms_of(design: ActivityDesign, dossier: Dossier) -> tuple[HandoutBlock, ...]:
    """Return everything that the room writes on in one activity."""
    return tuple(_forms(design, dossier))


def _forms(design: ActivityDesign, dossier: Dossier) -> Iterator[HandoutBlock]:
    words = words_of(dossier)
    if design.ticks:
        yield Ticks(tuple(words.say(one) for one in design.ticks))
    if design.cards is not None:
        yield from _cards(design.cards, words)
    if design.sort is not None:
        yield from _sort(design.sort, words)
    if design.method is Method.STATEMENT:
        yield Ruled(_MOST)
        yield Ticks(_PARTS)
    for record in design.records:
        yield from _register(record, words)
    if design.poll is not None:
        yield from _poll(design.poll, dossier, words)
    if design.method is Method.SIGN:
        rows = max(len(signatories(dossier)), _SIGNATURES)
        yield LogForm(("Name", "Signature or initials", "Date", "Signs later by"), rows)


def _cards(cards: CardsDesign, words: Words) -> Iterator[HandoutBlock]:
    if cards.stem:
        yield Paragraph(words.say(cards.stem), "Finish the sentence, one thought a card")
    yield Boxes(_CARDS)


def _sort(sort: SortDesign, words: Words) -> Iterator[HandoutBlock]:
    if sort.buckets:
        yield LogForm(tuple(words.say(one.label) for one in sort.buckets), _ROWS)
        return
    bucket = next(one for one in specs(BY_TABLE[sort.subject]) if one.choices)
    assert bucket.choices is not None
    yield LogForm(tuple(words.say(one.label) for one in bucket.choices), _ROWS)


def _register(record: RecordDesign, words: Words) -> Iterator[HandoutBlock]:
    """Yield a blank table of a record: what a final charter needs first, the rest named below."""
    known = {one.name: one for one in specs(BY_TABLE[record.record])}
    fields = [known[name] for name in record.fields] if record.fields else list(known.values())
    asked = [one for one in fields if one.kind is not Kind.BYTES and not one.private]
    if len(asked) == 1 or BY_TABLE[record.record].single:
        for field in asked:
            yield Paragraph(words.say(field.help), words.say(field.label))
            yield _lines_for(field)
        return
    chosen = sorted(asked, key=lambda one: not one.required)[:_MOST]
    columns = [one for one in asked if one in chosen]
    if record.title:
        yield Paragraph("", words.say(record.title))
    most = record.rows[1] if record.rows else _ROWS
    yield LogForm(tuple(words.say(one.label) for one in columns), min(max(most, 3), _ROWS))
    yield from (_choices(one, words) for one in columns if one.choices)
    others = ", ".join(words.say(one.label) for one in asked if one not in columns)
    if others:
        yield Paragraph(others, "Write beside it, if it is said", quiet=True)


def _lines_for(field: FieldSpec) -> HandoutBlock:
    """Return what an answer is written on: a short line, or as many as it needs."""
    if field.kind in _SHORT:
        return Ruled(1, short=field.kind is not Kind.PERSON)
    return Ruled(2 if field.kind in (Kind.LONG, Kind.LIST) else 1)


def _choices(field: FieldSpec, words: Words) -> Paragraph:
    assert field.choices is not None
    told = ", ".join(words.say(one.label) for one in field.choices)
    return Paragraph(told, words.say(field.label), quiet=True)


def _poll(poll: PollDesign, dossier: Dossier, words: Words) -> Iterator[HandoutBlock]:
    """Yield boxes to tally in for each question, with what its values mean."""
    scale = poll.scale_for(dossier.workshop.variant)
    meanings = {one: scales.meaning(scale, one) for one in scales.values(scale)}
    low, high = min(meanings), max(meanings)
    meanings[low] = meanings[low] or words.say(poll.low)
    meanings[high] = meanings[high] or words.say(poll.high)
    long = {one: text for one, text in meanings.items() if len(text) > _OVER_A_BOX}
    told = tuple("" if one in long else text for one, text in meanings.items())
    for question in poll.questions:
        yield Paragraph(words.say(question.label), "Tally")
        yield Tally(tuple(map(str, meanings)), told)
    if long:
        yield Bullets(tuple(f"{one} {text}" for one, text in long.items()))
    if scales.RULES[scale]:
        yield Paragraph(scales.RULES[scale], quiet=True)
