"""The cards panel: writing, drafts, pasting, editing in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from crm_workshop.model.capture import Card, Theme
from crm_workshop.model.workshop import HalfTyped
from tests.ui.console.conftest import Opener, button, live_key, press, the
from tests.ui.console.wall import choose, panel_of, shown, stored, write
from ui.activities.cards import CardsPanel
from ui.activities.wall.delegate import CardEdit
from ui.console.window import ConsoleWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def cards(panel: CardsPanel) -> tuple[Card, ...]:
    return panel.session.dossier.of(Card, panel.activity_id)


@pytest.fixture
def window(console: Opener) -> ConsoleWindow:
    return console(key="2.1")


@pytest.fixture
def panel(window: ConsoleWindow) -> CardsPanel:
    return panel_of(window)


def test_enter_adds_a_card_and_the_next_can_be_typed(qtbot: QtBot, panel: CardsPanel) -> None:
    write(qtbot, panel, "ring first", "one list of contacts")
    assert stored(panel) == shown(panel) == ["ring first", "one list of contacts"]
    assert panel.capture.text() == ""
    assert panel.capture.hasFocus()
    assert not any(one.revealed for one in panel.session.dossier.of(Card, panel.activity_id))


def test_who_wrote_a_card_may_be_said_beside_it(qtbot: QtBot, panel: CardsPanel) -> None:
    qtbot.keyClicks(panel.capture, "ring first")
    press(qtbot, panel, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "J. Amadi")
    press(qtbot, panel, Qt.Key.Key_Return)
    write(qtbot, panel, "one list of contacts")
    authors = [one.author for one in panel.session.dossier.of(Card, panel.activity_id)]
    assert authors == ["J. Amadi", ""]


def test_who_writes_a_card_is_in_the_file_before_enter(qtbot: QtBot, panel: CardsPanel) -> None:
    qtbot.keyClicks(panel.capture, "ring first")
    press(qtbot, panel, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(cards(panel)) == 1)
    qtbot.keyClicks(QApplication.focusWidget(), "J. Amadi")
    qtbot.waitUntil(lambda: cards(panel)[0].author == "J. Amadi", timeout=1000)


def test_half_the_name_of_a_new_theme_is_in_the_file(
    qtbot: QtBot, window: ConsoleWindow, panel: CardsPanel
) -> None:
    qtbot.mouseClick(button(panel, "Themes"), Qt.MouseButton.LeftButton)
    field = the(panel, QLineEdit, "New theme")
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.session.changed, timeout=1000):
        qtbot.keyClicks(field, "How we ans")
    press(qtbot, panel, Qt.Key.Key_Plus, CONTROL)  # larger text makes the panel anew
    panel = panel_of(window)
    qtbot.mouseClick(button(panel, "Themes"), Qt.MouseButton.LeftButton)
    field = the(panel, QLineEdit, "New theme")
    assert field.text() == "How we ans"
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, "wer")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [one.name for one in window.session.dossier.all(Theme)] == ["How we answer"]
    assert field.text() == window.session.dossier.one(HalfTyped).texts == ""


def test_page_down_reveals_the_other_cards_before_it_goes_on(
    qtbot: QtBot, window: ConsoleWindow, panel: CardsPanel
) -> None:
    write(qtbot, panel, "ring first", "one list of contacts")
    press(qtbot, panel, Qt.Key.Key_R, CONTROL)
    press(qtbot, panel, Qt.Key.Key_PageDown)
    assert all(one.revealed for one in panel.session.dossier.of(Card, panel.activity_id))
    assert live_key(window) == "2.1"
    press(qtbot, panel, Qt.Key.Key_PageDown)
    assert live_key(window) == "2.2"


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
