"""Silent cards: writing, revealing, theming, merging (nominal group technique).

A card is hidden from the room until it is revealed. Nothing here deletes what somebody wrote, but
`delete_card`.
"""

from collections.abc import Sequence

from crm_workshop.activities.paste import card_texts
from crm_workshop.activities.shared import known_name, own_row, some_text
from crm_workshop.activities.standing import survivor_of
from crm_workshop.activities.typed import single_line
from crm_workshop.errors import InputError, RuleError
from crm_workshop.model.capture import Card, ParkedItem, Theme
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store
from crm_workshop.text import one_line

_EMPTY = "There is nothing on this card yet."


# Writing


def add_card(
    store: Store,
    activity_id: int,
    text: str,
    author: str = "",
    *,
    revealed: bool = False,
    by: str = "",
) -> Card:
    """Add a card behind the others, hidden unless `revealed`; raises `InputError` if blank."""
    activity = store.get(Activity, activity_id)
    card = Card(
        workshop_id=activity.workshop_id,
        activity_id=activity_id,
        text=one_line(some_text(text, _EMPTY)),
        author=known_name(store, activity.workshop_id, author),
        revealed=revealed,
    )
    with store.step("Add card", activity.workshop_id, by=by) as pen:
        return pen.insert(card)


def paste_cards(
    store: Store,
    activity_id: int,
    text: str,
    author: str = "",
    *,
    revealed: bool = False,
    by: str = "",
) -> tuple[Card, ...]:
    """Add a card for each line, bullet, number or cell of `text`, as one step.

    They are hidden unless `revealed`. Raises `InputError` if there is nothing to read in it.
    """
    activity = store.get(Activity, activity_id)
    texts = card_texts(text)
    if not texts:
        raise InputError("There are no words in what was pasted. No card was added.")
    with store.step("Paste cards", activity.workshop_id, by=by):
        return tuple(add_card(store, activity_id, one, author, revealed=revealed) for one in texts)


def edit_card(store: Store, card_id: int, text: str, *, by: str = "") -> Card:
    """Change a card's words; typing within a minute is one step."""
    card = store.get(Card, card_id)
    some_text(text, _EMPTY)
    merge = f"card:{card_id}:text"
    with store.step("Edit card", card.workshop_id, by=by, merge=merge) as pen:
        return pen.update(card, text=single_line(text))


def set_author(store: Store, card_id: int, author: str, *, by: str = "") -> Card:
    """Say who wrote a card; the room is never told."""
    card = store.get(Card, card_id)
    name = known_name(store, card.workshop_id, author)
    merge = f"card:{card_id}:author"
    with store.step("Name who wrote a card", card.workshop_id, by=by, merge=merge) as pen:
        return pen.update(card, author=name)


def move_card(store: Store, card_id: int, after_id: int | None, *, by: str = "") -> Card:
    """Put a card behind another of its activity, or first."""
    card = store.get(Card, card_id)
    among = store.find(Card, card.workshop_id, activity_id=card.activity_id)
    after = None
    if after_id is not None:
        after = store.get(Card, after_id)
        if after.activity_id != card.activity_id:
            raise RuleError("These two cards are from different activities; they stay in place.")
    with store.step("Move card", card.workshop_id, by=by) as pen:
        return pen.place(card, after=after, among=among)


def delete_card(store: Store, card_id: int, *, by: str = "") -> None:
    """Delete a card with its dots; cards that were merged into it stand for themselves again."""
    card = store.get(Card, card_id)
    with store.step("Delete card", card.workshop_id, by=by) as pen:
        pen.delete(card)


# Revealing


def reveal_card(store: Store, card_id: int, revealed: bool = True, *, by: str = "") -> Card:
    """Show one card to the room, or hide it again."""
    card = store.get(Card, card_id)
    with store.step("Reveal card" if revealed else "Hide card", card.workshop_id, by=by) as pen:
        return pen.update(card, revealed=revealed)


def reveal_all(store: Store, activity_id: int, revealed: bool = True, *, by: str = "") -> None:
    """Show all cards of an activity to the room, or hide them again."""
    activity = store.get(Activity, activity_id)
    name = "Reveal cards" if revealed else "Hide cards"
    with store.step(name, activity.workshop_id, by=by) as pen:
        for card in store.find(Card, activity.workshop_id, activity_id=activity_id):
            pen.update(card, revealed=revealed)


# Themes


