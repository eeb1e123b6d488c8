"""How a window begins: at the size it was drawn for, or as large as its display allows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

#: What a window manager's frame may take besides (px).
FRAME = QSize(16, 48)


def begin_at(window: QWidget, wanted: QSize, least: QSize) -> None:
    """Give a window its first size; one that its display cannot hold is maximized instead.

    `least` is the smallest size that is allowed, unless the display itself is smaller.
    """
    room = window.screen().availableGeometry().size()
    window.setMinimumSize(least.boundedTo(room - FRAME))
    window.resize(wanted.boundedTo(room - FRAME))
    if wanted.width() + FRAME.width() > room.width() or (
        wanted.height() + FRAME.height() > room.height()
    ):
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
