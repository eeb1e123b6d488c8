"""Where the clause that was chosen comes from, on one calm card."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from crm_workshop.charter.pdf import Clause
from crm_workshop.charter.provenance import Provenance, provenance
from crm_workshop.checks.finding import brief
from ui.session import Session
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import button, label, set_look

#: So much of a clause is repeated on its card, in letters.
_WORDS = 180

_TEACHES = (
    "Click a clause, or go through them with Ctrl+↓, and its activity, hour, cards and votes "
    "stand here."
)


class ClauseCard(QFrame):
    """Shows the provenance of a clause; without one, how to ask for it.

    `go_requested` carries the `Origin` of the clause.
    """

    go_requested = Signal(object)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._clause: Clause | None = None
        self._shown: tuple[str, Provenance] | None = None
        set_look(self, "card")
        self.setObjectName("clause")
        self._teaches = label("quiet", _TEACHES)
        self._words, self._activity = label("statement"), label("strong")
        self._hour = label("second")
        self._go, close = button("Go to it", "link"), button("Close", "link")
        self._go.setAccessibleName("Go to where it is written")
        self._go.clicked.connect(self._ask_to_go)
        close.clicked.connect(self.closed)
        self._area = BareArea(Bare())
        self._buttons = Bare()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(label("label", "WHERE IT COMES FROM"))
        for part in (self._teaches, self._activity, self._hour):
            layout.addWidget(part)
        layout.addWidget(self._area, stretch=1)
        layout.addWidget(self._buttons)
        self.show_clause(None)

    def show_clause(self, clause: Clause | None) -> None:
        """Show where a clause comes from."""
        self._clause = clause
        self.refresh()

    def refresh(self) -> None:
        """Show it as the records have it now."""
        clause, session = self._clause, self._session
        has_one = clause is not None
        self._teaches.setVisible(not has_one)
        for part in (self._activity, self._hour, self._area, self._buttons):
            part.setVisible(has_one)
        if clause is None:
            self._shown = None
            self.setAccessibleName(_TEACHES)
            return
        found = provenance(
            session.dossier, session.kit, clause.origins, clause.text, session.today()
        )
        if (clause.text, found) != self._shown:
            self._shown = (clause.text, found)
            self._fill(clause, found)

    def _fill(self, clause: Clause, found: Provenance) -> None:
        self._activity.setText(found.activity)
        set_look(self._activity, "strong", found.hue)
        self._hour.setText(" · ".join(filter(None, (found.stage, found.hour))))
        self._hour.setVisible(bool(self._hour.text()))
        self._area.put(_told(brief(clause.text, _WORDS), found))
        self.setAccessibleName(self.sentence)

    def height_within(self, wide: int, most: int) -> int:
        """Return how high the card is at a width: as its words need, but no higher than `most`."""
        layout, inside = self.layout(), self._area.widget()
        if self._clause is None or layout is None or inside is None:
            return self.heightForWidth(wide)
        edges = layout.contentsMargins()
        words = inside.layout()
        for one in inside.findChildren(QWidget):
            one.ensurePolished()  # before it is shown, a text has no size of its look yet
        told = words.heightForWidth(wide - edges.left() - edges.right()) if words else 0
        rest = layout.totalHeightForWidth(wide) - self._area.sizeHint().height()
        return min(most, rest + told)

    @property
    def sentence(self) -> str:
        """All that the card says, to be read out."""
        if self._shown is None:
            return _TEACHES
        text, found = self._shown
        parts = [text, f"From {found.activity}", found.stage, found.hour]
        parts += [f"{what}: {name}" for what, name in found.people]
        parts += [found.dots, *found.votes, *(f"Card: {card.text}" for card in found.cards)]
        return ". ".join(part.rstrip(".") for part in parts if part)

    def _ask_to_go(self) -> None:
        if self._shown is not None:
            self.go_requested.emit(self._shown[1].spot)


def _told(words: str, found: Provenance) -> QWidget:
    """Return everything but the heading as a column."""
    inside = Bare()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 4, 8, 4)
    column.setSpacing(3)
    column.addWidget(label("say", f"“{words.strip('“”')}”"))
    _add(column, "PEOPLE", [f"{what}: {name}" for what, name in found.people])
    _add(column, "DOTS", [found.dots])
    _add(column, "VOTES", found.votes)
    _add(column, _heading_of_cards(found), [_card(one.text, one.same) for one in found.cards])
    column.addStretch(1)
    return inside


def _heading_of_cards(found: Provenance) -> str:
    shown, count = len(found.cards), found.cards_before
    return "CARDS BEFORE IT" if shown == count else f"CARDS BEFORE IT, THE NEAREST OF {count}"


def _card(text: str, same: bool) -> str:
    return f"“{text}”, word for word" if same else f"“{text}”"


def _add(column: QVBoxLayout, heading: str, lines: Iterable[str]) -> None:
    said = [line for line in lines if line]
    if said:
        column.addSpacing(4)
        column.addWidget(label("kicker", heading))
        for line in said:
            told = label("second", line)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(told)
