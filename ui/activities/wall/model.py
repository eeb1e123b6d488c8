"""The cards of one wall, for Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex

#: The role under which a card of the wall is found.
CARD: Final = Qt.ItemDataRole.UserRole

#: What a drag of cards is called.
MIME: Final = "application/x-crm-workshop-cards"

_NO_INDEX: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class WallCard:
    """One card as the wall shows it: its words, and a quiet note under them."""

    id: int
    text: str
    note: str = ""


class CardModel(QAbstractListModel):
    """Cards in their order. Only what differs is told, so that an open editor stays open."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[WallCard, ...] = ()

    def set_cards(self, cards: Sequence[WallCard]) -> None:
        """Show these cards."""
        new, old = tuple(cards), self.cards
        if new == old:
            return
        head = _same_ids(old, new)
        tail = _same_ids(old[head:][::-1], new[head:][::-1])
        if head + tail < len(old):
            self.beginRemoveRows(_NO_INDEX, head, len(old) - tail - 1)
            self.cards = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if head + tail < len(new):
            self.beginInsertRows(_NO_INDEX, head, len(new) - tail - 1)
            self.cards = self.cards[:head] + new[head : len(new) - tail] + self.cards[head:]
            self.endInsertRows()
        before, self.cards = self.cards, new
        for row, (was, card) in enumerate(zip(before, new, strict=True)):
            if was != card:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, card_id: int) -> int:
        """Return the row of a card, or -1."""
        return next((row for row, one in enumerate(self.cards) if one.id == card_id), -1)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a card, its words, or how it is read aloud."""
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return card.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.text}, {card.note}" if card.note else card.text
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that every card can be chosen, changed and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that cards are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged cards by their ids."""
        data = QMimeData()
        ids = " ".join(str(self.cards[one.row()].id) for one in indexes)
        data.setData(MIME, ids.encode())
        return data


def dragged_ids(data: QMimeData) -> tuple[int, ...]:
    """Return the ids of the cards that are dragged."""
    return tuple(int(one) for one in bytes(data.data(MIME).data()).split())


def _same_ids(one: Sequence[WallCard], other: Sequence[WallCard]) -> int:
    """Return how many cards at the beginning are the same."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left.id != right.id:
            break
        count += 1
    return count
