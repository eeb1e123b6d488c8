"""Themes side by side: cards are put under them by drag or by keys, and taken out again."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.activities.ink import theme_now
from ui.activities.lines import LineEntry
from ui.activities.wall.model import WallCard
from ui.activities.wall.view import CardView
from ui.widgets.autosave import Autosave
from ui.widgets.text import button, label

_WIDTH: Final = 236


class ThemeColumn(QWidget):
    """One theme, its name above its cards; theme 0 holds the cards without one."""

    renamed = Signal(int, str)
    removed = Signal(int)

    def __init__(self, theme_id: int) -> None:
        super().__init__()
        self.theme_id = theme_id
        self.name = QLineEdit()
        self.wall = CardView("Cards without a theme", narrow=True)
        self._autosave = Autosave(self._keep, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._heading())
        layout.addWidget(self.wall, stretch=1)
        self.name.textEdited.connect(self._autosave.touch)
        self.name.editingFinished.connect(self._autosave.flush)

    def _heading(self) -> QHBoxLayout:
        heading = QHBoxLayout()
        heading.setContentsMargins(6, 0, 6, 0)
        if not self.theme_id:
            words = label("label", "WITHOUT A THEME")
            words.setMinimumHeight(self.name.sizeHint().height())
            heading.addWidget(words)
            return heading
        self.name.setAccessibleName("Theme")
        close = button("×", "small")
        close.setAccessibleName("Remove this theme; its cards stay")
        close.setToolTip("Remove this theme; its cards stay")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self._remove)
        heading.addWidget(self.name, stretch=1)
        heading.addWidget(close)
        return heading

    def show_theme(self, name: str, cards: tuple[WallCard, ...]) -> None:
        """Show a theme's name and its cards; a name that is being typed stays."""
        if not self._autosave.pending and self.name.text() != name:
            self.name.setText(name)
        if self.theme_id:
            self.wall.setAccessibleName(f"Cards under {name}")
        self.wall.set_cards(cards)

    def flush(self) -> None:
        """Write what is still only in a field."""
        self._autosave.flush()
        self.wall.flush()

    def _keep(self) -> None:
        if self.name.text().strip():
            self.renamed.emit(self.theme_id, self.name.text())

    def _remove(self) -> None:
        self.removed.emit(self.theme_id)


class ThemeColumns(QWidget):
    """All themes of an activity, and a field for the next one.

    `put` asks that cards stand in a theme (0: in none) behind a card (0: in the wall's order).
    """

    put = Signal(object, int, int)
    named = Signal(str)
    renamed = Signal(int, str)
    removed = Signal(int)
    written = Signal(int, str)
    moved = Signal(object, int, int)
    asked = Signal(str, object)
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[ThemeColumn] = []
        self._build()

    def _build(self) -> None:
        self.new = LineEntry()
        self.new.setPlaceholderText("New theme")
        self.new.setAccessibleName("New theme")
        self.new.returnPressed.connect(self._name)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._row)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.new)
        layout.addWidget(area, stretch=1)

    def show_themes(self, themes: tuple[tuple[int, str, tuple[WallCard, ...]], ...]) -> None:
        """Show themes as (id, name, cards), the cards without a theme as id 0."""
        ids = [one[0] for one in themes]
        for column in [one for one in self.columns if one.theme_id not in ids]:
            self.columns.remove(column)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        known = {one.theme_id: one for one in self.columns}
        self.columns = [known.get(one) or self._column(one) for one in ids]
        for place, (column, (_, name, cards)) in enumerate(zip(self.columns, themes, strict=True)):
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column)
            column.setFixedWidth(theme_now().px(_WIDTH))
            column.show_theme(name, cards)

    def flush(self) -> None:
        """Write what is still only in a field."""
        for column in self.columns:
            column.flush()

    def _column(self, theme_id: int) -> ThemeColumn:
        made = ThemeColumn(theme_id)
        made.renamed.connect(self.renamed)
        made.removed.connect(self.removed)
        made.wall.written.connect(self.written)
        made.wall.asked.connect(self.asked)
        made.wall.pasted.connect(self.pasted)
        made.wall.leaving.connect(self._leave)
        made.wall.moved.connect(self._move)
        made.wall.stepped.connect(self._step)
        made.wall.dropped.connect(self._drop)
        return made

    def _of(self, wall: object) -> ThemeColumn | None:
        return next((one for one in self.columns if one.wall is wall), None)

    def _move(self, card_id: int, places: int) -> None:
        column = self._of(self.sender())
        if column is not None:
            order = tuple(one.id for one in column.wall.cards.cards)
            self.moved.emit(order, card_id, places)

    def _step(self, ids: tuple[int, ...], way: int) -> None:
        """Put cards into the theme beside, and go there with them."""
        beside = self._beside(self.sender(), way)
        if beside is not None:
            self.put.emit(ids, beside.theme_id, 0)
            beside.wall.choose(ids[0])
            beside.wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, way: int) -> None:
        """Go to the next theme that holds cards."""
        beside = self._beside(self.sender(), way)
        while beside is not None and not beside.wall.cards.cards:
            beside = self._beside(beside.wall, way)
        if beside is not None:
            beside.wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self, wall: object, way: int) -> ThemeColumn | None:
        column = self._of(wall)
        at = self.columns.index(column) + way if column else -1
        return self.columns[at] if 0 <= at < len(self.columns) else None

    def _drop(self, ids: object, behind: int) -> None:
        column = self._of(self.sender())
        if column is not None:
            self.put.emit(ids, column.theme_id, behind)

    def _name(self) -> None:
        if self.new.text().strip():
            self.named.emit(self.new.text())
