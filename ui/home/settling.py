"""What follows once the list is seen: what its rows say, and how much they have to settle."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from crm_workshop.errors import WorkshopError
from crm_workshop.store.library import Store
from ui.home.lines import Row
from ui.home.model import ShelfModel, counts
from ui.home.shelf import Shelf


class Settling(QObject):
    """Counts for the running ones in sight, one by one: between two of them the window goes on.

    The checks come in with the first of them.
    """

    def __init__(
        self, store: Store, lines: ShelfModel, shelf: Shelf, today: Callable[[], date]
    ) -> None:
        super().__init__(shelf)
        self._store, self._lines, self._shelf, self._today = store, lines, shelf, today
        shelf.seen.connect(self._go_on)

    def count_all(self) -> None:
        """Count for all rows in sight at once, however long that takes."""
        while self._go_on():
            pass

    def _go_on(self) -> bool:
        """Do what comes next, and tell whether there was anything; the new picture asks again."""
        if self._lines.begin():
            return True
        for row, line in self._shelf.lines_in_sight():
            if isinstance(line, Row) and counts(line) and not self._lines.is_counted(line.entry.id):
                self._lines.set_settle(row, line.entry.id, self._count(line.entry.id))
                return True
        return False

    def _count(self, workshop_id: int) -> int | None:
        from crm_workshop.shelf.settling import to_settle

        try:
            return to_settle(self._store, workshop_id, self._today())
        except WorkshopError:
            return None
