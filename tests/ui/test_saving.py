"""Keeping a document as a file: asked where, written in the background, whole or not at all."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crm_workshop.errors import RuleError
from ui.memory import Key, remember
from ui.saving import Document, Made, Saver, file_name


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    made = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    remember(made, Key.FOLDER, str(tmp_path))
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def saver(window: QWidget, settings: QSettings) -> Saver:
    return Saver(window, settings)


def document(make: Callable[[], Made], name: str = "Marram run sheet.pdf") -> Document:
    return Document("run sheet", name, make)


def a_page() -> Made:
    return Made(b"%PDF of a page")


D = TypeVar("D", bound=QDialog)


def front(window: QWidget, kind: type[D]) -> D:
    """Return the dialog that is open."""
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    return found


def accept(qtbot: QtBot, window: QWidget, path: Path | None = None) -> None:
    """Take what the file dialog proposes, or another path."""
    dialog = front(window, QFileDialog)
    line, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
    assert line is not None
    assert buttons is not None
    if path is not None:
        line.setText(str(path))
    save = buttons.button(QDialogButtonBox.StandardButton.Save)
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)


def test_it_is_written_where_the_dialog_says_and_made_in_a_thread(qtbot, window, saver, tmp_path):
    made_in: list[int] = []

    def make() -> Made:
        made_in.append(threading.get_ident())
        return a_page()

    (tmp_path / "sub").mkdir()
    said: list[str] = []
    saver.told.connect(said.append)
    saver.save(document(make))
    path = tmp_path / "sub" / "mine.pdf"
    with qtbot.waitSignal(saver.written) as written:
        accept(qtbot, window, path)
    assert written.args == [path]
    assert path.read_bytes() == b"%PDF of a page"
    assert made_in != [threading.get_ident()]
    assert said == ["Making the run sheet…", f"Wrote mine.pdf in {path.parent}."]


def test_the_next_one_is_proposed_in_the_folder_of_the_last(qtbot, window, saver, tmp_path):
    (tmp_path / "sub").mkdir()
    with qtbot.waitSignal(saver.written):
        saver.write(document(a_page), str(tmp_path / "sub" / "first.pdf"))
    saver.save(document(a_page))
    with qtbot.waitSignal(saver.written) as written:
        accept(qtbot, window)
    assert written.args == [tmp_path / "sub" / "Marram run sheet.pdf"]


def test_a_folder_that_is_gone_is_not_proposed(window, saver, settings, tmp_path):
    remember(settings, Key.FOLDER, str(tmp_path / "gone"))
    saver.save(document(a_page))
    assert front(window, QFileDialog).directory().absolutePath() == str(Path.home())


def test_what_cannot_be_printed_is_named_before_anything_is_written(qtbot, window, saver, tmp_path):
    path = tmp_path / "sheet.pdf"
    notes = tuple(f"1.{one}: “李” is printed with code points." for one in range(9))
    for answer, written in (("Do not write it", False), ("Write it all the same", True)):
        saver.write(document(lambda: Made(b"%PDF", notes)), str(path))
        qtbot.waitUntil(lambda: any(o.isVisible() for o in window.findChildren(QMessageBox)))
        box = front(window, QMessageBox)
        assert notes[0] in box.informativeText()
        assert "And 4 more like these." in box.informativeText()
        assert not path.exists()
        (chosen,) = [one for one in box.buttons() if one.text() == answer]
        with qtbot.waitSignal(saver.told):
            qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda written=written: path.exists() is written)


def test_what_goes_wrong_is_told_and_the_former_file_stays(qtbot, saver, tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the former one")

    def fails() -> Made:
        raise RuleError("There is nothing to print yet.")

    with qtbot.waitSignal(saver.failed) as failed:
        saver.write(document(fails), str(path))
    assert failed.args == ["There is nothing to print yet."]
    assert path.read_bytes() == b"the former one"
    with qtbot.waitSignal(saver.failed) as failed:
        saver.write(document(a_page), str(tmp_path / "no folder" / "sheet.pdf"))
    assert "could not be written" in failed.args[0]


def test_a_window_that_closes_meanwhile_does_no_harm(qtbot, settings, tmp_path):
    go, window = threading.Event(), QWidget()
    saver = Saver(window, settings)

    def make() -> Made:
        go.wait(5)
        return a_page()

    saver.write(document(make), str(tmp_path / "sheet.pdf"))
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    go.set()
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(5)
    assert (tmp_path / "sheet.pdf").read_bytes() == b"%PDF of a page"


def test_a_name_is_one_that_every_system_takes():
    assert file_name("A/B: <C> & Söhne\n", "run sheet") == "A B C & Söhne run sheet.pdf"
    assert file_name("  ", "charter", ".md") == "CRM charter.md"
