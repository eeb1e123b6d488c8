"""The desk's versions: issued by hand, read back later byte for byte, and told what changed."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from crm_workshop.activities import register
from crm_workshop.activities.workshops import update_workshop
from crm_workshop.charter.wording import spaced_code
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.meaning import Definition
from crm_workshop.model.success import Measure
from crm_workshop.model.workshop import Version
from tests.charter.test_issue import Office
from tests.ui.console.conftest import back_to, button, press, the
from tests.ui.desk.conftest import wait_for_pages
from ui.bridge import StoreBridge
from ui.desk.versions import VersionsPage
from ui.desk.window import CharterDesk
from ui.memory import Key, remember
from ui.session import Session
from ui.theme.look import dress
from ui.theme.tokens import load_theme
from ui.ways import Spot, Way, Where

D = TypeVar("D", bound=QDialog)


class Signing:
    """A charter that is ready to be issued, and the desk on it at the page of versions."""

    def __init__(self, qtbot: QtBot, folder: Path, today: datetime) -> None:
        self.office, self.folder, self._qtbot = Office(today), folder, qtbot
        self.store, self.id = self.office.store, self.office.id
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        remember(settings, Key.FOLDER, str(folder))
        self._bridge = StoreBridge(self.store)
        self.desk = CharterDesk(self.store, self._bridge, self.id, settings)
        qtbot.addWidget(self.desk)
        with qtbot.waitExposed(self.desk):
            self.desk.bring_forward()
        qtbot.waitUntil(self.desk.isActiveWindow)
        wait_for_pages(qtbot, self.desk)
        qtbot.mouseClick(button(self.desk, "Versions"), Qt.MouseButton.LeftButton)
        self.read()

    @property
    def page(self) -> VersionsPage:
        page = self.desk.page
        assert isinstance(page, VersionsPage)
        return page

    def read(self) -> None:
        """Wait until the page says what the records say."""
        self._qtbot.waitUntil(lambda: self.page.is_read, timeout=10_000)

    def says(self) -> list[str]:
        """Return every line that can be seen on the page."""
        return [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]

    def issue(self, number: str) -> Version:
        """Issue a version by its button and the question behind it."""
        self._qtbot.mouseClick(button(self.page, f"&Issue {number}…"), Qt.MouseButton.LeftButton)
        box = self.front(QMessageBox)
        (take,) = [one for one in box.buttons() if one.text() == f"Issue {number}"]
        with self._qtbot.waitSignal(self.desk.session.changed, timeout=20_000):
            self._qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
        back_to(self._qtbot, self.desk)
        self.read()
        return self.store.all(Version, self.id)[-1]

    def edit(self, text: str) -> None:
        """Change a record, as another window does, and wait for the page."""
        register.set_single(self.store, self.id, Definition, "why", text)
        self.read()

    def front(self, kind: type[D]) -> D:
        """Return the dialog that is open."""
        (found,) = [one for one in self.desk.findChildren(kind) if one.isVisible()]
        return found

    def press(self, name: str) -> None:
        """Click the button with that name."""
        (found,) = [
            one
            for one in self.page.findChildren(QPushButton)
            if one.accessibleName() == name and one.isVisible()
        ]
        self._qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def save(self, name: str) -> Path:
        """Save what a button of a version saves, under the name that is proposed."""
        self.press(name)
        buttons = self.front(QFileDialog).findChild(QDialogButtonBox)
        assert buttons is not None
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        with self._qtbot.waitSignal(self.desk.saver.written) as written:
            self._qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
        back_to(self._qtbot, self.desk)
        (path,) = written.args
        assert isinstance(path, Path)
        return path


Opener = Callable[..., Signing]


@pytest.fixture
def signing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Opener:
    dress(qapp, load_theme("light"))
    kept: list[Signing] = []

    def opened(day: int = 21) -> Signing:
        made = Signing(qtbot, tmp_path, datetime(2026, 11, day, 13, 0, tzinfo=UTC))
        kept.append(made)
        return made

    return opened


def test_a_signed_version_is_read_back_byte_for_byte_after_later_edits(signing: Opener) -> None:
    held = signing()
    first = held.issue("1.0")
    assert "Version 1.0" in held.says()
    held.edit("Because clients remember.")
    held.issue("1.1")
    held.edit("Because partners do.")
    saved = held.save("Save the PDF of version 1.0")
    assert saved.read_bytes() == first.pdf
    assert saved.name == "Alder & Finch LLP charter 1.0 2026-11-21.pdf"
    records = held.save("Save the records of version 1.0")
    assert records.read_bytes() == first.records.encode()


def test_a_version_opens_with_its_own_bytes(qtbot: QtBot, signing: Opener) -> None:
    held = signing()
    version = held.issue("1.0")
    held.edit("Because clients remember.")
    viewer = Viewer()
    # The stubs ask for bytes here, the call itself for a string.
    QDesktopServices.setUrlHandler("file", viewer, "show_file")  # type: ignore[arg-type]
    try:
        with qtbot.waitSignal(viewer.shown) as shown:
            held.press("Open version 1.0")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert Path(shown.args[0].toLocalFile()).read_bytes() == version.pdf


class Viewer(QObject):
    """Stands for the system's viewer."""

    shown = Signal(QUrl)

    @Slot(QUrl)
    def show_file(self, url: QUrl) -> None:
        self.shown.emit(url)