def add_theme(store: Store, activity_id: int, name: str, *, by: str = "") -> Theme:
    """Add a heading for cards that belong together; raises `InputError` if it is blank."""
    activity = store.get(Activity, activity_id)
    some_text(name, "A theme needs a name.")
    theme = Theme(workshop_id=activity.workshop_id, activity_id=activity_id, name=one_line(name))
    with store.step("Add theme", activity.workshop_id, by=by) as pen:
        return pen.insert(theme)


def rename_theme(store: Store, theme_id: int, name: str, *, by: str = "") -> Theme:
    """Change a theme's name; typing within a minute is one step."""
    theme = store.get(Theme, theme_id)
    some_text(name, "A theme needs a name.")
    merge = f"theme:{theme_id}:name"
    with store.step("Rename theme", theme.workshop_id, by=by, merge=merge) as pen:
        return pen.update(theme, name=single_line(name))


def move_theme(store: Store, theme_id: int, after_id: int | None, *, by: str = "") -> Theme:
    """Put a theme behind another, or first."""
    theme = store.get(Theme, theme_id)
    after = None if after_id is None else store.get(Theme, after_id)
    if after is not None:
        own_row(after, theme.workshop_id, "theme")
    among = store.all(Theme, theme.workshop_id)
    with store.step("Move theme", theme.workshop_id, by=by) as pen:
        return pen.place(theme, after=after, among=among)


def delete_theme(store: Store, theme_id: int, *, by: str = "") -> None:
    """Delete a theme; its cards stay, without a theme."""
    theme = store.get(Theme, theme_id)
    with store.step("Delete theme", theme.workshop_id, by=by) as pen:
        pen.delete(theme)


def put_in_theme(
    store: Store, card_ids: Sequence[int], theme_id: int | None, *, by: str = ""
) -> None:
    """Put cards into a theme, or (None) take them out of theirs."""
    cards = [store.get(Card, card_id) for card_id in card_ids]
    theme = None if theme_id is None else store.get(Theme, theme_id)
    name = "Put in theme" if theme else "Take out of theme"
    for workshop_id in {card.workshop_id for card in cards}:
        if theme is not None:
            own_row(theme, workshop_id, "theme")
        with store.step(name, workshop_id, by=by) as pen:
            for card in cards:
                pen.update(card, theme_id=theme_id)


# Merging and parking


def merge_cards(store: Store, card_id: int, merged_ids: Sequence[int], *, by: str = "") -> Card:
    """Let one card speak for others, and return it; all keep their own words and dots.

    Raises `RuleError` if a card would speak for itself.
    """
    dossier = store.load(store.get(Card, card_id).workshop_id)
    survivor = survivor_of(dossier, store.get(Card, card_id))
    cards = [store.get(Card, merged_id) for merged_id in merged_ids]
    for card in cards:
        own_row(card, survivor.workshop_id, "card")
        if card.id == survivor.id:
            raise RuleError("A card cannot be merged into itself. Choose two different cards.")
    with store.step("Merge cards", survivor.workshop_id, by=by) as pen:
        for card in cards:
            pen.update(card, merged_into_id=survivor.id)
    return survivor


def unmerge_card(store: Store, card_id: int, *, by: str = "") -> Card:
    """Let a card that was merged into another speak for itself again."""
    card = store.get(Card, card_id)
    with store.step("Unmerge card", card.workshop_id, by=by) as pen:
        return pen.update(card, merged_into_id=None)


def park_card(store: Store, card_id: int, *, by: str = "") -> ParkedItem:
    """Put a card on the parking list; it stays with its activity, marked as parked.

    The list does not say who wrote it. Raises `RuleError` if it is parked already.
    """
    card = store.get(Card, card_id)
    if card.parked:
        raise RuleError("This card is on the parking list already.")
    item = ParkedItem(workshop_id=card.workshop_id, activity_id=card.activity_id, text=card.text)
    with store.step("Park card", card.workshop_id, by=by) as pen:
        pen.update(card, parked=True)
        return pen.insert(item)


def unpark_card(store: Store, card_id: int, *, by: str = "") -> Card:
    """Take a card back from the parking list, unless it has been sent somewhere from there."""
    card = store.get(Card, card_id)
    activity_id, workshop_id = card.activity_id, card.workshop_id
    same = {"activity_id": activity_id, "text": card.text, "goes_to": None}
    with store.step("Take card back", workshop_id, by=by) as pen:
        for item in store.find(ParkedItem, workshop_id, **same)[:1]:
            pen.delete(item)
        return pen.update(card, parked=False)
