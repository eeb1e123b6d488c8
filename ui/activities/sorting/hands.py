"""What is asked of needs and items that are sorted like cards, done to the workshop."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from crm_workshop.activities.cards import move_card
from crm_workshop.activities.register import delete_row, move_row, set_field
from crm_workshop.activities.sort import Sortable, put_in_bucket
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store
from ui.activities.dots import DotBar
from ui.activities.wall.keeping import WORDS
from ui.session import Session

_BY: Final = "console"


class RowHands:
    """Carries out what is asked of needs or items."""

    def __init__(
        self, session: Session, record: type[TechnologyNeed | ReleaseItem], dots: DotBar | None
    ) -> None:
        self._session = session
        self._record = record
        self._dots = dots

    def write(self, row_id: int, text: str) -> None:
        """Keep the words of a row; while there are none it keeps what it said."""
        if text.strip():
            session, field, place = self._session, WORDS[self._record], (self._record.table, row_id)
            failures = session.failures
            session.paid(place)
            session.do(set_field, session.store, self._record, row_id, field, text, by=_BY)
            if session.failures != failures:
                session.owe(place, text, partial(self.write, row_id, text))

    def ask(self, name: str, ids: tuple[int, ...]) -> None:
        """Do what was asked of the chosen rows."""
        if name == "delete":
            self._session.do(delete_rows, self._session.store, self._record, ids)
        elif self._dots is not None:
            self._dots.ask(name, ids[0])


def delete_rows(store: Store, record: type[Row], ids: Sequence[int]) -> None:
    """Delete rows as one step."""
    word = WORDS[record]
    name = f"Delete {word}s" if len(ids) > 1 else f"Delete {word}"
    with store.step(name, store.get(record, ids[0]).workshop_id, by=_BY):
        for row_id in ids:
            delete_row(store, record, row_id)


def sort_into(
    store: Store,
    activity_id: int,
    record: type[Sortable],
    ids: Sequence[int],
    value: str,
    behind: int | None = None,
) -> None:
    """Put rows into a bucket (empty value: out of theirs), there behind a row, or (0) first.

    Without `behind` they keep their place among all.
    """
    activity = store.get(Activity, activity_id)
    name = "Put in bucket" if value else "Take out of bucket"
    with store.step(name, activity.workshop_id, by=_BY):
        put_in_bucket(store, activity_id, list(ids), value)
        if behind is not None:
            place_behind(store, record, ids, behind)


def place_behind(store: Store, record: type[Sortable], ids: Sequence[int], behind: int) -> None:
    """Put rows, in their order, behind another, or (0) at the beginning.

    Cards of two activities keep the order of their activities.
    """
    name = "Move card" if record is Card else f"Move {WORDS[record]}"
    with store.step(name, store.get(record, ids[0]).workshop_id, by=_BY):
        for row_id in ids:
            if record is not Card:
                move_row(store, record, row_id, behind or None)
            elif not behind or _same_activity(store, row_id, behind):
                move_card(store, row_id, behind or None)
            behind = row_id


def _same_activity(store: Store, card_id: int, other_id: int) -> bool:
    return store.get(Card, card_id).activity_id == store.get(Card, other_id).activity_id
