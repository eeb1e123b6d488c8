"""One bucket: its number key, its name, its share, and its cards."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.activities.ink import theme_now
from ui.activities.parts import show_within
from ui.activities.wall.model import WallCard
from ui.activities.wall.view import CardView
from ui.widgets.text import label, set_look


class BucketWall(CardView):
    """The cards of one bucket, one under another and as high as they need.


    With `highest` it is what still waits: side by side, and scrolled beyond so many px.

    `numbered` carries the chosen cards and the number of a bucket (0: out of theirs).
    """

    numbered = Signal(object, int)

    def __init__(self, name: str, *, highest: int = 0) -> None:
        super().__init__(name, narrow=not highest)
        self._highest = highest
        if not highest:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.selectionModel().currentChanged.connect(self._came)

    def set_cards(self, cards: tuple[WallCard, ...]) -> None:
        """Show these cards, and be as high as they are."""
        super().set_cards(cards)
        self.fit()

    def fit(self) -> None:
        """Be as high as all cards together, or scroll beyond the highest that is allowed."""
        theme, beside = theme_now(), self.beside()
        high = sum(self.sizeHintForRow(row) for row in range(0, self.cards.rowCount(), beside))
        high = max(high, theme.px(40)) + 2
        self.setFixedHeight(min(high, theme.px(self._highest)) if self._highest else high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width: narrower words are more lines."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the chosen cards into a bucket by its number, or take them out."""
        text = event.text()
        if self.chosen() and text.isdecimal() and text.isascii():
            self.numbered.emit(self.chosen(), int(text))
        elif self.chosen() and event.key() == Qt.Key.Key_Backspace:
            self.numbered.emit(self.chosen(), 0)
        else:
            super().keyPressEvent(event)

    def _came(self, current: QModelIndex) -> None:
        if current.isValid():
            show_within(self.viewport(), self.visualRect(current))


class Bucket(QWidget):
    """One bucket among those that stand side by side."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "sunken")
        self.name = name
        self.wall = BucketWall(name)
        self._share: QLabel = label("second", wrap=False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label("key", str(number), wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label("strong", name), 1)
        head.addWidget(self._share, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.wall)
        layout.addStretch(1)
        self.setMinimumHeight(150)

    def show_cards(self, cards: tuple[WallCard, ...], share: float) -> None:
        """Show what lies in the bucket, and its share of all that is sorted."""
        self._share.setText(f"{round(100 * share)} %" if cards else "")
        self.wall.set_cards(cards)
