"""Annex B: all cards, by activity, bucket and theme, with their dots; never who wrote them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crm_workshop.activities.standing import survivor_of
from crm_workshop.charter import figures, prose
from crm_workshop.charter.document import Block, Cell, Column, Paragraph, Section, Table
from crm_workshop.charter.figures import counted
from crm_workshop.charter.origin import each_of
from crm_workshop.charter.parts import Part, make_annex
from crm_workshop.charter.source import Source
from crm_workshop.kit.design import BucketDesign
from crm_workshop.model.capture import Card, Theme
from crm_workshop.model.workshop import Activity
from crm_workshop.text import one_line


def compose_cards(source: Source) -> Section:
    """Return every card that the room has seen; once the workshop is over, also the hidden ones.

    Cards of an activity that feeds nothing in the charter are left out.
    """
    pile = _Pile.of(source)
    blocks = tuple(
        block
        for activity in source.dossier.all(Activity)
        if (design := source.kit.activity(activity.key)) is None or design.feeds
        for block in _of_activity(source, pile, activity)
    )
    return make_annex(source, "B", "All cards", "meaning", (Part(blocks, records=(Card,)),))


@dataclass(frozen=True, slots=True)
class _Pile:
    """What is the same for all cards, counted once: revealed dots, and who speaks for whom."""

    dots: Counter[tuple[str, int]]
    merged: dict[int, list[str]]

    @classmethod
    def of(cls, source: Source) -> "_Pile":
        merged: dict[int, list[str]] = defaultdict(list)
        for card in source.dossier.all(Card):
            if card.merged_into_id is not None and card.text.strip():
                merged[survivor_of(source.dossier, card).id].append(one_line(card.text))
        return cls(source.revealed_dots(), merged)

    def on(self, card: Card) -> int:
        """Return the dots on a card."""
        return self.dots[card.table, card.id]


def _of_activity(source: Source, pile: _Pile, activity: Activity) -> Iterator[Block]:
    cards = [one for one in source.dossier.of(Card, activity.id) if one.text.strip()]
    shown = [one for one in cards if one.revealed or source.is_over]
    heads = [one for one in shown if survivor_of(source.dossier, one).id == one.id]
    if heads:
        yield _table(source, pile, activity, heads)
        yield from _shares(source, activity, heads)
    hidden = len(cards) - len(shown)
    if hidden:
        told = f"{counted(hidden, 'card is', 'cards are')} still hidden."
        yield Paragraph(f"{source.title(activity)}: {told}", quiet=True)


def _table(source: Source, pile: _Pile, activity: Activity, cards: Sequence[Card]) -> Table:
    """Return the cards as a table, with columns only for what was used: bucket, theme, dots."""
    buckets = _buckets(source, activity)
    labels = {one.value: source.say(one.label) for one in buckets}
    themes = {one.id: one.name.strip() for one in source.dossier.all(Theme)}

    def place(card: Card) -> tuple[int, int, int]:
        return _rank(labels, card.bucket), _rank(themes, card.theme_id), -pile.on(card)

    columns: list[tuple[Column, Callable[[Card], Cell]]] = [
        (Column("Card", 4), lambda card: _card_cell(pile, card)),
        (Column("About", 1.2), lambda card: Cell(labels.get(card.bucket, card.bucket))),
        (
            Column(source.label(Theme, "name"), 1.6),
            lambda card: Cell(themes.get(card.theme_id or 0, "")),
        ),
        (
            Column("Dots", 0.6, numeric=True),
            lambda card: Cell(str(pile.on(card) or "")),
        ),
    ]
    ordered = sorted(cards, key=place)
    used = [
        (column, [cell(card) for card in ordered])
        for column, cell in columns
        if any(cell(card).text for card in ordered)
    ]
    rows = zip(*(cells for _, cells in used), strict=True)
    heads = tuple(column for column, _ in used)
    return Table(heads, tuple(rows), source.title(activity), each_of(ordered))


def _rank(known: Mapping[Any, str], key: object) -> int:
    """Return the place of a key among those known, the others last."""
    return list(known).index(key) if key in known else len(known)


def _card_cell(pile: _Pile, card: Card) -> Cell:
    """Return a card with the words of those it speaks for."""
    joined = "; ".join(f"“{text}”" for text in pile.merged.get(card.id, ()))
    remarks = (f"With {joined}" if joined else "", "Parked" if card.parked else "")
    return Cell(card.text.strip(), prose.notes(*remarks))


def _buckets(source: Source, activity: Activity) -> tuple[BucketDesign, ...]:
    """Return the buckets that an activity's cards are sorted into, there or in a later activity."""
    for design in source.kit.activities:
        sort = design.sort
        if sort and sort.subject == "card" and activity.key in (design.key, sort.cards_from):
            return sort.buckets
    return ()


def _shares(source: Source, activity: Activity, cards: Sequence[Card]) -> Iterator[Block]:
    """Yield the share of each bucket among the cards that were sorted."""
    placed = [one.bucket for one in cards if one.bucket and not one.parked]
    said = [
        f"{source.say(one.label)} {figures.share(placed.count(one.value), len(placed))}"
        for one in _buckets(source, activity)
        if one.value in placed
    ]
    if said:
        yield Paragraph(f"{' · '.join(said)}.", f"{len(placed)} sorted")
