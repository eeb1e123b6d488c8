"""Cards on the room screen: written, revealed, under themes, with dots, in buckets."""

from collections.abc import Iterable

from crm_workshop.activities import sort
from crm_workshop.activities.dots import things_to_dot
from crm_workshop.activities.standing import dot_counts, standing_cards
from crm_workshop.charter.figures import counted
from crm_workshop.live.bodies.context import Context, still_hidden
from crm_workshop.live.parts import Bucket, CardSeen, Theme
from crm_workshop.live.seen import Buckets, Cards, Themes
from crm_workshop.model import capture
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card
from crm_workshop.model.fields import specs


def writing(context: Context) -> Cards:
    """Return how many cards are written, and none of them."""
    return Cards(cards=(), status=f"{counted(context.counts.cards, 'card', 'cards')} written")


def cards(context: Context) -> Cards:
    """Return the revealed cards in their order, and how many are still hidden."""
    return Cards(cards=_seen(_standing(context)), status=still_hidden(context.counts.hidden))


def themes(context: Context) -> Themes:
    """Return the revealed cards under their themes, those without one last."""
    standing = _standing(context)
    named = context.source.dossier.of(capture.Theme, context.activity.id)
    groups = [
        Theme(name=theme.name, cards=_seen(one for one in standing if one.theme_id == theme.id))
        for theme in named
    ]
    known = {theme.id for theme in named}
    loose = _seen(one for one in standing if one.theme_id not in known)
    if loose:
        groups.append(Theme(name="", cards=loose))
    return Themes(
        themes=tuple(one for one in groups if one.cards), status=still_hidden(context.counts.hidden)
    )


def dots(context: Context) -> Cards:
    """Return what gets dots, most dots first once they are revealed.

    Until then the cards stand in their order and the sentence says how many have given dots.
    """
    source = context.source
    things = things_to_dot(source.dossier, source.kit, context.activity)
    counts = dot_counts(source.dossier, context.activity.id)
    if counts is None:
        return Cards(cards=_seen(things), status=dots_status(context))
    ranked = sorted(things, key=lambda one: -counts[one.table, one.id])
    return Cards(
        cards=tuple(CardSeen(text=_text(one), dots=counts[one.table, one.id]) for one in ranked),
        status=counted(counts.total(), "dot", "dots"),
    )


def dots_status(context: Context) -> str:
    """Return how far the dot vote is, without saying where the dots are."""
    counts = context.counts
    return f"{counts.dots_from or 0} of {counts.may_vote} have given their dots"


def buckets(context: Context) -> Buckets:
    """Return what is sorted into each bucket with its share, and how much is not sorted yet."""
    source = context.source
    state = sort.buckets(source.dossier, source.kit, context.activity)
    waiting = len(state.unsorted)
    said = [f"{waiting} still to be sorted" if waiting else ""]
    if context.design.sort and context.design.sort.subject == Card.table:
        said.append(still_hidden(context.counts.hidden))
    return Buckets(
        buckets=tuple(
            Bucket(label=source.say(one.label), cards=_seen(one.rows), share=round(100 * one.share))
            for one in state.buckets
        ),
        waiting=_seen(state.unsorted),
        status=" · ".join(one for one in said if one),
    )


def _standing(context: Context) -> tuple[Card, ...]:
    return standing_cards(context.source.dossier, context.activity.id)


def _seen(found: Iterable[Row]) -> tuple[CardSeen, ...]:
    return tuple(CardSeen(text=_text(one)) for one in found)


def _text(row: Row) -> str:
    """Return what stands on the card: its text, or a record's first field."""
    return row.text if isinstance(row, Card) else str(getattr(row, specs(type(row))[0].name))
