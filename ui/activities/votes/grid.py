"""The tables in which votes are entered: numbers and letters answer, the arrows move."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from crm_workshop.activities.standing import who_may_vote
from crm_workshop.model.choices import BallotState
from crm_workshop.widths import share
from ui.activities.ink import sans, theme_now
from ui.activities.parts import fit_headings, heading_width, show_cell
from ui.activities.votes.model import TallyModel, VotersModel
from ui.activities.votes.state import Votes
from ui.activities.writing import height_of, write
from ui.theme.tokens import Theme
from ui.widgets.text import set_look

#: Letters that say what a number cannot.
LETTERS: Final = {
    "A": BallotState.ABSTAINS,
    "L": BallotState.LATE,
    "X": BallotState.ABSENT,
    "N": BallotState.NON_VOTING,
}

#: The letter that says that somebody is here and votes.
HERE: Final = "P"

_SIDE, _ABOVE = 12, 8

#: The sides of a cell where many columns stand close together.
_CLOSE: Final = 6
_ACROSS: Final = Qt.Orientation.Horizontal


class _Painter(QStyledItemDelegate):
    """Paints a row: a name with a quieter line below, and what was voted."""

    def __init__(self, view: QWidget, side: int) -> None:
        super().__init__(view)
        self._view, self._side = view, side

    def sizeHint(self, option: Any, index: Any) -> QSize:
        """As high as the text, the quieter words behind a name included."""
        theme, width = theme_now(), max(40, option.rect.width() - 2 * self._side)
        text, note = str(index.data() or ""), index.data(Qt.ItemDataRole.UserRole)
        high = height_of(text, sans(theme, strong=index.column() == 0), width)
        if note and not self._fits(text, str(note), theme, width):
            high += height_of(str(note), sans(theme, 13), width)
        return QSize(40, high + 2 * _ABOVE)

    def _fits(self, text: str, note: str, theme: Theme, width: int) -> bool:
        """Tell whether a name and the words behind it stand on one line."""
        wide = QFontMetrics(sans(theme, strong=True)).horizontalAdvance(text)
        return wide + 10 + QFontMetrics(sans(theme, 13)).horizontalAdvance(note) < width

    def paint(self, painter: QPainter, option: Any, index: Any) -> None:
        """Paint a cell on the surface with its hairline and, if current, its frame."""
        theme, place = theme_now(), QRect(option.rect)
        painter.save()
        painter.fillRect(place, QColor(theme.surface))
        painter.setPen(QColor(theme.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            active = self._view.hasFocus()
            painter.setPen(QPen(QColor(theme.focus if active else theme.line_2), 1 + active))
            painter.drawRect(place.adjusted(1, 1, -1, -2))
        inside = place.adjusted(self._side, _ABOVE, -self._side, 0)
        font = sans(theme, strong=index.column() == 0)
        high = write(painter, inside, str(index.data() or ""), font, theme.ink)
        if note := str(index.data(Qt.ItemDataRole.UserRole) or ""):
            text = str(index.data())
            if self._fits(text, note, theme, inside.width()):
                wide = QFontMetrics(font).horizontalAdvance(text)
                inside.translate(wide + 10, theme.px(2))
            else:
                inside.setTop(inside.top() + high)
            write(painter, inside, note, sans(theme, 13), theme.ink_3)
        painter.restore()


class _Grid(QTableView):
    """A table as high as its rows, whose first column only names them.

    `first` is how wide that column is (px) where there is room, `side` what every cell leaves free
    at its sides.
    """

    def __init__(self, model: QAbstractTableModel, first: int, side: int = _SIDE) -> None:
        super().__init__()
        self._first, self._side = first, side
        self.setModel(model)
        self.setItemDelegate(_Painter(self, side))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(16)
        set_look(header, "close" if side < _SIDE else "")
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._came)
        self.pressed.connect(self._leave_name)

    def fit(self) -> None:
        """Share the width out, and be as high as the rows."""
        width, count = self.viewport().width(), self.model().columnCount() - 1
        headings = [str(self.model().headerData(1 + at, _ACROSS)) for at in range(count)]
        needs = [heading_width(one) - 2 * (_SIDE - self._side) for one in headings]
        first = max(width // 4, min(self._first, width * 3 // 5, width - sum(needs)))
        self.setColumnWidth(0, first)
        shares = share(width - first, [1.0] * count, needs)
        for column, wide in enumerate(shares, start=1):
            self.setColumnWidth(column, int(wide))
        self.resizeRowsToContents()
        high = self.verticalHeader().length() + fit_headings(self) + 2 * self.frameWidth()
        self.setFixedHeight(high)

    def resizeEvent(self, event: Any) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: Any) -> None:
        """Begin at the first vote."""
        if not self.currentIndex().isValid() or not self.currentIndex().column():
            self.setCurrentIndex(self.model().index(0, 1))
        super().focusInEvent(event)

    def go(self, row: int, column: int) -> None:
        """Go to a vote, if there is such a place; never to a name."""
        index = self.model().index(row, column)
        if index.isValid() and column:
            self.setCurrentIndex(index)

    def moveCursor(self, action: Any, held: Any) -> QModelIndex:
        """Go where a key leads, but never to a name."""
        found = super().moveCursor(action, held)
        return found if found.column() else self.currentIndex()

    def _leave_name(self, pressed: QModelIndex) -> None:
        """Go to somebody's first vote by a click on the name, where no key would do anything."""
        if not pressed.column():
            self.go(pressed.row(), 1)

    def _came(self, current: QModelIndex) -> None:
        show_cell(self, current)


