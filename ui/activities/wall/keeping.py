"""What becomes of the words that are typed or pasted as cards, needs or items."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from crm_workshop.activities.cards import (
    add_card,
    delete_card,
    edit_card,
    paste_cards,
    reveal_card,
    set_author,
)
from crm_workshop.activities.paste import card_texts
from crm_workshop.activities.register import add_row, delete_row, set_field
from crm_workshop.errors import InputError
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store

_BY: Final = "console"


class Keeper(Protocol):
    """Keeps what is typed as rows of one record.

    `keep` lets row `row_id` say `text` (0: a new row; blank: takes it away) and returns its id or
    0; all that is typed within a minute under the same `merge` is one step. `paste` makes a row of
    each line. `reveal` shows them to the room where rows can be hidden from it.
    """

    @property
    def record(self) -> type[Row]:
        """The rows that are kept."""

    def keep(self, store: Store, row_id: int, text: str, *, merge: str, reveal: bool) -> int:
        """Let a row say a text."""

    def paste(self, store: Store, text: str, *, reveal: bool) -> None:
        """Make a row of each line of a text."""


@dataclass(frozen=True)
class CardKeeper:
    """Keeps the cards of one activity; they are hidden from the room until they are revealed.

    `author` tells who wrote what is kept, if anybody says so.
    """

    activity_id: int
    record: type[Row] = Card
    author: Callable[[], str] = str

    def keep(self, store: Store, row_id: int, text: str, *, merge: str, reveal: bool) -> int:
        """Let a card say a text."""
        activity = store.get(Activity, self.activity_id)
        key = f"capture:{self.activity_id}:{merge}"
        with store.step("Add card", activity.workshop_id, by=_BY, merge=key):
            if not text.strip():
                if row_id:
                    delete_card(store, row_id)
                return 0
            if row_id:
                edit_card(store, row_id, text)
                set_author(store, row_id, self.author())
            else:
                row_id = add_card(store, self.activity_id, text, self.author()).id
            if reveal:
                reveal_card(store, row_id)
            return row_id

    def paste(self, store: Store, text: str, *, reveal: bool) -> None:
        """Make a card of each line of a text."""
        paste_cards(store, self.activity_id, text, revealed=reveal, by=_BY)


#: The field that says what a row of a record is, where rows are sorted like cards.
WORDS: Final[dict[type[Row], str]] = {TechnologyNeed: "need", ReleaseItem: "item"}


@dataclass(frozen=True)
class RowKeeper:
    """Keeps needs or items, which the room sees as they stand."""

    workshop_id: int
    record: type[Row]

    def keep(self, store: Store, row_id: int, text: str, *, merge: str, reveal: bool) -> int:  # noqa: ARG002 (a row is never hidden)
        """Let a row say a text; there is nothing to reveal."""
        key = f"capture:{self.record.table}:{merge}"
        field = WORDS[self.record]
        with store.step(f"Add {field}", self.workshop_id, by=_BY, merge=key):
            if not text.strip():
                if row_id:
                    delete_row(store, self.record, row_id)
                return 0
            if row_id:
                set_field(store, self.record, row_id, field, text)
                return row_id
            return add_row(store, self.workshop_id, self.record, {field: text}).id

    def paste(self, store: Store, text: str, *, reveal: bool) -> None:  # noqa: ARG002 (a row is never hidden)
        """Make a row of each line of a text."""
        field, texts = WORDS[self.record], card_texts(text)
        if not texts:
            raise InputError("There are no words in what was pasted. Nothing was added.")
        with store.step(f"Paste {field}s", self.workshop_id, by=_BY):
            for one in texts:
                add_row(store, self.workshop_id, self.record, {field: one})
