"""A wall of cards: chosen, written on, moved and merged by keys or by mouse."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QMenu

from ui.activities.ink import theme_now
from ui.activities.wall.delegate import CardDelegate
from ui.activities.wall.model import CARD, MIME, CardModel, WallCard, dragged_ids
from ui.widgets.text import set_look

#: A card is at least so wide: px at the normal text size, and px at the largest.
_WIDTH: Final = 232
_WIDEST: Final = 280

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)

#: What can be asked of the chosen cards: id, words, key as it is written in the menu.
REQUESTS: Final = (
    ("reveal", "Reveal or hide", "R"),
    ("merge", "Merge", "Ctrl+M"),
    ("unmerge", "Take apart what was merged", "Ctrl+Shift+M"),
    ("park", "Put on the parking list", ""),
    ("delete", "Delete", "Del"),
)


class CardView(QListView):
    """Cards side by side in rows, or (`narrow`) one under another.

    Asks by signals: `written` a card's new words, `moved` a card by so many places, `stepped` to
    the wall beside, `dropped` cards behind a card (0: at the beginning), `asked` anything of
    `REQUESTS`, or to `give` or `take` a dot, for the chosen cards, the current one first.
    """

    written = Signal(int, str)
    moved = Signal(int, int)
    stepped = Signal(int, int)
    dropped = Signal(object, int)
    asked = Signal(str, object)

    def __init__(self, name: str, *, narrow: bool = False) -> None:
        super().__init__()
        self.cards = CardModel()
        self._narrow = narrow
        self._delegate = CardDelegate(self)
        self._delegate.narrow = narrow
        self._delegate.written.connect(self.written)
        self._build(name)

    def _build(self, name: str) -> None:
        set_look(self, "rail")
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
        self.cards.set_cards(cards)
        self._choose(chosen, current.id if isinstance(current, WallCard) else 0)

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

    def columns(self) -> int:
        """Return how many cards stand side by side."""
        return self._delegate.columns

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write on a card, move it, and ask for what can be done with those that are chosen."""
        key, modifiers = event.key(), event.modifiers()
        current = self.currentIndex()
        card = current.data(CARD) if current.isValid() else None
        if not isinstance(card, WallCard):
            super().keyPressEvent(event)
        elif key in _ENTER and modifiers == Qt.KeyboardModifier.NoModifier:
            self.edit(current)
        elif modifiers & Qt.KeyboardModifier.AltModifier and self._move(card.id, Qt.Key(key)):
            event.accept()
        elif (name := _request(event)) and self.chosen():
            self.asked.emit(name, self.chosen())
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
        for name, text, keys in REQUESTS:
            action = menu.addAction(f"{text}\t{keys}" if keys else text)
            action.setData(name)
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
        """Show where they would go."""
        super().dragMoveEvent(event)
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask that the dragged cards be put where they were dropped."""
        ids = dragged_ids(event.mimeData())
        self.dropped.emit(ids, self._behind(event.position().toPoint(), ids))
        event.acceptProposedAction()
        self.setState(QListView.State.NoState)
        self.viewport().update()

    def _fit(self) -> None:
        width = min(theme_now().px(_WIDTH), _WIDEST)
        columns = 1 if self._narrow else max(1, (self.viewport().width() + 12) // width)
        self._delegate.columns = columns
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
        if self._narrow and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(card_id, ways[key])
        else:
            self.moved.emit(card_id, ways[key])
        return True

    def _choose(self, ids: tuple[int, ...], current: int) -> None:
        """Choose cards again after others came or went."""
        if self.chosen() == ids:
            return
        model = self.selectionModel()
        row = self.cards.row_of(current)
        if row >= 0:
            model.setCurrentIndex(self.cards.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.clearSelection()
        for card_id in ids:
            if (row := self.cards.row_of(card_id)) >= 0:
                model.select(self.cards.index(row), QItemSelectionModel.SelectionFlag.Select)

    def _ask_from_menu(self, action: object) -> None:
        name = action.data()  # type: ignore[attr-defined]  # the signal carries a QAction
        self.asked.emit(str(name), self.chosen())


def _request(event: QKeyEvent) -> str:
    """Return what a key asks for, or nothing."""
    control = Qt.KeyboardModifier.ControlModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    key, modifiers = event.key(), event.modifiers()
    if key == Qt.Key.Key_Delete:
        return "delete"
    if event.text() in ("+", "-"):
        return "give" if event.text() == "+" else "take"
    if key == Qt.Key.Key_R and modifiers == Qt.KeyboardModifier.NoModifier:
        return "reveal"
    if key == Qt.Key.Key_M and modifiers == control:
        return "merge"
    if key == Qt.Key.Key_M and modifiers == control | shift:
        return "unmerge"
    return ""
