"""How a cell is painted: text that wraps, what is missing, what could not be read."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QWidget

from crm_workshop.model.fields import FieldSpec, Kind
from ui.activities.ink import sans, theme_now
from ui.activities.table.model import RecordModel, Role
from ui.activities.table.rows import Index
from ui.activities.values import label_of
from ui.activities.writing import height_of, paint_box, width_of, write
from ui.theme.tokens import Theme

#: Space around the text of a cell: at its sides, above the first and below the last line (px).
SIDE, ABOVE = 12, 11

#: Space between the box of a yes or no and its words (px); the letters of the longest date.
_GAP, _DATE = 6, 12

#: The room that the ring of what is missing takes (px at the normal text size).
_RING = 14


class CellPainter(QStyledItemDelegate):
    """Paints the cells of a record table, and says how high each has to be."""

    def __init__(self, view: QWidget, model: RecordModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    # Measuring

    def needed_width(self, index: Index, *, whole_dates: bool) -> int:
        """Return how wide (pixels) a cell has to be for its words, or dates, not to be broken."""
        theme, field = theme_now(), self._model.field_at(index)
        if field is None or not self._model.is_asked(index):
            return 0
        text, font = str(index.data() or ""), self._font(index, theme)
        if field.kind is Kind.DATE and whole_dates and self._line(index) == 0:
            text = text.replace(" ", "\N{NO-BREAK SPACE}") if len(text) <= _DATE else text
        words = max(width_of(text, font), width_of(index.data(Role.NOTE) or "", sans(theme, 13)))
        return words + self._box(index, theme) + 2 * SIDE

    def needed(self, index: Index, width: int) -> int:
        """Return how high (pixels) a cell has to be; one that does not matter now takes nothing."""
        theme, field = theme_now(), self._model.field_at(index)
        below = self._line(index) > 0
        if field is None or not self._model.is_asked(index):
            return ABOVE if below and self._is_lowest(index) else 0
        inner = width - 2 * SIDE - self._box(index, theme)
        text = str(index.data() or "")
        if below and not text:  # the name of the field stands there, behind its ring
            text, inner = label_of(self._model.session, field), inner - theme.px(_RING)
        high = height_of(text, self._font(index, theme), inner)
        for more in (index.data(Role.NOTE), self.sentence(index)):
            high += height_of(more, sans(theme, 13), inner) + 1 if more else 0
        return high + (2 if below else ABOVE) + (ABOVE if self._is_lowest(index) else 0)

    def sentence(self, index: Index) -> str:
        """Return why what stands in a cell was not kept; "" where nothing is wrong."""
        return str(index.data(Role.SENTENCE) or "")

    def _box(self, index: Index, theme: Theme) -> int:
        """Return the room (pixels) that the box of a yes or no takes beside its words."""
        field = self._model.field_at(index)
        if field is None or field.kind is not Kind.BOOL or not self._model.record_at(index):
            return 0
        return self._box_size(index, theme) + _GAP

    def _box_size(self, index: Index, theme: Theme) -> int:
        return theme.px(13 if self._line(index) > 0 else 16)

    def _line(self, index: Index) -> int:
        return index.row() % self._model.layout.lines

    def _is_lowest(self, index: Index) -> bool:
        begins = self._model.record_at(index) is None
        return begins or self._line(index) == self._model.held(index.column()) - 1

    # Painting

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint a cell on the surface, with its record's hairline and, if current, its frame."""
        theme, place = theme_now(), option.rect
        painter.save()
        painter.fillRect(place, QColor(theme.surface))
        last = self._line(index) == self._model.layout.lines - 1 or self._is_lowest(index)
        if last:
            painter.setPen(QColor(theme.line))
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        self._write(painter, place, index, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            active = self._view.hasFocus()
            painter.setPen(
                QPen(QColor(theme.focus if active else theme.line_2), 2 if active else 1)
            )
            painter.drawRect(place.adjusted(1, 1, -1, -2))
        painter.restore()

    def _write(self, painter: QPainter, place: QRect, index: Index, theme: Theme) -> None:
        field, below = self._model.field_at(index), self._line(index) > 0
        inside = place.adjusted(SIDE, 2 if below else ABOVE, -SIDE, 0)
        painter.setClipRect(place)
        if field is not None and field.kind is Kind.BOOL and self._model.record_at(index):
            if self._model.is_asked(index):
                self._paint_tick(painter, inside, index, theme, below)
            return
        text = str(index.data() or "")
        if not text:
            self._paint_empty(painter, inside, index, theme, field if below else None)
            return
        sentence = self.sentence(index)
        colour = theme.danger if sentence else self._colour(index, theme, below)
        font = self._font(index, theme)
        inside.setTop(inside.top() + write(painter, inside, text, font, colour) + 1)
        if note := index.data(Role.NOTE):
            inside.setTop(inside.top() + write(painter, inside, note, sans(theme, 13), theme.ink_3))
        if sentence:
            write(painter, inside, sentence, sans(theme, 13), theme.danger)

    def _paint_empty(
        self,
        painter: QPainter,
        inside: QRect,
        index: Index,
        theme: Theme,
        named: FieldSpec | None,
    ) -> None:
        """Show quietly what is missing (a ring), and below another field which one it is."""
        if self._model.record_at(index) is None or not self._model.is_asked(index):
            return
        font = sans(theme, 13)
        if index.data(Role.MISSING):
            ring = QRect(inside.left(), inside.top() + theme.px(6), theme.px(8), theme.px(8))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.ink_3), 1.2))
            painter.drawEllipse(ring)
            inside.setLeft(inside.left() + theme.px(_RING))
        if named is not None:
            write(painter, inside, label_of(self._model.session, named), font, theme.ink_3)

    def _paint_tick(
        self, painter: QPainter, inside: QRect, index: Index, theme: Theme, below: bool
    ) -> None:
        text = str(index.data() or "")
        size = self._box_size(index, theme)
        box = QRect(inside.left(), inside.top() + theme.px(3 if below else 2), size, size)
        paint_box(painter, box, theme, done=bool(index.data(Role.RAW)))
        inside.setLeft(inside.left() + size + _GAP)
        colour = theme.ink_2 if index.data(Role.RAW) else theme.ink_3
        write(painter, inside, text, self._font(index, theme), colour)

    def _font(self, index: Index, theme: Theme) -> QFont:
        below = self._line(index) > 0
        leads = index.column() == 0 and not below and self._model.record_at(index) is not None
        return sans(theme, 13 if below else 15, strong=leads)

    def _colour(self, index: Index, theme: Theme, below: bool) -> str:
        if self._model.record_at(index) is None:
            return theme.ink_3
        return theme.ink_2 if below else theme.ink
