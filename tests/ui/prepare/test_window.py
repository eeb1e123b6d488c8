"""The window of the preparation: its pages, its ways, and what is being typed when it is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import CONTROL, button, press, the
from tests.ui.prepare.conftest import Opener
from ui.prepare.pages import PAGES
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
