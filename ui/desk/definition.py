"""The definition as it came about: all wordings side by side, and the agreement on each."""

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from crm_workshop.activities import scales
from crm_workshop.activities.statement import Segment
from crm_workshop.charter.history import Agreement, Drafted, Worded, definition_history
from crm_workshop.live import seen
from crm_workshop.live.parts import Dots, PollRow
from ui.activities.drafting.wording import Wording
from ui.activities.votes.chart import VotesChart
from ui.desk.told import column
from ui.page import Page
from ui.session import Session
from ui.theme.look import theme_now
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import label, set_look

#: How wide one wording is at least (px at the normal text size).
_CARD: Final = 400

_NOTHING: Final = (
    "No wording has been written yet. Each one that the room writes stands here beside the one "
    "before, with the words that came and went and how far the room agreed."
)
_HOW: Final = (
    "Words that are new in a wording are underlined; words that the next one took out are struck "
    "through. A ring is an executive’s vote. Who drafted is for you; the room does not see it."
)


class DefinitionPage(Page):
    """Every wording of every statement, the oldest first."""

    key: ClassVar[str] = "definition"
    title: ClassVar[str] = "Definition"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown: tuple[Drafted, ...] | None = None
        self._rows: list[_Row] = []
        self._inside = Bare()
        self._area = BareArea(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def refresh(self) -> None:
        """Show what the session holds now; made anew only where it says something else."""
        history = definition_history(self.session.dossier, self.session.today())
        if history == self._shown:
            return
        self._shown = history
        at = self._area.verticalScrollBar().value()
        self._rows = [_Row(one) for one in history]
        self._inside = Bare()
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(28, 20, 20, 20)
        layout.setSpacing(18)
        layout.addWidget(label("second", _HOW if history else _NOTHING))
        for row in self._rows:
            layout.addWidget(row)
        layout.addStretch(1)
        self._area.setWidget(self._inside)
        self._lay_out()
        self._area.verticalScrollBar().setValue(at)

    def first_focus(self) -> QWidget:
        """Return the first wording, where it can be read and copied."""
        found = self._inside.findChildren(Wording)
        return found[0] if found else self

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many wordings beside one another as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        beside = max(1, (self.width() - 60) // theme_now().px(_CARD))
        for row in self._rows:
            row.lay_out(beside)


class _Row(QWidget):
    """The wordings of one activity, and what was reserved."""

    def __init__(self, drafted: Drafted) -> None:
        super().__init__()
        self._beside = 0
        self._cards = [_card(one) for one in drafted.wordings]
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(label("question-low", drafted.title))
        layout.addLayout(self._grid)
        if drafted.reservations:
            told = (label("", one) for one in drafted.reservations)
            layout.addWidget(column(label("label", "RESERVATIONS"), *told))

    def lay_out(self, beside: int) -> None:
        """Set the cards so many beside one another."""
        beside = min(beside, len(self._cards))
        if beside == self._beside:
            return
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        self._beside = beside
        for number, card in enumerate(self._cards):
            row, at = divmod(number, beside)
            self._grid.addWidget(card, row, at)
            self._grid.setColumnStretch(at, 1)


def _card(worded: Worded) -> QFrame:
    """Return one wording with its hour, its author, its ticks and the votes on it."""
    card = QFrame()
    set_look(card, "card")
    name = f"Wording {worded.number}"
    text = Wording(name, earlier=True)
    text.put(worded.draft.text)
    text.setExtraSelections(
        [*text.marks(worded.added, "added"), *text.marks(worded.removed, "removed")]
    )
    text.setAccessibleDescription(_difference(worded))
    by = worded.draft.author.strip()
    written = (worded.when, f"drafted by {by}" if by else "")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(18, 12, 18, 14)
    layout.setSpacing(8)
    layout.addWidget(label("strong", f"{name}, stands now" if worded.stands else name))
    for told in (written, worded.says):
        line = label("second", " · ".join(filter(None, told)))
        layout.addWidget(line)
        line.setVisible(bool(line.text()))
    layout.addWidget(text)
    for one in worded.votes:
        layout.addWidget(_agreement(one))
    if not worded.votes:
        layout.addWidget(label("quiet", "Nobody voted on this wording."))
    layout.addStretch(1)
    return card


def _agreement(agreement: Agreement) -> QWidget:
    result = agreement.result
    if result is None:
        return column(label("strong", agreement.title), label("quiet", agreement.told))
    chart = VotesChart("meaning")
    scale = result.poll.scale
    values = scales.values(scale)
    dots = tuple(
        Dots(value=one.value, others=one.others, executives=one.executives) for one in result.counts
    )
    row = PollRow(label=agreement.title, status=agreement.told, dots=dots)
    low, high = (scales.meaning(scale, value) for value in (values[0], values[-1]))
    chart.show_votes(seen.Poll(values=values, low=low, high=high, rows=(row,)))
    ends = label("small", f"{values[0]} {low} · {values[-1]} {high}")
    ends.setAlignment(Qt.AlignmentFlag.AlignRight)
    return column(chart, ends, label("ok" if result.passed else "warn", agreement.outcome))


def _difference(worded: Worded) -> str:
    """Return in words what is marked."""
    said = (
        ("New here", _runs(worded.added, "added")),
        ("Taken out by the next wording", _runs(worded.removed, "removed")),
    )
    return ". ".join(f"{what}: {', '.join(runs)}" for what, runs in said if runs)


def _runs(segments: Sequence[Segment], kind: str) -> list[str]:
    return [one.text.strip() for one in segments if one.kind == kind]
