"""Find a command: every action and every activity by its name, with its key beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crm_workshop.text import fold
from ui.theme.look import theme_now
from ui.widgets.text import set_look

_Index = QModelIndex | QPersistentModelIndex
_COMMAND: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done, by its name; `keys` do the same, `menu` is where it stands."""

    text: str
    keys: str
    run: Callable[[], object]
    menu: str = ""


def matching(commands: Sequence[Command], typed: str) -> tuple[Command, ...]:
    """Return the commands that hold every typed word, those that begin with it first."""
    words = fold(typed).split()
    found = [
        one for one in commands if all(word in fold(f"{one.text} {one.menu}") for word in words)
    ]
    return tuple(sorted(found, key=lambda one: not fold(one.text).startswith(fold(typed))))


class PaletteModel(QAbstractListModel):
    """The commands that match, for Qt."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: tuple[Command, ...] = ()

    def set_commands(self, commands: tuple[Command, ...]) -> None:
        """Show these commands."""
        self.beginResetModel()
        self.commands = commands
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Return how many match."""
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a command, its name, or how it is read aloud."""
        command = self.commands[index.row()]
        if role == _COMMAND:
            return command
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{command.text} {command.keys}".strip()
        return command.text if role == Qt.ItemDataRole.DisplayRole else None


class _Line(QStyledItemDelegate):
    """A command with its key at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint name and key."""
        command: Command = index.data(_COMMAND)
        palette = option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        inner = option.rect.adjusted(12, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme_now().ink_3))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, command.keys)
        before = option.fontMetrics.horizontalAdvance(f"{command.text}   ")
        left = Qt.AlignmentFlag.AlignLeft | middle
        painter.drawText(inner.adjusted(before, 0, 0, 0), left, command.menu)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(inner, left, command.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return one line's height."""
        return QSize(100, option.fontMetrics.height() + 16)


class Palette(QDialog):
    """A field and the commands that match it; Enter does the chosen one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self._commands = tuple(commands)
        self._model = PaletteModel()
        self._build()
        self._filter("")

    def _build(self) -> None:
        self.setWindowTitle("Find a command")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        set_look(self.field, "capture")
        self.field.setPlaceholderText("Find a command")
        self.field.setAccessibleName("Find a command")
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName("Commands")
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.resize(620, 460)

    @property
    def found(self) -> tuple[Command, ...]:
        """The commands that match what is typed."""
        return self._model.commands

    def _filter(self, typed: str) -> None:
        self._model.set_commands(matching(self._commands, typed))
        self.list.setCurrentIndex(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the field move in the list, and Enter choose."""
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        way = ways.get(Qt.Key(event.key()))
        if way is not None:
            last = self._model.rowCount() - 1
            row = max(0, min(self.list.currentIndex().row() + way, last))
            self.list.setCurrentIndex(self._model.index(row))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
            return True
        return False

    def _choose(self, index: QModelIndex) -> None:
        command = index.data(_COMMAND)
        if isinstance(command, Command):
            self.accept()
            self.chosen.emit(command)
