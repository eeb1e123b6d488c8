"""The settings under keyboard and mouse: each holds at once and is remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from crm_workshop.activities.workshops import create_workshop
from crm_workshop.model.choices import Locale, Paper
from crm_workshop.store.backup import default_folder
from crm_workshop.store.library import Store
from tests.ui.console.conftest import CONTROL, button, press, the
from ui.awake import Awake
from ui.bridge import StoreBridge
from ui.gallery.stage import settle
from ui.live import LiveWorkshop
from ui.makers import Makers
from ui.memory import SETTINGS, Key, Kind, chosen, for_new_workshops, remember, remembered
from ui.room.screen import RoomScreen
from ui.settings.window import SettingsWindow
from ui.theme.look import dress
from ui.theme.looks import Looks
from ui.theme.tokens import load_theme
from ui.ways import Spot, Way, Where


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library.crmw") as store:
        yield store


@pytest.fixture
def makers(qapp: QApplication, library: Store, settings: QSettings) -> Iterator[Makers]:
    yield Makers(library, StoreBridge(library), Looks(qapp, settings), settings, Awake())
    dress(qapp, load_theme("light"))


@pytest.fixture
def window(qtbot: QtBot, makers: Makers) -> Iterator[SettingsWindow]:
    made = makers.choices()
    makers.looks.changed.connect(made.set_theme)
    with qtbot.waitExposed(made):
        made.bring_forward()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    settle()


def take(qtbot: QtBot, window: SettingsWindow, name: str, words: str) -> None:
    """Choose by the keyboard: the first letters of what is wanted."""
    box = the(window, QComboBox, name)
    box.setFocus()
    qtbot.keyClicks(box, words)


def test_every_setting_is_declared_once_with_what_it_does() -> None:
    assert len({one.key for one in SETTINGS}) == len(SETTINGS)
    for one in SETTINGS:
        assert one.label
        assert one.help.endswith(".")
        if one.kind is Kind.CHOICE:
            assert one.default in dict(one.choices)


def test_what_cannot_be_is_not_taken(settings: QSettings) -> None:
    for key in (Key.THEME, Key.ROOM_THEME, Key.PAPER, Key.LOCALE):
        remember(settings, key, "sepia")
    assert chosen(settings, Key.THEME) == ""
    assert chosen(settings, Key.ROOM_THEME) == ""
    assert for_new_workshops(settings) == {"locale": "en_GB", "paper": "a4"}


def test_the_keyboard_begins_on_the_first_and_escape_leaves(
    qtbot: QtBot, window: SettingsWindow
) -> None:
    assert QApplication.focusWidget() is the(window, QComboBox, "Theme")
    with qtbot.waitSignal(window.closed):
        press(qtbot, window, Qt.Key.Key_Escape)


def test_the_theme_is_worn_at_once(
    qtbot: QtBot, window: SettingsWindow, makers: Makers, settings: QSettings
) -> None:
    take(qtbot, window, "Theme", "D")
    assert makers.looks.theme.name == "dark"
    assert remembered(settings, Key.THEME) == "dark"
    press(qtbot, window, Qt.Key.Key_Home)
    assert remembered(settings, Key.THEME) == ""


def test_the_text_size_is_that_of_the_keys(
    qtbot: QtBot, window: SettingsWindow, makers: Makers
) -> None:
    box = the(window, QComboBox, "Text size")
    press(qtbot, window, Qt.Key.Key_Plus, CONTROL)
    assert box.currentData() == round(makers.looks.theme.scale * 100)
    take(qtbot, window, "Text size", "150")
    assert makers.looks.theme.scale == 1.5
    assert box.currentText() == "150 %"
    press(qtbot, window, Qt.Key.Key_0, CONTROL)
    assert "as the system" in box.currentText()


def test_the_room_has_a_theme_of_its_own_at_once(
    qtbot: QtBot, window: SettingsWindow, makers: Makers
) -> None:
    made = create_workshop(makers.store, "Marlowe & Vane")
    live = LiveWorkshop(makers.store, makers.bridge, made.id, makers.looks.theme, makers.settings)
    makers.looks.changed.connect(live.set_theme)
    take(qtbot, window, "Theme of the room screen", "H")
    screens = [live.room.room, live.console.side.preview.screen_view]
    for screen in screens:
        assert isinstance(screen, RoomScreen)
        ground = screen.grab().toImage().pixelColor(2, 2).name().upper()
        assert ground in (load_theme("contrast").paper, "#000000")
    assert live.console.theme.name == "light"
    with qtbot.waitSignal(live.closed):
        live.console.close()
    for made_by_it in (live.console, live.room, live):
        made_by_it.deleteLater()
    settle()


def test_a_new_workshop_begins_with_what_is_chosen(
    qtbot: QtBot, window: SettingsWindow, makers: Makers
) -> None:
    take(qtbot, window, "Paper", "US")
    take(qtbot, window, "Words and dates", "A")
    fields = for_new_workshops(makers.settings)
    made = create_workshop(makers.store, "Marlowe & Vane", **fields)
    assert (made.paper, made.locale) == (Paper.LETTER, Locale.US)


def test_the_folder_for_files_is_chosen(
    qtbot: QtBot, window: SettingsWindow, settings: QSettings, tmp_path: Path
) -> None:
    qtbot.mouseClick(button(window, "&Choose…"), Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert remembered(settings, Key.FOLDER) == str(tmp_path)
    assert str(tmp_path) in [one.text() for one in window.findChildren(QLabel)]


def test_a_backup_is_made_and_counted(qtbot: QtBot, window: SettingsWindow, library: Store) -> None:
    create_workshop(library, "Marlowe & Vane")
    qtbot.mouseClick(button(window, "&Back up now"), Qt.MouseButton.LeftButton)
    folder = default_folder(library.path)
    qtbot.waitUntil(lambda: any("1 copy in" in one.text() for one in window.findChildren(QLabel)))
    (copy,) = folder.iterdir()
    with Store.open(copy, read_only=True) as again:
        assert [one.firm for one in again.workshops()] == ["Marlowe & Vane"]


def test_a_way_leads_to_a_setting_and_on_to_the_help(qtbot: QtBot, window: SettingsWindow) -> None:
    window.go_to_spot(Spot(page=Key.PAPER))
    assert QApplication.focusWidget() is the(window, QComboBox, "Paper")
    with qtbot.waitSignal(window.way_chosen) as asked:
        press(qtbot, window, Qt.Key.Key_F1)
    assert asked.args == [Way(Where.HELP)]
