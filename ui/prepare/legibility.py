"""The legibility card: the room screen's text sizes, for the back row to read before the day."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from ui.theme.look import SANS, theme_now

#: The text sizes of the room screen, largest first: each is this part of the screen's height.
PARTS: Final = (14, 20, 28, 36, 50)

_ASKED: Final = "Can the back row read this line?"
_LEAVE: Final = "Any key or a click takes this card away."


class LegibilityCard(QWidget):
    """One line in each size, over a whole display; any key or click closes it, and says so."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Legibility card – CRM Workshop")
        self.setAccessibleName(f"Legibility card. {_ASKED} {_LEAVE}")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_on(self, screen: QScreen) -> None:
        """Fill a display."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, each with the part of the height that it is."""
        theme, painter = theme_now(), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.paper))
        high, left = float(self.height()), self.width() * 0.06
        painter.setPen(QColor(theme.ink))
        top = high * 0.08
        for part in PARTS:
            size = high / part
            painter.setFont(font_of(size))
            line = QRectF(left, top, self.width() - 2 * left, size * 1.4)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, f"1/{part}  {_ASKED}")
            top += size * 1.4 + high * 0.06
        painter.setPen(QColor(theme.ink_2))
        painter.setFont(font_of(high / PARTS[-1]))
        foot = QRectF(left, high * 0.92, self.width() - 2 * left, high / PARTS[-1] * 1.4)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, _LEAVE)
        painter.end()

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Go away."""
        self.close()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Go away."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is gone."""
        super().closeEvent(event)
        self.closed.emit()


def font_of(size: float) -> QFont:
    """Return the room screen's sans at a height in px."""
    font = QFont(SANS)
    font.setPixelSize(max(1, round(size)))
    return font


def room_screen_for(window: QWidget) -> QScreen:
    """Return the display that a window is not on; its own, where that is the only one."""
    own = window.screen()
    others = [one for one in QGuiApplication.screens() if one is not own]
    return others[0] if others else own
