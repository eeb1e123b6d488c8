"""One form of a word as the firm says it: typed over the usual one, kept while it is typed."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal

from crm_workshop.activities.workshops import reset_word, set_word
from crm_workshop.kit.words import words_for
from crm_workshop.model.workshop import Word
from crm_workshop.text import one_line
from ui.activities.lines import LineEntry
from ui.activities.parts import show_within
from ui.activities.unfinished import is_left
from ui.session import Session
from ui.widgets.autosave import Autosave

_BY: Final = "prepare"


class WordField(QObject):
    """A line with the word in it; where it is left blank, the usual one comes back.

    `shown` tells that it was come to, or typed into: its sentence is to be seen.
    """

    shown = Signal()

    def __init__(self, session: Session, key: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self.key = session, key
        self.line = LineEntry()
        self._seen = ""
        self._saving = Autosave(self._write, self, session)
        self.line.edited.connect(self._touched)
        self.line.installEventFilter(self)

    @property
    def typed(self) -> str:
        """What was typed and is not in the file yet."""
        return one_line(self.line.text()) if self._is_typing() else ""

    def refresh(self) -> None:
        """Show the word that is said now; what is being typed stays."""
        if not self._is_typing():
            self._put(self._session.words.forms[self.key])

    def keep(self) -> None:
        """Write what was typed; a blank one is the usual word again."""
        if self._is_typing():
            self._saving.drop()
            self._write()
            self._put(self._session.words.forms[self.key])

    def drop(self) -> None:
        """Forget what was typed and is not in the file yet."""
        self._saving.drop()
        self._seen = self.line.text()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the word when it is left; show it in use when it is come to."""
        if is_left(event):
            self.keep()
        elif event.type() == QEvent.Type.FocusIn:
            show_within(self.line, self.line.rect())
            self.shown.emit()
        return False

    def _is_typing(self) -> bool:
        return self._saving.pending or self.line.text() != self._seen

    def _touched(self) -> None:
        self._saving.touch()
        self.shown.emit()

    def _write(self) -> None:
        session, said = self._session, one_line(self.line.text())
        own = {one.key: one.text for one in session.dossier.all(Word)}
        others = {key: text for key, text in own.items() if key != self.key}
        usual = words_for(session.dossier.workshop, others).forms[self.key]
        failures = session.failures
        if said and said != usual and said != own.get(self.key):
            session.do(set_word, session.store, session.workshop_id, self.key, said, by=_BY)
        elif (not said or said == usual) and self.key in own:
            session.do(reset_word, session.store, session.workshop_id, self.key, by=_BY)
        if session.failures == failures:
            self._seen = self.line.text()

    def _put(self, text: str) -> None:
        if text != self.line.text():
            self.line.setText(text)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)  # a long word is seen from its beginning
        self._seen = text
