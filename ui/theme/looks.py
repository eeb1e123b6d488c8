"""The look of all windows, while the program runs: as the system wants it, or as it was chosen."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from ui.memory import Key, chosen, remember, remembered
from ui.theme.look import dress, system_theme
from ui.theme.tokens import NAMES, Theme, load_theme

#: The text scales that can be chosen.
SMALLEST: Final = 0.8
LARGEST: Final = 2.0


class Looks(QObject):
    """Dresses the program, and again whenever the system or the user wants another look.

    A theme that was chosen stands above the system's. The zoom multiplies the system's text scale.
    Both are remembered. `changed` carries the theme that is worn from now on, `chose` the name of
    the one that was chosen.
    """

    changed = Signal(object)
    chose = Signal(str)

    def __init__(
        self, app: QApplication, settings: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app, self._settings = app, settings
        self._chosen = chosen(settings, Key.THEME)
        self._zoom = _number(remembered(settings, Key.ZOOM))
        self.theme: Theme = dress(app, self._wanted())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._wear)
        hints.accessibility().contrastPreferenceChanged.connect(self._wear)

    @property
    def chosen(self) -> str:
        """The name of the theme that was chosen; nothing where the system decides."""
        return self._chosen

    def choose(self, name: str) -> None:
        """Wear one of the themes from now on, or with no name what the system wants."""
        self._chosen = name
        remember(self._settings, Key.THEME, name)
        self._wear()
        self.chose.emit(name)

    def choose_room(self, name: str) -> None:
        """Let the room screen wear one of the themes from now on, or with no name the windows'."""
        remember(self._settings, Key.ROOM_THEME, name)
        self.changed.emit(self.theme)

    def zoom(self, step: float) -> None:
        """Set all text larger or smaller; 0 sets it as the system wants it."""
        usual = system_theme().scale
        scale = min(LARGEST, max(SMALLEST, self.theme.scale + step))
        self._zoom = round(scale, 2) / usual if step else 1.0
        remember(self._settings, Key.ZOOM, "" if self._zoom == 1.0 else repr(self._zoom))
        self._wear()

    def _wear(self, *_: object) -> None:
        wanted = self._wanted()
        if wanted != self.theme:
            self.theme = dress(self._app, wanted)
            self.changed.emit(wanted)

    def _wanted(self) -> Theme:
        system = system_theme()
        theme = load_theme(self._chosen) if self._chosen else system
        scale = min(LARGEST, max(SMALLEST, system.scale * self._zoom))
        return replace(theme, scale=round(scale, 2))


class ThemeTicks(QObject):
    """Ticks the theme that was chosen among a window's actions."""

    def __init__(self, looks: Looks, actions: Mapping[str, QAction], window: QObject) -> None:
        super().__init__(window)
        self._actions = {name: actions[f"theme_{name or 'system'}"] for name in ("", *NAMES)}
        for action in self._actions.values():
            action.setCheckable(True)
        looks.chose.connect(self._tick)
        self._tick(looks.chosen)

    def _tick(self, chosen: str) -> None:
        for name, action in self._actions.items():
            action.setChecked(name == chosen)


def room_theme(settings: QSettings, worn: Theme) -> Theme:
    """Return the theme of the room screen: the one that was chosen for it, or the windows'."""
    name = chosen(settings, Key.ROOM_THEME)
    return load_theme(name, scale=worn.scale) if name else worn


def moves(style: QStyle) -> bool:
    """Tell whether the system wants things to move; where it does not, they are just there."""
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def _number(text: str) -> float:
    """Return a zoom that was remembered; 1 where it cannot be read."""
    try:
        return float(text)
    except ValueError:
        return 1.0
