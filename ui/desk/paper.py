"""How the charter leaves the house: saved in one of its forms, or printed."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QMenu, QWidget

from crm_workshop.charter.pdf import build_pdf
from crm_workshop.charter.share import charter_stem
from crm_workshop.model.choices import Paper
from crm_workshop.model.dossier import Dossier
from ui.background import Work
from ui.charter.pictures import page_sizes
from ui.charter.printing import Printing, paper_of
from ui.console.commands import Slots
from ui.desk.documents import FORMS, charter_now, document_of, notes_of
from ui.saving import Made, Saver, naming_box
from ui.session import Session

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


class PaperCommands(QObject):
    """Saves and prints the charter as its records have it when it is asked for.

    `told` carries how it goes, `failed` what went wrong.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget, session: Session, saver: Saver) -> None:
        super().__init__(window)
        self._window, self._session, self._saver = window, session, saver
        self._work: Work | None = None
        self._menu = QMenu(window)
        self._menu.setAccessibleName("Save as")
        for form in FORMS:
            action = self._menu.addAction(f"{form.text}…")
            action.triggered.connect(partial(self._save, FORMS.index(form)))

    def slots(self, below: QWidget) -> Slots:
        """Return what each action does, by its id; the forms open below a button."""
        return {"save": partial(self._offer, below), "print": self.ask_printer}

    def _offer(self, below: QWidget) -> None:
        """Offer the forms, the right ends of menu and button in one line."""
        right = below.mapToGlobal(below.rect().bottomRight())
        self._menu.popup(right - QPoint(self._menu.sizeHint().width(), -2))
        self._menu.setActiveAction(self._menu.actions()[0])

    def _save(self, number: int, *_: object) -> None:
        self._saver.save(document_of(self._session, FORMS[number]))

    def ask_printer(self) -> None:
        """Let the system's dialog ask for printer, pages and copies."""
        session = self._session
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(_SIZES[session.dossier.workshop.paper]))
        printer.setDocName(charter_stem(charter_now(session.dossier, session.today())))
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(partial(self.print, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print(self, printer: QPrinter) -> None:
        """Set the charter for the paper of a printer and hand it over."""
        session = self._session
        self.told.emit("Setting the charter…")
        make = partial(_for_paper, session.dossier, session.today(), paper_of(printer))
        self._work = Work(make)
        self._work.done.connect(partial(self._named, printer))
        self._work.failed.connect(self.failed)
        self._work.start()

    def _named(self, printer: QPrinter, made: Made) -> None:
        """Name what cannot be printed as typed, if there is any, before it is."""
        if not made.notes:
            self._hand_over(printer, made.content)
            return
        box = naming_box(self._window, "charter", made.notes, "Print it")
        box.accepted.connect(partial(self._hand_over, printer, made.content))
        box.rejected.connect(partial(self.told.emit, "Nothing was printed."))
        box.open()

    def _hand_over(self, printer: QPrinter, pdf: bytes) -> None:
        count = len(page_sizes(pdf))
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or count, count)
        printing = Printing(self._window, printer, pdf, range(first - 1, last))
        printing.told.connect(self.told)
        printing.failed.connect(self.failed)
        printing.start()


def _for_paper(dossier: Dossier, today: date, paper: Paper) -> Made:
    """Return the charter's PDF for a paper; runs in a thread of its own."""
    charter = charter_now(dossier, today, paper)
    return Made(build_pdf(charter), notes_of(charter))
