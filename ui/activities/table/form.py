"""A record there is only one of, as a calm form: a label, a field, and what is wrong with it."""

from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from crm_workshop.activities.half_typed import Place
from crm_workshop.activities.register import set_single
from crm_workshop.kit.design import ActivityDesign, RecordDesign
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import FieldSpec, Kind, is_blank, spec, specs
from crm_workshop.model.workshop import Activity
from ui.activities.entries import Entry, entry_for, put_words, words_in
from ui.activities.parts import ActivityPart, show_within
from ui.activities.unfinished import is_left, keep_texts, sentence_of, text_at
from ui.activities.values import DRAFTS, attempt, label_of, typed
from ui.session import Session
from ui.widgets.autosave import Autosave
from ui.widgets.text import label

_BY = "console"


class FormPart(ActivityPart):
    """All fields that the kit asks of a single record, one under another."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, asked: RecordDesign
    ) -> None:
        super().__init__(session, activity, design, session.words.say(asked.title))
        record = RECORDS[asked.record]
        names = asked.fields or tuple(one.name for one in specs(record))
        self._fields = [_Field(session, record, spec(record, name), self) for name in names]
        if asked.hint:
            self.body.addWidget(label("small", session.words.say(asked.hint)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 190)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(self._fields):
            grid.addWidget(field.name, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field.entry, 2 * row, 1)
            grid.addWidget(field.told, 2 * row + 1, 1)
        self.body.addLayout(grid)

    def refresh(self) -> None:
        """Show the values that the session holds now; what is being typed stays."""
        for field in self._fields:
            field.refresh()

    def first_focus(self) -> QWidget:
        """Return the first field that is still blank, else the first."""
        blank = [one for one in self._fields if not words_in(one.entry).strip()]
        return (blank or self._fields)[0].entry

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        for field in self._fields:
            field.keep()


class _Field(QObject):
    """One field of a form: kept while it is typed into, read when it is left."""

    def __init__(
        self, session: Session, record: type[Row], field: FieldSpec, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._record, self._spec = session, record, field
        self.entry = entry_for(session, field)
        self.entry.installEventFilter(self)
        self.told = label("danger")
        self.name = label("second")
        self.name.setBuddy(self.entry)
        self.name.setContentsMargins(0, 7, 0, 0)
        self._shown = self._left = self._seen = ""
        self._saving = Autosave(partial(self._write, draft=True), self)
        cast(Entry, self.entry).edited.connect(self._touched)

    def refresh(self) -> None:
        """Show the value, or what was typed and could not be read; mark quietly what is missing."""
        half = text_at(self._session, self._place())
        value = getattr(self._session.dossier.one(self._record), self._spec.name)
        now = half or typed(self._session, self._spec, value)
        is_typing = self._saving.pending or words_in(self.entry) != self._seen
        if now != self._shown and not is_typing:
            self._shown = now
            put_words(self.entry, now)
            self._seen = words_in(self.entry)
        needed = self._spec.required and is_blank(value)
        self.name.setText(label_of(self._session, self._spec) + ("  ○" if needed else ""))
        self.name.setToolTip("Needed for a final charter" if needed else "")
        # What is typed just now is not judged before it is left.
        judged = "" if self.entry.hasFocus() and half != self._left else half
        self.told.setText(sentence_of(self._session, self._record, self._spec.name, judged))
        self.told.setVisible(bool(judged))

    def keep(self) -> None:
        """Write or read what is in the field now."""
        self._saving.drop()
        half = text_at(self._session, self._place())
        if words_in(self.entry) != self._shown or half or self._spec.kind is Kind.PERSON:
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
            session, set_single, session.store, session.workshop_id, self._record,
            self._spec.name, words, add_missing=not draft, by=_BY,
        )  # fmt: skip
        self._left, self._seen = words if sentence else "", words
        keep_texts(session, {self._place(): self._left})
        value = getattr(session.dossier.one(self._record), self._spec.name)
        self._shown = words if sentence else typed(session, self._spec, value)
        if not draft:
            put_words(self.entry, self._shown)  # as it was read: 1/2/27 becomes 1 Feb 2027
            self._seen = words_in(self.entry)
        self.refresh()

    def _place(self) -> Place:
        return Place(self._record.table, 0, self._spec.name)
