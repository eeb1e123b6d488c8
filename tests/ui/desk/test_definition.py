"""The definition's history on the desk: wordings, what changed in them, and who agreed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from crm_workshop.activities import statement
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.charter.history import definition_history
from crm_workshop.store.library import Store
from tests.charter.test_issue import TODAY, Office
from tests.ui.console.conftest import CONTROL, button, the
from tests.ui.desk.conftest import wait_for_pages
from ui.activities.drafting.wording import Wording
from ui.activities.votes.chart import VotesChart
from ui.bridge import StoreBridge
from ui.desk.window import CharterDesk
from ui.theme.look import dress
from ui.theme.tokens import load_theme


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path):
    """Return what opens the desk on a workshop of a store, at the definition."""
    dress(qapp, load_theme("light"))
    kept: list[object] = []

    def made(store: Store, workshop_id: int) -> CharterDesk:
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        bridge = StoreBridge(store)
        desk = CharterDesk(store, bridge, workshop_id, settings)
        kept.extend((bridge, desk))
        qtbot.addWidget(desk)
        with qtbot.waitExposed(desk):
            desk.bring_forward()
        qtbot.waitUntil(desk.isActiveWindow)
        desk.resize(1440, 900)
        wait_for_pages(qtbot, desk)
        qtbot.mouseClick(button(desk, "Definition"), Qt.MouseButton.LeftButton)
        return desk

    return made


def lines(desk: CharterDesk) -> list[str]:
    return [one.text() for one in desk.page.findChildren(QLabel) if not one.isHidden()]


def marked(wording: Wording, *, struck: bool) -> list[str]:
    """Return the words of a wording that are underlined, or struck through."""
    found: list[QTextEdit.ExtraSelection] = wording.extraSelections()
    return [one.cursor.selectedText() for one in found if one.format.fontStrikeOut() is struck]


def test_all_wordings_stand_side_by_side_with_what_changed(qtbot, opened):
    office = Office()
    desk = opened(office.store, office.id)
    assert desk.width() == 1440
    said = definition_history(office.store.load(office.id), TODAY)[0].wordings
    shown = [the(desk.page, Wording, f"Wording {one.number}") for one in said]
    assert [one.toPlainText() for one in shown] == [one.draft.text for one in said]
    qtbot.waitUntil(lambda: len({one.mapTo(desk, QPoint()).x() for one in shown}) > 1)
    assert "writes down what the client said before the day ends." in marked(
        shown[-1], struck=False
    )
    assert "records every contact." in marked(shown[-2], struck=True)
    assert marked(shown[0], struck=False) == []
    assert marked(shown[-1], struck=True) == []


def test_each_vote_stands_at_its_wording_with_what_came_of_it(opened):
    office = Office()
    desk = opened(office.store, office.id)
    told = lines(desk)
    no, yes = (
        "No consent in the first round: 3 stand at 5 to 7.",
        "Consent was reached in the second round.",
    )
    assert told.index("Wording 4") < told.index(no) < told.index("Wording 5, stands now")
    assert told.index(yes) > told.index("Wording 5, stands now")
    charts = [one.accessibleName() for one in desk.page.findChildren(VotesChart)]
    assert charts == [
        "First round, 10:29: 2 at 1, 2 at 2, 2 at 3, 2 at 5, 1 at 6",
        "Second round, 10:35: 4 at 1, 3 at 2, 1 at 3, 1 at 4",
    ]
    assert any(one.startswith("D. Cho: One lead for each client") for one in told)


def test_a_wording_can_be_read_and_copied_and_not_changed(qtbot, opened):
    office = Office()
    desk = opened(office.store, office.id)
    before = office.store.load(office.id)
    wording = the(desk.page, Wording, "Wording 2")
    qtbot.mouseClick(wording.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(wording, "x")
    qtbot.keyClick(wording, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(wording, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == wording.toPlainText()
    assert office.store.load(office.id) == before


def test_without_a_wording_it_says_what_will_stand_here(opened):
    store = Store.open(":memory:")
    workshop_id = create_workshop(store, "Marlowe & Vane").id
    desk = opened(store, workshop_id)
    assert any(one.startswith("No wording has been written yet.") for one in lines(desk))
    activity = store.load(workshop_id).activity("2.5")
    assert activity is not None
    statement.write_draft(store, activity.id, "CRM here is how we answer the telephone.")
    assert "Wording 1, stands now" in lines(desk)
    assert "Nobody voted on this wording." in lines(desk)
