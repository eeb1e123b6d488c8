"""The upper edge of the charter's first page in small: where the logo stands, and how large."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from crm_workshop.activities.logo import logo_size
from ui.theme.look import SANS, SERIF, theme_now

#: The part of the page that is shown, its margin and the logo's box, in mm as in print.
_ACROSS: Final = 128.0
_MARGIN: Final = 9.0
_BOX: Final = QSizeF(45, 18)

#: The most mm that one pixel of a logo fills in print.
_COARSEST: Final = 25.4 / 72

#: Paper and print have their own colours, whatever theme the windows wear.
_PAPER, _PRINT, _FAINT = "#FFFFFF", "#1B1F24", "#DED8CC"
_QUIET: Final = "#646D78"


class PrintedLogo(QWidget):
    """Shows a logo on white, at the right of the firm's name."""

    def __init__(self) -> None:
        super().__init__()
        self._firm, self._logo, self._image = "", b"", QImage()
        self.setAccessibleName("The head of the charter in small")

    def put(self, firm: str, logo: bytes) -> None:
        """Show another name or logo."""
        if (firm, logo) == (self._firm, self._logo):
            return
        if logo != self._logo:
            self._image = QImage.fromData(logo) if logo else QImage()
        self._firm, self._logo = firm, logo
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, the name and the logo."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(theme_now().line_2), 1))
        painter.setBrush(QColor(_PAPER))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        scale = self.width() / _ACROSS
        painter.scale(scale, scale)
        place = QRectF(_ACROSS - _MARGIN - _BOX.width(), _MARGIN, _BOX.width(), _BOX.height())
        left = QRectF(_MARGIN, _MARGIN, place.left() - 2 * _MARGIN, 26)
        painter.setPen(QColor(_PRINT))
        painter.setFont(_font(SERIF, 7))
        wrapped = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
        painter.drawText(left, wrapped, self._firm)
        painter.setPen(QPen(QColor(_FAINT), 0.8))
        for line in range(4):
            y, end = 42.0 + 7 * line, _ACROSS - _MARGIN - (28 if line == 3 else 0)
            painter.drawLine(QRectF(_MARGIN, y, end - _MARGIN, 0).topLeft(), _at(end, y))
        if self._image.isNull():
            self._paint_place(painter, place)
        else:
            self._paint_logo(painter, place)
        painter.end()

    def _paint_place(self, painter: QPainter, place: QRectF) -> None:
        """Paint where a logo would stand."""
        painter.setPen(QPen(QColor(_QUIET), 0.4, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        painter.setFont(_font(SANS, 8))
        painter.setPen(QColor(_QUIET))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "Logo")

    def _paint_logo(self, painter: QPainter, place: QRectF) -> None:
        """Paint the logo as large as it is printed."""
        across, down = logo_size(self._logo)
        scale = min(place.width() / across, place.height() / down, _COARSEST)
        size = QSizeF(across * scale, down * scale)
        painter.drawImage(QRectF(_at(place.right() - size.width(), place.top()), size), self._image)


def _at(x: float, y: float) -> QPointF:
    return QPointF(x, y)


def _font(family: str, size: float) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight.DemiBold if family == SERIF else QFont.Weight.Normal)
    return font
