"""A live workshop put together: console, room screen and library are views of one file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.live import scene
from crm_workshop.live.seen import Black
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store
from tests.ui.console.conftest import button
from tests.ui.test_awake import System
from ui.awake import Awake
from ui.bridge import StoreBridge
from ui.home.window import HomeWindow
from ui.live import LiveWorkshop, keep_until_closed
from ui.theme.look import dress


@pytest.fixture
def live(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> LiveWorkshop:
    store = Store.open(":memory:")
    number = import_workshop(store, samples()[0].data)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = LiveWorkshop(store, StoreBridge(store), number, dress(qapp), settings)
    qtbot.addWidget(made.console)
    qtbot.addWidget(made.room)
    return made


def test_the_room_follows_what_the_console_shows(qtbot: QtBot, live: LiveWorkshop) -> None:
    store, session = live.session.store, live.session
    with qtbot.waitSignal(live.room.shown_changed):
        live.console.room_requested.emit()
    assert live.room.isVisible()
    activity = store.all(Activity, session.workshop_id)[2]
    live.console.go_to(activity.id)
    scene.show_live(store, session.workshop_id)
    view = session.room_view()
    assert (view.title, live.room.room.accessibleDescription() != "") == (
        session.words.say("Silent definitions"),
        True,
    )
    scene.blank_room(store, session.workshop_id)
    assert isinstance(session.room_view().body, Black)
    assert live.room.room.accessibleDescription() == ""


def test_closing_the_console_ends_it_and_keeps_everything(qtbot: QtBot, live: LiveWorkshop) -> None:
    kept: list[LiveWorkshop] = []
    keep_until_closed(live, kept)
    live.console.room_requested.emit()
    before = live.session.store.load(live.session.workshop_id).rows[Activity]
    with qtbot.waitSignal(live.closed):
        live.console.close()
    assert (kept, live.room.isVisible()) == ([], False)
    assert live.session.store.load(live.session.workshop_id).rows[Activity] == before


def test_enter_in_the_library_opens_the_workshop(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    dress(qapp)
    store = Store.open(tmp_path / "library.crmw")
    number = import_workshop(store, samples()[2].data)
    home = HomeWindow(store, StoreBridge(store))
    qtbot.addWidget(home)
    home.show()
    view = home.findChildren(QListView)[0]
    view.setFocus()
    with qtbot.waitSignal(home.open_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [number]


def test_it_is_held_awake_until_it_ends_and_a_refusal_is_said(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    system = System(agrees=False)
    awake = Awake(system.request)
    store = Store.open(":memory:")
    number = import_workshop(store, samples()[0].data)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    with qtbot.waitSignal(awake.refused):
        live = LiveWorkshop(store, StoreBridge(store), number, dress(qapp), settings, awake)
    qtbot.addWidget(live.room)
    assert ["stay awake" in one for one in live.console.notices.texts] == [True]
    live.console.named_actions["it_project"].trigger()
    assert live.console.notices.texts, "it goes with the next change, unread"
    qtbot.mouseClick(button(live.console.notices, "Close"), Qt.MouseButton.LeftButton)
    assert live.console.notices.texts == ()
    live.console.close()
    awake.close()
    assert (system.asked, system.holding) == (1, 0)


def test_a_display_that_is_gone_is_said_until_it_is_back(qtbot: QtBot, live: LiveWorkshop) -> None:
    live.displays.lost.emit("Display 2 · 1024 × 768")
    live.console.named_actions["it_project"].trigger()
    assert ["Display 2" in one for one in live.console.notices.texts] == [True]
    live.displays.lost.emit("Display 3 · 1920 × 1080")
    assert ["Display 3" in one for one in live.console.notices.texts] == [True]
    live.displays.returned.emit("Display 3 · 1920 × 1080")
    assert live.console.notices.texts == ()
