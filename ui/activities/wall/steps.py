"""What is asked of several cards at once, each as one step of undo."""

from typing import Final

from crm_workshop.activities import cards as operations
from crm_workshop.activities.standing import merged_cards
from crm_workshop.model.capture import Card
from crm_workshop.store.library import Store

_BY: Final = "console"


def place_cards(store: Store, ids: tuple[int, ...], behind: int) -> None:
    """Put cards, in their order, behind a card, or (0) at the beginning."""
    workshop_id = store.get(Card, ids[0]).workshop_id
    with store.step("Move cards" if len(ids) > 1 else "Move card", workshop_id, by=_BY):
        for card_id in ids:
            operations.move_card(store, card_id, behind or None)
            behind = card_id


def put_cards(store: Store, ids: tuple[int, ...], theme_id: int, behind: int) -> None:
    """Put cards into a theme (0: into none), behind a card of it; 0 leaves the wall's order."""
    workshop_id = store.get(Card, ids[0]).workshop_id
    name = "Put in theme" if theme_id else "Take out of theme"
    with store.step(name, workshop_id, by=_BY):
        operations.put_in_theme(store, ids, theme_id or None)
        if behind:
            place_cards(store, ids, behind)


def reveal_or_hide(store: Store, ids: tuple[int, ...]) -> None:
    """Show the cards to the room; if it sees them all, hide them."""
    cards = [store.get(Card, one) for one in ids]
    hidden = [one for one in cards if not one.revealed]
    name = "Reveal cards" if hidden else "Hide cards"
    with store.step(name, cards[0].workshop_id, by=_BY):
        for card in hidden or cards:
            operations.reveal_card(store, card.id, bool(hidden))


def merge(store: Store, ids: tuple[int, ...]) -> None:
    """Let the first card speak for the others."""
    if len(ids) > 1:
        operations.merge_cards(store, ids[0], ids[1:], by=_BY)


def unmerge(store: Store, ids: tuple[int, ...]) -> None:
    """Let the cards that were merged into the first one speak for themselves."""
    card = store.get(Card, ids[0])
    merged = merged_cards(store.load(card.workshop_id), card)
    with store.step("Unmerge cards", card.workshop_id, by=_BY):
        for one in merged:
            operations.unmerge_card(store, one.id)


def park(store: Store, ids: tuple[int, ...]) -> None:
    """Put the cards on the parking list."""
    with store.step("Park cards", store.get(Card, ids[0]).workshop_id, by=_BY):
        for card_id in ids:
            operations.park_card(store, card_id)


def delete(store: Store, ids: tuple[int, ...]) -> None:
    """Delete the cards with their dots."""
    name = "Delete cards" if len(ids) > 1 else "Delete card"
    with store.step(name, store.get(Card, ids[0]).workshop_id, by=_BY):
        for card_id in ids:
            operations.delete_card(store, card_id)


#: What can be asked of the chosen cards, by the names that the wall uses.
REQUESTS: Final = {
    "reveal": reveal_or_hide,
    "merge": merge,
    "unmerge": unmerge,
    "park": park,
    "delete": delete,
}
