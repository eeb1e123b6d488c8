"""Which clause of the charter is chosen, whatever is set anew."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from crm_workshop.charter.pdf import Clause


class ChosenClause(QObject):
    """The clauses in reading order, and the one that is asked about; `changed` carries it or None.

    A clause is the same one as long as it comes from the same records.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: tuple[Clause, ...] = ()
        self.clause: Clause | None = None

    def put(self, clauses: Sequence[Clause]) -> None:
        """Take the clauses of a charter that was set anew; the one that is gone is left."""
        self.all = tuple(clauses)
        before = self.clause
        if before is not None:
            same = [one for one in self.all if one.origins == before.origins]
            near = [one for one in same if one.page == before.page]
            self.choose(next(iter(near or same), None))

    def choose(self, clause: Clause | None) -> None:
        """Ask about a clause, or about none."""
        if clause != self.clause:
            self.clause = clause
            self.changed.emit(clause)

    def go_on(self, way: int, first: Clause | None) -> None:
        """Choose the next clause, or the one before, round and round; without one, `first`."""
        if self.clause in self.all:
            self.choose(self.all[(self.all.index(self.clause) + way) % len(self.all)])
        else:
            self.choose(first)
