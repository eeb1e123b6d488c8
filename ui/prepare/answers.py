"""A line that somebody answered on paper, typed in: kept as it is typed, Enter goes on."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.activities.entries import TextEntry
from ui.activities.parts import show_within
from ui.activities.unfinished import is_left
from ui.session import Session
from ui.widgets.autosave import Autosave
from ui.widgets.text import label

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURNS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AnswerField(QObject):
    """What is asked, and the field for the answer, which is somebody's (an id).

    Where one `goes_on`, `entered` says that Enter was pressed, and Shift+Enter begins a line.
    `turned` carries which way (1, -1) Alt and an arrow lead.
    """

    entered = Signal()
    turned = Signal(int)

    def __init__(
        self,
        session: Session,
        read: Callable[[int], str],
        write: Callable[[int, str], object],
        *,
        goes_on: bool = True,
    ) -> None:
        super().__init__()
        self._session, self._read, self._write = session, read, write
        self._goes_on = goes_on
        self._whose = 0
        self.asked, self.entry = label("statement"), TextEntry()
        self.asked.setBuddy(self.entry)
        self.entry.installEventFilter(self)
        self._saving = Autosave(self._keep, self, session)
        self.entry.edited.connect(self._saving.touch)

    def ask(self, words: str, spoken: str) -> None:
        """Say what is asked, and what the field is called where it is not seen."""
        self.asked.setText(words)
        self.entry.setAccessibleName(spoken)

    def show_of(self, whose: int) -> None:
        """Show somebody's answer as it is now; what is typed of it stays, another's is kept."""
        if whose != self._whose:
            self._leave()
            self._whose = whose
        if not self._saving.pending:
            self.entry.put(self._read(whose))

    def keep(self) -> None:
        """Write what is being typed."""
        self._saving.flush()

    def remove(self) -> None:
        """Let go of the field; its answers stay in the file."""
        self._leave()
        for widget in (self.asked, self.entry):
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go on by Enter, or to somebody else; keep the answer when it is left."""
        if is_left(event):
            self.keep()
        elif event.type() == QEvent.Type.FocusIn:
            show_within(self.entry, self.entry.rect())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, held = Qt.Key(event.key()), event.modifiers()
            if self._goes_on and key in _ENTER and not held & Qt.KeyboardModifier.ShiftModifier:
                self.entered.emit()
                return True
            if key in _TURNS and held & Qt.KeyboardModifier.AltModifier:
                self.turned.emit(_TURNS[key])
                return True
        return False

    def _keep(self) -> None:
        text = self.entry.toPlainText()
        if text != self._read(self._whose):
            self._write(self._whose, text)

    def _leave(self) -> None:
        """Write what is being typed; what cannot be written now is written later."""
        whose, text = self._whose, self.entry.toPlainText()
        self._saving.flush()
        if self._saving.pending:
            self._saving.drop()
            place = (type(self).__name__, self.asked.text(), whose)
            self._session.owe(place, text, partial(self._write, whose, text))
