"""How the charter's pages are painted, with the clause that is chosen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.desk.layout import PagePlaces
from ui.desk.pictures import Pictures
from ui.theme.tokens import Theme

#: How strong the ground of the chosen clause is (of 255): its words read as well as without.
_GROUND = 26


def paint_page(
    painter: QPainter, theme: Theme, places: PagePlaces, pictures: Pictures, number: int
) -> None:
    """Paint a page with its edge; one that has no picture yet is blank paper."""
    page, picture = places.pages[number].toAlignedRect(), pictures.picture(number)
    if picture is None:
        painter.fillRect(page, QColor("white"))
    else:
        painter.drawImage(page, picture)
    painter.setPen(QPen(QColor(theme.line_2), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(page)


def paint_chosen(painter: QPainter, clause: QRectF) -> None:
    """Paint a frame around a clause; the same colour in every theme, as paper is always white."""
    colour = QColor("#1D5FD6")
    painter.setPen(QPen(colour, 2))
    colour.setAlpha(_GROUND)
    painter.setBrush(colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(clause.adjusted(-5, -2, 5, 2), 4, 4)


def paint_focus(painter: QPainter, theme: Theme, view: QRectF) -> None:
    """Paint that keys go to the view."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.focus), 2))
    painter.drawRect(view.adjusted(1, 1, -1, -1))
