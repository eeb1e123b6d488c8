"""How much each running workshop has to settle, counted once the list is there to be read."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from crm_workshop.errors import WorkshopError
from crm_workshop.store.library import Store
from ui.home.lines import Row
from ui.home.model import ShelfModel, counts
from ui.home.shelf import Shelf


class Settling(QObject):
    """Counts for the rows in sight, one at a time: between two of them the window goes on.

    The checks come in with the first of them.
    """

    def __init__(
        self, store: Store, lines: ShelfModel, shelf: Shelf, today: Callable[[], date]
    ) -> None:
        super().__init__(shelf)
        self._store, self._lines, self._shelf, self._today = store, lines, shelf, today
        shelf.seen.connect(self._count_next)

    def count_all(self) -> None:
        """Count for all rows in sight at once, however long that takes."""
        while self._count_next():
            pass

    def _count_next(self) -> bool:
        """Count for one row, whose new picture asks for the next; tell whether there was one."""
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
