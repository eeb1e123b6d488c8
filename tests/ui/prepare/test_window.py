"""The window of the preparation: its pages, its ways, and what is being typed when it is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from crm_workshop.errors import LockedLibraryError
from tests.ui.console.conftest import CONTROL, button, front_dialog, press, the
from tests.ui.prepare.conftest import Opener
from ui.console.dialogs import KeysPage
from ui.console.palette import Palette
from ui.prepare.actions import ACTIONS
from ui.prepare.pages import PAGES
from ui.prepare.words import WordsPage
from ui.ways import Spot, Way, Where


def test_the_keyboard_is_where_work_begins(preparation: Opener) -> None:
    window = preparation()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is window.page.first_focus()


def test_what_is_typed_is_kept_when_the_window_is_left(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation()
    field = the(window, QLineEdit, "Place")
    field.setFocus()
    qtbot.keyClicks(field, "The old library")
    with qtbot.waitSignal(window.closed):
        press(qtbot, window, Qt.Key.Key_W, CONTROL)
    store = window.session.store
    assert store.load(window.session.workshop_id).workshop.place == "The old library"


def test_going_live_leads_to_the_console_and_closes_the_preparation(
    qtbot: QtBot, preparation: Opener
) -> None:
    window = preparation()
    with qtbot.waitSignal(window.closed), qtbot.waitSignal(window.way_chosen) as asked:
        qtbot.mouseClick(button(window, "&Go live"), Qt.MouseButton.LeftButton)
    assert asked.args == [Way(Where.LIVE, window.session.workshop_id)]


def test_the_library_is_one_click_away(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation()
    with qtbot.waitSignal(window.closed), qtbot.waitSignal(window.way_chosen) as asked:
        qtbot.mouseClick(button(window, "Library"), Qt.MouseButton.LeftButton)
    assert asked.args == [Way(Where.LIBRARY)]


def test_ctrl_page_down_goes_through_the_pages_and_round(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation()
    seen = []
    for _ in PAGES:
        press(qtbot, window, Qt.Key.Key_PageDown, CONTROL)
        seen.append(type(window.page))
    assert seen == [*PAGES[1:], PAGES[0]]


def test_a_way_leads_to_a_field(preparation: Opener) -> None:
    window = preparation()
    window.go_to_spot(Spot("workshop", window.session.workshop_id, "facilitator"))
    focused = QApplication.focusWidget()
    assert focused is the(window, QLineEdit, "Facilitator")


def test_no_key_stands_for_two_actions() -> None:
    keys = [QKeySequence(key).toString() for one in ACTIONS for key in one.keys]
    assert "" not in keys
    assert len(keys) == len(set(keys))


def test_every_action_is_done_by_somebody_and_stands_in_the_menu(
    qtbot: QtBot, preparation: Opener
) -> None:
    window = preparation()
    assert set(window._slots) == {one.id for one in ACTIONS}
    press(qtbot, window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    inside = [one.menu() for one in menu.actions()]
    found = {one.objectName() for sub in inside if isinstance(sub, QMenu) for one in sub.actions()}
    menu.close()
    assert found == {one.id for one in ACTIONS}


def test_a_page_is_found_by_its_name_in_the_palette(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation()
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    palette = front_dialog(qtbot, window, Palette)
    qtbot.keyClicks(QApplication.focusWidget(), "words")
    press(qtbot, palette, Qt.Key.Key_Return)
    assert isinstance(window.page, WordsPage)


def test_all_keys_are_on_one_page(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation()
    press(qtbot, window, Qt.Key.Key_F1)
    page = front_dialog(qtbot, window, KeysPage)
    said = {one.text() for one in page.findChildren(QLabel)}
    assert {"Ctrl+K", "Find a command…", "PAGES", "Ctrl+PgDn", "Next page"} <= said
    assert "AGENDA" not in said


def test_what_cannot_be_written_keeps_the_window(
    qtbot: QtBot, preparation: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = preparation()
    field = the(window, QLineEdit, "Place")
    field.setFocus()
    qtbot.keyClicks(field, "The old library")

    def held(*_: object, **__: object) -> None:
        raise LockedLibraryError("Another program holds the library.")

    with monkeypatch.context() as patched:
        patched.setattr(type(window.session.store), "step", held)
        patched.setattr(type(window.session.store), "keep", held)
        assert not window.close()
        assert any("stays open" in one.text() for one in window.findChildren(QLabel))
    with qtbot.waitSignal(window.closed):
        assert window.close()
    assert window.session.store.load(window.session.workshop_id).workshop.place == "The old library"
