"""The windows follow the system's look while they run, unless one was chosen."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProxyStyle, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import make_actions
from ui.theme.look import dress, theme_now
from ui.theme.looks import Looks, ThemeTicks, moves
from ui.theme.tokens import load_theme


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    dress(qapp, load_theme("light"))


class System:
    """What the system's settings ask for; the platform without a screen has none to change."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._theme = load_theme("light")
        monkeypatch.setattr("ui.theme.looks.system_theme", lambda: self._theme)

    def set_dark(self, dark: bool) -> None:
        self._theme = load_theme("dark" if dark else "light")
        scheme = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    def ask_for_contrast(self) -> None:
        self._theme = load_theme("contrast")
        hints = QGuiApplication.styleHints().accessibility()
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)

    def set_scale(self, scale: float) -> None:
        self._theme = load_theme("light", scale=scale)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    return System(monkeypatch)


def test_it_follows_the_system_while_it_runs(
    qtbot: QtBot, qapp: QApplication, settings: QSettings, system: System
) -> None:
    looks = Looks(qapp, settings)
    with qtbot.waitSignal(looks.changed) as told:
        system.set_dark(True)
    assert told.args == [looks.theme]
    assert looks.theme.name == theme_now().name == "dark"
    system.ask_for_contrast()
    assert theme_now().name == "contrast"
    system.set_dark(False)
    assert theme_now().name == "light"


def test_a_theme_that_was_chosen_stands_until_the_system_is_chosen(
    qtbot: QtBot, qapp: QApplication, settings: QSettings, system: System
) -> None:
    Looks(qapp, settings).choose("contrast")
    looks = Looks(qapp, settings)
    assert (looks.chosen, theme_now().name) == ("contrast", "contrast")
    with qtbot.assertNotEmitted(looks.changed):
        system.set_dark(True)
    looks.choose("")
    assert theme_now().name == "dark"
    assert Looks(qapp, settings).chosen == ""


def test_the_zoom_multiplies_the_systems_text_scale_and_is_kept(
    qapp: QApplication, settings: QSettings, system: System
) -> None:
    system.set_scale(1.25)
    looks = Looks(qapp, settings)
    looks.zoom(0.25)
    assert looks.theme.scale == 1.5
    assert Looks(qapp, settings).theme.scale == 1.5
    system.set_scale(1.0)
    assert Looks(qapp, settings).theme.scale == 1.2
    looks = Looks(qapp, settings)
    looks.zoom(0)
    assert looks.theme.scale == Looks(qapp, settings).theme.scale == 1.0
    for _ in range(30):
        looks.zoom(0.1)
    assert looks.theme.scale == 2.0
    for _ in range(30):
        looks.zoom(-0.1)
    assert looks.theme.scale == 0.8


def test_settings_of_another_version_do_no_harm(qapp: QApplication, settings: QSettings) -> None:
    settings.setValue("look/theme", "sepia")
    settings.setValue("look/zoom", "large")
    looks = Looks(qapp, settings)
    assert (looks.chosen, looks.theme.scale) == ("", 1.0)


def test_where_the_system_wants_nothing_to_move_nothing_does(qapp: QApplication) -> None:
    class Still(QProxyStyle):
        def styleHint(self, hint, option=None, widget=None, returnData=None):
            if hint is QProxyStyle.StyleHint.SH_Widget_Animation_Duration:
                return 0
            return super().styleHint(hint, option, widget, returnData)

    assert moves(qapp.style()) is True
    assert moves(Still()) is False


def test_the_theme_that_is_chosen_is_ticked_in_every_window(
    qtbot: QtBot, qapp: QApplication, settings: QSettings
) -> None:
    looks = Looks(qapp, settings)
    windows = [QWidget(), QWidget()]
    ticked = []
    for window in windows:
        qtbot.addWidget(window)
        actions = make_actions(window)
        ThemeTicks(looks, actions, window)
        themes = [one for name, one in actions.items() if name.startswith("theme_")]
        actions["theme_dark"].triggered.connect(partial(looks.choose, "dark"))
        ticked.append(themes)
    said = [[one.text() for one in themes if one.isChecked()] for themes in ticked]
    assert said == [["Theme: as the system"]] * 2
    for _ in range(2):
        dark = next(one for one in ticked[0] if one.text() == "Theme: dark")
        dark.trigger()
        said = [[one.text() for one in themes if one.isChecked()] for themes in ticked]
        assert said == [["Theme: dark"]] * 2
