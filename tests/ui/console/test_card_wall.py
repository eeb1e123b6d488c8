"""The wall of cards: moving, dropping, merging, revealing, themes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from crm_workshop.model.capture import Card, ParkedItem, Theme
from tests.ui.console.conftest import COMPLETE, Opener, button
from tests.ui.console.wall import choose, click, panel_of, shown, stored, write
from ui.activities.cards import CardsPanel
from ui.activities.wall.model import CardModel, WallCard
from ui.console.window import ConsoleWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(console: Opener) -> ConsoleWindow:
    return console(key="2.1")


@pytest.fixture
def panel(window: ConsoleWindow) -> CardsPanel:
    return panel_of(window)


def test_cards_are_moved_with_the_keyboard(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b", "c")
    choose(panel, 2)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Left, ALT)
    assert shown(panel) == ["a", "c", "b"]
    qtbot.keyClick(panel.wall, Qt.Key.Key_Left, ALT)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Left, ALT)
    assert shown(panel) == ["c", "a", "b"]
    qtbot.keyClick(panel.wall, Qt.Key.Key_Right, ALT)
    assert shown(panel) == ["a", "c", "b"]


def drop(panel: CardsPanel, row: int, ids: tuple[int, ...], place: QPoint) -> None:
    """Drop cards on a card of the wall, as a drag from there would."""
    cards = panel.wall.cards
    data = cards.mimeData([cards.index(cards.row_of(one)) for one in ids])
    at = panel.wall.visualRect(cards.index(row)).topLeft() + place
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(at), move, data, left, Qt.KeyboardModifier.NoModifier)
    panel.wall.dropEvent(event)


def test_where_a_card_is_dropped_decides_its_place(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b", "c")
    a, b, c = (one.id for one in panel.wall.cards.cards)
    drop(panel, 0, (c,), QPoint(4, 20))
    assert shown(panel) == ["c", "a", "b"]
    drop(panel, 1, (c,), QPoint(panel.wall.visualRect(panel.wall.cards.index(1)).width() - 4, 20))
    assert shown(panel) == ["a", "c", "b"]
    drop(panel, 0, (b, c), QPoint(4, 20))
    assert shown(panel) == ["b", "c", "a"]
    assert panel.session.dossier.get(Card, a) is not None


def test_all_cards_are_revealed_at_once_in_one_step(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b", "c")
    choose(panel, 1)
    qtbot.keyClick(panel.wall, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(panel.wall, Qt.Key.Key_R)
    assert all(one.revealed for one in panel.session.dossier.of(Card, panel.activity_id))
    qtbot.keyClick(panel.wall, Qt.Key.Key_Z, CONTROL)
    assert not any(one.revealed for one in panel.session.dossier.of(Card, panel.activity_id))


def test_cards_are_cut_and_pasted(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b", "c")
    choose(panel, 0, 1)
    qtbot.keyClick(panel.wall, Qt.Key.Key_X, CONTROL)
    assert shown(panel) == ["c"]
    assert QApplication.clipboard().text() == "a\nb"
    qtbot.keyClick(panel.wall, Qt.Key.Key_V, CONTROL)
    assert shown(panel) == ["c", "a", "b"]
    assert panel.session.store.undo_name(panel.session.workshop_id) == "Paste cards"


def test_the_next_card_is_current_when_one_is_deleted(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b", "c")
    choose(panel, 1)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Delete)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Delete)
    assert shown(panel) == ["a"]
    qtbot.keyClick(panel.wall, Qt.Key.Key_Delete)
    assert shown(panel) == []
    assert panel.capture.hasFocus()


def test_pasted_cards_are_shown_at_once_where_new_ones_are(qtbot: QtBot, panel: CardsPanel) -> None:
    mode = button(panel, "Hidden from the room until reveal")
    qtbot.mouseClick(mode, Qt.MouseButton.LeftButton)
    QApplication.clipboard().setText("one\ntwo")
    qtbot.keyClick(panel.capture, Qt.Key.Key_V, CONTROL)
    assert all(one.revealed for one in panel.session.dossier.of(Card, panel.activity_id))


def test_the_foot_follows_from_the_field_to_the_wall_and_the_themes(
    qtbot: QtBot, window: ConsoleWindow, panel: CardsPanel
) -> None:
    write(qtbot, panel, "a")
    assert ("Enter", "Add card") in panel.keys_now()
    choose(panel, 0)
    assert ("R", "Reveal") in panel.keys_now()
    assert "Write on it" in [one.text() for one in window.foot.findChildren(QLabel)]
    qtbot.mouseClick(button(panel, "Themes"), Qt.MouseButton.LeftButton)
    click(panel.columns.columns[0].wall, 0)
    assert ("Alt+← →", "Theme beside") in panel.keys_now()


def test_chosen_cards_are_merged_and_taken_apart(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "ring", "phone", "write")
    choose(panel, 0, 1)
    qtbot.keyClick(panel.wall, Qt.Key.Key_M, CONTROL)
    assert shown(panel) == ["phone", "write"]
    assert panel.wall.cards.cards[0].note == "+ 1 merged"
    choose(panel, 0)
    qtbot.keyClick(panel.wall, Qt.Key.Key_M, CONTROL | SHIFT)
    assert shown(panel) == ["ring", "phone", "write"]


def test_deleting_is_one_step_that_can_be_undone(
    qtbot: QtBot, window: ConsoleWindow, panel: CardsPanel
) -> None:
    write(qtbot, panel, "a", "b", "c")
    choose(panel, 0, 2)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Delete)
    assert shown(panel) == ["b"]
    qtbot.keyClick(panel.wall, Qt.Key.Key_Z, CONTROL)
    assert shown(panel) == ["a", "b", "c"]


def test_cards_are_revealed_one_by_one_and_hidden_again(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b")
    qtbot.keyClick(panel.capture, Qt.Key.Key_R, CONTROL)
    assert [one.note for one in panel.wall.cards.cards] == ["", "hidden"]
    choose(panel, 1)
    qtbot.keyClick(panel.wall, Qt.Key.Key_R)
    assert all(one.revealed for one in panel.session.dossier.of(Card, panel.activity_id))
    qtbot.keyClick(panel.wall, Qt.Key.Key_R)
    assert [one.note for one in panel.wall.cards.cards] == ["", "hidden"]


def test_new_cards_may_be_shown_at_once(qtbot: QtBot, panel: CardsPanel) -> None:
    mode = button(panel, "Hidden from the room until reveal")
    qtbot.mouseClick(mode, Qt.MouseButton.LeftButton)
    write(qtbot, panel, "seen at once")
    assert panel.session.dossier.of(Card, panel.activity_id)[0].revealed
    assert panel.session.store.undo_name(panel.session.workshop_id) == "Add card"


def test_themes_take_cards_by_keys_and_give_them_back(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b")
    qtbot.mouseClick(button(panel, "Themes"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.columns.new, "Access")
    qtbot.keyClick(panel.columns.new, Qt.Key.Key_Return)
    (theme,) = panel.session.dossier.all(Theme)
    loose, access = panel.columns.columns
    click(loose.wall, 0)
    qtbot.keyClick(loose.wall, Qt.Key.Key_Right, ALT)
    assert [one.text for one in access.wall.cards.cards] == ["a"]
    assert panel.session.dossier.of(Card, panel.activity_id)[0].theme_id == theme.id
    qtbot.keyClick(access.wall, Qt.Key.Key_Left, ALT)
    assert sorted(one.text for one in loose.wall.cards.cards) == ["a", "b"]


def test_a_theme_is_renamed_as_it_is_typed_and_removed_without_its_cards(
    qtbot: QtBot, panel: CardsPanel
) -> None:
    write(qtbot, panel, "a")
    qtbot.mouseClick(button(panel, "Themes"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.columns.new, "Acess")
    qtbot.keyClick(panel.columns.new, Qt.Key.Key_Return)
    column = panel.columns.columns[1]
    name = column.findChildren(QLineEdit)[0]
    qtbot.keyClick(name, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(name, "Access")
    panel.keep_drafts()
    assert panel.session.dossier.all(Theme)[0].name == "Access"
    qtbot.mouseClick(column.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert panel.session.dossier.all(Theme) == ()
    assert stored(panel) == ["a"]


def test_a_card_can_be_parked_from_its_menu(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b")
    choose(panel, 0)
    at = panel.wall.visualRect(panel.wall.cards.index(0)).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, panel.wall.mapToGlobal(at))
    QApplication.sendEvent(panel.wall.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (park,) = [one for one in menu.actions() if "parking list" in one.text()]
    place = menu.actionGeometry(park).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert shown(panel) == ["b"]
    assert [one.text for one in panel.session.dossier.all(ParkedItem)] == ["a"]


def test_the_later_parts_of_an_activity_stand_behind_a_tab(console: Opener) -> None:
    panel = panel_of(console(COMPLETE, "7.1"))
    assert button(panel, "Write down").isVisible()
    assert panel.parts


def test_cards_of_the_sample_stand_on_the_wall(console: Opener) -> None:
    panel = panel_of(console(COMPLETE, "2.1"))
    assert shown(panel) == stored(panel)
    assert len(shown(panel)) > 10


def test_the_model_keeps_qts_promises(qtbot: QtBot) -> None:
    model = CardModel()
    tester = QAbstractItemModelTester(model)
    orders = ["abc", "abxc", "bxc", "cxb", "", "abcdef", "fedcba", "ace", "abcdef"]
    for order in orders:
        model.set_cards([WallCard(ord(one), one) for one in order])
        assert "".join(one.text for one in model.cards) == order
        assert model.rowCount() == len(order)
    assert tester.model() is model


@pytest.mark.parametrize("width", [1280, 1366, 1440, 1600])
def test_a_few_cards_stand_side_by_side_at_even_distances(
    qtbot: QtBot, window: ConsoleWindow, panel: CardsPanel, width: int
) -> None:
    window.resize(width, 900)
    write(qtbot, panel, "one", "two", "three", "four", "five")
    wall = panel.wall
    places = [wall.visualRect(wall.cards.index(row)).topLeft() for row in range(5)]
    beside = wall.beside()
    assert beside > 1
    assert len({one.y() for one in places[:beside]}) == 1
    assert places[beside].y() > places[0].y()
    for place, under in zip(places[: 5 - beside], places[beside:], strict=False):
        assert place.x() == under.x()
