"""Windows come back where they were, and always where they can be seen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.memory import Key, remember, remembered
from ui.places import Place, PlaceKeeper, place_from, within
from ui.room.displays import Identity, identity_of
from ui.widgets.placing import FRAME

ROOT = Path(__file__).parents[2]
ROOM = QRect(1280, 0, 1024, 768)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@given(
    x=st.integers(-9000, 9000),
    y=st.integers(-9000, 9000),
    width=st.integers(1, 9000),
    height=st.integers(1, 9000),
)
def test_no_window_is_put_where_it_cannot_be_seen(x: int, y: int, width: int, height: int) -> None:
    found = within(QRect(x, y, width, height), ROOM)
    assert ROOM.contains(found)
    assert found.top() - ROOM.top() >= FRAME.height(), "its title bar is off the display"
    assert within(found, ROOM) == found


def test_what_fits_stays_as_it_is() -> None:
    wanted = QRect(1400, 100, 600, 400)
    assert within(wanted, ROOM) == wanted


@pytest.mark.parametrize("text", ["", "{}", "of another version", '{"x": 1}'])
def test_what_cannot_be_read_is_no_place(text: str) -> None:
    assert place_from(text) is None


def test_what_is_remembered_is_in_the_file_at_once(settings: QSettings) -> None:
    remember(settings, Key.ZOOM, "1.5")
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert remembered(again, Key.ZOOM) == "1.5"
    remember(settings, Key.ZOOM, "")
    assert "zoom" not in Path(settings.fileName()).read_text("utf-8")


def test_a_window_comes_back_where_it_was_moved(qtbot: QtBot, settings: QSettings) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    PlaceKeeper(window, settings, Key.CONSOLE)
    window.show()
    window.setGeometry(60, 90, 420, 310)
    qtbot.waitUntil(lambda: "420" in remembered(settings, Key.CONSOLE))
    again = QWidget()
    qtbot.addWidget(again)
    PlaceKeeper(again, settings, Key.CONSOLE).restore()
    assert again.geometry() == QRect(60, 90, 420, 310)
    assert not again.isMaximized()


def test_a_move_just_before_the_end_is_kept_too(qtbot: QtBot, settings: QSettings) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    PlaceKeeper(window, settings, Key.CONSOLE)
    window.show()
    window.setGeometry(70, 80, 430, 320)
    window.close()
    place = place_from(remembered(settings, Key.CONSOLE))
    assert place is not None
    assert (place.x, place.y, place.width, place.height) == (70, 80, 430, 320)


def test_a_maximized_window_comes_back_maximized_and_knows_its_other_size(
    qtbot: QtBot, settings: QSettings
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    PlaceKeeper(window, settings, Key.CONSOLE)
    window.setGeometry(60, 90, 420, 310)
    window.showMaximized()
    qtbot.waitUntil(lambda: '"maximized":true' in remembered(settings, Key.CONSOLE))
    again = QWidget()
    qtbot.addWidget(again)
    PlaceKeeper(again, settings, Key.CONSOLE).restore()
    again.show()
    assert again.isMaximized()
    assert again.normalGeometry().size() == window.normalGeometry().size()


def test_where_its_display_is_gone_it_comes_to_one_that_is_there(
    qtbot: QtBot, qapp: QApplication, settings: QSettings
) -> None:
    gone = Identity("Lumen", "L5", "77", "HDMI-1")
    place = Place(display=gone, x=3000, y=2000, width=5000, height=400)
    remember(settings, Key.CONSOLE, str(place))
    window = QWidget()
    qtbot.addWidget(window)
    keeper = PlaceKeeper(window, settings, Key.CONSOLE)
    keeper.restore()
    only = qapp.screens()[0]
    assert only.availableGeometry().contains(window.geometry())
    assert keeper.screen() is None
    assert keeper.on(only) is None
    assert not identity_of(only).is_like(gone)


ENDS_AT_ONCE = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from ui.memory import Key
from ui.places import PlaceKeeper

class Window(QWidget):
    pass

app = QApplication([])
window = Window()
PlaceKeeper(window, QSettings(sys.argv[1], QSettings.Format.IniFormat), Key.CONSOLE)
window.show()
app.processEvents()
window.move(40, 40)
"""


def test_a_program_that_ends_while_a_window_moves_ends_well(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", ENDS_AT_ONCE, str(tmp_path / "settings.ini")],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
