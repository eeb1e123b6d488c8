"""Workshops that leave the library as files: saved, dragged out by hand, set as a charter."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, Qt, QTemporaryDir, QThreadPool, QUrl, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QFileDialog, QWidget

from crm_workshop.errors import WorkshopError
from crm_workshop.shelf.entries import Entry
from crm_workshop.store.library import Store

if TYPE_CHECKING:
    from ui.charter.writing import CharterWriting

#: As long as a file's name may be without its ending.
_LONGEST: Final = 80


class Files(QObject):
    """Writes files for a window; `told` says which was written, `failed` why one was not."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, store: Store, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._window = store, window
        self._writing: CharterWriting | None = None
        self._dragged: QTemporaryDir | None = None

    def ask_for_workshops(self) -> list[Path]:
        """Return the exchange files that are chosen to be brought in."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Bring in a workshop", str(Path.home()), "Workshops (*.json)"
        )
        return [Path(name) for name in names]

    def ask_and_export(self, entry: Entry) -> None:
        """Ask where to, and write a workshop as an exchange file."""
        suggested = str(Path.home() / f"{stem_of(entry)}.json")
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save the workshop", suggested, "Workshops (*.json)"
        )
        if name:
            self.export(entry, Path(name))

    def export(self, entry: Entry, path: Path) -> bool:
        """Write a workshop as an exchange file, and tell whether that was done."""
        from crm_workshop.exchange import dump
        from crm_workshop.files import write_whole

        try:
            write_whole(path, dump(self._store.load(entry.id)))
        except WorkshopError as error:
            self.failed.emit(str(error))
            return False
        self.told.emit(f"Wrote {path.name}.")
        return True

    def taken_out(self, entry: Entry) -> QMimeData | None:
        """Return what a hand takes out of the window: the workshop's exchange file.

        It stands in a folder that goes with the program, for as long as whoever it is dropped on
        may want to read it. None if it could not be written.
        """
        self._dragged = self._dragged or QTemporaryDir()
        path = Path(self._dragged.path()) / f"{stem_of(entry)}.json"
        if not self.export(entry, path):
            return None
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        return mime

    def drag(self, entry: Entry) -> None:
        """Let a workshop be dropped anywhere as a file."""
        mime = self.taken_out(entry)
        if mime is not None:
            drag = QDrag(self._window)
            drag.setMimeData(mime)
            drag.exec(Qt.DropAction.CopyAction)

    # The charter

    def ask_and_save_charter(self, entry: Entry) -> None:
        """Ask where to, and write a workshop's charter as it stands."""
        suggested = str(Path.home() / f"{stem_of(entry)} charter.pdf")
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save the charter", suggested, "PDF (*.pdf)"
        )
        if name:
            self.save_charter(entry, Path(name))

    def save_charter(self, entry: Entry, path: Path) -> "CharterWriting":
        """Set the charter and write it in the background; return the work for who waits."""
        from ui.charter.writing import CharterWriting

        writing = CharterWriting(self._store.load(entry.id), path)
        writing.signals.done.connect(self._charter_done)
        writing.signals.failed.connect(self._charter_failed)
        self._writing = writing
        self.told.emit("Setting the charter…")
        QThreadPool.globalInstance().start(writing)
        return writing

    @property
    def is_writing(self) -> bool:
        """Whether a charter is being written."""
        return self._writing is not None

    def _charter_done(self, sentence: str) -> None:
        self._writing = None
        self.told.emit(sentence)

    def _charter_failed(self, sentence: str) -> None:
        self._charter_done("")
        self.failed.emit(sentence)


def stem_of(entry: Entry) -> str:
    """Return what a workshop's file is called on every system, without its ending."""
    kept = "".join(one if one.isalnum() or one in " -&" else " " for one in entry.firm)
    firm = " ".join(kept.split())[:_LONGEST].rstrip() or "CRM"
    return f"{firm} {entry.held_on.isoformat()}" if entry.held_on else firm


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the files that a hand brings; what is no file of this computer is left out."""
    return [Path(one.toLocalFile()) for one in mime.urls() if one.isLocalFile()]
