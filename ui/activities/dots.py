"""A dot vote: who votes now, how many dots are left, and when the counts may be seen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_workshop.activities import dots
from crm_workshop.activities.standing import Dotted, dot_counts, dots_revealed
from crm_workshop.charter.figures import counted
from crm_workshop.model.capture import Dot
from crm_workshop.model.workshop import Activity
from ui.session import Session
from ui.widgets.choosing import ChoiceBox
from ui.widgets.flow import FlowLayout
from ui.widgets.text import button, label

_BY = "console"

#: What is asked of a thing, as dots that it gets.
_WAYS = {"give": 1, "take": -1}


class DotBar(QWidget):
    """Says and chooses whose dots are given now; the things themselves call `give`.

    `changed` tells that what is shown beside the things may have changed with the voter.
    """

    changed = Signal()

    def __init__(self, session: Session, activity: Activity) -> None:
        super().__init__()
        self.session, self._activity_id = session, activity.id
        self._voter = ChoiceBox()
        self._voter.setAccessibleName("Whose dots")
        self._voter.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._told = label("quiet", wrap=False)
        self._reveal = button("Reveal &dots", "small")
        self._anyway = button("", "small")
        row = FlowLayout(self, gap=12)
        title = label("strong", "Dots", wrap=False)
        for widget in (title, self._voter, self._told, self._reveal, self._anyway):
            row.addWidget(widget)
        self._voter.activated.connect(self._chosen)
        self._reveal.clicked.connect(self._turn)
        self._anyway.clicked.connect(self._reveal_anyway)

    # State

    @property
    def revealed(self) -> bool:
        """Whether the counts may be seen."""
        return dots_revealed(self.session.dossier, self._activity_id)

    def refresh(self) -> None:
        """Show who may vote, what each has left, and how far the vote has come."""
        activity = self.session.dossier.get(Activity, self._activity_id)
        if activity is None:
            return
        state = dots.progress(self.session.dossier, self.session.kit, activity)
        chosen = self._person_id()
        self._voter.clear()
        self._voter.addItem(f"Tally ({state.tallied})", None)
        for person, given in state.given:
            self._voter.addItem(f"{person.name} ({given} of {state.budget})", person.id)
        self._voter.setCurrentIndex(max(0, self._voter.findData(chosen)))
        self._voter.setEnabled(not self.revealed)
        people = len(state.given)
        some = 0 < state.outstanding < people and not self.revealed
        self._anyway.setVisible(some)
        self._anyway.setText(f"Reveal without the {state.outstanding} missing")
        voted = f"{people - state.outstanding} of {people} have voted"
        self._told.setText(
            "" if self.revealed else f"{voted} · hidden · + and − give and take, N is next"
        )
        self._reveal.setText("Hide &dots" if self.revealed else "Reveal &dots")

    def shown(self, thing: Dotted) -> str:
        """Return what stands beside a thing: its count, or while hidden the voter's own dots."""
        counts = dot_counts(self.session.dossier, self._activity_id)
        if counts is not None:
            return str(counts[thing.table, thing.id] or "")
        return "●" * min(9, self._own(thing))

    def note(self, thing: Dotted) -> str:
        """Return the same in words, as it stands on a card."""
        shown = self.shown(thing)
        return counted(int(shown), "dot", "dots") if self.revealed and shown else shown

    def _own(self, thing: Dotted) -> int:
        link = {"card": "card_id", "experience_step": "step_id", "release_item": "item_id"}
        given = self.session.dossier.of(Dot, self._activity_id)
        mine = [one for one in given if one.person_id == self._person_id()]
        return sum(one.count for one in mine if getattr(one, link[thing.table]) == thing.id)

    def _person_id(self) -> int | None:
        chosen = self._voter.currentData()
        return chosen if isinstance(chosen, int) else None

    # Voting

    def give(self, row_id: int, count: int) -> None:
        """Give a thing dots of whoever votes now; a negative count takes them back."""
        run = dots.give_dots if count > 0 else dots.take_dots
        self.session.do(
            run, self.session.store, self._activity_id, row_id, abs(count),
            person_id=self._person_id(), by=_BY,
        )  # fmt: skip

    def ask(self, name: str, row_id: int) -> None:
        """Give a thing a dot, take one back, or let the next person vote."""
        if name == "next":
            self._voter.setCurrentIndex((self._voter.currentIndex() + 1) % self._voter.count())
            self.changed.emit()
        elif name in _WAYS:
            self.give(row_id, _WAYS[name])

    def _chosen(self) -> None:
        self.changed.emit()

    def _turn(self) -> None:
        store = self.session.store
        if self.revealed:
            self.session.do(dots.hide_dots, store, self._activity_id, by=_BY)
        else:
            self.session.do(dots.reveal_dots, store, self._activity_id, by=_BY)

    def _reveal_anyway(self) -> None:
        run = partial(dots.reveal_dots, force=True, by=_BY)
        self.session.do(run, self.session.store, self._activity_id)
