"""The line of one signatory: signed on a day, later by a day with who asks for it, or declined."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from crm_workshop.activities.half_typed import Place
from crm_workshop.activities.sign import decline, sign, sign_later, take_back_signature
from crm_workshop.activities.typed import value_for
from crm_workshop.charter.dates import short_date
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.fields import spec
from crm_workshop.model.workshop import Person, Signature
from ui.activities.ink import theme_now
from ui.activities.lines import DateEntry, LineEntry
from ui.activities.parts import flow, show_within
from ui.activities.unfinished import Unfinished, is_left, keep_texts, sentence_of, text_at
from ui.activities.values import attempt, offered
from ui.session import Session
from ui.widgets.bare import Bare
from ui.widgets.text import button, label

_BY = "console"

#: The ways to close, with the letter that chooses each.
WAYS: Final = (
    (SignatureState.SIGNED, "Signed", "S"),
    (SignatureState.LATER, "Signs later", "L"),
    (SignatureState.DECLINED, "Declined", "D"),
)


class SignatureLine(QWidget):
    """One signatory. `leaving` carries a way to the next (1) or the one before (-1).

    "Signs later" counts with its date and who asks for it; until both are there, and while a date
    cannot be read, what was chosen and typed stays in the line, and in the file.
    """

    leaving = Signal(int)

    def __init__(self, session: Session, person_id: int) -> None:
        super().__init__()
        self._session, self._person_id = session, person_id
        self._name, self._role = label("strong"), label("small")
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._at = label("small", wrap=False)
        self.when = DateEntry(session.dossier.workshop.locale)
        self.chaser = LineEntry(partial(offered, session, spec(Signature, "chaser")))
        self._told = label("danger")
        places = {self._place("when"): self.when, self._place("chaser"): self.chaser}
        self._unfinished = Unfinished(session, places, self)
        self._refused = ""
        self._build()
        self._connect()

    def _place(self, field: str) -> Place:
        return Place(Signature.table, self._person_id, field)

    def _build(self) -> None:
        for number, (_, text, _) in enumerate(WAYS):
            one = button(text, "tab")
            one.setCheckable(True)
            self._group.addButton(one, number)
            self.buttons.append(one)
        self.when.setFixedWidth(self.when.needed_width())
        asks = label("small", "asked by", wrap=False)
        self.chaser.setFixedWidth(theme_now().px(170))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, theme_now().px(150))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 3)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._role, 1, 0)
        self._dated, self._asked = _pair(self._at, self.when), _pair(asks, self.chaser)
        ways = flow(*self.buttons, self._dated, self._asked)
        grid.addWidget(ways, 0, 1, 2, 1)
        grid.addWidget(self._told, 2, 0, 1, 2)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._choose)
        for one in (*self.buttons, self.when, self.chaser):
            one.installEventFilter(self)
        self.when.returnPressed.connect(self._go_on)
        self.chaser.returnPressed.connect(self.keep)

    @property
    def state(self) -> SignatureState | None:
        """How the signatory has closed, or None."""
        kept = self._kept()
        return kept.state if kept else None

    def _kept(self) -> Signature | None:
        signed = self._session.dossier.all(Signature)
        return next((one for one in signed if one.person_id == self._person_id), None)

    @property
    def _shown(self) -> SignatureState | None:
        """How the signatory closes, whether it is complete or only chosen."""
        is_chosen = bool(text_at(self._session, self._place("state")))
        return self.state or (SignatureState.LATER if is_chosen else None)

    def show_person(self, person: Person) -> None:
        """Show how the signatory stands now; what is being typed stays."""
        kept, shown = self._kept(), self._shown
        self._name.setText(person.name)
        self._role.setText(person.role + (" · sponsor" if person.is_sponsor else ""))
        for (state, _, _), one in zip(WAYS, self.buttons, strict=True):
            one.setChecked(shown is state)
            one.setAccessibleName(f"{person.name}: {state.label.lower()}")
        later = shown is SignatureState.LATER
        dated = later or shown is SignatureState.SIGNED
        self._dated.setVisible(dated)
        self._asked.setVisible(later)
        self._at.setText("by" if later else "on")
        self.when.setAccessibleName(f"{person.name} signs by" if later else f"{person.name} signed")
        self.chaser.setAccessibleName(f"Who asks {person.name}")
        self._show_fields(kept)

    def _show_fields(self, kept: Signature | None) -> None:
        """Show what is recorded, or what was typed and is not recorded yet."""
        locale = self._session.dossier.workshop.locale
        day = (kept.sign_by or kept.signed_on) if kept else None
        recorded = (short_date(day, locale) if day else "", kept.chaser if kept else "")
        for name, field, text in zip(
            ("when", "chaser"), (self.when, self.chaser), recorded, strict=True
        ):
            if not field.hasFocus() and not text_at(self._session, self._place(name)):
                field.setText(text)
        self._unfinished.put_back()
        is_typing = self.when.hasFocus() or self.chaser.hasFocus()
        sentence = self._refused if is_typing else self._reason()
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def _reason(self) -> str:
        """Return why what stands in the line does not count yet; "" if it does."""
        half = text_at(self._session, self._place("when"))
        day = "sign_by" if self._shown is SignatureState.LATER else "signed_on"
        if half and self._day(half) is None:
            return sentence_of(self._session, Signature, day, half)
        if self._shown is not SignatureState.LATER or self.state is SignatureState.LATER:
            return ""
        return "It counts once both are written: by when, and who asks for it."

    def _day(self, text: str) -> date | None:
        """Return the date that a text names, or None."""
        locale = self._session.dossier.workshop.locale
        found, _ = attempt(self._session, value_for, Signature, "sign_by", text, locale)
        return found

    # Closing

    def _choose(self, number: int) -> None:
        """Close in one of the ways; the way that stands already is taken back."""
        state, store, do = WAYS[number][0], self._session.store, self._session.do
        is_taken_back = self._shown is state
        self._forget()
        if is_taken_back:
            do(take_back_signature, store, self._person_id, by=_BY)
        elif state is SignatureState.SIGNED:
            do(sign, store, self._person_id, self._session.today(), by=_BY)
        elif state is SignatureState.DECLINED:
            do(decline, store, self._person_id, by=_BY)
        else:
            if self.state is not None:
                do(take_back_signature, store, self._person_id, by=_BY)
            keep_texts(self._session, {self._place("state"): "later"})
        self._again()
        if self._shown is SignatureState.LATER and self.when.isVisibleTo(self):
            self.when.setFocus()

    def _forget(self) -> None:
        self._refused = ""
        self._unfinished.forget()
        keep_texts(self._session, {self._place("state"): ""})

    def _go_on(self) -> None:
        """Go from the date to who asks, where that is still open; else keep the line."""
        if self.chaser.isVisibleTo(self) and not self.chaser.text().strip():
            self.chaser.setFocus()
        else:
            self.keep()

    def keep(self) -> None:
        """Record the date and the name that were typed, once both are there and can be read."""
        self._unfinished.keep()
        shown, when, chaser = self._shown, self.when.text(), self.chaser.text()
        is_later = shown is SignatureState.LATER
        if is_later and not (when.strip() and chaser.strip()):
            self._again()
            return
        if shown in (SignatureState.SIGNED, SignatureState.LATER):
            _, self._refused = attempt(self._session, self._write, is_later)
            if not self._refused:
                self._forget()
            self._again()

    def _write(self, is_later: bool) -> None:
        store, locale = self._session.store, self._session.dossier.workshop.locale
        name = "sign_by" if is_later else "signed_on"
        day = value_for(Signature, name, self.when.text(), locale)
        kept = self._kept()
        if is_later and day:
            if kept is None or (kept.sign_by, kept.chaser) != (day, self.chaser.text()):
                sign_later(store, self._person_id, day, self.chaser.text(), by=_BY)
        elif day and kept and kept.signed_on != day:
            sign(store, self._person_id, day, by=_BY)

    def _again(self) -> None:
        person = self._session.dossier.get(Person, self._person_id)
        if person is not None:
            self.show_person(person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by letter, go on by the arrows, keep what is typed when it is left."""
        if is_left(event) and watched in (self.when, self.chaser):
            self.keep()
        elif event.type() == QEvent.Type.FocusIn:
            show_within(self, self.rect())
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched not in self.buttons or event.modifiers():
            return False
        letters = [letter for _, _, letter in WAYS]
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.text().upper() in letters:
            self._choose(letters.index(event.text().upper()))
            return True
        if Qt.Key(event.key()) in ways:
            self.leaving.emit(ways[Qt.Key(event.key())])
            return True
        return False


def _pair(word: QWidget, field: QWidget) -> QWidget:
    """Return a field with the word before it; a line's end never parts them."""
    holder = Bare()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(word)
    row.addWidget(field)
    return holder
