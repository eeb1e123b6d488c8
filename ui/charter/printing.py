"""A charter, or another PDF, on its way to a printer, page by page, as long as nobody stops it."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from crm_workshop.model.choices import Paper
from ui.background import Work
from ui.charter.pictures import picture_of

#: No printer shows more than this many dots an inch of what is printed here.
_FINEST = 300


def paper_of(printer: QPrinter) -> Paper:
    """Return the paper that a printer was told to take; what is neither is taken for A4."""
    letter = printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    return Paper.LETTER if letter else Paper.A4


class Printing(QObject):
    """Draws the pages of a PDF on a printer, one after another; the window goes on meanwhile.

    `told` carries how it ended, `failed` that the printer did not take it.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self, window: QWidget, printer: QPrinter, pdf: bytes, pages: range, what: str = "charter"
    ) -> None:
        super().__init__(window)
        self._what = what
        self._printer, self._pdf, self._left = printer, pdf, list(pages)
        self._painter = QPainter()
        self._scale = min(printer.resolution(), _FINEST) / 72
        self._count = len(self._left)
        self._progress = QProgressDialog(window)
        self._progress.setWindowTitle("Printing")
        self._progress.setLabelText("Handing the pages to the printer…")
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.setMaximum(self._count)
        self._progress.setAutoClose(False)
        self._progress.setMinimumDuration(400)
        self._work: Work | None = None

    def start(self) -> None:
        """Begin."""
        self._printer.setFullPage(True)
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        if self._painter.begin(self._printer):
            self._next()
        else:
            self._end()
            self.failed.emit(
                f"The printer did not take the {self._what}, so nothing was printed. Look whether "
                "it is on, or save a PDF and print that."
            )

    def _next(self) -> None:
        self._progress.setValue(self._count - len(self._left))
        if self._progress.wasCanceled():
            self._printer.abort()
            self._end()
            self.told.emit("Printing was stopped.")
        elif not self._left:
            self._end()
            pages = "1 page" if self._count == 1 else f"{self._count} pages"
            self.told.emit(f"Handed {pages} to {self._printer.printerName() or 'the file'}.")
        else:
            self._work = Work(partial(picture_of, self._pdf, self._left.pop(0), self._scale))
            self._work.done.connect(self._put)
            self._work.start()

    def _put(self, page: QImage) -> None:
        """Draw a page over the whole of its sheet."""
        sheet = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        self._painter.drawImage(sheet, page)
        if self._left and not self._progress.wasCanceled():
            self._printer.newPage()
        self._next()

    def _end(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._progress.close()
        self._progress.deleteLater()
        self.deleteLater()
