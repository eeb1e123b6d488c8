"""The settings: what `ui.memory.SETTINGS` declares, group by group, each applied at once."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_workshop.store.library import Store
from ui.actions import make_actions
from ui.commands import zoom_slots
from ui.console.commands import Slots
from ui.memory import SETTINGS, Key, Kind, Setting, remember
from ui.places import PlaceKeeper
from ui.settings.actions import ACTIONS
from ui.settings.backups import Backups
from ui.settings.controls import ChoiceControl, Control, FolderControl, ScaleControl, placed
from ui.theme.look import theme_now
from ui.theme.tokens import Theme
from ui.ways import Spot, Way, Where
from ui.widgets.banner import Banner
from ui.widgets.bare import Bare, BareArea
from ui.widgets.placing import begin_at
from ui.widgets.reading_order import ReadingWindow
from ui.widgets.text import button, label
from ui.windows import bring_forward

#: How wide the column is, and a control in it (px at the normal text size).
_WIDE: Final = 780
_CONTROL: Final = 270

_INTRO: Final = "For this computer. Each choice holds at once; a workshop keeps its own."


class SettingsWindow(ReadingWindow):
    """Every setting with what it does; whoever dresses the windows hears of a new look."""

    closed = Signal()
    #: Carries the `Way` to another window.
    way_chosen = Signal(object)
    #: By how much the text scale is to change; 0 asks for the system's.
    zoom_requested = Signal(float)
    #: The name of a theme; nothing asks for the system's, or for the room the windows'.
    theme_requested = Signal(str)
    room_theme_requested = Signal(str)

    def __init__(self, store: Store, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.named_actions = make_actions(self, ACTIONS)
        self._controls = {one.key: self._control(one) for one in SETTINGS}
        self._banner, self.backups = Banner(), Backups(store.path)
        self._build()
        self._connect()
        self._render()
        PlaceKeeper(self, settings, Key.SETTINGS).restore()

    def _build(self) -> None:
        self.setWindowTitle("Settings – CRM Workshop")
        self._column = Bare()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(14)
        group = ""
        for setting in SETTINGS:
            if setting.group != group:
                group = setting.group
                column.addWidget(_heading(group))
            column.addLayout(self._line(setting))
        column.addWidget(_heading("Backups"))
        column.addWidget(self.backups)
        column.addStretch(1)
        head = QHBoxLayout()
        self._close = button("Close")
        head.addWidget(label("question", "Settings"), stretch=1)
        head.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self.whole)
        whole.setContentsMargins(36, 24, 24, 20)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(label("second", _INTRO))
        whole.addWidget(self._banner)
        whole.addWidget(BareArea(self._column), stretch=1)
        begin_at(self, QSize(900, 820), QSize(640, 480))

    def _control(self, setting: Setting) -> Control:
        made: Control
        if setting.kind is Kind.SCALE:
            made = ScaleControl()
            made.chosen.connect(self._choose_scale)
        elif setting.kind is Kind.FOLDER:
            made = FolderControl(self._settings, setting)
            made.chosen.connect(partial(self._choose, setting.key))
        else:
            made = ChoiceControl(self._settings, setting)
            made.chosen.connect(partial(self._choose, setting.key))
        return made

    def _line(self, setting: Setting) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        name = label("strong", setting.label)
        name.setBuddy(self._controls[setting.key])
        for part in (name, label("second", setting.help)):
            words.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addLayout(words, stretch=1)
        control = placed(self._controls[setting.key], setting)
        line.addWidget(control, alignment=Qt.AlignmentFlag.AlignTop)
        return line

    def _connect(self) -> None:
        slots: Slots = {"close": self.close, "help": partial(self._lead, Where.HELP)}
        slots |= zoom_slots(self.zoom_requested)
        for name, action in self.named_actions.items():
            action.triggered.connect(slots[name])
        self._close.clicked.connect(self.close)
        self.backups.failed.connect(self._banner.tell)

    def _render(self) -> None:
        """Show what holds now."""
        theme = theme_now()
        self._column.setMaximumWidth(theme.px(_WIDE))
        for control in self._controls.values():
            control.setFixedWidth(min(theme.px(_CONTROL), int(self.width() * 0.45)))
            if isinstance(control, ScaleControl):
                control.show_scale(theme.scale)
            else:
                control.refresh()
        self.backups.refresh()

    def set_theme(self, _theme: Theme) -> None:
        """Take the colours and sizes that the windows are dressed in from now on."""
        self._render()

    def bring_forward(self) -> None:
        """Show it before all other windows; at first the keyboard is on the first setting."""
        was_shown = self.isVisible()
        bring_forward(self)
        self._render()
        if not was_shown:
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_spot(self, spot: Spot) -> None:
        """Put the keyboard on a setting by its key."""
        control = next((made for key, made in self._controls.items() if key == spot.page), None)
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is gone; everything is remembered already."""
        super().closeEvent(event)
        self.closed.emit()

    def _first(self) -> QWidget:
        return next(iter(self._controls.values()))

    def _lead(self, where: Where) -> None:
        self.way_chosen.emit(Way(where))

    def _choose(self, key: Key, value: str) -> None:
        """Take a choice; a look is for whoever dresses the windows."""
        if key is Key.THEME:
            self.theme_requested.emit(value)
        elif key is Key.ROOM_THEME:
            self.room_theme_requested.emit(value)
        else:
            remember(self._settings, key, value)
        self._render()

    def _choose_scale(self, scale: float) -> None:
        step = scale - theme_now().scale
        if not scale or step:
            self.zoom_requested.emit(step if scale else 0.0)


def _heading(text: str) -> QLabel:
    made = label("label", text.upper())
    made.setContentsMargins(0, 14, 0, 0)
    return made
