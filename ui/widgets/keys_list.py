"""Keys and what they do, under headings: on the console's page of keys and in the help."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.actions import ActionDesign, Menu, key_text
from ui.widgets.bare import Bare
from ui.widgets.text import label

Keys = tuple[tuple[str, str], ...]


class KeysList(Bare):
    """A grid of key caps and words; a section is added below the others."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def add(self, title: str, keys: Keys) -> None:
        """Add a section."""
        row = self._grid.rowCount()
        self._grid.addWidget(label("label", title.upper()), row, 0, 1, 2)
        for offset, (key, text) in enumerate(keys, start=1):
            left = Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label("key", key, wrap=False), row + offset, 0, left)
            self._grid.addWidget(label("", text), row + offset, 1)

    def add_actions(self, designs: Iterable[ActionDesign], prefix: str = "") -> None:
        """Add a section for each menu of a window's actions that have keys."""
        shown = [one for one in designs if one.keys or one.clicker]
        for menu in Menu:
            keys = tuple((keys_of(one), one.text) for one in shown if one.menu is menu)
            if keys:
                self.add(f"{prefix}{menu.value}", keys)


def keys_of(design: ActionDesign) -> str:
    """Return an action's keys as they stand on this keyboard, the clicker's too."""
    return " · ".join([*map(key_text, design.keys), *design.clicker])
