"""Setting and writing a charter away from the window's thread."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, Signal

from crm_workshop.charter.compose import compose
from crm_workshop.checks import check
from crm_workshop.errors import WorkshopError
from crm_workshop.files import write_whole
from crm_workshop.kit.load import kit_of
from crm_workshop.model.dossier import Dossier


class WritingSignals(QObject):
    """What the work tells: a sentence each."""

    done = Signal(str)
    failed = Signal(str)


class CharterWriting(QRunnable):
    """Composes the charter of a frozen dossier and writes it as a PDF."""

    def __init__(self, dossier: Dossier, path: Path) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = WritingSignals()
        self._dossier = dossier
        self._path = path

    def run(self) -> None:
        """Do the work; runs in a thread of the pool."""
        from crm_workshop.charter.pdf import build_pdf

        try:
            kit, today = kit_of(self._dossier.workshop), date.today()
            charter = compose(self._dossier, kit, check(self._dossier, kit, today), today=today)
            write_whole(self._path, build_pdf(charter))
        except WorkshopError as error:
            self.signals.failed.emit(str(error))
        else:
            self.signals.done.emit(f"Wrote {self._path.name}.")
