"""The copies of the library: how many there are, where, and another one now."""

from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from crm_workshop.errors import LibraryError
from crm_workshop.store.backup import back_up_beside, default_folder
from crm_workshop.store.connection import connect
from ui.background import Work
from ui.widgets.announcing import announce
from ui.widgets.bare import Bare
from ui.widgets.text import button, label

_WHEN = (
    "A checked copy of the whole library is made by itself before a newer version of the program "
    "changes the file, and here whenever you ask for one. Copies are never deleted."
)


class Backups(Bare):
    """Says what copies there are, and makes one; `failed` carries what went wrong."""

    failed = Signal(str)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._library, self._folder = library, default_folder(library)
        self._said, self._told = label("second"), label("ok")
        self._make, self._show = button("&Back up now"), button("&Show the folder")
        self._work: Work | None = None
        self._make.clicked.connect(self.back_up)
        self._show.clicked.connect(self._open_folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for part in (self._make, self._show):
            buttons.addWidget(part)
        buttons.addWidget(self._told, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for text in (label("second", _WHEN), self._said):
            layout.addWidget(text)
        layout.addLayout(buttons)

    def refresh(self) -> None:
        """Count the copies that there are now."""
        copies = sorted(self._folder.glob(f"*{self._library.suffix}"))
        count = "1 copy" if len(copies) == 1 else f"{len(copies)} copies"
        latest = f", the latest {copies[-1].name}" if copies else ""
        self._said.setText(f"{count} in {self._folder}{latest}.")
        self._make.setEnabled(self._library.is_file() and self._work is None)
        self._show.setEnabled(self._folder.is_dir())

    def back_up(self) -> None:
        """Make a checked copy in the background."""
        self._work = Work(partial(_copy, self._library))
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._tell("Copying and checking…")
        self._work.start()
        self.refresh()

    def _done(self, made: Path) -> None:
        self._work = None
        self._tell(f"Made {made.name}.")
        self.refresh()

    def _failed(self, sentence: str) -> None:
        self._work = None
        self._tell("")
        self.refresh()
        self.failed.emit(sentence)

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        if sentence:
            announce(self, sentence)

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.failed.emit(
                f"The system shows no folders from here. The copies are in {self._folder}."
            )


def _copy(library: Path) -> Path:
    """Copy the library as it is in its file; runs in a thread of its own, beside who writes."""
    if not library.is_file():
        raise LibraryError(f"{library} is no longer there, so it could not be copied.")
    with closing(connect(library, read_only=True)) as conn:
        return back_up_beside(conn, library)
