"""How a cell is typed into: its editor, what the keys of an editor do, and when it is kept."""

from functools import partial
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QWidget
from shiboken6 import isValid

from ui.activities.entries import (
    ChoiceEntry,
    Entry,
    TextEntry,
    entry_for,
    put_words,
    words_in,
)
from ui.activities.lines import DateEntry
from ui.activities.table.model import RecordModel, Role
from ui.activities.table.painting import CellPainter
from ui.activities.table.rows import Index
from ui.activities.unfinished import is_left
from ui.widgets.autosave import Autosave

_Hint = QAbstractItemDelegate.EndEditHint

#: Where a key leads that ends the typing in a cell.
_KEYS = {
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
    Qt.Key.Key_Return: "down",
    Qt.Key.Key_Enter: "down",
    Qt.Key.Key_Escape: "stay",
}


class CellDelegate(CellPainter):
    """Makes the editors of a record table.

    `growing` tells that an editor needs another height, `leaving` where a key leads from an editor:
    next, previous, down, up or stay.
    """

    growing = Signal()
    leaving = Signal(str)

    def __init__(self, view: QWidget, model: RecordModel) -> None:
        super().__init__(view, model)
        self.editor: QWidget | None = None
        self.place = QPersistentModelIndex()
        self._saving: Autosave | None = None
        self._kept = self._seen = ""
        self._high = 0

    # Qt's own questions

    def createEditor(self, parent: QWidget, _option: Any, index: Index) -> QWidget:
        """Return the field that a cell is typed into."""
        field = self._model.field_at(index)
        assert field is not None, "only cells with a field are editable"
        editor = entry_for(self._model.session, field)
        editor.setParent(parent)
        self.editor, self.place = editor, QPersistentModelIndex(cast(Any, index))
        self._saving = Autosave(partial(self._keep_draft, editor), editor)
        self._kept, self._high = str(index.data(Qt.ItemDataRole.EditRole) or ""), 0
        put_words(editor, self._kept)
        self._seen = words_in(editor)
        if isinstance(editor, DateEntry):
            editor.follow(self._model.session.dossier.workshop.locale, index.data(Role.RAW))
        if isinstance(editor, QLineEdit | TextEntry):
            editor.selectAll()
        cast(Entry, editor).edited.connect(self._touched)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Follow a change from elsewhere, such as undo; what is being typed is left alone."""
        now = str(index.data(Qt.ItemDataRole.EditRole) or "")
        is_typing = self._saving is None or self._saving.pending or words_in(editor) != self._seen
        if now != self._kept and not is_typing:
            self._kept = now
            put_words(editor, now)
            self._seen = words_in(editor)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed, or let it stay with the sentence that says why not."""
        if editor is not self.editor or not isValid(editor):
            return  # it is being destroyed with its window: it has no words to ask for
        if self._saving:
            self._saving.drop()
        self._model.keep(index, words_in(editor))

    def updateEditorGeometry(self, editor: QWidget, option: Any, _index: Index) -> None:
        """Let an editor cover its cell, and more where its own text needs it."""
        place = option.rect
        least = editor.needed_height() if isinstance(editor, TextEntry) else 0
        place.setHeight(max(place.height() - 1, least, editor.minimumSizeHint().height()))
        if isinstance(editor, DateEntry):
            place.setWidth(max(place.width(), editor.needed_width()))
            place.moveRight(min(place.right(), cast(QWidget, editor.parent()).width() - 1))
        editor.setGeometry(place)

    def sentence(self, index: Index) -> str:
        """Say nothing of a cell that is typed into: it is not finished."""
        is_typed = self.editor is not None and self.place == index
        return "" if is_typed else super().sentence(index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let go of an editor, whoever closed it."""
        if editor is self.editor:
            self.editor, self._saving = None, None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of a spreadsheet keep what is typed and lead on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            new_line = isinstance(watched, TextEntry) and bool(shift)
            way = _KEYS.get(Qt.Key(event.key()))
            if way in ("down", "stay") and new_line:
                cast(TextEntry, watched).textCursor().insertText("\n")
                return True
            if way and self.editor is watched:
                self.close("up" if way == "down" and shift else way)
                return True
        if event.type() == QEvent.Type.FocusOut and not is_left(event):
            self.keep_draft()  # the window was left, not the cell: typing goes on there later
            return False
        return super().eventFilter(watched, event)

    # Typing

    def close(self, way: str = "stay") -> None:
        """Keep what is typed and end the typing; where it could not be read the cell stays."""
        editor = self.editor
        if editor is None:
            return
        if self._saving:
            self._saving.drop()
        kept = self._model.keep(self.place, words_in(editor))
        self.editor, self._saving = None, None
        self.closeEditor.emit(editor, _Hint.NoHint)
        self.leaving.emit(way if kept else "stay")

    def keep_draft(self) -> None:
        """Write at once what is being typed, and go on typing."""
        if self._saving:
            self._saving.flush()

    def needed_by_editor(self) -> int:
        """Return how high (pixels) the open editor has to be; 0 without one."""
        return self.editor.needed_height() if isinstance(self.editor, TextEntry) else 0

    def _touched(self) -> None:
        if self._saving:
            self._saving.touch()
        if self.needed_by_editor() != self._high:
            self._high = self.needed_by_editor()
            self.growing.emit()
        if isinstance(self.editor, ChoiceEntry):
            self.close()

    def _keep_draft(self, editor: QWidget) -> None:
        if editor is self.editor and isValid(editor) and self.place.isValid():
            self._model.keep(self.place, words_in(editor), draft=True)
            self._kept = str(self.place.data(Qt.ItemDataRole.EditRole) or "")
            self._seen = words_in(editor)


def end_of_text(editor: QWidget) -> None:
    """Put the cursor behind the last letter, to go on writing."""
    if isinstance(editor, TextEntry):
        editor.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(editor, QLineEdit):
        editor.end(False)
