"""What the walls ask for, done to the workshop."""

from functools import partial
from typing import Any, Final

from crm_workshop.activities import cards as operations
from ui.activities.dots import DotBar
from ui.activities.unfinished import Unfinished
from ui.activities.wall.steps import REQUESTS, place_cards, put_cards
from ui.session import Session

_BY: Final = "console"


class WallHands:
    """Carries out what is asked of cards; `dots` is where whoever votes now is chosen."""

    def __init__(self, session: Session, dots: DotBar | None) -> None:
        self._session = session
        self._dots = dots

    def do(self, operation: Any, *arguments: Any) -> None:
        """Run one of the operations for the console."""
        self._session.do(operation, self._session.store, *arguments, by=_BY)

    def write(self, card_id: int, text: str) -> None:
        """Keep the words of a card; while there are none it keeps what it said."""
        if text.strip():
            self._keep(("card", card_id), operations.edit_card, card_id, text)

    def add_theme(self, activity_id: int, kept: Unfinished, name: str) -> None:
        """Begin a theme; the field for its name is then empty."""
        do, store = self._session.do, self._session.store
        if do(operations.add_theme, store, activity_id, name, by=_BY) is not None:
            kept.empty()

    def rename(self, theme_id: int, name: str) -> None:
        """Keep the name of a theme."""
        self._keep(("theme", theme_id), operations.rename_theme, theme_id, name)

    def _keep(self, place: tuple[str, int], operation: Any, row_id: int, text: str) -> None:
        """Write a text, again later if the file cannot be written now."""
        failures = self._session.failures
        self._session.paid(place)
        self.do(operation, row_id, text)
        if self._session.failures != failures:
            again = partial(self._keep, place, operation, row_id, text)
            self._session.owe(place, text, again)

    def ask(self, name: str, ids: tuple[int, ...]) -> None:
        """Do what was asked of the chosen cards, as one step."""
        if name in REQUESTS:
            self._session.do(REQUESTS[name], self._session.store, ids)
        elif self._dots is not None:
            self._dots.ask(name, ids[0])

    def move(self, order: tuple[int, ...], card_id: int, places: int) -> None:
        """Move a card by so many places in an order, as far as there is room."""
        at = order.index(card_id)
        to = max(0, min(at + places, len(order) - 1))
        if to == at:
            return
        others = [one for one in order if one != card_id]
        self.do(operations.move_card, card_id, others[to - 1] if to else None)

    def drop(self, ids: tuple[int, ...], behind: int) -> None:
        """Put cards behind another, or (0) at the beginning."""
        self._session.do(place_cards, self._session.store, ids, behind)

    def put(self, ids: tuple[int, ...], theme_id: int, behind: int) -> None:
        """Put cards into a theme (0: into none), behind a card of it."""
        self._session.do(put_cards, self._session.store, ids, theme_id, behind)
