"""What the tests of the cards panel share."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crm_workshop.activities.standing import standing_cards
from ui.activities.cards import CardsPanel
from ui.activities.wall.view import CardView
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
    """Click a card, then others with Ctrl; the last one is the current one."""
    held = Qt.KeyboardModifier.NoModifier
    for row in rows:
        click(panel.wall, row, held)
        held = CONTROL


def click(
    wall: CardView, row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Click a card."""
    at = wall.visualRect(wall.cards.index(row)).topLeft() + QPoint(20, 20)
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, held, at)
