"""The field a wording is written in, and the one that shows an earlier wording beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from crm_workshop.activities.statement import Segment
from ui.activities.entries import TextEntry
from ui.activities.ink import theme_now
from ui.widgets.text import set_look


class Wording(TextEntry):
    """A wording in the room's serif; words that differ from the other wording are marked.

    An earlier wording is only read and copied; what went is struck out in it.
    """

    def __init__(self, name: str, *, earlier: bool = False) -> None:
        super().__init__()
        if earlier:
            self.setReadOnly(True)
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByKeyboard
                | Qt.TextInteractionFlag.TextSelectableByMouse
            )
        self.setAccessibleName(name)
        set_look(self, "wording")

    def mark(self, segments: tuple[Segment, ...], kind: str) -> None:
        """Underline the words that are new, or strike out the ones that went.

        `segments` tell how two wordings differ; `kind` is what is marked here: added or removed.
        """
        self.setExtraSelections(self.marks(segments, kind))

    def marks(self, segments: tuple[Segment, ...], kind: str) -> list[QTextEdit.ExtraSelection]:
        """Return the marks that `mark` sets, to be set together with others."""
        marks, at = [], 0
        for segment in segments:
            if segment.kind not in ("same", kind):
                continue
            if segment.kind == kind:
                marks.append(self._selection(at, segment.text, has_gone=kind == "removed"))
            at += len(segment.text)
        return marks

    def _selection(self, at: int, text: str, *, has_gone: bool) -> QTextEdit.ExtraSelection:
        theme, marked = theme_now(), QTextEdit.ExtraSelection()
        begin = at + len(text) - len(text.lstrip())
        cursor = QTextCursor(self.document())
        length = self.document().characterCount() - 1
        cursor.setPosition(min(begin, length))
        cursor.setPosition(min(at + len(text.rstrip()), length), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(QColor(theme.sunken if has_gone else theme.select))
        look.setFontUnderline(not has_gone)
        look.setFontStrikeOut(has_gone)
        marked.cursor, marked.format = cursor, look
        return marked