class VotersGrid(_Grid):
    """Votes in people's names: a number votes and goes on to the next person."""

    def __init__(self, votes: Votes, model: VotersModel) -> None:
        super().__init__(model, 400)
        self._votes, self._voters = votes, model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Vote by number, mark by letter, let vote by P, take back by Delete; the arrows move."""
        here, text = self.currentIndex(), event.text().upper()
        person, key = self._voters.person(here), self._voters.key(here)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        done = False
        if person is None or not key or not plain:
            super().keyPressEvent(event)
            return
        if text.isdecimal() and text.isascii():
            done = self._votes.cast(person, key, int(text))
        elif text == HERE:
            self._votes.welcome(person)
        elif text in LETTERS:
            done = self._votes.mark(person, key, LETTERS[text])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._votes.withdraw(person, key)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            done = True
        else:
            super().keyPressEvent(event)
            return
        if done:
            self._on(here.row(), here.column())

    def _on(self, row: int, column: int) -> None:
        """Go on to the next person who may vote, behind the last one to the next question."""
        below = range(row + 1, self._voters.rowCount())
        following = [one for one in below if self._may_vote(one)]
        if following:
            self.go(following[0], column)
        else:
            self.go(0, column + 1)

    def _may_vote(self, row: int) -> bool:
        person = self._voters.person(self._voters.index(row, 0))
        return person in who_may_vote(self._votes.session.dossier)


class TallyGrid(_Grid):
    """Votes without a name: a number says how many, plus and minus count."""

    def __init__(self, votes: Votes, model: TallyModel) -> None:
        super().__init__(model, 190, _CLOSE)
        self._votes, self._tallies, self._typed = votes, model, ""
        self.selectionModel().currentChanged.connect(self._begin)

    def _begin(self) -> None:
        self._typed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say how many by number, count by plus and minus, take back by Delete."""
        here, text = self.currentIndex(), event.text()
        if not here.isValid() or not here.column():
            super().keyPressEvent(event)
            return
        key, value, is_exec = self._tallies.place(here)
        count = self._votes.count(key, value, is_exec=is_exec)
        if text.isdecimal() and text.isascii():
            self._typed = (self._typed + text)[-3:]
            count = int(self._typed)
        elif text in ("+", "-", "−"):
            count = max(0, count + (1 if text == "+" else -1))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            count, self._typed = 0, ""
        else:
            super().keyPressEvent(event)
            return
        self._votes.tally(key, value, count, is_exec=is_exec)
