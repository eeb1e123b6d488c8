"""What a setting is chosen with: each shows what holds, and tells what is chosen."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui.memory import Setting, chosen, remembered
from ui.theme.look import system_theme
from ui.theme.looks import LARGEST, SMALLEST
from ui.widgets.bare import Bare
from ui.widgets.choosing import ChoiceBox
from ui.widgets.text import button, label

#: The text sizes that are offered, in per cent.
_SIZES: Final = range(round(SMALLEST * 100), round(LARGEST * 100) + 1, 10)


class _Calm(ChoiceBox):
    """A closed list that a wheel passes by: it would choose while the page is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceControl(_Calm):
    """A closed list; `chosen` carries the value."""

    chosen = Signal(str)

    def __init__(self, settings: QSettings, setting: Setting) -> None:
        super().__init__()
        self._settings, self._setting = settings, setting
        for value, words in setting.choices:
            self.addItem(words, value)
        self.activated.connect(self._tell)

    def refresh(self) -> None:
        """Show what holds now."""
        self.setCurrentIndex(self.findData(chosen(self._settings, self._setting.key)))

    def _tell(self, row: int) -> None:
        self.chosen.emit(str(self.itemData(row)))


class ScaleControl(_Calm):
    """The text size in per cent; `chosen` carries the scale, 0 for the system's."""

    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.activated.connect(self._tell)

    def show_scale(self, scale: float) -> None:
        """Show the text scale that holds now: also one between those that are offered."""
        usual, now = round(system_theme().scale * 100), round(scale * 100)
        offered = sorted({*_SIZES, usual, now})
        self.clear()
        for size in offered:
            self.addItem(f"{size} % – as the system" if size == usual else f"{size} %", size)
        self.setCurrentIndex(offered.index(now))

    def _tell(self, row: int) -> None:
        size = int(self.itemData(row))
        is_usual = size == round(system_theme().scale * 100)
        self.chosen.emit(0.0 if is_usual else size / 100)


class FolderControl(Bare):
    """A folder by its path, and a button that asks for another; `chosen` carries the path."""

    chosen = Signal(str)

    def __init__(self, settings: QSettings, setting: Setting) -> None:
        super().__init__()
        self._settings, self._setting = settings, setting
        self._path, self._ask = label("second"), button("&Choose…")
        self._ask.setAccessibleName(f"{setting.label}: choose")
        self._ask.clicked.connect(self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._path, stretch=1)
        layout.addWidget(self._ask, alignment=Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self._ask)

    def refresh(self) -> None:
        """Show the folder that holds now: the user's own, where none is chosen or it is gone."""
        self._path.setText(str(self._now()))

    def _now(self) -> Path:
        found = Path(remembered(self._settings, self._setting.key) or Path.home())
        return found if found.is_dir() else Path.home()

    def _open(self) -> None:
        dialog = QFileDialog(self, "Folder for files")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._now()))
        dialog.fileSelected.connect(self.chosen)
        dialog.open()


Control = ChoiceControl | ScaleControl | FolderControl


def placed(control: QWidget, setting: Setting) -> QWidget:
    """Return a control, named for whoever hears it."""
    control.setAccessibleName(setting.label)
    control.setAccessibleDescription(setting.help)
    return control
