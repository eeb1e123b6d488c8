"""From an empty library to a workshop that is ready: one short path, by the keyboard alone."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crm_workshop.model.choices import Sector
from crm_workshop.store.library import Store
from tests.ui.console.conftest import CONTROL, front_dialog, press
from ui.awake import Awake
from ui.bridge import StoreBridge
from ui.console.dialogs import Ask
from ui.home.window import HomeWindow
from ui.makers import Makers
from ui.prepare.people import PeoplePage
from ui.prepare.window import PrepareWindow
from ui.theme.look import dress
from ui.theme.looks import Looks
from ui.theme.tokens import Theme, load_theme
from ui.ways import Spot, Way, Where
from ui.windows import Windows


class Live(QWidget):
    """Stands where a workshop's console would."""

    closed = Signal()
    way_chosen = Signal(object)

    def __init__(self, workshop_id: int) -> None:
        super().__init__()
        self.workshop_id = workshop_id

    def bring_forward(self) -> None:
        self.show()

    def go_to_spot(self, spot: Spot) -> None:
        raise AssertionError(spot)

    def set_theme(self, theme: Theme) -> None:
        raise AssertionError(theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


@pytest.fixture
def library(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[tuple[Store, HomeWindow, Windows]]:
    """The library's window with all that its ways lead to, as the program has it."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store, looks, awake = Store.open(":memory:"), Looks(qapp, settings), Awake()
    bridge = StoreBridge(store)
    home = HomeWindow(store, bridge)
    qtbot.addWidget(home)
    makers = dict(Makers(store, bridge, looks, settings, awake).all()) | {Where.LIVE: Live}
    windows = Windows(home, makers, lambda _marked: None)
    home.way_chosen.connect(windows.go)
    with qtbot.waitExposed(home):
        home.show()
    home.activateWindow()
    yield store, home, windows
    awake.close()
    dress(qapp, load_theme("light"))


def front(qtbot: QtBot, kind: type[PrepareWindow]) -> PrepareWindow:
    """Return the window of a kind that is shown, once it has the keyboard."""
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_a_workshop_is_made_and_prepared_by_the_keyboard(
    qtbot: QtBot, library: tuple[Store, HomeWindow, Windows]
) -> None:
    store, home, windows = library
    press(qtbot, home, Qt.Key.Key_N, CONTROL)
    ask = front_dialog(qtbot, home, Ask)
    qtbot.keyClicks(QApplication.focusWidget() or ask, "Marlowe & Vane")
    press(qtbot, ask, Qt.Key.Key_Return)
    (made,) = store.workshops()
    window = front(qtbot, PrepareWindow)
    assert not home.isVisible()
    for typed in ("b", "", "21 Nov 2026", "9:30", "The old library", "Ines Halloran"):
        qtbot.keyClicks(QApplication.focusWidget() or window, typed)
        press(qtbot, window, Qt.Key.Key_Tab)
    now = store.load(made.id).workshop
    assert (now.firm, now.sector) == ("Marlowe & Vane", Sector.B2B)
    assert (now.held_on, now.starts) == (date(2026, 11, 21), time(9, 30))
    assert (now.place, now.facilitator) == ("The old library", "Ines Halloran")
    for _ in range(2):
        press(qtbot, window, Qt.Key.Key_PageDown, CONTROL)
    assert isinstance(window.page, PeoplePage)
    with qtbot.waitSignal(window.closed):
        press(qtbot, window, Qt.Key.Key_L, CONTROL)
    live = windows.go(Way(Where.LIVE, made.id))
    assert isinstance(live, Live)
    assert (len(windows), live.workshop_id, home.isVisible()) == (1, made.id, False)
    live.close()
    assert home.isVisible()
