"""A live workshop put together: console, room screen and library are views of one file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.live import scene
from crm_workshop.live.seen import Black
from crm_workshop.live.views import View
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store
from tests.ui.console.conftest import CONTROL, SHIFT, Hands, button, press
from tests.ui.test_awake import System
from ui.awake import Awake
from ui.bridge import StoreBridge
from ui.console.palette import Palette
from ui.home.window import HomeWindow
from ui.live import LiveWorkshop
from ui.theme.look import dress
from ui.theme.tokens import load_theme
from ui.ways import Way, Where
from ui.windows import Windows

Opener = Callable[[], LiveWorkshop]


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, settings: QSettings, hands: Hands) -> Iterator[Opener]:
    """Return what opens the complete sample: again and again, with what is remembered."""
    store, kept = Store.open(":memory:", now=hands), list[LiveWorkshop]()
    number = import_workshop(store, samples()[0].data)
    bridge = StoreBridge(store)

    def make() -> LiveWorkshop:
        made = LiveWorkshop(store, bridge, number, dress(qapp, load_theme("light")), settings)
        qtbot.addWidget(made.console)
        qtbot.addWidget(made.room)
        made.console.activateWindow()
        qtbot.waitUntil(made.console.isActiveWindow)
        kept.append(made)
        return made

    yield make
    for made in filter(isValid, kept):
        made.deleteLater()
    qtbot.waitUntil(lambda: not any(map(isValid, kept)))


@pytest.fixture
def live(opened: Opener) -> LiveWorkshop:
    return opened()


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


def test_the_room_is_painted_before_the_console_begins(qtbot: QtBot, live: LiveWorkshop) -> None:
    seen: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                seen.append("room" if watched is live.room.room else "console")
            return False

    live.console.room_requested.emit()
    store, session = live.session.store, live.session
    live.console.go_to(store.all(Activity, session.workshop_id)[2].id)
    scene.show_live(store, session.workshop_id)
    with qtbot.waitExposed(live.room):
        pass
    watch = Watch()
    for one in (live.room.room, live.console.foot):
        one.installEventFilter(watch)
    live.session.changed.connect(lambda: seen.append("told"))
    scene.set_view(store, session.workshop_id, View.QUESTION)
    scene.set_view(store, session.workshop_id, View.CARDS)
    assert seen[:2] == ["room", "told"]


def test_both_clocks_tick_together(qtbot: QtBot, live: LiveWorkshop, hands: Hands) -> None:
    store, session = live.session.store, live.session
    live.console.room_requested.emit()
    live.console.go_to(store.all(Activity, session.workshop_id)[2].id)
    scene.show_live(store, session.workshop_id)
    live.console.run("clock")
    for _ in range(3):
        hands.wait(seconds=7)
        with qtbot.waitSignal(live.console.side.clock.ticked):
            pass
        shown = live.room.room.view.clock
        assert shown is not None
        assert shown.text == live.console.side.clock.time.text()


def test_closing_the_console_ends_it_and_keeps_everything(qtbot: QtBot, live: LiveWorkshop) -> None:
    marks: list[int | None] = []
    library = QWidget()
    qtbot.addWidget(library)
    windows = Windows(library, {Where.LIVE: lambda _: live}, marks.append)
    number = live.session.workshop_id
    way = Way(Where.LIVE, number)
    library.show()
    assert windows.go(way) is windows.go(way) is live
    assert not library.isVisible()
    assert windows.workshops() == {number}
    live.console.room_requested.emit()
    before = live.session.store.load(live.session.workshop_id).rows[Activity]
    with qtbot.waitSignal(live.closed):
        live.console.close()
    assert (len(windows), marks, live.room.isVisible()) == (0, [number, None], False)
    assert library.isVisible()
    assert live.session.store.load(live.session.workshop_id).rows[Activity] == before


def test_a_key_in_the_library_opens_the_workshop_live(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    dress(qapp)
    store = Store.open(tmp_path / "library.crmw")
    number = import_workshop(store, samples()[2].data)
    home = HomeWindow(store, StoreBridge(store))
    qtbot.addWidget(home)
    with qtbot.waitActive(home):
        home.show()
    view = home.findChildren(QListView)[0]
    with qtbot.waitSignal(home.way_chosen) as asked:
        qtbot.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Way(Where.LIVE, number)]


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


def test_f5_starts_the_room_screen_and_esc_only_leaves_fullscreen(
    qtbot: QtBot, live: LiveWorkshop
) -> None:
    console, room = live.console, live.room
    press(qtbot, console, Qt.Key.Key_F5)
    assert (room.isVisible(), room.isFullScreen()) == (True, False), "with one display: a rehearsal"
    press(qtbot, console, Qt.Key.Key_F5)
    assert room.isFullScreen()
    before = live.session.scene
    press(qtbot, console, Qt.Key.Key_Escape)
    assert (room.isVisible(), room.isFullScreen()) == (True, False)
    press(qtbot, console, Qt.Key.Key_Escape)
    assert (room.isVisible(), console.isVisible(), live.session.scene) == (True, True, before)
    press(qtbot, console, Qt.Key.Key_F5, SHIFT)
    assert not room.isVisible()
    assert console.isVisible()


def test_esc_first_closes_what_is_open(qtbot: QtBot, live: LiveWorkshop) -> None:
    live.room.toggle_fullscreen()
    live.room.toggle_fullscreen()
    press(qtbot, live.console, Qt.Key.Key_K, CONTROL)
    palette = live.console.findChild(Palette)
    assert palette is not None
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert live.room.isFullScreen()


def test_closing_the_rooms_window_puts_it_away(qtbot: QtBot, live: LiveWorkshop) -> None:
    press(qtbot, live.console, Qt.Key.Key_F5)
    with qtbot.waitSignal(live.room.shown_changed) as told:
        live.room.close()
    assert (told.args, live.room.is_wanted) == ([False], False)


def test_pages_are_those_of_the_room_screen(qtbot: QtBot, live: LiveWorkshop) -> None:
    press(qtbot, live.console, Qt.Key.Key_F5)
    live.room.setGeometry(0, 0, 300, 300)
    console, session = live.console, live.session
    session.do(scene.show_live, session.store, session.workshop_id)
    activity = session.dossier.activity("2.1")
    assert activity is not None
    console.go_to(activity.id)
    pages = live.room.room.pages
    assert pages > console.side.preview.pages
    turned = [session.scene.page]
    for _ in range(pages + 1):
        press(qtbot, console, Qt.Key.Key_PageDown, CONTROL)
        turned.append(session.scene.page)
    assert turned == [*range(pages), pages - 1, pages - 1]
    press(qtbot, console, Qt.Key.Key_PageUp)
    assert session.scene.page == pages - 2


def test_windows_come_back_where_they_were_and_can_be_seen(
    qtbot: QtBot, opened: Opener, settings: QSettings
) -> None:
    first = opened()
    first.console.showNormal()
    first.console.move(9000, 7000)
    press(qtbot, first.console, Qt.Key.Key_F5)
    first.room.setGeometry(70, 90, 320, 180)
    first.console.named_actions["preview"].trigger()
    first.console.close()
    second = opened()
    whole = second.console.screen().availableGeometry()
    assert whole.contains(second.console.geometry()), settings.value("console/place")
    assert not second.console.side.preview.isVisible()
    assert not second.room.isVisible(), "it opens by itself after a proper end"
    press(qtbot, second.console, Qt.Key.Key_F5)
    assert second.room.geometry() == QRect(70, 90, 320, 180)


def test_after_a_cut_the_room_screen_is_back_and_the_cut_is_said(
    qtbot: QtBot, opened: Opener, settings: QSettings
) -> None:
    first = opened()
    press(qtbot, first.console, Qt.Key.Key_F5)
    first.room.setGeometry(70, 90, 320, 180)
    qtbot.waitUntil(lambda: "320" in str(settings.value("room/place")))
    second = opened()
    second.resume()
    assert second.room.isVisible()
    assert second.room.geometry() == first.room.geometry()
    (said,) = second.console.notices.texts
    assert ("cut off" in said, "the clock" in said) == (True, False), "the clock never ran"


def test_a_display_that_is_gone_after_a_cut_is_waited_for(
    qtbot: QtBot, live: LiveWorkshop, settings: QSettings
) -> None:
    settings.setValue("room/state", "full")
    settings.setValue("room/display", "Lumen\nL5\n77\nHDMI-1")
    live.resume()
    assert not live.room.isVisible()
    assert any("L5" in one for one in live.console.notices.texts)
    assert live.room.is_wanted


def test_another_theme_reaches_every_window(qtbot: QtBot, live: LiveWorkshop) -> None:
    press(qtbot, live.console, Qt.Key.Key_F5)
    light = live.room.room.grab().toImage().pixelColor(2, 2)
    live.set_theme(load_theme("dark"))
    assert live.room.room.grab().toImage().pixelColor(2, 2).lightness() < light.lightness()
    assert live.console.theme.name == "dark"
