"""What the wall shows of the cards: their words, their quiet notes, their themes."""

from collections import Counter
from collections.abc import Mapping

from crm_workshop.activities.standing import survivor_of
from crm_workshop.model.capture import Card, Theme
from crm_workshop.model.dossier import Dossier
from ui.activities.wall.model import WallCard


def seen_cards(
    dossier: Dossier, standing: tuple[Card, ...], dots: Mapping[int, str]
) -> dict[int, WallCard]:
    """Return each card as it is shown, by its id; `dots` says what stands there of its dots.

    Of cards that are partly revealed, the hidden ones say so.
    """
    partly = any(one.revealed for one in standing)
    merged = Counter(
        survivor_of(dossier, one).id for one in dossier.all(Card) if one.merged_into_id is not None
    )
    seen = {}
    for card in standing:
        parts = (
            dots[card.id],
            f"+ {merged[card.id]} merged" if merged[card.id] else "",
            "hidden" if partly and not card.revealed else "",
        )
        note = " · ".join(one for one in parts if one)
        seen[card.id] = WallCard(card.id, card.text, note)
    return seen


def themes_of(
    dossier: Dossier, activity_id: int, standing: tuple[Card, ...], seen: Mapping[int, WallCard]
) -> tuple[tuple[int, str, tuple[WallCard, ...]], ...]:
    """Return the themes as (id, name, cards); first, as theme 0, the cards without one."""
    themes = dossier.of(Theme, activity_id)
    known = {one.id for one in themes}
    under: dict[int, list[WallCard]] = {0: [], **{one: [] for one in known}}
    for card in standing:
        theme_id = card.theme_id if card.theme_id in known else None
        under[theme_id or 0].append(seen[card.id])
    named = tuple((one.id, one.name, tuple(under[one.id])) for one in themes)
    return ((0, "", tuple(under[0])), *named)


def mode_text(standing: tuple[Card, ...], *, at_once: bool) -> str:
    """Return what the room sees of the cards and of new ones, in a few words."""
    hidden = sum(not one.revealed for one in standing)
    if at_once:
        return "New cards show at once"
    if standing and not hidden:
        return "All shown · new cards hidden until reveal"
    if hidden < len(standing):
        return f"{hidden} hidden from the room until reveal"
    return "Hidden from the room until reveal"
