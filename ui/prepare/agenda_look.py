"""How a line of the agenda is painted, and the field in which its minutes are typed."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIntValidator, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.activities.ink import sans
from ui.activities.writing import height_of, width_of, write
from ui.prepare.agenda_lines import AgendaLine
from ui.theme.look import theme_now

_Index = QModelIndex | QPersistentModelIndex

#: The role under which a line is found.
LINE: Final = Qt.ItemDataRole.UserRole

_SIDE: Final = 14
_GAP: Final = 10
_BAR: Final = 4
_ABOVE: Final = 7
_LEADERS: Final = "Leaders"

#: Room at the right that a scroll bar may take: titles do not break anew when it comes and goes.
_SCROLL: Final = 12


class AgendaDelegate(QStyledItemDelegate):
    """Paints headings in their stage's hue; for the rest the hour, the title and the minutes."""

    #: Carries a line and what was typed as its minutes.
    minutes_typed = Signal(object, str)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    # Measuring

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a line; a long title takes several."""
        line: AgendaLine = index.data(LINE)
        theme, width = theme_now(), self._view.viewport().width()
        if line.is_heading:
            high = height_of(line.title.upper(), sans(theme, 12, strong=True), self._whole())
            return QSize(width, high + theme.px(14 if index.row() else 8) + 3)
        inner = self._title_place(QRect(0, 0, width, 0), line).width()
        high = height_of(line.title, self._title_font(line), inner)
        if line.told:
            high += height_of(line.told, sans(theme, 13), inner) + 1
        return QSize(width, high + 2 * theme.px(_ABOVE))

    def _whole(self) -> int:
        return self._view.viewport().width() - 2 * _SIDE

    @staticmethod
    def _clock_width() -> int:
        return width_of("00:00", sans(theme_now(), 14)) * 3 // 2

    def _minutes_place(self, rect: QRect) -> QRect:
        wide = width_of("000 min".replace(" ", "\u00a0"), sans(theme_now(), 15)) + 8
        edge = self._view.viewport().width() - (0 if self._scrolls() else _SCROLL)
        return QRect(edge - _SIDE - wide, rect.y(), wide, rect.height())

    def _scrolls(self) -> bool:
        return self._view.verticalScrollBar().isVisible()

    def _title_place(self, rect: QRect, line: AgendaLine) -> QRect:
        """Return where title and what is told of it stand: the height is the line's."""
        left = _SIDE + self._clock_width() + _GAP + _BAR + _GAP
        right = self._minutes_place(rect).left() - _GAP
        if line.needs_leaders:
            right -= self._leaders_width() + _GAP
        return QRect(left, rect.y(), max(40, right - left), rect.height())

    @staticmethod
    def _leaders_width() -> int:
        return width_of(_LEADERS, sans(theme_now(), 12, strong=True)) + 14

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        line: AgendaLine = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_heading:
            self._paint_heading(painter, QRect(option.rect), line)
        else:
            self._paint_ground(painter, option)
            self._paint_line(painter, QRect(option.rect), line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, line: AgendaLine) -> None:
        theme = theme_now()
        font, text = sans(theme, 12, strong=True), line.title.upper()
        high = height_of(text, font, self._whole())
        place = QRect(rect.x() + _SIDE, rect.bottom() - high - 2, self._whole(), high)
        write(painter, place, text, font, theme.hue(line.hue))

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint what lies under a line: chosen, pointed at, and where the keyboard is."""
        theme, view = theme_now(), option.widget
        rect = QRect(option.rect).adjusted(3, 1, -3, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(theme.select))
            painter.drawRoundedRect(rect, 5, 5)
            if isinstance(view, QAbstractItemView) and view.hasFocus():
                painter.setPen(QPen(QColor(theme.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect, 5, 5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.sunken))
            painter.drawRoundedRect(rect, 5, 5)

    def _paint_line(self, painter: QPainter, rect: QRect, line: AgendaLine) -> None:
        theme = theme_now()
        top = rect.y() + theme.px(_ABOVE)
        quiet, small = theme.ink_2, sans(theme, 14)
        clock = QRect(_SIDE, top + theme.px(1), self._clock_width() + _GAP, rect.height())
        write(painter, clock, line.begins, small, quiet)
        if line.activity is not None:
            hue = theme.line_2 if line.is_out else theme.hue(line.hue)
            bar = QRect(_SIDE + self._clock_width() + _GAP, rect.y() + 5, _BAR, rect.height() - 10)
            painter.fillRect(bar, QColor(hue))
        place = self._title_place(rect, line)
        place.moveTop(top)
        ink = theme.ink_2 if line.is_out or line.pause is not None else theme.ink
        high = write(painter, place, line.title, self._title_font(line), ink)
        if line.told:
            place.moveTop(top + high + 1)
            write(painter, place, line.told, sans(theme, 13), quiet)
        if line.needs_leaders:
            self._paint_leaders(painter, place.right() + 1 + _GAP, top)
        self._paint_minutes(painter, self._minutes_place(rect), top, line)

    def _paint_leaders(self, painter: QPainter, left: int, top: int) -> None:
        theme = theme_now()
        font = sans(theme, 12, strong=True)
        box = QRect(left, top, self._leaders_width(), height_of(_LEADERS, font, 200) + 3)
        painter.setPen(QPen(QColor(theme.line_2), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(theme.ink_2))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _LEADERS)

    @staticmethod
    def _paint_minutes(painter: QPainter, place: QRect, top: int, line: AgendaLine) -> None:
        theme = theme_now()
        painter.setPen(QColor(theme.ink_2 if line.is_out else theme.ink))
        painter.setFont(sans(theme, 15))
        said = f"{line.minutes} min" if line.minutes else "–"
        place.setTop(top)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, right, said)

    @staticmethod
    def _title_font(line: AgendaLine) -> QFont:
        return sans(theme_now(), 15, strong=line.activity is not None and not line.is_out)

    # Typing

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """Return the field for the minutes."""
        line: AgendaLine = index.data(LINE)
        field = QLineEdit(parent)
        field.setValidator(QIntValidator(0, 999, field))
        field.setAccessibleName(f"Minutes of {line.title}")
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show the minutes, unless somebody is typing others."""
        line: AgendaLine = index.data(LINE)
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(line.minutes))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QObject, index: _Index) -> None:
        """Pass on what was typed."""
        if isinstance(editor, QLineEdit) and editor.text() and editor.isModified():
            self.minutes_typed.emit(index.data(LINE), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        """Lay the field over the minutes."""
        rect = QRect(option.rect)
        place = self._minutes_place(rect)
        high = editor.sizeHint().height()
        place.setTop(rect.y() + (theme_now().px(2 * _ABOVE + 20) - high) // 2)
        place.setHeight(high)
        editor.setGeometry(place.adjusted(-6, 0, 6, 0))
