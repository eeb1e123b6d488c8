"""A closed list of answers whose arrow is drawn in the theme's own ink."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox

from ui.theme.look import theme_now


class ChoiceBox(QComboBox):
    """A combo box; a style sheet could only show a picture as its arrow, in one colour for all."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over the room that the style sheet leaves for it."""
        super().paintEvent(event)
        theme, painter = theme_now(), QPainter(self)
        half = theme.px(8) / 2
        x, y = self.width() - theme.px(16), self.height() / 2
        points = ((-half, -half / 2), (0.0, half / 2), (half, -half / 2))
        arrow = QPolygonF([QPointF(x + right, y + down) for right, down in points])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.ink_2 if self.isEnabled() else theme.line_2), 1.6))
        painter.drawPolyline(arrow)
        painter.end()