def test_what_changed_is_told_in_the_charters_order(signing: Opener) -> None:
    held = signing()
    held.issue("1.0")
    dossier = held.store.load(held.id)
    register.set_field(held.store, Measure, dossier.all(Measure)[0].id, "target", 9)
    other = dossier.all(Commitment)[1]
    register.set_field(held.store, Commitment, other.id, "first_on", date(2027, 3, 1))
    held.read()
    says = held.says()
    at = says.index("CHANGED SINCE 1.0")
    told = says[at + 1 :]
    assert told.index("8 · Executive commitments") < told.index("10 · Measures and milestones")
    assert "By: 1 Feb 2027 → 1 Mar 2027" in told
    held.issue("1.1")
    assert "WHAT CHANGED SINCE 1.0" in held.says()


def test_what_stops_it_is_listed_with_a_way_to_it(qtbot: QtBot, signing: Opener) -> None:
    held = signing()
    measure = held.store.load(held.id).all(Measure)[0]
    register.set_field(held.store, Measure, measure.id, "owner", "")
    held.read()
    assert "1 thing keeps it a draft" in held.says()
    assert not button(held.page, "&Issue 1.0…").isEnabled()
    with qtbot.waitSignal(held.desk.way_chosen) as asked:
        qtbot.mouseClick(button(held.page, "Go to it"), Qt.MouseButton.LeftButton)
    (way,) = asked.args
    assert isinstance(way, Way)
    assert (way.where, way.workshop_id) == (Where.LIVE, held.id)
    assert way.spot == Spot("measure", measure.id)


def test_nothing_is_issued_before_the_day(signing: Opener) -> None:
    held = signing(day=20)
    assert not button(held.page, "&Issue 1.0…").isEnabled()
    assert any("held on 21 November 2026" in one for one in held.says())


def test_what_was_issued_cannot_be_taken_back(qtbot: QtBot, signing: Opener) -> None:
    held = signing()
    version = held.issue("1.0")
    assert not held.desk.named_actions["undo"].isEnabled()
    press(qtbot, held.desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert held.store.all(Version, held.id) == (version,)


def test_saying_not_now_issues_nothing(qtbot: QtBot, signing: Opener) -> None:
    held = signing()
    qtbot.mouseClick(button(held.page, "&Issue 1.0…"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(held.front(QMessageBox), Qt.Key.Key_Escape)
    assert held.store.all(Version, held.id) == ()


def test_who_signed_and_who_did_not_stays_with_the_version(signing: Opener) -> None:
    held = signing()
    held.issue("1.0")
    says = held.says()
    told = says[says.index("WHEN IT WAS ISSUED") :]
    assert "R. Okafor, Managing partner: signed on paper 21 November 2026" in told
    assert "signs later, by 5 December 2026; P. Nair asks for it" in told
    assert any(one.startswith("Reservation: One lead for each client") for one in told)


def test_text_that_no_font_draws_is_named_before_it_is_issued(
    qtbot: QtBot, signing: Opener
) -> None:
    held = signing()
    update_workshop(held.store, held.id, place="会議室")
    held.read()
    assert any("CJK UNIFIED IDEOGRAPH" in one for one in held.says())
    qtbot.mouseClick(button(held.page, "&Issue 1.0…"), Qt.MouseButton.LeftButton)
    box = held.front(QMessageBox)
    assert "CJK UNIFIED IDEOGRAPH" in box.informativeText()
    qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_a_prints_code_tells_which_version_it_is(qtbot: QtBot, signing: Opener) -> None:
    held = signing()
    first = held.issue("1.0")
    held.edit("Because clients remember.")
    field = the(held.page, QLineEdit, "Content code of a print")
    for code, told in (
        (spaced_code(first.code).upper(), f"{spaced_code(first.code)} is version 1.0."),
        ("00000000", "No version of this charter has the code 0000 0000, nor has what stands now."),
    ):
        field.clear()
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(field, code)
        assert told in held.says()


def test_a_page_that_is_gone_before_it_was_read_is_told_nothing(qtbot: QtBot) -> None:
    office = Office()
    bridge = StoreBridge(office.store)
    page = VersionsPage(Session(office.store, bridge, office.id))
    page.refresh()
    assert not page.is_read
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    qtbot.waitUntil(lambda: threading.active_count() == 1)
    QApplication.processEvents()
