"""How a line of the library is painted: a section as one sheet, a workshop in four columns."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crm_workshop.shelf.details import Details, Stage
from crm_workshop.shelf.entries import Section
from ui.home.lines import Heading, Line, Place, Row
from ui.home.model import DETAILS, LINE, SETTLE
from ui.home.setting import (
    Face,
    Words,
    font_of,
    height_of,
    paint_block,
    paint_pieces,
    set_in_lines,
)
from ui.theme.look import theme_now
from ui.theme.tokens import Theme

_Index = QModelIndex | QPersistentModelIndex

#: Room at the right that a scroll bar may take: nothing moves when it comes and goes.
BAR: Final = 16

_SIDE: Final = 18
_GAP: Final = 20
_ROUND: Final = 8.0

#: The shares of the columns: who, how far, the charter, what is next; where there is room, and
#: where text is large for its window.
_WIDE: Final = (0.41, 0.20, 0.19, 0.20)
_NARROW: Final = (0.33, 0.25, 0.19, 0.23)

#: From this width on (px at the normal text size) there is room.
_ROOMY: Final = 900

#: How high a workshop's row is from which width on (px at the normal text size).
_HEIGHTS: Final = ((_ROOMY, 80), (680, 104), (0, 148))
_PLACE: Final = 72

#: A stage's stroke: how high, how far from the next, and how wide all of them are at most.
_STROKE: Final = 7
_BETWEEN: Final = 4
_STROKES: Final = 190


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a workshop's row stand."""

    who: QRect
    middle: QRect
    charter: QRect
    step: QRect


def columns_in(rect: QRect, theme: Theme) -> Columns:
    """Return the columns of a row that fills a rectangle."""
    inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    room = inner.width() - 3 * _GAP
    x, boxes = inner.x(), []
    for share in _WIDE if _is_roomy(rect.width(), theme) else _NARROW:
        boxes.append(QRect(x, inner.y(), int(room * share), inner.height()))
        x += int(room * share) + _GAP
    boxes[-1].setRight(inner.right())
    return Columns(*boxes)


def _is_roomy(width: int, theme: Theme) -> bool:
    return width >= theme.px(_ROOMY)


class LineDelegate(QStyledItemDelegate):
    """Paints headings, workshops and places; `led` shows where the keyboard is."""

    led = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a line; it does not depend on what a workshop says."""
        line, theme = index.data(LINE), theme_now()
        width = option.widget.width()
        if isinstance(line, Heading):
            return QSize(width, theme.px(46 if index.row() else 26))
        if isinstance(line, Place):
            return QSize(width, theme.px(_PLACE))
        high = next(high for least, high in _HEIGHTS if width - BAR >= theme.px(least))
        return QSize(width, theme.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        line: Line = index.data(LINE)
        rect, theme = row_rect(option), theme_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            heading = font_of(Face(theme.px(12), strong=True))
            painter.setFont(heading)
            painter.setPen(QColor(theme.ink_3))
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(rect.adjusted(1, 0, 0, -8), bottom, line.text.upper())
        else:
            self._paint_sheet(painter, option, rect, line)
            if isinstance(line, Row):
                _paint_row(painter, rect, line, index, theme)
            else:
                _paint_place(painter, rect, line, theme)
        painter.restore()

    def _paint_sheet(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, line: Row | Place
    ) -> None:
        """Paint the piece of the section's sheet that a line stands on, and where one is."""
        theme = theme_now()
        whole = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5 if line.last else 0.5)
        whole.adjust(0, 0 if line.first else -20, 0, 0 if line.last else 20)
        painter.save()
        painter.setClipRect(rect)
        hovered = option.state & QStyle.StateFlag.State_MouseOver
        painter.setBrush(QColor(theme.sunken if hovered else theme.surface))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawRoundedRect(whole, _ROUND, _ROUND)
        if not line.first:
            painter.drawLine(rect.topLeft(), rect.topRight())
        painter.restore()
        if self.led and option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -3), 6, 6)


def row_rect(option: QStyleOptionViewItem) -> QRect:
    """Return what a line fills, whether or not there is a scroll bar."""
    rect = QRect(option.rect)
    rect.setWidth(option.widget.width() - BAR)
    return rect


def _paint_row(painter: QPainter, rect: QRect, row: Row, index: _Index, theme: Theme) -> None:
    columns, details, count = columns_in(rect, theme), index.data(DETAILS), index.data(SETTLE)
    paint_block(painter, columns.who, who_words(row, details, theme))
    if not isinstance(details, Details):
        return
    middle = columns.middle
    if details.stages:
        high = theme.px(_STROKE) + 4
        block = height_of(Face(theme.px(13.5))) + high
        top = middle.y() + (middle.height() - block) // 2
        _paint_stages(painter, QRect(middle.x(), top, middle.width(), high), details.stages, theme)
        middle = QRect(middle.x(), top + high, middle.width(), block - high)
    paint_block(painter, middle, middle_words(details, theme))
    paint_block(painter, columns.charter, charter_words(details, count, theme))
    paint_block(painter, columns.step, step_words(details, theme), right=True)


