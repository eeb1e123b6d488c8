"""Find as one types: firms, people, sentences, and the way to each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.activities.workshops import update_workshop
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.workshop import Workshop
from crm_workshop.store.library import Store
from tests.ui.home.hands import (
    CONTROL,
    choose,
    chosen,
    field,
    listed,
    number_of,
    press,
    said,
    shelf,
)
from ui.home.window import HomeWindow
from ui.ways import Spot, Way, Where


def type_(qtbot: QtBot, text: str) -> None:
    """Type where the focus is, letter by letter."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, letter)


def test_what_is_typed_on_the_list_is_looked_for(qtbot: QtBot, sampled: HomeWindow) -> None:
    assert QApplication.focusWidget() is shelf(sampled)
    type_(qtbot, "eastm")
    assert field(sampled).text() == "eastm"
    assert listed(sampled)[:2] == ["Workshops", "City of Eastmere"]
    press(qtbot, Qt.Key.Key_Escape)
    assert field(sampled).text() == ""
    assert listed(sampled)[0] == "Running"
    assert QApplication.focusWidget() is shelf(sampled)


def test_a_workshop_that_is_found_offers_its_next_step(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    press(qtbot, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is field(sampled)
    type_(qtbot, "city of")
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args == [Way(Where.LIVE, number_of(store, "City of Eastmere"))]


def test_a_person_is_found_on_the_page_of_people(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    type_(qtbot, "okafor")
    assert listed(sampled)[:2] == [
        "People",
        "R. Okafor Managing partner. Person · Alder & Finch LLP",
    ]
    assert "Sentences" in listed(sampled)
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        press(qtbot, Qt.Key.Key_Return)
    (way,) = asked.args
    assert (way.where, way.spot.table) == (Where.PREPARATION, "person")
    assert way.workshop_id == number_of(store, "Alder & Finch LLP")


def test_a_sentence_is_found_where_it_is_written(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    number = number_of(store, "Alder & Finch LLP")
    commitment, *_ = store.all(Commitment, number)
    press(qtbot, Qt.Key.Key_F, CONTROL)
    type_(qtbot, commitment.action[:20])
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Up)
    assert "Commitment · Alder & Finch LLP" in shelf(sampled).currentIndex().data()
    spot = Spot("commitment", commitment.id)
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args == [Way(Where.LIVE, number, spot)]
    with store.step("Issue", number) as pen:
        pen.update(store.get(Workshop, number), charter_version="1.0")
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args == [Way(Where.CHARTER, number, spot)]


def test_what_is_nowhere_is_said_and_nothing_can_be_done_with_it(
    qtbot: QtBot, sampled: HomeWindow
) -> None:
    type_(qtbot, "zzz")
    assert listed(sampled) == []
    assert "Nothing says “zzz”" in said(sampled)
    assert sampled.chosen() is None
    with qtbot.assertNotEmitted(sampled.way_chosen):
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Backspace)
    press(qtbot, Qt.Key.Key_Escape)
    assert "Alder & Finch LLP" in listed(sampled)


def test_what_is_found_follows_the_library(qtbot: QtBot, sampled: HomeWindow, store: Store) -> None:
    type_(qtbot, "brandt")
    assert listed(sampled) == []
    update_workshop(store, number_of(store, "City of Eastmere"), firm="Brandt Consulting")
    assert listed(sampled)[:2] == ["Workshops", "Brandt Consulting"]


def test_the_choice_stays_while_more_is_typed(qtbot: QtBot, sampled: HomeWindow) -> None:
    choose(sampled, "City")
    type_(qtbot, "e")
    assert chosen(sampled).firm == "City of Eastmere"
