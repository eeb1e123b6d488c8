"""What the tests of the cards panel share."""

from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from crm_workshop.activities.standing import standing_cards
from ui.activities.cards import CardsPanel
from ui.console.window import ConsoleWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def panel_of(window: ConsoleWindow) -> CardsPanel:
    panel = window.work.panel
    assert isinstance(panel, CardsPanel)
    return panel


def write(qtbot: QtBot, panel: CardsPanel, *texts: str) -> None:
    for text in texts:
        qtbot.keyClicks(panel.capture, text)
        qtbot.keyClick(panel.capture, Qt.Key.Key_Return)


def stored(panel: CardsPanel) -> list[str]:
    return [one.text for one in standing_cards(panel.session.dossier, panel.activity_id)]


def shown(panel: CardsPanel) -> list[str]:
    return [one.text for one in panel.wall.cards.cards]


def choose(panel: CardsPanel, *rows: int) -> None:
    """Choose cards as Ctrl and the mouse do; the last one is the current one."""
    panel.wall.setFocus()
    panel.wall.clearSelection()
    for row in rows:
        index = panel.wall.cards.index(row)
        flag = QItemSelectionModel.SelectionFlag.Select
        panel.wall.selectionModel().setCurrentIndex(index, flag)
