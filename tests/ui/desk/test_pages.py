"""The charter as pages: drawn in the background, zoomed, turned, kept while a new one is set."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.activities.register import set_field
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.workshop import Activity
from tests.ui.console.conftest import COMPLETE, CONTROL
from tests.ui.desk.conftest import Opener, charter_page, wait_for_pages
from ui.charter.setting import Drawn
from ui.desk.sheets import SheetsView
from ui.desk.window import CharterDesk


@pytest.fixture
def window(desk: Opener) -> CharterDesk:
    return desk(COMPLETE)


@pytest.fixture
def sheets(window: CharterDesk) -> SheetsView:
    return charter_page(window).sheets


def seen(sheets: SheetsView) -> QImage:
    return sheets.viewport().grab().toImage()


def test_the_pages_are_there_and_the_keyboard_is_with_them(sheets: SheetsView) -> None:
    assert sheets.hasFocus()
    page, count, _ = sheets.where
    assert page == 1
    assert count >= 8
    assert "page 1 of" in sheets.accessibleName()
    picture = seen(sheets)
    dark = sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )
    assert dark > 200, "no letters are drawn"


def test_keys_scroll_turn_and_zoom(window: CharterDesk, sheets: SheetsView) -> None:
    bar = sheets.verticalScrollBar()
    QTest.keyClick(sheets, Qt.Key.Key_Down)
    assert 0 < bar.value() < 100
    QTest.keyClick(sheets, Qt.Key.Key_PageDown)
    screen = bar.value()
    assert screen > 300
    QTest.keyClick(sheets, Qt.Key.Key_PageUp)
    assert bar.value() < screen
    QTest.keyClick(window, Qt.Key.Key_PageDown, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_PageDown, CONTROL)
    assert sheets.where[0] == 3
    QTest.keyClick(window, Qt.Key.Key_PageUp, CONTROL)
    assert sheets.where[0] == 2
    QTest.keyClick(sheets, Qt.Key.Key_End)
    assert sheets.where[0] == sheets.where[1]
    QTest.keyClick(sheets, Qt.Key.Key_Home)
    assert bar.value() == 0
    usual = sheets.where[2]
    QTest.keyClicks(sheets, "+")
    assert sheets.where[2] > usual
    QTest.keyClicks(sheets, "--")
    assert sheets.where[2] < usual
    QTest.keyClicks(sheets, "0")
    assert sheets.where[2] == usual


def test_the_wheel_with_ctrl_zooms_around_the_pointer(sheets: SheetsView) -> None:
    before = sheets.where[2]
    at = QPointF(200, 300)
    turned = QWheelEvent(
        at,
        QPointF(sheets.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sheets.viewport(), turned)
    assert sheets.where[2] > before


def test_a_change_is_on_the_page_and_nothing_flickers(
    qtbot: QtBot, window: CharterDesk, sheets: SheetsView
) -> None:
    session = window.session
    one = session.dossier.all(Commitment)[0]
    sheets.verticalScrollBar().setValue(150)
    wait_for_pages(qtbot, window)
    before = seen(sheets)
    drawn: list[Drawn] = []
    sheets.setting.drawn.connect(drawn.append)
    set_field(session.store, Commitment, one.id, "action", "Ring three clients myself each week")
    assert sheets.setting.busy
    assert seen(sheets) == before, "the old picture stays until the new one is there"
    wait_for_pages(qtbot, window)
    assert drawn
    assert drawn[0].pictures, "the first that comes has its pictures with it"
    assert seen(sheets) != before
    assert sheets.verticalScrollBar().value() == 150
    assert any("Ring three clients" in one.text for one in drawn[0].sheets.clauses)


def test_what_the_charter_does_not_say_draws_nothing(
    qtbot: QtBot, window: CharterDesk, sheets: SheetsView
) -> None:
    session, before = window.session, sheets.setting.sheets
    with session.store.step("Note", session.workshop_id) as pen:
        pen.update(session.dossier.all(Activity)[0], note="Mind the time")
    wait_for_pages(qtbot, window)
    assert sheets.setting.sheets is before


def test_another_size_of_the_window_keeps_the_place(
    qtbot: QtBot, window: CharterDesk, sheets: SheetsView
) -> None:
    QTest.keyClick(window, Qt.Key.Key_PageDown, CONTROL)
    window.resize(window.width() - 300, window.height())
    qtbot.waitUntil(lambda: sheets.where[0] == 2)
    wait_for_pages(qtbot, window)
    assert sheets.where[0] == 2


def test_clauses_are_gone_through_and_told_where_they_come_from(
    window: CharterDesk, sheets: SheetsView
) -> None:
    card = charter_page(window).card
    assert "Click a clause" in card.accessibleName()
    QTest.keyClick(window, Qt.Key.Key_Down, CONTROL)
    first = sheets.chosen.clause
    assert first is not None
    assert "From 2.5 Our definition" in card.accessibleName()
    assert "10:14" in card.accessibleName()
    assert "4 at 1 (2 executives)" in card.accessibleName()
    assert sheets.accessibleDescription() == card.sentence
    QTest.keyClick(window, Qt.Key.Key_Down, CONTROL)
    assert sheets.chosen.clause != first
    QTest.keyClick(window, Qt.Key.Key_Up, CONTROL)
    assert sheets.chosen.clause == first
    QTest.keyClick(sheets, Qt.Key.Key_Escape)
    assert sheets.chosen.clause is None
    assert "Click a clause" in card.accessibleName()


def places(sheets: SheetsView) -> Iterator[QPoint]:
    """Yield points down the view, a third from its left."""
    for y in range(20, sheets.viewport().height(), 10):
        yield QPoint(sheets.viewport().width() // 3, y)


def test_a_click_asks_about_a_clause_and_one_beside_lets_go(
    qtbot: QtBot, window: CharterDesk, sheets: SheetsView
) -> None:
    asked = set()
    for at in places(sheets):
        qtbot.mouseClick(sheets.viewport(), Qt.MouseButton.LeftButton, pos=at)
        if sheets.chosen.clause is not None:
            asked.add(sheets.chosen.clause.origins[0].table)
    assert {"draft", "definition", "commitment"} <= asked
    qtbot.mouseClick(sheets.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert sheets.chosen.clause is None


def test_the_chosen_clause_stays_while_its_words_change(
    qtbot: QtBot, window: CharterDesk, sheets: SheetsView
) -> None:
    session = window.session
    one = session.dossier.all(Commitment)[0]
    while sheets.chosen.clause is None or sheets.chosen.clause.origins[0].table != "commitment":
        QTest.keyClick(window, Qt.Key.Key_Down, CONTROL)
    set_field(session.store, Commitment, one.id, "action", "Chair the client review")
    wait_for_pages(qtbot, window)
    assert sheets.chosen.clause is not None
    assert "Chair the client review" in sheets.chosen.clause.text
    assert "Chair the client review" in charter_page(window).card.accessibleName()
