"""Leaving black, freeze or the holding slide never shows for a moment what stood there before."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.live import scene
from crm_workshop.live.seen import RoomView
from crm_workshop.store.library import Store
from ui.bridge import StoreBridge
from ui.live import LiveWorkshop
from ui.room.screen import RoomScreen
from ui.theme.look import dress
from ui.theme.tokens import load_theme


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[RoomView]:
    """Every view in the order in which the room screens painted it."""
    views: list[RoomView] = []
    paint = RoomScreen.paintEvent

    def watched(self: RoomScreen, event: QPaintEvent) -> None:
        paint(self, event)
        if self.window().windowTitle() == "Room screen":
            views.append(self.view)

    monkeypatch.setattr(RoomScreen, "paintEvent", watched)
    return views


@pytest.fixture
def live(qtbot: QtBot, qapp: QApplication, tmp_path: Path, painted: list[RoomView]) -> LiveWorkshop:
    """A live workshop with its room screen, made after its painting is watched."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store = Store.open(":memory:")
    number = import_workshop(store, samples()[0].data)
    made = LiveWorkshop(
        store, StoreBridge(store), number, dress(qapp, load_theme("light")), settings
    )
    qtbot.addWidget(made.console)
    qtbot.addWidget(made.room)
    go(made, "2.1")
    scene.show_live(store, number)
    with qtbot.waitExposed(made.room):
        made.room.start()
    return made


def go(live: LiveWorkshop, key: str) -> None:
    activity = live.session.dossier.activity(key)
    assert activity is not None
    scene.go_to_activity(live.session.store, activity.id)


def picture(live: LiveWorkshop) -> QImage:
    return live.room.grab().toImage()


def wait_for_paint(qtbot: QtBot, live: LiveWorkshop, painted: list[RoomView]) -> None:
    """Go on once the room screen has painted what the session holds now."""
    qtbot.waitUntil(lambda: painted[-1:] == [live.room.room.view])


def titles(painted: list[RoomView]) -> list[str]:
    return [one.title for one in painted]


def test_what_changed_behind_the_black_is_all_that_is_seen_after_it(
    qtbot: QtBot, live: LiveWorkshop, painted: list[RoomView]
) -> None:
    store, number = live.session.store, live.session.workshop_id
    old = live.session.room_view().title
    scene.blank_room(store, number)
    wait_for_paint(qtbot, live, painted)
    painted.clear()
    go(live, "4.3")
    scene.show_live(store, number)
    wait_for_paint(qtbot, live, painted)
    assert old not in titles(painted)
    assert painted[-1].title not in ("", old)


@pytest.mark.parametrize("begin", ["freeze", "holding"])
def test_what_changed_behind_freeze_and_holding_slide_too(
    qtbot: QtBot, live: LiveWorkshop, painted: list[RoomView], begin: str
) -> None:
    store, number, session = live.session.store, live.session.workshop_id, live.session
    old = session.room_view().title
    if begin == "freeze":
        scene.freeze_room(store, number, kit=session.kit, now=session.now())
    else:
        scene.hold_room(store, number)
    go(live, "4.3")
    assert live.room.room.view.title == (old if begin == "freeze" else "")
    scene.blank_room(store, number)
    painted.clear()
    scene.show_live(store, number)
    wait_for_paint(qtbot, live, painted)
    assert set(titles(painted)) == {session.room_view().title}
    assert old not in titles(painted)


def test_a_room_screen_that_comes_back_shows_at_once_what_is_live(
    qtbot: QtBot, live: LiveWorkshop, painted: list[RoomView]
) -> None:
    store, number = live.session.store, live.session.workshop_id
    old = live.session.room_view().title
    live.room.stop()
    scene.blank_room(store, number)
    painted.clear()
    live.room.start()
    wait_for_paint(qtbot, live, painted)
    assert set(titles(painted)) == {""}, "it shows for a moment what stood there before"
    live.room.stop()
    go(live, "4.3")
    scene.show_live(store, number)
    painted.clear()
    live.room.start()
    wait_for_paint(qtbot, live, painted)
    assert titles(painted), "it was never painted"
    assert set(titles(painted)) == {live.session.room_view().title}
    assert old not in titles(painted)


def test_black_is_black_in_every_pixel_from_the_first_frame(
    qtbot: QtBot, live: LiveWorkshop, painted: list[RoomView]
) -> None:
    scene.blank_room(live.session.store, live.session.workshop_id)
    image = picture(live)
    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }
    assert seen == {"#000000"}


def test_states_that_follow_one_another_quickly_leave_no_trace(
    qtbot: QtBot, live: LiveWorkshop, painted: list[RoomView]
) -> None:
    """The last one counts, and what fades in never fades over what stood there before."""
    store, number = live.session.store, live.session.workshop_id
    for key in ("2.2", "3.1", "4.3", "2.1", "4.4"):
        go(live, key)
        scene.blank_room(store, number)
        scene.show_live(store, number)
    wait_for_paint(qtbot, live, painted)
    assert not live.room.room.is_fading
    alone = RoomScreen(load_theme("light"), reduced_motion=True)
    qtbot.addWidget(alone)
    alone.resize(live.room.room.size())
    alone.show_view(live.session.room_view())
    assert live.room.room.grab().toImage() == alone.grab().toImage()
