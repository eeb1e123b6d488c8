"""The firm's own words: each can be said differently, and is seen in a sentence at once."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from crm_workshop.activities.workshops import reset_words
from crm_workshop.kit.words import NOUNS, PHRASES, article_key, plural_key, words_for
from crm_workshop.model.workshop import Word
from ui.page import Page
from ui.prepare.word import WordField
from ui.session import Session
from ui.theme.look import theme_now
from ui.ways import Spot
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import button, label, set_look

_BY: Final = "prepare"

#: A sentence in which each word stands as the workshop says it, in all its forms.
IN_USE: Final[dict[str, str]] = {
    "client": "For our {clients}, CRM means that we … Speak as the {client}: one time {a_client} "
    "had to work too hard with us.",
    "professional": "Ask what {a_professional} gets back for it. Help one {professional} first, "
    "then all {professionals}.",
    "partner": "It need not be the {partner} who types, but {a_partner} tells the other "
    "{partners} why.",
    "leader": "The {leader} speaks last. Support is what {leaders} say; what {a_leader} does costs "
    "something.",
    "board": "Each member of the {board} takes one line, read aloud standing. {A_board} that asks "
    "is heard; other {boards} only wish.",
    "unit": "Help one {unit}: {a_unit} that is willing shows it to the other {units}.",
    "work": "Pick one real {client} and one {work} that we all remember: {a_work} like most "
    "{works}.",
    "win": "One team improves its {wins}: the last {win} and the next, {a_win} for each.",
    "firm": "CRM at our {firm} is how we keep a promise. {A_firm} that asks learns; most {firms} "
    "do not ask.",
    "growth": "“Once the system is there, {growth} takes care of itself.”",
    "win_and_keep": "Five is the way we {win_and_keep} {clients}.",
    "business_development": "Name the users first: {a_professional}, an assistant, somebody in "
    "{business_development}.",
    "the_c": "The C in CRM stands for {the_c}.",
}

_HINT: Final = (
    "The questions, the scripts and the charter say these words. What you type is used from the "
    "next letter on; a plural and an article follow their word."
)
#: From this width on (px at the normal text size) what a word is stands beside its forms.
_WIDE: Final = 720

_COLUMNS: Final = ("One", "Several", "With “a” or “an”")


class WordsPage(Page):
    """A row for each word of the sector, with its forms, and the way back to the usual one."""

    key = "words"
    title = "Words"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown = "client"
        self._rows = [_Row(session, name, about, self) for name, about in _ASKED]
        self._sentence = label("statement")
        self._sentence.setAccessibleName("In use")
        self._build()

    def _build(self) -> None:
        use = QFrame()
        set_look(use, "card")
        use.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(use)
        inside.setContentsMargins(18, 12, 18, 14)
        inside.setSpacing(4)
        inside.addWidget(label("label", "IN USE"))
        inside.addWidget(self._sentence)
        holder = Bare()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        for number, heading in enumerate(_COLUMNS, start=1):
            self._grid.addWidget(label("small", heading), 0, number)
            self._grid.setColumnStretch(number, 2)
        self._place(wide=True)
        column.addWidget(label("second", _HINT))
        column.addLayout(self._grid)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(use)
        layout.addWidget(BareArea(holder), stretch=1)

    def _place(self, *, wide: bool) -> None:
        """Let what each word is stand before its forms, or above them where there is no room."""
        self._grid.setColumnStretch(0, 3 if wide else 0)
        for number, row in enumerate(self._rows):
            row.place(self._grid, 2 * number + 1, beside=wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width how the words stand."""
        self._place(wide=event.size().width() >= theme_now().px(_WIDE))
        super().resizeEvent(event)

    def refresh(self) -> None:
        """Show the words that the session holds now; what is being typed stays."""
        for row in self._rows:
            row.refresh()
        self.show_in_use(self._shown)

    def show_in_use(self, name: str) -> None:
        """Show the sentence of a word, as what is being typed would have it."""
        self._shown = name
        own = {one.key: one.text for one in self.session.dossier.all(Word)}
        typed = {one.key: one.typed for row in self._rows for one in row.fields if one.typed}
        words = words_for(self.session.dossier.workshop, own | typed)
        self._sentence.setText(words.say(IN_USE[name]))

    def first_focus(self) -> QWidget:
        """Return the first word."""
        return self._rows[0].fields[0].line

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        for row in self._rows:
            for field in row.fields:
                field.keep()

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Put the cursor into a word, which its key names."""
        found = [one for row in self._rows for one in row.fields if one.key == spot.field]
        if spot.table != Word.table or not found:
            return False
        found[0].line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True


_ASKED: Final = (*NOUNS.items(), *PHRASES.items())


class _Row:
    """One word: what it is, its forms, and the usual one."""

    def __init__(self, session: Session, name: str, about: str, page: WordsPage) -> None:
        self._session, self._name = session, name
        self.about = label("second", about)
        keys = (name, plural_key(name), article_key(name)) if name in NOUNS else (name,)
        self.fields = [WordField(session, key, page) for key in keys]
        for field, form in zip(self.fields, ("one", "several", "with its article"), strict=False):
            spoken = f"{about}: {form}" if name in NOUNS else about
            field.line.setAccessibleName(spoken)
            field.shown.connect(self._show)
        self._page = page
        self.reset = button("Reset", "small")
        self.reset.setAccessibleName(f"Have the usual word back: {about}")
        self.reset.clicked.connect(self._reset)

    def place(self, grid: QGridLayout, row: int, *, beside: bool) -> None:
        """Place it in two rows of a grid: what it is beside its forms, or in the row above."""
        if beside:
            grid.addWidget(self.about, row + 1, 0)
        else:
            grid.addWidget(self.about, row, 1, 1, len(_COLUMNS))
        spans = len(_COLUMNS) if len(self.fields) == 1 else 1
        for column, field in enumerate(self.fields, start=1):
            grid.addWidget(field.line, row + 1, column, 1, spans)
        grid.addWidget(self.reset, row + 1, len(_COLUMNS) + 1)

    def refresh(self) -> None:
        """Show the forms; only what differs from the usual can be reset."""
        for field in self.fields:
            field.refresh()
        self.reset.setEnabled(bool(self._own()))

    def _own(self) -> list[str]:
        keys = {one.key for one in self.fields}
        return [one.key for one in self._session.dossier.all(Word) if one.key in keys]

    def _show(self) -> None:
        self._page.show_in_use(self._name)

    def _reset(self) -> None:
        session = self._session
        for field in self.fields:
            field.drop()
        session.do(reset_words, session.store, session.workshop_id, self._own(), by=_BY)
        self._page.refresh()
        self.fields[0].line.setFocus(Qt.FocusReason.ShortcutFocusReason)
