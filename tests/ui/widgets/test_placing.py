"""A window begins within its display, whatever size it was drawn for."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.placing import begin_at


@pytest.mark.parametrize(("more", "maximized"), [(-200, False), (0, True), (500, True)])
def test_what_the_display_cannot_hold_is_maximized(
    qtbot: QtBot, more: int, maximized: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    begin_at(window, room + QSize(more, more), QSize(5000, 5000))
    assert bool(window.windowState() & Qt.WindowState.WindowMaximized) is maximized
    assert window.minimumWidth() < room.width()
    assert window.minimumHeight() < room.height()
