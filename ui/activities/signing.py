"""How each signatory closes: signed here, later by a date with somebody who asks, or declined."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_workshop.activities.sign import decline, sign, sign_later, take_back_signature
from crm_workshop.activities.standing import signatories
from crm_workshop.activities.typed import value_for
from crm_workshop.charter.dates import short_date
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.fields import spec
from crm_workshop.model.workshop import Activity, Person, Signature
from ui.activities.ink import theme_now
from ui.activities.lines import DateEntry, LineEntry
from ui.activities.parts import ActivityPart, flow, show_within
from ui.activities.values import attempt, offered
from ui.session import Session
from ui.widgets.text import button, label, set_look

_BY = "console"

#: The ways to close, with the letter that chooses each.
WAYS: Final = (
    (SignatureState.SIGNED, "&Signed", "S"),
    (SignatureState.LATER, "Signs &later", "L"),
    (SignatureState.DECLINED, "&Declined", "D"),
)


class SigningPart(ActivityPart):
    """A line for each signatory, the sponsor first."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(session, activity, design, title)
        self._lines: dict[int, _Line] = {}
        self._box = QWidget()
        self._box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self._box, "card")
        self._list = QVBoxLayout(self._box)
        self._list.setContentsMargins(12, 4, 12, 4)
        self._list.setSpacing(0)
        self._hint = label("small")
        self.body.addWidget(self._box)
        self.body.addWidget(self._hint)

    def refresh(self) -> None:
        """Show who signs and how each stands now."""
        people = signatories(self.session.dossier)
        for gone in self._lines.keys() - {one.id for one in people}:
            line = self._lines.pop(gone)
            self._list.removeWidget(line)
            line.deleteLater()
        for at, person in enumerate(people):
            if person.id not in self._lines:
                self._lines[person.id] = line = _Line(self.session, person.id)
                line.leaving.connect(partial(self._go, person.id))
            line = self._lines[person.id]
            if self._list.indexOf(line) != at:
                self._list.removeWidget(line)
                self._list.insertWidget(at, line)
            line.show_person(person)
        signed = sum(line.state is SignatureState.SIGNED for line in self._lines.values())
        self._box.setVisible(bool(people))
        self._hint.setText(
            f"{signed} of {len(people)} signed. Initials go on the printed page."
            if people
            else "Nobody signs yet. Mark in the register of people who does."
        )

    def first_focus(self) -> QWidget:
        """Return the first signatory who has not closed yet."""
        lines = [self._lines[one.id] for one in signatories(self.session.dossier)]
        still = [one for one in lines if one.state is None]
        return (still or lines)[0].buttons[0] if lines else self

    def keep_drafts(self) -> None:
        """Write dates and names that are being typed."""
        for line in self._lines.values():
            line.keep()

    def _go(self, person_id: int, way: int) -> None:
        order = [one.id for one in signatories(self.session.dossier)]
        to = order.index(person_id) + way
        if 0 <= to < len(order):
            self._lines[order[to]].buttons[0].setFocus()


class _Line(QWidget):
    """One signatory. `leaving` carries a way to the next (1) or the one before (-1)."""

    leaving = Signal(int)

    def __init__(self, session: Session, person_id: int) -> None:
        super().__init__()
        self._session, self._person_id = session, person_id
        self._name, self._role = label("strong"), label("small")
        self.buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.when = DateEntry(session.dossier.workshop.locale)
        self.chaser = LineEntry(partial(offered, session, spec(Signature, "chaser")))
        self.chaser.setPlaceholderText("Who asks for it")
        self._told = label("danger")
        self._build()
        self._chosen: SignatureState | None = None

    def _build(self) -> None:
        for number, (_, text, _) in enumerate(WAYS):
            one = button(text, "tab")
            one.setCheckable(True)
            one.installEventFilter(self)
            self._group.addButton(one, number)
            self.buttons.append(one)
        self.when.setFixedWidth(self.when.fontMetrics().horizontalAdvance("00 Sept 2026") + 66)
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
        grid.addWidget(flow(*self.buttons, self.when, self.chaser), 0, 1, 2, 1)
        grid.addWidget(self._told, 2, 0, 1, 2)
        self._group.idClicked.connect(self._choose)
        for field in (self.when, self.chaser):
            field.installEventFilter(self)
            field.returnPressed.connect(self.keep)

    @property
    def state(self) -> SignatureState | None:
        """How the signatory has closed, or None."""
        kept = self._kept()
        return kept.state if kept else None

    def _kept(self) -> Signature | None:
        signed = self._session.dossier.all(Signature)
        return next((one for one in signed if one.person_id == self._person_id), None)

    def show_person(self, person: Person) -> None:
        """Show how the signatory stands now."""
        kept = self._kept()
        shown = kept.state if kept else self._chosen
        self._name.setText(person.name)
        self._role.setText(person.role + (" · sponsor" if person.is_sponsor else ""))
        for (state, _, _), one in zip(WAYS, self.buttons, strict=True):
            one.setChecked(shown is state)
            one.setAccessibleName(f"{person.name}: {state.label.lower()}")
        later = shown is SignatureState.LATER
        self.when.setVisible(later or shown is SignatureState.SIGNED)
        self.when.setAccessibleName(f"{person.name} signs by" if later else f"{person.name} signed")
        self.when.setPlaceholderText("by (date)" if later else "")
        self.chaser.setVisible(later)
        self.chaser.setAccessibleName(f"Who asks {person.name}")
        day = (kept.sign_by if later else kept.signed_on) if kept else None
        if kept and not self.when.hasFocus():
            locale = self._session.dossier.workshop.locale
            self.when.setText(short_date(day, locale) if day else "")
        if kept and not self.chaser.hasFocus():
            self.chaser.setText(kept.chaser)
        self._told.setVisible(bool(self._told.text()))

    # Closing

    def _choose(self, number: int) -> None:
        """Close in one of the ways; the way that stands already is taken back."""
        state, store, do = WAYS[number][0], self._session.store, self._session.do
        self._told.clear()
        if self.state is state or (self.state is None and self._chosen is state):
            self._chosen = None
            do(take_back_signature, store, self._person_id, by=_BY)
        elif state is SignatureState.SIGNED:
            do(sign, store, self._person_id, self._session.today(), by=_BY)
        elif state is SignatureState.DECLINED:
            do(decline, store, self._person_id, by=_BY)
        else:
            self._chosen = state
            if self.state is not None:
                do(take_back_signature, store, self._person_id, by=_BY)
        self._again()
        if state is SignatureState.LATER and self.when.isVisibleTo(self):
            self.when.clear()
            self.when.setFocus()

    def keep(self) -> None:
        """Write the date and the name that were typed, once both are there."""
        shown = self.state or self._chosen
        is_later = shown is SignatureState.LATER
        if is_later and not (self.when.text().strip() and self.chaser.text().strip()):
            return
        if shown in (SignatureState.SIGNED, SignatureState.LATER):
            _, sentence = attempt(self._session, self._write, is_later)
            self._told.setText(sentence)
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
        if event.type() == QEvent.Type.FocusOut and watched in (self.when, self.chaser):
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
