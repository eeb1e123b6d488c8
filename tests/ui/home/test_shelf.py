"""The first window: where every workshop stands, and what its keys and clicks lead to."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from crm_workshop.activities.workshops import create_workshop
from crm_workshop.live.scene import next_activity, show_live
from crm_workshop.store.library import Store
from tests.ui.home.hands import (
    CONTROL,
    NONE,
    aloud,
    button,
    choose,
    chosen,
    field,
    index_of,
    listed,
    number_of,
    press,
    said,
    shelf,
    the,
)
from ui.app import has_display
from ui.console.dialogs import Ask
from ui.console.palette import Palette
from ui.home.model import ShelfModel
from ui.home.window import HomeWindow, today_of
from ui.ways import Spot, Way, Where
from ui.widgets.banner import Banner

# What stands there


def test_an_empty_library_teaches_and_has_the_keyboard_where_it_begins(window: HomeWindow) -> None:
    assert listed(window) == []
    assert "No workshop yet" in said(window)
    assert any("drop" in one for one in said(window))
    assert QApplication.focusWidget() is button(window, "New")


def test_the_samples_come_by_one_click_into_their_sections(sampled: HomeWindow) -> None:
    assert listed(sampled) == [
        *("Running", "Alder & Finch LLP", "City of Eastmere"),
        *("Coming up", "Pennyquick & Larch LLP"),
    ]
    assert "No workshop yet" not in said(sampled)
    assert shelf(sampled).currentIndex() == index_of(sampled, "Alder")
    assert aloud(sampled, "City").startswith("City of Eastmere. Running. Full day · ")
    assert aloud(sampled, "City").endswith("Resume at Four jobs")


def test_samples_that_are_there_are_not_brought_twice(qtbot: QtBot, sampled: HomeWindow) -> None:
    qtbot.mouseClick(button(sampled, "sample"), Qt.MouseButton.LeftButton)
    assert len(listed(sampled)) == 5
    assert "The samples are here already." in said(sampled)


def test_the_list_follows_the_library_and_keeps_the_choice(
    sampled: HomeWindow, store: Store
) -> None:
    choose(sampled, "City")
    made = create_workshop(store, "Brandt Consulting")
    assert chosen(sampled).firm == "City of Eastmere"
    assert "Brandt Consulting" in listed(sampled)
    next_activity(store, made.id)
    show_live(store, made.id)
    assert "Resume at Why we are here" in aloud(sampled, "Brandt")
    assert "Running" in aloud(sampled, "Brandt")
    store.undo(None)
    assert len(listed(sampled)) == 5
    assert chosen(sampled).firm == "City of Eastmere"


def test_nothing_is_read_while_the_window_is_away_and_all_of_it_when_it_is_back(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    sampled.hide()
    with qtbot.assertNotEmitted(shelf(sampled).model().dataChanged):
        create_workshop(store, "Brandt Consulting")
    assert "Brandt Consulting" not in listed(sampled)
    with qtbot.waitExposed(sampled):
        sampled.show()
    assert "Brandt Consulting" in listed(sampled)


def test_what_is_to_settle_is_counted_once_the_list_is_seen(
    qtbot: QtBot, sampled: HomeWindow
) -> None:
    qtbot.waitUntil(lambda: aloud(sampled, "City").endswith("to settle"))
    assert "to settle" not in aloud(sampled, "Pennyquick")


def test_every_control_has_a_name_for_those_who_listen(sampled: HomeWindow) -> None:
    for kind in (QPushButton, QListView, QLineEdit):
        for control in sampled.findChildren(kind):
            assert control.accessibleName() or getattr(control, "text", str)()


def test_the_model_keeps_to_qts_rules(qtbot: QtBot, sampled: HomeWindow, store: Store) -> None:
    model = shelf(sampled).model()
    assert isinstance(model, ShelfModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.keyClicks(field(sampled), "client")
    field(sampled).clear()
    create_workshop(store, "Marlowe & Vane")
    assert tester.model() is model
    assert today_of(store) == store.now().astimezone().date()


# Leading on


@pytest.mark.parametrize(
    ("firm", "where"),
    [("Alder", Where.CHARTER), ("City", Where.LIVE), ("Pennyquick", Where.PREPARATION)],
)
def test_enter_and_a_click_on_the_step_lead_to_what_is_next(
    qtbot: QtBot, sampled: HomeWindow, firm: str, where: Where
) -> None:
    index = choose(sampled, firm)
    entry = chosen(sampled)
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args == [Way(where, entry.id)]
    place = shelf(sampled).visualRect(index)
    at = QPoint(place.right() - 60, place.center().y())
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        qtbot.mouseClick(shelf(sampled).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [Way(where, entry.id)]
    with qtbot.assertNotEmitted(sampled.way_chosen):
        qtbot.mouseClick(
            shelf(sampled).viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(9, 9)
        )


@pytest.mark.parametrize(
    ("key", "where"),
    [
        (Qt.Key.Key_L, Where.LIVE),
        (Qt.Key.Key_R, Where.PREPARATION),
        (Qt.Key.Key_D, Where.CHARTER),
    ],
)
def test_each_window_of_a_workshop_has_its_key(
    qtbot: QtBot, sampled: HomeWindow, key: Qt.Key, where: Where
) -> None:
    choose(sampled, "City")
    entry = chosen(sampled)
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        press(qtbot, key, CONTROL)
    assert asked.args == [Way(where, entry.id)]


def test_f2_leads_to_the_firms_name(qtbot: QtBot, sampled: HomeWindow, store: Store) -> None:
    number = number_of(store, "City of Eastmere")
    choose(sampled, "City")
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        press(qtbot, Qt.Key.Key_F2)
    assert asked.args == [Way(Where.PREPARATION, number, Spot("workshop", number, "firm"))]


def test_arrows_go_over_rows_and_sections(qtbot: QtBot, sampled: HomeWindow) -> None:
    at = [shelf(sampled).currentIndex().data()]
    for key, held in (
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_Up, CONTROL),
        (Qt.Key.Key_Down, CONTROL),
        (Qt.Key.Key_Down, CONTROL),
        (Qt.Key.Key_Up, NONE),
    ):
        press(qtbot, key, held)
        at.append(shelf(sampled).currentIndex().data())
    assert [one.split()[0] for one in at] == [
        *("Alder", "City", "Pennyquick", "Alder", "Pennyquick", "Pennyquick", "City"),
    ]


def test_the_menu_of_a_row_offers_its_step_first(qtbot: QtBot, sampled: HomeWindow) -> None:
    choose(sampled, "City")
    press(qtbot, Qt.Key.Key_F10)
    whole = QApplication.activePopupWidget()
    assert isinstance(whole, QMenu)
    assert [one.text() for one in whole.actions()] == ["Workshop", "View"]
    whole.close()
    asked_by = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(9, 9), QPoint(9, 9))
    QApplication.sendEvent(shelf(sampled).viewport(), asked_by)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [one.text() for one in menu.actions()]
    assert texts[0] == "Resume at Four jobs"
    assert {"Prepare the next attempt", "Archive", "Delete", "Save as a file…"} <= set(texts)
    with qtbot.waitSignal(sampled.way_chosen) as asked:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert asked.args[0].where is Where.LIVE


def test_every_action_is_found_by_its_name(qtbot: QtBot, sampled: HomeWindow, store: Store) -> None:
    choose(sampled, "City")
    press(qtbot, Qt.Key.Key_K, CONTROL)
    palette = the(sampled, Palette)
    offered = {one.text for one in palette.found}
    assert {"Resume at Four jobs", "Archive", "Theme: dark"} <= offered
    qtbot.keyClicks(palette.field, "next att")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen(sampled).attempt_no == 3


# A new one


def test_a_firms_name_is_all_it_takes_and_markup_stays_text(
    qtbot: QtBot, window: HomeWindow, store: Store
) -> None:
    hostile = "<img src=file:///etc/passwd> & <b>Sons</b>"
    qtbot.mouseClick(button(window, "New"), Qt.MouseButton.LeftButton)
    ask = the(window, Ask)
    qtbot.keyClicks(ask.field, hostile)
    with qtbot.waitSignal(window.way_chosen) as asked:
        qtbot.keyClick(ask.field, Qt.Key.Key_Return)
    assert asked.args == [Way(Where.PREPARATION, number_of(store, hostile))]
    assert listed(window) == ["Coming up", hostile]


def test_a_name_that_was_begun_stands_there_again(qtbot: QtBot, window: HomeWindow) -> None:
    for typed, shown in (("Marlowe", "Marlowe"), (" & Vane", "Marlowe & Vane")):
        press(qtbot, Qt.Key.Key_N, CONTROL)
        ask = next(one for one in window.findChildren(Ask) if one.isVisible())
        qtbot.keyClick(ask.field, Qt.Key.Key_End)
        qtbot.keyClicks(ask.field, typed)
        assert ask.field.text() == shown
        qtbot.keyClick(ask, Qt.Key.Key_Escape)
    assert listed(window) == []


def test_a_file_that_cannot_be_changed_is_told_in_a_sentence(
    qtbot: QtBot, sampled: HomeWindow, store: Store
) -> None:
    with Store.open(store.path) as other, other.step("Hold", None):
        choose(sampled, "City")
        press(qtbot, Qt.Key.Key_Delete)
    assert "in use" in the(sampled, Banner).text
    assert len(store.workshops()) == 3


@pytest.mark.parametrize(
    ("environment", "shown"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "w"}, True)],
)
def test_a_display_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], shown: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    assert has_display() is shown
