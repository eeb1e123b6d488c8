"""The agenda at the left: stages in their hues, each activity with its minutes and its state."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView

from ui.console.agenda import RailLine, rail_lines
from ui.console.rail_look import LINE, RailDelegate
from ui.session import Session
from ui.theme.tokens import Theme
from ui.widgets.text import set_look

_Index = QModelIndex | QPersistentModelIndex


class RailModel(QAbstractListModel):
    """The lines for Qt; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[RailLine, ...] = ()

    def set_lines(self, lines: tuple[RailLine, ...]) -> None:
        """Show these lines."""
        if len(lines) != len(self.lines):
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        before, self.lines = self.lines, lines
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, activity_id: int | None) -> int:
        """Return the row of an activity, or -1."""
        ids = [one.activity_id for one in self.lines]
        return ids.index(activity_id) if activity_id is not None and activity_id in ids else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, its title, or how it is read aloud."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return line.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that only activities can be chosen."""
        line = self.lines[index.row()]
        if line.activity_id is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Rail(QListView):
    """The agenda; a click, or Enter on a line, asks for that activity."""

    activity_requested = Signal(int)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._lines = RailModel()
        self._delegate = RailDelegate(theme, self)
        self._build()
        self.set_theme(theme)
        self.refresh()

    def _build(self) -> None:
        set_look(self, "rail")
        self.setAccessibleName("Agenda")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)

    @property
    def lines(self) -> tuple[RailLine, ...]:
        """The lines that are shown."""
        return self._lines.lines

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's colours and sizes."""
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()

    def fit(self, whole: int) -> None:
        """Take as much of the window's width as the titles need, and no more than a part of it."""
        self.setFixedWidth(min(self._delegate.theme.px(290), int(whole * 0.235)))

    def refresh(self) -> None:
        """Show the agenda as it is now; the live activity stays in sight when it changes."""
        self._lines.set_lines(rail_lines(self._session))
        row = self._lines.row_of(self._session.scene.activity_id)
        if row >= 0 and row != self.currentIndex().row() and not self.hasFocus():
            self.setCurrentIndex(self._lines.index(row))
            self.scrollTo(self._lines.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles may take another line in a narrower rail."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        row = self._lines.row_of(self._session.scene.activity_id)
        if row >= 0:
            self.scrollTo(self._lines.index(row))

    def sizeHint(self) -> QSize:
        """Return that any height will do."""
        return QSize(self.width(), 200)

    def _ask(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, RailLine) and line.activity_id is not None:
            self.activity_requested.emit(line.activity_id)
