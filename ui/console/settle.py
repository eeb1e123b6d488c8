"""Everything that is still to settle on one page, and what the room lives with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from crm_workshop.checks import Finding, Level, open_stops
from ui.console.dialogs import closing
from ui.console.findings import line_of
from ui.session import Session
from ui.widgets.text import label


class SettlePage(QDialog):
    """All findings in the charter's order; it follows what is accepted, withdrawn and settled."""

    accept_requested = Signal(object)
    withdraw_requested = Signal(object)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Finding, ...] | None = None
        self.setWindowTitle("What is still to settle")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._summary = label("quiet")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(label("question", "What is still to settle"))
        layout.addWidget(self._summary)
        layout.addWidget(self._area, stretch=1)
        layout.addWidget(closing(self))
        self.resize(860, 620)
        session.findings_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the checks say now."""
        findings = self._session.findings
        if findings == self._shown:
            return
        self._shown = findings
        self._summary.setText(summary(findings))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for finding in sorted(findings, key=_is_accepted):
            line = line_of(finding)
            line.accept_requested.connect(self.accept_requested)
            line.withdraw_requested.connect(self.withdraw_requested)
            column.addWidget(line)
        column.addStretch(1)
        self._area.setWidget(inside)


def _is_accepted(finding: Finding) -> bool:
    return bool(finding.accepted)


def summary(findings: tuple[Finding, ...]) -> str:
    """Return in a sentence what keeps the charter a draft, and what might be accepted."""
    stops = len(open_stops(findings))
    warnings = sum(one.level is Level.WARN and not one.accepted for one in findings)
    if not stops:
        sentence = "Nothing keeps the charter a draft."
    else:
        sentence = f"{_counted(stops, 'thing keeps', 'things keep')} the charter a draft."
    if not warnings:
        return sentence
    can = _counted(warnings, "warning", "warnings")
    return f"{sentence} {can} can be settled, or accepted with a reason."


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