def who_words(row: Row, details: Details | None, theme: Theme) -> tuple[Words, ...]:
    """Return the first column: the firm, and who meets when."""
    about = details.about if details else ""
    firm = Face(theme.px(17.5), strong=True)
    ink = theme.ink_2 if row.entry.section is Section.ARCHIVED else theme.ink
    return Words(row.entry.firm, firm, ink, 4), Words(about, Face(theme.px(13.5)), theme.ink_3, 3)


def middle_words(details: Details, theme: Theme) -> tuple[Words, ...]:
    """Return the second column: how far it is, or what is missing."""
    told = details.middle
    small, usual = Face(theme.px(13.5)), Face(theme.px(14.5))
    if told.grave:
        return Words(told.text, small, theme.danger, 4), Words(told.more, small, theme.ink_3, 2)
    first = small if details.stages or not told.more else usual
    ink = theme.ink if told.more else theme.ink_3
    return Words(told.text, first, ink, 3), Words(told.more, small, theme.ink_3, 2)


def charter_words(details: Details, count: int | None, theme: Theme) -> tuple[Words, ...]:
    """Return the third column: the charter, and how much it has to settle."""
    told, more = details.charter, details.charter.more
    if count is not None:
        more = f"{count} to settle" if count else "Nothing to settle"
    small, usual = Face(theme.px(13.5)), Face(theme.px(14.5))
    return Words(told.text, usual, theme.ink, 3), Words(more, small, theme.ink_3, 2)


def step_words(details: Details, theme: Theme) -> tuple[Words, ...]:
    """Return the last column: the one next step."""
    return (Words(details.step, Face(theme.px(14.5), strong=True), theme.focus, 4),)


def step_place(rect: QRect, details: Details, theme: Theme) -> QRect:
    """Return where in a row its next step is written, to be clicked."""
    box = columns_in(rect, theme).step
    (words,) = step_words(details, theme)
    lines = set_in_lines(words.text, words.face, box.width(), words.most)
    metrics = height_of(words.face)
    wide = max(QFontMetrics(font_of(words.face)).horizontalAdvance(one) for one in lines)
    place = QRect(0, 0, wide + 16, metrics * len(lines) + 12)
    place.moveCenter(box.center())
    place.moveRight(box.right() + 8)
    return place


def _paint_stages(painter: QPainter, box: QRect, stages: tuple[Stage, ...], theme: Theme) -> None:
    """Paint a stroke for each stage, as far in its hue as its activities are done."""
    whole = min(box.width(), theme.px(_STROKES))
    wide = (whole - _BETWEEN * (len(stages) - 1)) / len(stages)
    high = theme.px(_STROKE)
    painter.setPen(Qt.PenStyle.NoPen)
    for number, stage in enumerate(stages):
        stroke = QRectF(box.x() + number * (wide + _BETWEEN), box.y(), wide, high)
        path = QPainterPath()
        path.addRoundedRect(stroke, high / 2, high / 2)
        painter.fillPath(path, QColor(theme.line))
        painter.save()
        painter.setClipPath(path)
        stroke.setWidth(wide * stage.done)
        painter.fillRect(stroke, QColor(theme.hue(stage.hue)))
        painter.restore()


def place_words(place: Place, theme: Theme) -> tuple[Words, ...]:
    """Return what a record says, and below it what and whose it is."""
    said, small = Face(theme.px(15)), Face(theme.px(13.5))
    return (
        Words(place.words, said, theme.ink, 2),
        Words(place.whose, small, theme.ink_3, 2),
    )


def _paint_place(painter: QPainter, rect: QRect, place: Place, theme: Theme) -> None:
    """Paint a place; on one line, what was looked for is strong."""
    inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    said, whose = place_words(place, theme)
    strong = Face(said.face.pixels, strong=True)
    if len(set_in_lines(said.text, strong, inner.width(), said.most)) > 1:
        paint_block(painter, inner, (said, whose))
        return
    lines = set_in_lines(whose.text, whose.face, inner.width(), whose.most)
    first, second = height_of(said.face), len(lines) * height_of(whose.face)
    top = inner.y() + (inner.height() - first - second) // 2
    box = QRect(inner.x(), top, inner.width(), first)
    paint_pieces(painter, box, place.pieces, said.face, said.colour)
    paint_block(painter, box.translated(0, first).adjusted(0, 0, 0, second - first), (whose,))
