"""Keeping something as a file: asked where, made and written in the background, whole or not.

One way for all: a page emits `save_requested` with a `Document`; its window's `Saver` does the
rest, and what it tells is shown by the page (`Page.tell`) or, if it went wrong, by the window.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from crm_workshop.files import file_stem, write_whole
from ui.background import Work
from ui.memory import Key, remember, remembered
from ui.widgets.text import set_look

PDF: Final = "PDF (*.pdf)"

#: So many sentences are told of what cannot be printed as typed.
_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Made:
    """A file's content, and a sentence for each text that cannot stand in it as it was typed."""

    content: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Something to keep as a file: `what` it is (“run sheet”), and the name that is proposed.

    `make` is called in a thread of its own, so it holds only what nobody changes; `kind` is the
    filter of the file dialog.
    """

    what: str
    name: str
    make: Callable[[], Made]
    kind: str = PDF


class Saver(QObject):
    """Asks where a document is to be kept, in the folder of the last one, and writes it there.

    `told` carries a sentence of how it goes, `failed` one of what went wrong, `written` the path.
    """

    told = Signal(str)
    failed = Signal(str)
    written = Signal(object)

    def __init__(self, window: QWidget, settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    def save(self, document: Document) -> None:
        """Ask where; the rest follows by itself."""
        dialog = QFileDialog(self._window, f"Save the {document.what}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(document.kind)
        dialog.setDefaultSuffix(Path(document.name).suffix)
        folder = Path(remembered(self._settings, Key.FOLDER) or Path.home())
        dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
        dialog.selectFile(document.name)
        dialog.fileSelected.connect(partial(self.write, document))
        dialog.open()

    def write(self, document: Document, path: str) -> None:
        """Make a document and write it to a path; its folder is proposed from now on."""
        remember(self._settings, Key.FOLDER, str(Path(path).parent))
        self.told.emit(f"Making the {document.what}…")
        _Writing(self, self._window, document, Path(path)).start()


class _Writing(QObject):
    """The way of one document to its file."""

    def __init__(self, saver: Saver, window: QWidget, document: Document, path: Path) -> None:
        super().__init__(saver)
        self._saver, self._window, self._path = saver, window, path
        self._document = document
        self._content = b""
        self._work = Work(partial(_make, document, path))

    def start(self) -> None:
        """Make it, and write it at once if all of it can be printed."""
        self._work.done.connect(self._made)
        self._work.failed.connect(self._failed)
        self._work.start()

    def _made(self, made: Made) -> None:
        self._content = made.content
        if made.notes:
            self._ask(made.notes)
        else:
            self._written()

    def _ask(self, notes: tuple[str, ...]) -> None:
        """Name what cannot be printed as typed, before anything is written."""
        box = naming_box(self._window, self._document.what, notes, "Write it")
        box.accepted.connect(self._write)
        box.rejected.connect(self._leave)
        box.open()

    def _write(self) -> None:
        self._work = Work(partial(write_whole, self._path, self._content))
        self._work.done.connect(self._written)
        self._work.failed.connect(self._failed)
        self._work.start()

    def _written(self) -> None:
        self._saver.told.emit(f"Wrote {self._path.name} in {self._path.parent}.")
        self._saver.written.emit(self._path)
        self.deleteLater()

    def _leave(self) -> None:
        self._saver.told.emit(f"{self._path.name} was not written.")
        self.deleteLater()

    def _failed(self, sentence: str) -> None:
        self._saver.told.emit("")
        self._saver.failed.emit(sentence)
        self.deleteLater()


def _make(document: Document, path: Path) -> Made:
    made = document.make()
    if not made.notes:
        write_whole(path, made.content)
    return made


def file_name(firm: str, what: str, suffix: str = ".pdf") -> str:
    """Return a name for a file of a firm that every system takes: “Alder & Finch run sheet.pdf”."""
    return file_stem(firm, what) + suffix


def naming_box(window: QWidget, what: str, notes: tuple[str, ...], verb: str) -> QMessageBox:
    """Return a question that names what cannot be printed as typed, before it is done.

    `verb` is what is done with it, such as “Print it”.
    """
    more = len(notes) - _NAMED
    said = [*notes[:_NAMED], *([f"And {more} more like these."] if more > 0 else [])]
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(f"The {what}")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText("The printed page has no letters for some of what was typed.")
    box.setInformativeText("\n\n".join(said))
    take = box.addButton(f"{verb} all the same", QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(f"Do not {verb[:1].lower()}{verb[1:]}", QMessageBox.ButtonRole.RejectRole)
    set_look(take, "primary")
    box.setDefaultButton(take)
    box.setEscapeButton(leave)
    return box
