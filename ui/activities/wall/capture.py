"""The field into which cards are typed: Enter, and the next one."""

from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from crm_workshop.activities.paste import card_texts
from ui.activities.wall.keeping import Keeper
from ui.session import Session
from ui.widgets.autosave import Autosave
from ui.widgets.text import label, set_look

_HINT = "Enter adds · paste a list for many"


class CaptureLine(QLineEdit):
    """Types cards, or what else a `keeper` keeps. It is in the file before Enter finishes it.

    `draft_id` is its row, 0 while there is none: a hidden card. `shows_at_once` lets the room see
    each card as soon as it is finished. `kept` follows each writing, `added` each finished card.
    """

    kept = Signal()
    added = Signal(int)

    def __init__(self, session: Session, keeper: Keeper, name: str, words: str) -> None:
        super().__init__()
        self._session = session
        self._keeper = keeper
        self.draft_id = 0
        self.shows_at_once = False
        self._step = uuid4().hex
        self._autosave = Autosave(self._keep, self, session)
        set_look(self, "capture")
        self.setAccessibleName(name)
        self.setPlaceholderText(words)
        self._hint = label("small", _HINT, wrap=False)
        self._hint.setParent(self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textEdited.connect(self._autosave.touch)
        self.textChanged.connect(self._place_hint)

    def refresh(self) -> None:
        """Forget a draft that undo took back; its words stay in the field."""
        if self.draft_id and self._session.dossier.get(self._keeper.record, self.draft_id) is None:
            self._forget()

    def keep_draft(self) -> None:
        """Write what is not yet in the file."""
        self._autosave.flush()

    def touch(self) -> None:
        """Write soon what belongs to the card that is typed: who wrote it has changed."""
        if self.text().strip():
            self._autosave.touch()

    def leave(self) -> None:
        """Let what was typed be a card; what could not be written stays in the field."""
        self.keep_draft()
        if self.draft_id:
            self._begin_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish a card by Enter; take a pasted list apart."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._is_list_copied():
            self.paste_lines(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint at the right."""
        super().resizeEvent(event)
        self._place_hint()

    def _place_hint(self) -> None:
        """Show the hint as long as the words leave room for it."""
        size = self._hint.sizeHint()
        left = self.width() - size.width() - 16
        self._hint.setGeometry(left, (self.height() - size.height()) // 2, *size.toTuple())
        words = self.text() or self.placeholderText()
        self._hint.setVisible(self.fontMetrics().horizontalAdvance(words) + 40 < left)

    def _keep(self) -> None:
        self._write(reveal=False)
        self.kept.emit()

    def finish(self) -> None:
        """Make a card of what was typed, and begin the next."""
        if not self.text().strip():
            return
        self._autosave.drop()
        card_id = self._write(reveal=self.shows_at_once)
        if card_id:
            self._begin_anew()
            self.added.emit(card_id)
        else:
            self._autosave.touch()

    def _write(self, *, reveal: bool) -> int:
        """Bring the card in the file to what stands in the field; return its id, 0 if none."""
        session = self._session
        draft = session.dossier.get(self._keeper.record, self.draft_id)
        kept = session.do(
            self._keeper.keep,
            session.store,
            draft.id if draft else 0,
            self.text(),
            merge=self._step,
            reveal=reveal,
        )
        self.draft_id = kept or 0
        return self.draft_id

    @staticmethod
    def _is_list_copied() -> bool:
        return len(card_texts(QApplication.clipboard().text())) > 1

    def paste_lines(self, text: str) -> None:
        """Make a card of each line of a text."""
        session, shown = self._session, self.shows_at_once
        session.do(self._keeper.paste, session.store, text, reveal=shown)

    def _begin_anew(self) -> None:
        self._forget()
        self.setText("")

    def _forget(self) -> None:
        self.draft_id = 0
        self._step = uuid4().hex
