"""Cards and dots of a rehearsal: written, revealed, themed, sorted, merged, voted on."""

from dataclasses import fields
from typing import Final

from crm_workshop.activities import cards, dots, sort
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card, Dot, DotRound, Theme
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.rehearsal.cast import Cast

_DOTTED: Final[dict[str, type[Row]]] = {
    "card": Card,
    **{table: RECORDS[table] for table in ("experience_step", "release_item")},
}


def write_cards(cast: Cast, activity: Activity, new: int) -> None:
    """Silent writing, then the reveal, then themes."""
    there = {one.text: one for one in cast.store.find(Card, cast.workshop_id, activity_id=new)}
    written = cast.script.of(Card, activity.id)
    for card in written:
        preset = there.pop(card.text, None)
        row = preset or cards.add_card(cast.store, new, card.text, card.author)
        cast.plays(card, row)
    for unused in there.values():
        cards.delete_card(cast.store, unused.id)
    for card in written:
        if card.revealed:
            cards.reveal_card(cast.store, cast.new[Card, card.id])
    for theme in cast.script.of(Theme, activity.id):
        cast.plays(theme, cards.add_theme(cast.store, new, theme.name))
    for card in written:
        row_id = cast.new[Card, card.id]
        if card.theme_id:
            cards.put_in_theme(cast.store, [row_id], cast.id_of(Theme, card.theme_id))
    if not any(_sorted_key(design) == activity.key for design in cast.kit.activities):
        settle_cards(cast, activity)


def settle_cards(cast: Cast, activity: Activity) -> None:
    """Merge and park, after the sort if there is one: what is set aside is not sorted."""
    for card in cast.script.of(Card, activity.id):
        row_id = cast.new[Card, card.id]
        if card.merged_into_id:
            cards.merge_cards(cast.store, cast.new[Card, card.merged_into_id], [row_id])
        if card.parked:
            cards.park_card(cast.store, row_id)


def sort_cards(cast: Cast, design: ActivityDesign, new: int) -> None:
    """Put the cards that an activity sorts into their buckets, then set aside what was."""
    source = cast.script.activity(_sorted_key(design))
    if source is None:
        return
    for card in cast.script.of(Card, source.id):
        if card.bucket:
            sort.put_in_bucket(cast.store, new, [cast.new[Card, card.id]], card.bucket)
    settle_cards(cast, source)


def give_dots(cast: Cast, activity: Activity, new: int) -> None:
    """Everybody's dots, the sponsor's last; then the counts are shown."""
    sponsor = cast.script.sponsor()
    given = cast.script.of(Dot, activity.id)
    last = sponsor.id if sponsor else None
    for dot in sorted(given, key=lambda one: (one.person_id is None, one.person_id == last)):
        for link in fields(dot):
            table = link.metadata.get("link")
            if table in _DOTTED and (target := getattr(dot, link.name)):
                row_id = cast.new[_DOTTED[table], target]
        person = cast.id_of(Person, dot.person_id)
        dots.give_dots(cast.store, new, row_id, dot.count, person_id=person)
    if any(one.revealed for one in cast.script.of(DotRound, activity.id)):
        dots.reveal_dots(cast.store, new, force=True)


def _sorted_key(design: ActivityDesign) -> str:
    """Return the key of the activity whose cards are sorted here, or nothing."""
    if design.sort is None or design.sort.subject != Card.table:
        return ""
    return design.sort.cards_from or design.key
