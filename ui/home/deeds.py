"""What is done with whole workshops: made, brought in, repeated, put away, deleted."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from crm_workshop.errors import WorkshopError
from crm_workshop.shelf.entries import Entry, Section, entries
from crm_workshop.store.library import Store

P = ParamSpec("P")
T = TypeVar("T")

_BY: Final = "home"


class Deeds(QObject):
    """Runs operations on the library; what is slow to bring in comes with its first use.

    `told` carries what was done, `failed` the sentence of an error the user can act on, `made` the
    id of a workshop that is there from now on. What is open in a window of its own is not deleted,
    and nothing is taken back over its head.
    """

    told = Signal(str)
    failed = Signal(str)
    made = Signal(int)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._open_now: Callable[[], frozenset[int]] = frozenset
        self._begin_with: Callable[[], dict[str, str]] = dict

    def spare(self, open_now: Callable[[], frozenset[int]]) -> None:
        """Leave alone the workshops that are open; `open_now` returns them."""
        self._open_now = open_now

    def begin_with(self, fields: Callable[[], dict[str, str]]) -> None:
        """Give each new workshop the fields that `fields` returns when it is made."""
        self._begin_with = fields

    def _do(self, operation: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T | None:
        try:
            return operation(*arguments, **named)
        except WorkshopError as error:
            self.failed.emit(str(error))
            return None

    def make(self, firm: str) -> int:
        """Make a workshop for a firm; return its id, 0 if that cannot be."""
        from crm_workshop.activities.workshops import create_workshop

        made = self._do(create_workshop, self._store, firm, by=_BY, **self._begin_with())
        return made.id if made else 0

    def bring_in_samples(self) -> None:
        """Add the sample workshops; those that are there already are only gone to."""
        from crm_workshop.exchange import import_workshop
        from crm_workshop.exchange.samples import samples

        there = {one.firm: one.id for one in entries(self._store)}
        first, brought = 0, 0
        for sample in samples():
            number = there.get(sample.title.partition(":")[0], 0)
            if not number:
                number = self._do(import_workshop, self._store, sample.data, by=_BY) or 0
                brought += bool(number)
            first = first or number
        if first:
            self.made.emit(first)
            self.told.emit(
                "The samples are here; they are yours to change."
                if brought
                else "The samples are here already."
            )

    def bring_in(self, files: Sequence[Path]) -> None:
        """Add the workshops of exchange files, each as a new one."""
        from crm_workshop.cli.paths import read_bytes
        from crm_workshop.exchange import import_workshop

        brought, wrong = list[int](), list[str]()
        for file in files:
            try:
                brought.append(import_workshop(self._store, read_bytes(file), by=_BY))
            except WorkshopError as error:
                wrong.append(f"{file.name}: {error}")
        if wrong:
            self.failed.emit("\n".join(wrong))
        if brought:
            self.made.emit(brought[-1])
            many = "it" if len(brought) == 1 else f"{len(brought)} workshops"
            self.told.emit(f"Brought {many} in.")

    def prepare_again(self, entry: Entry) -> None:
        """Prepare a firm's next attempt: its people, words and lessons, nothing else."""
        from crm_workshop.activities.workshops import duplicate_as_new_attempt

        made = self._do(duplicate_as_new_attempt, self._store, entry.id, by=_BY)
        if made is not None:
            self.made.emit(made.id)
            self.told.emit(
                f"The next attempt of {made.firm} has its people, words and lessons. It needs a "
                "date."
            )

    def archive(self, entry: Entry) -> None:
        """Put a workshop away, or take it out again."""
        from crm_workshop.activities.workshops import archive_workshop

        archived = entry.section is not Section.ARCHIVED
        if self._do(archive_workshop, self._store, entry.id, archived, by=_BY):
            where = "in the archive" if archived else "out of the archive"
            self.told.emit(f"{entry.firm} is {where}.")

    def delete(self, entry: Entry) -> None:
        """Delete a workshop; undo brings it back."""
        if entry.id in self._open_now():
            self.failed.emit(
                f"{entry.firm} is open in another window. Close that first; nothing was deleted."
            )
            return
        if self._do(self._delete, entry):
            self.told.emit(f"Deleted {entry.firm} with all it holds.")

    def _delete(self, entry: Entry) -> bool:
        from crm_workshop.activities.workshops import delete_workshop

        delete_workshop(self._store, entry.id, by=_BY)
        return True

    def undo(self) -> None:
        """Take the library's last step back."""
        self._replay(self._store.undo, "Undone")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._replay(self._store.redo, "Redone")

    def _replay(self, replay: Callable[..., str | None], said: str) -> None:
        if self._open_now():
            self.failed.emit(
                "A workshop is open in another window. Close that first; nothing was taken back."
            )
            return
        name = self._do(replay, None, by=_BY)
        if name:
            self.told.emit(f"{said}: {name}.")
