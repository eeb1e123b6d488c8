"""The cards panel: as quick as paper, and nothing typed is ever lost."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_workshop.activities.standing import standing_cards
from crm_workshop.model.capture import Card, ParkedItem, Theme
from tests.ui.console.conftest import COMPLETE, Opener, button
from ui.activities.cards import CardsPanel
from ui.activities.wall.delegate import CardEdit
from ui.activities.wall.model import CardModel, WallCard
from ui.console.window import ConsoleWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def panel_of(window: ConsoleWindow) -> CardsPanel:
    panel = window.work.panel
    assert isinstance(panel, CardsPanel)
    return panel


@pytest.fixture
def window(console: Opener) -> ConsoleWindow:
    return console(key="2.1")


@pytest.fixture
def panel(window: ConsoleWindow) -> CardsPanel:
    return panel_of(window)


def write(qtbot: QtBot, panel: CardsPanel, *texts: str) -> None:
    for text in texts:
        qtbot.keyClicks(panel.capture, text)
        qtbot.keyClick(panel.capture, Qt.Key.Key_Return)


def stored(panel: CardsPanel) -> list[str]:
    return [one.text for one in standing_cards(panel.session.dossier, panel.activity_id)]


def shown(panel: CardsPanel) -> list[str]:
    return [one.text for one in panel.wall.cards.cards]


def choose(panel: CardsPanel, *rows: int) -> None:
    """Choose cards as Ctrl and the mouse do; the last one is the current one."""
    panel.wall.setFocus()
    panel.wall.clearSelection()
    for row in rows:
        index = panel.wall.cards.index(row)
        flag = QItemSelectionModel.SelectionFlag.Select
        panel.wall.selectionModel().setCurrentIndex(index, flag)


def test_enter_adds_a_card_and_the_next_can_be_typed(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "ring first", "one list of contacts")
    assert stored(panel) == shown(panel) == ["ring first", "one list of contacts"]
    assert panel.capture.text() == ""
    assert panel.capture.hasFocus()
    assert not any(one.revealed for one in panel.session.dossier.of(Card, panel.activity_id))


def test_a_card_typed_slowly_is_one_step_of_undo(qtbot: QtBot, panel: CardsPanel) -> None:
    store, workshop_id = panel.session.store, panel.session.workshop_id
    before = store.undo_name(workshop_id)
    qtbot.keyClicks(panel.capture, "ring ")
    panel.capture.keep_draft()
    qtbot.keyClicks(panel.capture, "first")
    qtbot.keyClick(panel.capture, Qt.Key.Key_Return)
    assert store.undo_name(workshop_id) == "Add card"
    store.undo(workshop_id)
    assert stored(panel) == shown(panel) == []
    assert store.undo_name(workshop_id) == before


def test_a_draft_reaches_the_file_by_itself_and_stays_in_the_field(
    qtbot: QtBot, panel: CardsPanel
) -> None:
    with qtbot.waitSignal(panel.session.changed, timeout=1000):
        qtbot.keyClicks(panel.capture, "half a thought")
    assert stored(panel) == ["half a thought"]
    assert shown(panel) == []
    assert panel.capture.text() == "half a thought"


def test_a_draft_is_never_revealed_with_the_others(
    qtbot: QtBot, window: ConsoleWindow, panel: CardsPanel
) -> None:
    write(qtbot, panel, "first")
    qtbot.keyClicks(panel.capture, "not yet")
    window.run("on")
    seen = window.session.room_view().body
    assert [one.text for one in seen.cards] == ["first"]  # type: ignore[union-attr]


def test_what_was_wiped_out_again_leaves_no_card(qtbot: QtBot, panel: CardsPanel) -> None:
    qtbot.keyClicks(panel.capture, "no")
    panel.capture.keep_draft()
    qtbot.keyClick(panel.capture, Qt.Key.Key_Backspace)
    qtbot.keyClick(panel.capture, Qt.Key.Key_Backspace)
    panel.capture.keep_draft()
    assert stored(panel) == []


def test_moving_on_keeps_what_is_typed(
    qtbot: QtBot, window: ConsoleWindow, panel: CardsPanel
) -> None:
    qtbot.keyClicks(panel.capture, "still typing")
    window.run("next_activity")
    window.run("previous_activity")
    assert stored(panel_of(window)) == ["still typing"]


def test_a_pasted_list_is_many_cards_in_one_step(qtbot: QtBot, panel: CardsPanel) -> None:
    QApplication.clipboard().setText("• one\n• two\n\n• three")
    qtbot.keyClick(panel.capture, Qt.Key.Key_V, CONTROL)
    assert shown(panel) == ["one", "two", "three"]
    assert panel.session.store.undo_name(panel.session.workshop_id) == "Paste cards"


def test_one_pasted_line_is_text_in_the_field(qtbot: QtBot, panel: CardsPanel) -> None:
    QApplication.clipboard().setText("just words")
    qtbot.keyClick(panel.capture, Qt.Key.Key_V, CONTROL)
    assert panel.capture.text() == "just words"
    assert stored(panel) == []


def test_a_card_is_written_on_in_place(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "ring frist")
    choose(panel, 0)
    qtbot.keyClick(panel.wall, Qt.Key.Key_F2)
    (field,) = panel.wall.findChildren(CardEdit)
    field.selectAll()
    qtbot.keyClicks(field, "ring first")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert stored(panel) == ["ring first"]


def test_escape_ends_the_writing_and_keeps_the_words(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "ring")
    choose(panel, 0)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Return)
    (field,) = panel.wall.findChildren(CardEdit)
    qtbot.keyClicks(field, " first")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert stored(panel) == ["ring first"]


def test_an_open_field_survives_what_happens_elsewhere(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "ring", "write")
    choose(panel, 1)
    qtbot.keyClick(panel.wall, Qt.Key.Key_Return)
    (field,) = panel.wall.findChildren(CardEdit)
    qtbot.keyClicks(field, " back")
    panel.session.store.undo_name(panel.session.workshop_id)
    card = panel.session.dossier.of(Card, panel.activity_id)[0]
    panel.hands.do(_delete, card.id)
    assert panel.wall.findChildren(CardEdit) == [field]
    assert field.toPlainText() == "write back"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert stored(panel) == ["write back"]


def _delete(store: object, card_id: int, *, by: str) -> None:
    from crm_workshop.activities.cards import delete_card
    from crm_workshop.store.library import Store

    assert isinstance(store, Store)
    delete_card(store, card_id, by=by)


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


def test_a_drop_puts_cards_behind_another(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b", "c")
    a, b, c = (one.id for one in panel.wall.cards.cards)
    panel.wall.dropped.emit((a, c), b)
    assert shown(panel) == ["b", "a", "c"]
    panel.wall.dropped.emit((c,), 0)
    assert shown(panel) == ["c", "b", "a"]


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
    loose.wall.choose(loose.wall.cards.cards[0].id)
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
    name.selectAll()
    qtbot.keyClicks(name, "Access")
    panel.keep_drafts()
    assert panel.session.dossier.all(Theme)[0].name == "Access"
    qtbot.mouseClick(column.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert panel.session.dossier.all(Theme) == ()
    assert stored(panel) == ["a"]


def test_a_card_can_be_parked_from_its_menu(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "a", "b")
    choose(panel, 0)
    panel.wall.asked.emit("park", panel.wall.chosen())
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
