"""What is open in one list, by who can settle it, and below it what the room lives with."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_workshop.checks import Finding, Level
from crm_workshop.checks.settling import Settler, by_settler
from ui.console.settle import summary
from ui.desk.finding import FindingCard
from ui.session import Session
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import label

_NOTHING = "Nothing is open. What the checks find while people write stands here, with its field."


class OpenList(QWidget):
    """All findings: the open ones under the name of who can settle them, then the accepted.

    Setting it again to what it shows changes nothing; what is new keeps the place it scrolled to.
    """

    chosen = Signal(object)
    accept_requested = Signal(object)
    withdraw_requested = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: object = None
        self._summary = label("second")
        self._area = BareArea(Bare())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label("label", "STILL TO SETTLE"))
        layout.addWidget(self._summary)
        layout.addWidget(self._area, stretch=1)

    def refresh(self) -> None:
        """Show what the checks say now."""
        session = self._session
        still = [one for one in session.findings if not one.accepted]
        groups = by_settler(session.dossier, session.kit, sorted(still, key=_weight))
        accepted = tuple(one for one in session.findings if one.accepted)
        if (groups, accepted) == self._shown:
            return
        self._shown = (groups, accepted)
        self._summary.setText(summary(session.findings))
        bar = self._area.verticalScrollBar()
        at = bar.value()
        self._area.put(self._column(groups, accepted))
        bar.setValue(at)

    def _column(
        self,
        groups: Iterable[tuple[Settler, tuple[Finding, ...]]],
        accepted: tuple[Finding, ...],
    ) -> QWidget:
        inside = Bare()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(8)
        for settler, findings in groups:
            parts = " · ".join(filter(None, (settler.part, str(len(findings)))))
            column.addWidget(label("strong", f"{settler.name} · {parts}"))
            self._add(column, findings)
        if accepted:
            column.addWidget(label("strong", f"Accepted with a reason · {len(accepted)}"))
            self._add(column, accepted)
        if not self._session.findings:
            column.addWidget(label("quiet", _NOTHING))
        column.addStretch(1)
        return inside

    def _add(self, column: QVBoxLayout, findings: Iterable[Finding]) -> None:
        for finding in findings:
            card = FindingCard(finding)
            card.chosen.connect(self.chosen)
            card.accept_requested.connect(self.accept_requested)
            card.withdraw_requested.connect(self.withdraw_requested)
            column.addWidget(card)


def _weight(finding: Finding) -> int:
    return list(Level).index(finding.level)
