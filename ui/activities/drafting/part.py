"""Wordings of a statement: the one that stands is written here, beside an earlier one."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from crm_workshop.activities import statement
from crm_workshop.activities.standing import drafts, poll_result
from crm_workshop.activities.statement import TickName
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.capture import Ballot, Draft, Poll
from crm_workshop.model.fields import spec
from crm_workshop.model.workshop import Activity
from crm_workshop.text import word_count
from ui.activities.drafting.wording import Wording
from ui.activities.entries import TickEntry
from ui.activities.lines import LineEntry
from ui.activities.parts import ActivityPart, flow
from ui.activities.values import label_of
from ui.session import Session
from ui.ways import Spot
from ui.widgets.autosave import Autosave
from ui.widgets.bare import Bare
from ui.widgets.text import button, label, set_look

_BY = "console"
_TICKS: tuple[TickName, ...] = ("says_experience", "says_process", "says_followed")
_FEWEST, _MOST = 15, 60


class DraftsPart(ActivityPart):
    """All wordings, oldest first; the newest stands and can be changed until it is voted on."""

    def __init__(
        self, session: Session, activity: Activity, design: ActivityDesign, title: str = ""
    ) -> None:
        super().__init__(session, activity, design, title)
        self._other: int | None = None
        self.wording = Wording("The wording that stands")
        self.wording.setPlaceholderText("Write the whole sentence here")
        self.before = Wording("An earlier wording", earlier=True)
        self.author = LineEntry()
        self.author.setAccessibleName(label_of(session, spec(Draft, "author")))
        self.author.setPlaceholderText(label_of(session, spec(Draft, "author")))
        self._count, self._state = label("small", wrap=False), label("second")
        self._ticks = {name: TickEntry(label_of(session, spec(Draft, name))) for name in _TICKS}
        self.new = button("New &wording", "small")
        self.sponsor = button("&Sponsor decides", "small")
        self._saving = Autosave(self._write, self, session)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._tabs, self._group = QHBoxLayout(), QButtonGroup(self)
        self._tabs.setSpacing(6)
        tabs = Bare()
        tabs.setLayout(self._tabs)
        self._tabs.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(flow(tabs, self.sponsor, self.new))
        self.body.addWidget(self._state)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        self.body.addLayout(beside)
        self._left = QWidget()
        for holder, heading, field in (
            (self._left, "BEFORE", self.before),
            (QWidget(), "STANDS NOW", self.wording),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            column.addWidget(label("label", heading))
            column.addWidget(field)
            if field is self.wording:
                column.addWidget(self.author)
            column.addStretch(1)
            beside.addWidget(holder, 1)
        self.body.addWidget(flow(*self._ticks.values(), self._count, gap=20))

    def _connect(self) -> None:
        for field in (self.wording, self.author):
            field.edited.connect(self._typed)
            field.installEventFilter(self)
        self.new.clicked.connect(self.start_new)
        self.sponsor.clicked.connect(self._decide)
        self._group.idClicked.connect(self._compare)
        for name, tick in self._ticks.items():
            tick.edited.connect(partial(self._tick, name))

    # Showing

    @property
    def _drafts(self) -> tuple[Draft, ...]:
        return drafts(self.session.dossier, self.activity_id)

    def _stands(self) -> Draft | None:
        return self._drafts[-1] if self._drafts else None

    def refresh(self) -> None:
        """Show the wordings that the session holds now; what is being typed stays."""
        stands, voted = self._stands(), self._was_voted_on()
        if not self._saving.pending:
            self.wording.put(stands.text if stands else "")
            if stands:
                self.author.setText(stands.author)
        self.wording.setReadOnly(voted)
        self.new.setEnabled(stands is not None)
        for name, tick in self._ticks.items():
            tick.setChecked(bool(stands and getattr(stands, name)))
            tick.setEnabled(stands is not None)
        self._show_tabs()
        self._show_difference()
        polls = [one for one in self.session.dossier.of(Poll, self.activity_id) if one.revealed]
        results = [poll_result(self.session.dossier, one) for one in polls]
        last = max(results, key=lambda one: one.poll.round, default=None)
        self.sponsor.setVisible(bool(last and last.poll.round > 1 and not last.passed))
        self._state.setVisible(voted)
        self._state.setText(
            "The room has voted on this wording; Ctrl+Enter begins another." if voted else ""
        )

    def _was_voted_on(self) -> bool:
        stands, dossier = self._stands(), self.session.dossier
        about = {one.id for one in dossier.all(Poll) if stands and one.draft_id == stands.id}
        return any(one.poll_id in about for one in dossier.all(Ballot))

    def _show_tabs(self) -> None:
        """Offer every earlier wording to compare with."""
        earlier = self._drafts[:-1]
        while self._tabs.count() > len(earlier):
            tab = self._group.button(self._tabs.count() - 1)
            self._group.removeButton(tab)
            self._tabs.removeWidget(tab)
            tab.deleteLater()
        for number in range(self._tabs.count(), len(earlier)):
            tab = button(str(number + 1), "tab")
            tab.setCheckable(True)
            tab.setAccessibleName(f"Compare with wording {number + 1}")
            self._group.addButton(tab, number)
            self._tabs.addWidget(tab)
        self._left.setVisible(bool(earlier))
        if earlier:
            shown = min(self._other, len(earlier) - 1) if self._other is not None else -1
            number = shown if shown >= 0 else len(earlier) - 1
            self._group.button(number).setChecked(True)
            self.before.put(earlier[number].text)

    def _show_difference(self) -> None:
        words = self.wording.toPlainText()
        segments = statement.word_difference(self.before.toPlainText(), words)
        has_before = len(self._drafts) > 1
        self.before.mark(segments if has_before else (), "removed")
        self.wording.mark(segments if has_before else (), "added")
        count = word_count(words)
        short = "too short: " if 0 < count < _FEWEST else "too long: " if count > _MOST else ""
        self._count.setText(f"{short}{count} words, {_FEWEST} to {_MOST} are wanted")
        set_look(self._count, "warn" if short else "small")

    def go_to_spot(self, spot: Spot, /) -> bool:
        """Go to the wording."""
        is_here = spot.table == Draft.table
        if is_here:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        return is_here

    def first_focus(self) -> QWidget:
        """Return the wording."""
        return self.wording

    # Writing

    def _typed(self) -> None:
        self._saving.touch()
        self._show_difference()

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        self._saving.flush()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin another wording by Ctrl+Enter; keep the words when they are left."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep_drafts()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.start_new()
                return True
        return False

    def _write(self) -> None:
        words, author, stands = self.wording.toPlainText(), self.author.text(), self._stands()
        if not words.strip():
            return
        do, store = self.session.do, self.session.store
        if stands is None:
            do(statement.write_draft, store, self.activity_id, words, author, by=_BY)
            return
        if stands.text != words:
            do(statement.edit_draft, store, stands.id, words, by=_BY)
        if stands.author != author:
            do(statement.set_author, store, stands.id, author, by=_BY)

    def start_new(self) -> None:
        """Begin the next wording with the words of the one that stands."""
        self.keep_drafts()
        if stands := self._stands():
            self._other = None
            self.session.do(statement.new_draft, self.session.store, stands.id, by=_BY)
            self.refresh()
            self.wording.setFocus()

    def _compare(self, number: int) -> None:
        self._other = number
        self.refresh()

    def _tick(self, name: TickName) -> None:
        self.keep_drafts()
        if stands := self._stands():
            ticked = self._ticks[name].isChecked()
            self.session.do(statement.set_tick, self.session.store, stands.id, name, ticked, by=_BY)

    def _decide(self) -> None:
        if stands := self._stands():
            run = statement.decide
            self.session.do(run, self.session.store, self.activity_id, stands.id, by=_BY)
