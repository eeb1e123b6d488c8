"""What is open on the desk: whose it is, where it leads, and what the room lives with."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.checks import Level
from crm_workshop.exchange import import_workshop, samples
from crm_workshop.model.base import Row
from crm_workshop.model.commitment import HardDecision
from crm_workshop.model.workshop import Acceptance, Person
from crm_workshop.store.library import Store
from tests.ui.console.conftest import COMPLETE, CONTROL, RUNNING, Hands, front_dialog
from tests.ui.desk.conftest import Opener, charter_page, wait_for_pages
from ui.activities.table.model import RecordModel
from ui.activities.table.view import RecordTable
from ui.bridge import StoreBridge
from ui.console.dialogs import Ask
from ui.desk.finding import FindingCard
from ui.desk.window import CharterDesk
from ui.live import LiveWorkshop
from ui.theme.tokens import load_theme
from ui.ways import Spot, Way, Where
from ui.windows import Windows


@pytest.fixture
def window(desk: Opener) -> CharterDesk:
    return desk(RUNNING)


def cards(window: CharterDesk) -> list[FindingCard]:
    return charter_page(window).open_list.findChildren(FindingCard)


def focused() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(text: str) -> None:
    """Type where the keyboard is: the first letter may open an editor for the others."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def press(card: FindingCard, text: str) -> None:
    """Press a card's button by the keyboard."""
    (found,) = [one for one in card.findChildren(QPushButton) if one.text() == text]
    QTest.keyClick(found, Qt.Key.Key_Space)


def cell(table: RecordTable) -> tuple[str, Row | None, str]:
    """Return what the current cell is of: which record and row, and which field."""
    model, index = table.model(), table.currentIndex()
    assert isinstance(model, RecordModel)
    field = model.field_at(index)
    return model.record.table, model.record_at(index), field.name if field else ""


def test_all_that_is_open_stands_under_who_can_settle_it(window: CharterDesk) -> None:
    shown = [one.finding for one in cards(window)]
    assert sorted(one.key for one in shown) == sorted(one.key for one in window.session.findings)
    texts = [one.text() for one in charter_page(window).open_list.findChildren(QLabel)]
    heads = [one for one in texts if one.startswith(("Harriet Oduya · sponsor", "Facilitator"))]
    assert heads
    assert shown[0].level is Level.STOP


def test_a_click_anywhere_on_it_leads_to_the_field(qtbot: QtBot, window: CharterDesk) -> None:
    ways: list[Way] = []
    window.way_chosen.connect(ways.append)
    for card in [one for one in cards(window) if one.finding.table != "person"][:4]:
        ways.clear()
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        one = card.finding
        spot = Spot(one.table, one.row_id, one.field)
        assert ways == [Way(Where.LIVE, window.session.workshop_id, spot)]


def test_a_leader_without_a_line_is_led_to_write_one(qtbot: QtBot, window: CharterDesk) -> None:
    card = next(one for one in cards(window) if one.finding.table == "person")
    with qtbot.waitSignal(window.way_chosen) as led:
        press(card, "Go to it")
    assert led.args == [Way(Where.LIVE, window.session.workshop_id, Spot("commitment"))]


def test_what_comes_before_the_day_leads_to_the_preparation(
    qtbot: QtBot, window: CharterDesk
) -> None:
    session = window.session
    with session.store.step("Nobody is sponsor", session.workshop_id) as pen:
        for one in session.dossier.all(Person):
            pen.update(one, is_sponsor=False)
    with qtbot.waitSignal(session.findings_changed):
        pass
    (card, *_) = [one for one in cards(window) if one.finding.field == "is_sponsor"]
    with qtbot.waitSignal(window.way_chosen) as led:
        press(card, "Go to it")
    assert led.args[0].where is Where.PREPARATION


