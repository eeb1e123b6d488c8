"""Widgets that only hold others, and let the ground behind them through."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Bare(QWidget):
    """A holder without a ground of its own."""


class BareArea(QScrollArea):
    """Scrolls one widget up and down, without a ground or a frame of its own."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The viewport is Qt's own plain widget; the sheet would give it the paper's colour.
        self.setViewport(Bare())
        self.put(inside)

    def put(self, inside: QWidget) -> None:
        """Scroll another widget; the one before goes once it has done what it is at."""
        if (former := self.takeWidget()) is not None:
            former.hide()
            former.deleteLater()
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
