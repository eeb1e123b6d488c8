"""Which display is the room's, and where the room's window goes when displays come and go."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.room.displays import Displays, Identity, from_memory, identity_of, pick
from ui.room.numbers import Numbers
from ui.room.screen import RoomScreen
from ui.room.window import RoomWindow
from ui.theme.tokens import load_theme

LAPTOP = Identity("Maker", "Panel", "", "eDP-1")
BEAMER = Identity("Lumen", "L5", "77", "HDMI-1")
MONITOR = Identity("Maker", "Desk", "12", "DP-1")


@pytest.mark.parametrize(
    ("plugged", "console", "remembered", "room"),
    [
        ((LAPTOP,), LAPTOP, None, None),
        ((LAPTOP,), LAPTOP, BEAMER, None),
        ((LAPTOP, BEAMER), LAPTOP, None, BEAMER),
        ((BEAMER, LAPTOP), LAPTOP, None, BEAMER),
        ((LAPTOP, MONITOR, BEAMER), LAPTOP, None, MONITOR),
        ((LAPTOP, MONITOR, BEAMER), LAPTOP, BEAMER, BEAMER),
        ((LAPTOP, MONITOR), LAPTOP, BEAMER, MONITOR),
        ((LAPTOP, BEAMER), BEAMER, BEAMER, LAPTOP),
        ((), None, BEAMER, None),
    ],
)
def test_the_room_gets_the_remembered_display_or_any_but_the_consoles(
    plugged, console, remembered, room
):
    assert pick(plugged, console, remembered) == room


def test_a_display_is_known_at_another_connector_by_its_serial_number():
    moved = Identity(BEAMER.manufacturer, BEAMER.model, BEAMER.serial, "DP-3")
    assert moved.is_like(BEAMER)
    assert pick((LAPTOP, MONITOR, moved), LAPTOP, BEAMER) == moved
    assert not BEAMER.is_like(MONITOR)
    assert not Identity("Maker", "Panel", "", "eDP-2").is_like(LAPTOP)
    twin = Identity(BEAMER.manufacturer, BEAMER.model, "78", BEAMER.name)
    assert not twin.is_like(BEAMER)


def test_what_is_remembered_is_read_back():
    assert from_memory(str(BEAMER)) == BEAMER
    assert from_memory("") is None
    assert from_memory("of another version") is None


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def alone(qtbot, qapp, settings) -> RoomWindow:
    """The room's window with one display."""
    console = QWidget()
    qtbot.addWidget(console)
    console.show()
    window = RoomWindow(RoomScreen(), Displays(qapp, settings, console, console), settings)
    qtbot.addWidget(window)
    return window


def test_with_one_display_it_is_a_window(alone, qtbot):
    with qtbot.waitSignal(alone.shown_changed) as told:
        alone.start()
    assert told.args == [True]
    assert not alone.isFullScreen()
    whole = QApplication.primaryScreen().availableGeometry()
    assert whole.contains(alone.geometry())
    assert alone.width() < whole.width()
    assert alone.room.size() == alone.size()


def test_f5_fills_the_display_and_esc_only_leaves_that(alone, qtbot):
    alone.start()
    alone.toggle_fullscreen()
    assert alone.isFullScreen()
    with qtbot.waitSignal(alone.fullscreen_left):
        qtbot.keyClick(alone, Qt.Key.Key_Escape)
    assert not alone.isFullScreen()
    assert alone.isVisible()
    qtbot.keyClick(alone, Qt.Key.Key_Escape)
    assert alone.isVisible()
    assert alone.is_wanted
    qtbot.keyClick(alone, Qt.Key.Key_F5)
    assert alone.isFullScreen()


def test_it_never_takes_the_focus(alone):
    assert alone.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert alone.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert alone.room.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_can_be_put_away_and_closing_it_does_not_end_the_program(alone):
    alone.start()
    alone.stop()
    assert not alone.isVisible()
    assert not alone.is_wanted
    assert not alone.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_each_display_says_its_number(alone, qapp, settings, qtbot):
    console = QWidget()
    qtbot.addWidget(console)
    displays = Displays(qapp, settings, console, console)
    numbers = Numbers(displays, load_theme("light"), console)
    numbers.show()
    numbers.show()
    names = [one.accessibleName() for one in numbers.plates()]
    assert names == ["Display 1, the console’s"]
    assert numbers.plates()[0].grab().toImage().pixel(5, 5)
    numbers.hide()
    assert numbers.plates() == ()


def test_a_display_is_named_with_its_pixels(qapp, settings, qtbot):
    console = QWidget()
    qtbot.addWidget(console)
    displays = Displays(qapp, settings, console, console)
    only = displays.all()[0]
    assert displays.name(only) == f"Display 1 · {only.size().width()} × {only.size().height()}"
    assert identity_of(only).name == only.name()


TWO = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "dpr": 1},
    {"name": "beamer", "x": 1280, "y": 0, "width": 1024, "height": 768, "logicalDpi": 96, "dpr": 1},
]


def test_with_two_displays_the_room_follows_its_own(tmp_path):
    """In a process of its own: the platform without a screen reads its displays once."""
    plan = tmp_path / "screens.json"
    plan.write_text(json.dumps({"screens": TWO}), encoding="utf-8")
    env = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={plan}"}
    script = Path(__file__).with_name("two_displays.py")
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "settings.ini")],
        env=env | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[3])])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == "all of it"
