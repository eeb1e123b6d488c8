"""A page to try out on paper: as a file, and on a printer."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from crm_workshop.charter.document import Bullets, Paragraph, Quote
from crm_workshop.handouts.document import Handout, Part, Ticks
from crm_workshop.model.choices import Paper
from ui.background import Work
from ui.charter.printing import Printing
from ui.saving import Document, Made, file_name
from ui.session import Session

_SIZES: Final = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}

_LOOK_AT: Final = (
    "Nothing is cut off at any edge.",
    "The letters are as sharp as in a book: ä ö ü é ł ß – “ ” €.",
    "The line at the left of the quotation has its colour, or a grey that can be told from black.",
)


def trial_page(session: Session) -> Document:
    """Return the page for the workshop's own paper, to be kept as a file."""
    workshop = session.dossier.workshop
    make = partial(_made, workshop.firm, workshop.paper, workshop.locale.value)
    return Document("test page", file_name(workshop.firm, "test page"), make)


def _made(firm: str, paper: Paper, locale: str) -> Made:
    """Set the page; runs in a thread of its own."""
    from crm_workshop.handouts.drawable import undrawable
    from crm_workshop.handouts.pdf import handout_pdf

    blocks = (
        Paragraph(f"Made for {paper.label}. If this can be read, the charter can be printed here."),
        Quote("This is how the words that are signed will look."),
        Ticks(_LOOK_AT),
        Bullets(("Sign here with the pen that will be used:", " "), "On the day"),
    )
    handout = Handout(
        title="Test page",
        firm=firm,
        foot=paper.label,
        paper=paper,
        language=locale.replace("_", "-"),
        parts=(Part("test", "Test page", blocks, kicker="Before the day"),),
    )
    return Made(handout_pdf(handout), tuple(one.sentence for one in undrawable(handout)))


class TrialPrinting(QObject):
    """Asks for a printer by the system's dialog and hands it the page; tells how it went."""

    told = Signal(str)

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(page)
        self._page, self._session = page, session
        self._work: Work | None = None

    def ask_printer(self) -> None:
        """Let the system's dialog ask for the printer."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(_SIZES[self._session.dossier.workshop.paper]))
        printer.setDocName("Test page")
        dialog = QPrintDialog(printer, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self.print, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print(self, printer: QPrinter) -> None:
        """Set the page and hand it to a printer."""
        self._work = Work(trial_page(self._session).make)
        self._work.done.connect(partial(self._hand_over, printer))
        self._work.failed.connect(self.told)
        self._work.start()

    def _hand_over(self, printer: QPrinter, made: Made) -> None:
        printing = Printing(self._page.window(), printer, made.content, range(1), "test page")
        printing.told.connect(self.told)
        printing.failed.connect(self.told)
        printing.start()
