"""Keys while text is being typed: the console's own go to the console, the others to the text."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class TypingKeys(QObject):
    """Watches the control that has the focus, and no other.

    A text field would take Ctrl+K or Ctrl+Z for itself. Ctrl+Z stays with the field as long as it
    has typing of its own to take back; then it is the workshop's.
    """

    def __init__(self, actions: Iterable[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = {keys.toString() for action in actions for keys in action.shortcuts()}
        self._watched: QWidget | None = None

    def follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch the control that has the focus now."""
        if old is not None and old is self._watched:
            old.removeEventFilter(self)
        self._watched = None
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            new.installEventFilter(self)
            self._watched = new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the console's keys to the console."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()).toString() not in self._keys:
            return False
        if event.matches(QKeySequence.StandardKey.Undo) and _can_undo(watched):
            return False
        if event.matches(QKeySequence.StandardKey.Redo) and _can_redo(watched):
            return False
        event.ignore()
        return True


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isUndoAvailable()
    return False


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isRedoAvailable()
    return False
