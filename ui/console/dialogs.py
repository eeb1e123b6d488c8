"""Small dialogs: one thing to type, Enter takes it, Esc closes the dialog and nothing else."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_workshop.activities.half_typed import Place
from ui.actions import ACTIONS, ActionDesign
from ui.activities.lines import LineEntry
from ui.activities.unfinished import Unfinished
from ui.session import Session
from ui.widgets.keys_list import KeysList
from ui.widgets.text import label, set_look

#: What a window manager puts around a dialog at most (px).
_FRAME: Final = QMargins(8, 36, 8, 12)


class Ask(QDialog):
    """Asks for one line. `answered` carries what was typed, if `accepts` says yes to it.

    `left` carries what was typed when the dialog is closed without an answer.
    """

    answered = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        question: str,
        take: str,
        text: str = "",
        accepts: Callable[[str], bool] = bool,
    ) -> None:
        super().__init__(parent)
        self._accepts = accepts
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = LineEntry()
        self.field.setText(text)
        self.field.setAccessibleName(question)
        self.field.selectAll()
        buttons = QDialogButtonBox()
        self._take = buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setDefault(True)
        set_look(self._take, "primary")
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(label("", question))
        layout.addWidget(self.field)
        layout.addWidget(buttons)
        self._fields = layout
        self.setMinimumWidth(520)
        self.field.textChanged.connect(self._judge)
        self._judge()

    def add_person(self, name: str, names: Callable[[], tuple[str, ...]]) -> LineEntry:
        """Return a further field, for somebody who may be named; it is completed from `names`."""
        made = LineEntry(names)
        made.setAccessibleName(name)
        made.setPlaceholderText(name)
        self._fields.insertWidget(self._fields.count() - 1, made)
        QWidget.setTabOrder(self.field, made)
        return made

    def accept(self) -> None:
        """Take the answer."""
        text = self.field.text()
        if self._accepts(text.strip()):
            self.answered.emit(text)
            super().accept()

    def reject(self) -> None:
        """Close without an answer."""
        self.left.emit(self.field.text())
        super().reject()

    def _judge(self) -> None:
        self._take.setEnabled(self._accepts(self.field.text().strip()))


def keep_asked(session: Session, ask: Ask, lines: Mapping[Place, LineEntry]) -> Unfinished:
    """Keep what is typed into a dialog until it is answered; begin with what was kept before."""
    kept = Unfinished(session, lines, ask)
    kept.put_back()
    ask.field.selectAll()
    ask.left.connect(kept.keep)
    return kept


class KeysPage(QDialog):
    """Every key of a window on one page, first those of what is shown in it."""

    def __init__(
        self,
        parent: QWidget,
        panel_keys: tuple[tuple[str, str], ...],
        designs: Iterable[ActionDesign] = ACTIONS,
        here: str = "This activity",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = KeysList()
        inside.setContentsMargins(24, 16, 24, 16)
        if panel_keys:
            inside.add(here, panel_keys)
        inside.add_actions(designs)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 18)
        layout.addWidget(area)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(closing(self))
        layout.addLayout(foot)
        self.resize(560, 620)


def closing(dialog: QDialog) -> QDialogButtonBox:
    """Return the button that closes a page which is only read."""
    buttons = QDialogButtonBox()
    buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
    buttons.rejected.connect(dialog.reject)
    return buttons


def centre_on(dialog: QDialog, parent: QWidget) -> None:
    """Put a dialog over the upper part of its window; it is never larger than the screen."""
    free = parent.screen().availableGeometry().marginsRemoved(_FRAME)
    size = dialog.sizeHint().expandedTo(dialog.size()).boundedTo(free.size())
    dialog.resize(size)
    x = parent.mapToGlobal(parent.rect().center()).x() - size.width() // 2
    y = parent.mapToGlobal(parent.rect().topLeft()).y() + 80
    right, bottom = free.right() - size.width(), free.bottom() - size.height()
    dialog.move(max(free.left(), min(x, right)), max(free.top(), min(y, bottom)))
