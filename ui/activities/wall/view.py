"""A wall of cards: chosen, written on, moved and merged by keys or by mouse."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QListView, QMenu, QStyle

from ui.activities.ink import theme_now
from ui.activities.parts import show_within
from ui.activities.wall.delegate import CardDelegate
from ui.activities.wall.keys import CARDS, REQUESTS, request_of
from ui.activities.wall.model import CARD, MIME, CardModel, WallCard, dragged_ids
from ui.widgets.text import set_look

#: A card is at least so wide: px at the normal text size, and px at the largest.
_WIDTH: Final = 232
_WIDEST: Final = 280

#: So far (px) around the mouse is kept in sight while cards are dragged.
_AROUND: Final = QPoint(48, 48)

_SOME: Final = Qt.FocusPolicy.StrongFocus
_NONE: Final = Qt.FocusPolicy.NoFocus

_SIDEWAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardView(QListView):
    """Cards side by side in rows, or (`narrow`) one under another.

    An empty wall takes no focus: there is nothing on it to do.

    Asks by signals: `written` a card's new words, `moved` a card by so many places, `stepped` the
    chosen cards to the wall beside (-1 or 1), `leaving` to go there without them, `dropped` cards
    behind a card (0: at the beginning), `pasted` a text, `asked` anything of `REQUESTS` that is
    among `offers`, to `give` or `take` a dot, or to let the `next` one vote, for the chosen cards,
    the current one first.
    """

    written = Signal(int, str)
    moved = Signal(int, int)
    stepped = Signal(object, int)
    leaving = Signal(int)
    dropped = Signal(object, int)
    pasted = Signal(str)
    asked = Signal(str, object)

    def __init__(self, name: str, *, narrow: bool = False) -> None:
        super().__init__()
        self.cards = CardModel()
        self.offers = CARDS
        self._narrow = narrow
        self._delegate = CardDelegate(self)
        self._delegate.narrow = narrow
        self._delegate.written.connect(self.written)
        self._build(name)

    def _build(self, name: str) -> None:
        set_look(self, "bucket")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self.cards)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.TopToBottom if self._narrow else QListView.Flow.LeftToRight)
        self.setWrapping(not self._narrow)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def set_cards(self, cards: tuple[WallCard, ...]) -> None:
        """Show these cards; the current one and those that are chosen stay so."""
        chosen, current = self.chosen(), self.currentIndex().data(CARD)
        first = min((self.cards.row_of(one) for one in chosen), default=0)
        self.cards.set_cards(cards)
        self._choose(chosen, current.id if isinstance(current, WallCard) else 0, first)
        self.setFocusPolicy(_SOME if cards else _NONE)
        if self.hasFocus():
            self._begin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first card, or where the cursor was."""
        self._begin()
        super().focusInEvent(event)

    def _begin(self) -> None:
        if not self.chosen() and self.cards.cards:
            self.setCurrentIndex(self.cards.index(max(0, self.currentIndex().row())))

    def chosen(self) -> tuple[int, ...]:
        """Return the ids of the chosen cards, the current one first."""
        current = self.currentIndex().row()
        rows = sorted(one.row() for one in self.selectionModel().selectedIndexes())
        rows.sort(key=lambda row: row != current)
        return tuple(self.cards.cards[row].id for row in rows)

    def choose(self, card_id: int) -> None:
        """Make a card the current one."""
        row = self.cards.row_of(card_id)
        if row >= 0:
            self.setCurrentIndex(self.cards.index(row))

    def flush(self) -> None:
        """Write what is still only in the field of a card."""
        if self._delegate.editor is not None:
            self._delegate.editor.flush()

    def beside(self) -> int:
        """Return how many cards stand side by side."""
        return self._delegate.columns

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write on a card, move it, and ask for what can be done with those that are chosen."""
        key, card = Qt.Key(event.key()), self.currentIndex().data(CARD)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        elif self._narrow and key in _SIDEWAYS and not alt:
            self.leaving.emit(_SIDEWAYS[key])
        elif not isinstance(card, WallCard):
            super().keyPressEvent(event)
        elif alt and self._move(card.id, key):
            event.accept()
        elif (name := request_of(event, self.offers)) and self.chosen():
            self._ask(name)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: they are keys here."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen cards."""
        if not self.chosen():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in (one for one in REQUESTS if one.name in self.offers):
            keys = QKeySequence(one.key).toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(f"{one.text}\t{keys}" if keys else one.text)
            action.setData(one.name)
        menu.triggered.connect(self._ask_from_menu)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many cards side by side as there is room for."""
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text is set larger or smaller."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def sizeHint(self) -> QSize:
        """Return a modest size; it takes what it is given."""
        return QSize(240, 160)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards of any wall."""
        if event.mimeData().hasFormat(MIME):
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go, and scroll what this wall stands in towards it."""
        super().dragMoveEvent(event)
        at = event.position().toPoint()
        show_within(self.viewport(), QRect(at - _AROUND, at + _AROUND))
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask that the dragged cards be put where they were dropped."""
        ids = dragged_ids(event.mimeData())
        self.dropped.emit(ids, self._behind(event.position().toPoint(), ids))
        event.acceptProposedAction()
        self.setState(QListView.State.NoState)
        self.viewport().update()

    def _fit(self) -> None:
        width, room = min(theme_now().px(_WIDTH), _WIDEST), self.viewport().width()
        if not self._narrow:
            # What wraps leaves the scroll bar its width, whether it is shown or not.
            metric, bar = QStyle.PixelMetric.PM_ScrollBarExtent, self.verticalScrollBar()
            room = self.maximumViewportSize().width() - self.style().pixelMetric(metric, None, bar)
        self._delegate.columns = 1 if self._narrow else max(1, (room + 12) // width)
        self._delegate.room = room
        self.scheduleDelayedItemsLayout()

    def _behind(self, at: QPoint, ids: tuple[int, ...]) -> int:
        """Return the card behind which a drop at a place belongs, 0 for the beginning."""
        index = self.indexAt(at)
        row = index.row() if index.isValid() else len(self.cards.cards)
        if index.isValid():
            rect = self.visualRect(index)
            late = at.y() > rect.center().y() if self._narrow else at.x() > rect.center().x()
            row += late
        before = [one.id for one in self.cards.cards[:row] if one.id not in ids]
        return before[-1] if before else 0

    def _move(self, card_id: int, key: Qt.Key) -> bool:
        """Ask to move a card by an arrow key; tell whether the key was one."""
        columns = self._delegate.columns
        ways = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        if key not in ways:
            return False
        if self._narrow and key in _SIDEWAYS:
            self.stepped.emit(self.chosen() or (card_id,), ways[key])
        else:
            self.moved.emit(card_id, ways[key])
        return True

    def _choose(self, ids: tuple[int, ...], current: int, first: int) -> None:
        """Choose cards again after others came or went.

        Where all of them went it is the one that stands in their place now, at row `first`.
        """
        if self.chosen() == ids:
            return
        model = self.selectionModel()
        row = self.cards.row_of(current)
        rows = [row for one in ids if (row := self.cards.row_of(one)) >= 0]
        if ids and not rows and self.cards.cards:
            row = min(first, len(self.cards.cards) - 1)
            rows = [row]
        if row >= 0:
            model.setCurrentIndex(self.cards.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.clearSelection()
        for row in rows:
            model.select(self.cards.index(row), QItemSelectionModel.SelectionFlag.Select)

    def _ask_from_menu(self, action: object) -> None:
        self._ask(str(action.data()))  # type: ignore[attr-defined]  # the signal carries a QAction

    def _ask(self, name: str) -> None:
        """Ask for something; writing and copying need nobody else."""
        if name == "edit":
            self.edit(self.currentIndex())
            return
        if name in ("copy", "cut"):
            rows = sorted(self.cards.row_of(one) for one in self.chosen())
            QApplication.clipboard().setText("\n".join(self.cards.cards[row].text for row in rows))
        if name != "copy":
            self.asked.emit("delete" if name == "cut" else name, self.chosen())
