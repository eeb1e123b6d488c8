"""Numbers on displays, so that everybody says the same of them."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from ui.room.displays import Displays
from ui.theme.sheet import SANS
from ui.theme.tokens import Theme

#: How long (ms) the numbers stay.
SHOWN_FOR = 3000


class Numbers(QObject):
    """Shows its number on each display for three seconds, and takes no focus by it."""

    def __init__(self, displays: Displays, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._displays = displays
        self._theme = theme
        self._plates: list[_Plate] = []
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(SHOWN_FOR)
        self._end.timeout.connect(self.hide)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from the next time on."""
        self._theme = theme

    def show(self) -> None:
        """Show the numbers now; again starts the three seconds again."""
        self.hide()
        room = self._displays.room()
        for screen in self._displays.all():
            says = "the room’s" if screen is room else "the console’s"
            plate = _Plate(self._displays.number(screen), says, screen, self._theme)
            plate.show()
            self._plates.append(plate)
        self._end.start()

    def hide(self) -> None:
        """Take the numbers away."""
        self._end.stop()
        for plate in self._plates:
            plate.close()
            plate.deleteLater()
        self._plates = []

    def plates(self) -> tuple[QWidget, ...]:
        """Return the windows that show the numbers now."""
        return tuple(self._plates)


class _Plate(QWidget):
    def __init__(self, number: int, says: str, screen: QScreen, theme: Theme) -> None:
        super().__init__()
        self._number, self._says, self._theme = number, says, theme
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(f"Display {number}, {says}")
        whole = screen.geometry()
        side = whole.height() // 3
        self.setScreen(screen)
        self.setGeometry(whole.center().x() - side // 2, whole.center().y() - side // 2, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number large, and below it whose display it is."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ink))
        painter.setPen(QColor(self._theme.surface))
        font = QFont(SANS, weight=QFont.Weight.DemiBold)
        font.setPixelSize(self.height() // 2)
        painter.setFont(font)
        above = self.rect().adjusted(0, 0, 0, -self.height() // 5)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(self._number))
        font.setPixelSize(self.height() // 11)
        painter.setFont(font)
        below = self.rect().adjusted(0, self.height() * 7 // 10, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self._says)
        painter.end()