def test_a_warning_is_accepted_with_a_reason_and_withdrawn(
    qtbot: QtBot, window: CharterDesk
) -> None:
    session = window.session
    card = next(one for one in cards(window) if one.finding.level is Level.WARN)
    key = card.finding.key
    press(card, "Accept…")
    front_dialog(qtbot, window, Ask)
    write("We look at it in March")
    with qtbot.waitSignal(session.findings_changed):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    (kept,) = [one for one in session.dossier.all(Acceptance) if one.finding == key]
    assert kept.reason == "We look at it in March"
    (now,) = [one for one in cards(window) if one.finding.key == key]
    assert now.finding.accepted == "We look at it in March"
    with qtbot.waitSignal(session.findings_changed):
        press(now, "Withdraw")
    assert not any(one.finding == key for one in session.dossier.all(Acceptance))
    wait_for_pages(qtbot, window)


def windows_over(qtbot: QtBot, store: Store, settings: QSettings) -> Windows:
    """Return the program's windows for a library."""
    bridge, library = StoreBridge(store), QWidget()
    qtbot.addWidget(library)

    def live(number: int) -> LiveWorkshop:
        made = LiveWorkshop(store, bridge, number, load_theme("light"), settings)
        qtbot.addWidget(made.console)
        qtbot.addWidget(made.room)
        return made

    def desk(number: int) -> CharterDesk:
        return CharterDesk(store, bridge, number, settings)

    return Windows(library, {Where.LIVE: live, Where.CHARTER: desk}, lambda _: None)


def test_a_click_on_a_finding_lands_in_the_very_cell(
    qtbot: QtBot, hands: Hands, settings: QSettings
) -> None:
    """Through the real windows: desk, finding, console, cell; what is typed stands in the field."""
    store = Store.open(":memory:", now=hands)
    workshop_id = import_workshop(store, samples()[COMPLETE].data)
    dossier = store.load(workshop_id)
    decision = next(one for one in dossier.all(HardDecision))
    with store.step("Nobody decides", workshop_id) as pen:
        pen.update(decision, decider="")
    windows = windows_over(qtbot, store, settings)
    opened = windows.go(Way(Where.CHARTER, workshop_id))
    assert isinstance(opened, CharterDesk)
    found = next(
        one
        for one in cards(opened)
        if (one.finding.table, one.finding.row_id) == (HardDecision.table, decision.id)
        and one.finding.field == "decider"
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    console = windows.go(Way(Where.LIVE, workshop_id))
    assert isinstance(console, LiveWorkshop)
    qtbot.waitUntil(console.console.isActiveWindow)
    table = focused()
    assert isinstance(table, RecordTable)
    assert cell(table) == (HardDecision.table, store.get(HardDecision, decision.id), "decider")
    write("R. Okafor")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert store.get(HardDecision, decision.id).decider == "R. Okafor"
    for one in (opened, console.console):
        one.close()
    qtbot.waitUntil(lambda: len(windows) == 0)


@pytest.mark.parametrize(
    ("table", "field", "lands"),
    [
        ("definition", "why", "Why it is worth it"),
        ("draft", "", ""),
        ("governance", "escalate_to", "To whom"),
        ("measure", "target", ""),
    ],
)
def test_each_kind_of_field_is_landed_in(
    qtbot: QtBot, hands: Hands, settings: QSettings, table: str, field: str, lands: str
) -> None:
    store = Store.open(":memory:", now=hands)
    workshop_id = import_workshop(store, samples()[RUNNING].data)
    live = LiveWorkshop(store, StoreBridge(store), workshop_id, load_theme("light"), settings)
    qtbot.addWidget(live.console)
    qtbot.addWidget(live.room)
    live.bring_forward()
    qtbot.waitUntil(live.console.isActiveWindow)
    live.go_to_spot(Spot(table, 0, field))
    there = focused()
    if isinstance(there, RecordTable):
        assert cell(there) == (table, None, field)
    else:
        assert lands in there.accessibleName()
        assert not isinstance(there, QPushButton)
    live.console.close()


def test_the_desk_leads_on_and_closes(qtbot: QtBot, window: CharterDesk) -> None:
    with qtbot.waitSignal(window.way_chosen) as led:
        QTest.keyClick(window, Qt.Key.Key_L, CONTROL)
    assert led.args == [Way(Where.LIVE, window.session.workshop_id)]
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_W, CONTROL)
