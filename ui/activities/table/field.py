"""One field of a form: its name, what is typed into it, and what is wrong with that."""

from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject

from crm_workshop.activities.half_typed import Place
from crm_workshop.model.base import Row
from crm_workshop.model.fields import Kind, is_blank, spec
from ui.activities.entries import Entry, entry_for, put_words, words_in
from ui.activities.lines import DateEntry
from ui.activities.parts import show_within
from ui.activities.unfinished import is_left, keep_texts, sentence_of, text_at
from ui.activities.values import DRAFTS, attempt, label_of, typed
from ui.session import Session
from ui.widgets.autosave import Autosave
from ui.widgets.text import label


class Holder(Protocol):
    """The row that a form is about."""

    @property
    def record(self) -> type[Row]:
        """What it is a row of."""

    def row(self) -> Row:
        """Return what it is now."""

    def change(self, field: str, words: str, *, settled: bool) -> None:
        """Give a field what was typed; it is `settled` once the field is left.

        Raises `InputError` if it cannot be read.
        """


class FormField(QObject):
    """One field of a form: kept while it is typed into, read when it is left.

    Where the form is about one row of many, `row_id` tells which.
    """

    def __init__(
        self, session: Session, holder: Holder, field: str, parent: QObject, *, row_id: int = 0
    ) -> None:
        super().__init__(parent)
        self._row_id = row_id
        self._session, self._holder, self._spec = session, holder, spec(holder.record, field)
        begins_blank = is_blank(getattr(holder.record(), field))
        self.entry = entry_for(session, self._spec, none=begins_blank)
        self.entry.installEventFilter(self)
        self.told = label("danger")
        self.name = label("second")
        self.name.setBuddy(self.entry)
        self.name.setContentsMargins(0, 7, 0, 0)
        self._shown = self._left = ""
        # What the field was given to show, and what of it is in the file by now.
        self._given = self._seen = words_in(self.entry)
        self._saving = Autosave(partial(self._write, draft=True), self, session)
        cast(Entry, self.entry).edited.connect(self._touched)

    def refresh(self) -> None:
        """Show the value, or what was typed and could not be read; mark quietly what is missing."""
        half = text_at(self._session, self._place())
        value = getattr(self._holder.row(), self._spec.name)
        if isinstance(self.entry, DateEntry):
            self.entry.follow(self._session.dossier.workshop.locale, value)
        now = half or typed(self._session, self._spec, value)
        is_typing = self._saving.pending or words_in(self.entry) != self._seen
        if now != self._shown and not is_typing:
            self._shown = now
            put_words(self.entry, now)
            self._given = self._seen = words_in(self.entry)
        needed = self._spec.required and is_blank(value)
        self.name.setText(label_of(self._session, self._spec) + ("  ○" if needed else ""))
        self.name.setToolTip("Needed for a final charter" if needed else "")
        # What is typed just now is not judged before it is left.
        judged = "" if self.entry.hasFocus() and half != self._left else half
        self.told.setText(sentence_of(self._session, self._holder.record, self._spec.name, judged))
        self.told.setVisible(bool(judged))

    def keep(self) -> None:
        """Write or read what somebody typed; a field that nobody touched writes nothing."""
        self._saving.drop()
        half = text_at(self._session, self._place())
        if half or {self._given, self._seen} != {words_in(self.entry)}:
            self._write(draft=False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the field when it is left, and bring it into view when it is come to."""
        if is_left(event):
            self.keep()
        elif event.type() == QEvent.Type.FocusIn:
            show_within(self.entry, self.entry.rect())
        return False

    def _touched(self) -> None:
        if self._spec.kind in (Kind.CHOICE, Kind.BOOL):
            self._write(draft=False)
        else:
            self._saving.touch()

    def _write(self, *, draft: bool) -> None:
        words, session = words_in(self.entry), self._session
        if draft and self._spec.kind not in DRAFTS:
            keep_texts(session, {self._place(): words})
            self._seen = words
            return
        _, sentence = attempt(
            session, self._holder.change, self._spec.name, words, settled=not draft
        )
        self._left, self._seen = words if sentence else "", words
        keep_texts(session, {self._place(): self._left})
        value = getattr(self._holder.row(), self._spec.name)
        self._shown = words if sentence else typed(session, self._spec, value)
        if not draft:
            put_words(self.entry, self._shown)  # as it was read: 1/2/27 becomes 1 Feb 2027
            self._given = self._seen = words_in(self.entry)
        self.refresh()

    def _place(self) -> Place:
        return Place(self._holder.record.table, self._row_id, self._spec.name)
