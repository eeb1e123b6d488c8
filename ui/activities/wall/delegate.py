"""How a card is painted and written on."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.activities.ink import sans, theme_now
from ui.activities.wall.model import CARD, CardModel, WallCard
from ui.activities.writing import height_of, write
from ui.theme.look import SANS
from ui.theme.sheet import CARD_TEXT
from ui.theme.tokens import Theme
from ui.widgets.autosave import Autosave
from ui.widgets.text import set_look

_Index = QModelIndex | QPersistentModelIndex

#: The space between two cards, and the space around the words on one (px).
GAP: Final = 12
_SIDE, _TOP = 14, 12
_NOTE: Final = 12.5
_LEAST: Final = 84
_LEAST_NARROW: Final = 52


def card_width(room: int, columns: int) -> int:
    """Return how wide each of so many cards side by side is, with gaps between them."""
    return max(80, (room - 1 - GAP * (columns - 1)) // columns)


@lru_cache(maxsize=2000)
def _text_height(text: str, pixels: int, width: int) -> int:
    """Return how high a card's words are; a wall asks this of every card for each new one."""
    font = QFont(SANS)
    font.setPixelSize(pixels)
    return height_of(text, font, width)


class CardEdit(QPlainTextEdit):
    """The words of a card while they are written; they are kept as they are typed."""

    def __init__(self, parent: QWidget, card_id: int, delegate: "CardDelegate") -> None:
        super().__init__(parent)
        self.card_id = card_id
        self.loaded = False
        self._delegate = delegate
        self._autosave = Autosave(self._keep, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Card")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._autosave.touch)

    def load(self, text: str) -> None:
        """Show the card's words, once."""
        if self.loaded:
            return
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._autosave.drop()
        self.loaded = True

    def flush(self) -> None:
        """Write what is not yet in the file."""
        self._autosave.flush()

    def _keep(self) -> None:
        self._delegate.written.emit(self.card_id, self.toPlainText())


class CardDelegate(QStyledItemDelegate):
    """Paints cards in rows of equal height; `columns` is how many stand side by side in
    the `room` (px).
    """

    written = Signal(int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns = 1
        self.room = 0
        self.narrow = False
        self.editor: CardEdit | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a card: as high as the highest of its row."""
        model = index.model()
        if not isinstance(model, CardModel):
            return QSize(200, _LEAST)
        theme = theme_now()
        width = card_width(self.room, self.columns)
        first = index.row() - index.row() % self.columns
        row = model.cards[first : first + self.columns]
        high = max(self._height(one, width, theme) for one in row)
        least = theme.px(_LEAST_NARROW if self.narrow else _LEAST)
        last = index.row() % self.columns == self.columns - 1
        return QSize(width if last else width + GAP, max(high, least) + GAP)

    def _place(self, option: QStyleOptionViewItem) -> QRect:
        """Return where the card stands in its cell: the gap is at the right and below."""
        cell, width = option.rect, card_width(self.room, self.columns)
        return QRect(cell.x(), cell.y(), width, cell.height() - GAP)

    @staticmethod
    def _height(card: WallCard, width: int, theme: Theme) -> int:
        inner = width - 2 * _SIDE
        high = _text_height(card.text, theme.px(CARD_TEXT), inner) + 2 * _TOP
        return high + (theme.px(_NOTE) + 8 if card.note else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a card: its words, the note under them, and whether keys are for it."""
        card: WallCard = index.data(CARD)
        theme = theme_now()
        place = self._place(option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        active = isinstance(option.widget, QListView) and option.widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = theme.focus if active else theme.line_2
        painter.setPen(QPen(QColor(frame if chosen else theme.line), 2 if chosen else 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        inner = place.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        write(painter, inner, card.text, sans(theme, CARD_TEXT), theme.ink)
        if card.note:
            note = QRect(inner)
            note.setTop(place.bottom() - theme.px(_NOTE) - 12)
            write(painter, note, card.note, sans(theme, _NOTE), theme.ink_3)
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """Return the field in which a card is written."""
        card: WallCard = index.data(CARD)
        self.editor = CardEdit(parent, card.id, self)
        set_look(self.editor, "on-card")
        self.editor.destroyed.connect(self._editor_gone)
        return self.editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show the card's words; what is being typed is never replaced."""
        if isinstance(editor, CardEdit):
            editor.load(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: _Index) -> None:
        """Write what is still to be written."""
        if isinstance(editor, CardEdit):
            editor.flush()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        """Lay the field over its card."""
        editor.setGeometry(self._place(option))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """End the writing by Enter and by Esc, which throws nothing away."""
        if (
            isinstance(editor, QWidget)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)

    def _editor_gone(self) -> None:
        self.editor = None
