"""The charter leaves the house: saved in its forms, handed to a printer page by page."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import COMPLETE, CONTROL
from tests.ui.desk.conftest import Opener, charter_page
from ui.charter.pictures import page_sizes
from ui.charter.printing import Printing
from ui.desk.documents import FORMS
from ui.desk.paper import PaperCommands
from ui.desk.window import CharterDesk


@pytest.fixture
def window(desk: Opener) -> CharterDesk:
    return desk(COMPLETE)


def forms(window: CharterDesk) -> QMenu:
    """Open the forms by their key."""
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    (menu,) = [one for one in window.findChildren(QMenu) if one.isVisible()]
    return menu


def test_every_form_is_offered_and_says_whether_private_notes_are_in_it(
    window: CharterDesk,
) -> None:
    menu = forms(window)
    texts = [one.text() for one in menu.actions()]
    assert len(texts) == len(FORMS) == 5
    assert "without private notes" in texts[3]
    assert "your private notes are in it" in texts[4]
    menu.close()


@pytest.mark.parametrize(
    ("downs", "ending", "begins"),
    [(0, "pdf", b"%PDF"), (2, "md", b"# "), (3, "zip", b"PK"), (4, "json", b"{")],
)
def test_a_form_is_written_where_it_is_asked_for(
    qtbot: QtBot, window: CharterDesk, tmp_path: Path, downs: int, ending: str, begins: bytes
) -> None:
    menu = forms(window)
    for _ in range(downs):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    (asked,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    with qtbot.waitSignal(window.saver.written, timeout=20_000) as written:
        box = asked.findChild(QDialogButtonBox)
        assert box is not None
        qtbot.mouseClick(
            box.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton
        )
    (path,) = written.args
    assert path == tmp_path / f"Alder & Finch LLP charter draft 2026-11-21.{ending}"
    assert path.read_bytes().startswith(begins)


def printer_to(path: Path, size: QPageSize.PageSizeId) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(96)
    printer.setPageSize(QPageSize(size))
    return printer


@pytest.mark.parametrize(
    ("size", "wide"),
    [(QPageSize.PageSizeId.A4, 595), (QPageSize.PageSizeId.Letter, 612)],
)
def test_it_is_laid_out_for_the_printers_paper(
    qtbot: QtBot, window: CharterDesk, tmp_path: Path, size: QPageSize.PageSizeId, wide: int
) -> None:
    paper, path = PaperCommands(window, window.session, window.saver), tmp_path / "printed.pdf"
    told: list[str] = []
    paper.told.connect(told.append)
    paper.print(printer_to(path, size))
    qtbot.waitUntil(lambda: any(one.startswith("Handed") for one in told), timeout=30_000)
    sizes = page_sizes(path.read_bytes())
    assert len(sizes) >= 8
    assert told[-1].startswith(f"Handed {len(sizes)} pages")
    assert {round(one[0]) for one in sizes} == {wide}
    document = pypdfium2.PdfDocument(path)
    picture = document[0].render(scale=0.5, grayscale=True)
    assert min(bytes(picture.buffer)) < 120, "nothing is drawn on the sheet"
    document.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    qtbot: QtBot, window: CharterDesk, tmp_path: Path
) -> None:
    sheets = charter_page(window).sheets.setting.sheets
    assert sheets is not None
    printer = printer_to(tmp_path / "nowhere" / "printed.pdf", QPageSize.PageSizeId.A4)
    printing = Printing(window, printer, sheets.pdf, range(1))
    with qtbot.waitSignal(printing.failed) as failed:
        printing.start()
    assert "nothing was printed" in failed.args[0]
