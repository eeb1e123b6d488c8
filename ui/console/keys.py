"""Keys while text is being typed: the console's own go to the console, the others to the text."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid


class TypingKeys(QObject):
    """Watches the control that has the focus and what it proposes, and no other.

    A text field would take Ctrl+K or Ctrl+Z for itself. Ctrl+Z stays with the field as long as it
    has typing of its own to take back; then it is the workshop's. A list that has popped up would
    keep every key: the console's close it, and do what they do everywhere.
    """

    def __init__(self, actions: Iterable[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {keys.toString(): one for one in actions for keys in one.shortcuts()}
        self._field: QWidget | None = None
        self._popup: QWidget | None = None

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch the control that has the focus now."""
        for former in (self._field, self._popup):
            if former is not None and isValid(former):
                former.removeEventFilter(self)
        self._field = new if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit) else None
        self._popup = new if new is not None and _has_popped_up(new) else _proposals(new)
        for watched in (self._field, self._popup):
            if watched is not None:
                watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the console's keys to the console."""
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        assert isinstance(event, QKeyEvent)
        action = self._actions.get(QKeySequence(event.keyCombination()).toString())
        if action is None or self._is_the_fields(event):
            return False
        if watched is self._popup:
            self._popup.window().close()
        if kind is QEvent.Type.ShortcutOverride:
            event.ignore()
            return True
        # A shortcut is the console's only where the console has the keyboard; a list may have it.
        if watched is self._popup:
            action.trigger()
        return watched is self._popup

    def _is_the_fields(self, event: QKeyEvent) -> bool:
        """Tell whether the field has typing of its own to take back, or to do again."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return _can_undo(self._field)
        return event.matches(QKeySequence.StandardKey.Redo) and _can_redo(self._field)


def _has_popped_up(widget: QWidget) -> bool:
    """Tell whether a control is in a list or a calendar that closes when it is left."""
    window = widget.window()
    return window.windowType() is Qt.WindowType.Popup and not isinstance(window, QMenu)


def _proposals(field: QWidget | None) -> QWidget | None:
    """Return the list in which a field proposes words; while open it takes the keys."""
    completer = field.completer() if isinstance(field, QLineEdit) else None
    return completer.popup() if completer is not None else None


def _can_undo(field: QObject | None) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isUndoAvailable()
    return False


def _can_redo(field: QObject | None) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isRedoAvailable()
    return False
