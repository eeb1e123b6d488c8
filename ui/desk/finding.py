"""One finding on the desk: what is open, where it leads, and whether it can be lived with."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from crm_workshop.checks import Finding, Level
from ui.widgets.text import button, label, set_look

_LEVELS = {Level.STOP: "Stop", Level.WARN: "Warning", Level.ASK: "Hint"}


class FindingCard(QFrame):
    """A finding with its sentence; a click anywhere on it goes to the field.

    The buttons do the same from the keyboard, and accept a warning or withdraw that.
    """

    chosen = Signal(object)
    accept_requested = Signal(object)
    withdraw_requested = Signal(object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        set_look(self, f"finding-{finding.level.value}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        named = f"{finding.title} {finding.about}".strip().rstrip(".")
        asked = f"{finding.sentence} {finding.question}".strip()
        if finding.accepted:
            asked = f"{finding.sentence} Accepted: {finding.accepted}"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 4)
        layout.setSpacing(2)
        layout.addWidget(label("strong", finding.title))
        layout.addWidget(label("", asked))
        layout.addLayout(self._buttons(named))
        self.setAccessibleName(f"{_LEVELS[finding.level]}: {named}. {asked}")

    def _buttons(self, named: str) -> QHBoxLayout:
        finding = self.finding
        go = button("Go to it", "link")
        go.setAccessibleName(f"Go to it: {named}")
        go.clicked.connect(self._choose)
        row = QHBoxLayout()
        about = " · ".join(filter(None, (_LEVELS[finding.level], finding.about)))
        row.addWidget(label("small", about), stretch=1)
        if finding.level is Level.WARN:
            text, wanted = (
                ("Withdraw", self.withdraw_requested)
                if finding.accepted
                else ("Accept…", self.accept_requested)
            )
            turn = button(text, "link")
            turn.setAccessibleName(f"{text.rstrip('…')}: {named}")
            turn.clicked.connect(partial(wanted.emit, finding))
            row.addWidget(turn)
        row.addWidget(go)
        return row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the field."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._choose()

    def _choose(self, *_: object) -> None:
        self.chosen.emit(self.finding)
