"""What the checks say of the live activity's records, one quiet line each, with its question."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crm_workshop.checks import Finding, Level
from ui.widgets.text import as_button_text, button, label, set_look


class FindingLine(QFrame):
    """One finding: its title, its sentence with the question to ask, and the record it is about."""

    accept_requested = Signal(object)
    show_requested = Signal(object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        set_look(self, f"finding-{finding.level.value}")
        title = label("strong", finding.title, wrap=False)
        text = label("", f"{finding.sentence} {finding.question}".strip())
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 10, 7)
        layout.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(title, alignment=top)
        layout.addWidget(text, stretch=1, alignment=top)
        if finding.about:
            layout.addWidget(label("small", finding.about, wrap=False), alignment=top)
        if finding.level is Level.WARN:
            accept = button("Accept…", "link")
            accept.setToolTip("Live with it, for a reason that is printed with the charter")
            accept.clicked.connect(partial(self.accept_requested.emit, finding))
            layout.addWidget(accept, alignment=top)
        said = {Level.STOP: "Stop", Level.WARN: "Warning", Level.ASK: "Hint"}[finding.level]
        self.setAccessibleName(f"{said}: {finding.title} {finding.sentence} {finding.question}")


class Findings(QWidget):
    """What the checks say of what was written; what is accepted or not yet due is counted."""

    accept_requested = Signal(object)
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Finding, ...], tuple[Finding, ...], int] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def set_findings(
        self, written: tuple[Finding, ...], others: tuple[Finding, ...], most: int
    ) -> None:
        """Show what is said of what was written, `most` lines of it; `others` are only counted.

        The same again changes nothing.
        """
        if (written, others, most) == self._shown:
            return
        self._shown = (written, others, most)
        while item := self._layout.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        still = [one for one in written if not one.accepted]
        for finding in still[:most]:
            line = FindingLine(finding)
            line.accept_requested.connect(self.accept_requested)
            self._layout.addWidget(line)
            line.show()
        accepted = sum(bool(one.accepted) for one in (*written, *others))
        more = len(written) + len(others) - accepted - min(most, len(still))
        folded = self._folded(more, accepted)
        if folded is not None:
            self._layout.addWidget(folded, alignment=Qt.AlignmentFlag.AlignLeft)
            folded.show()
        self.setVisible(bool(written or others))

    def _folded(self, more: int, accepted: int) -> QPushButton | None:
        """Return the line that stands for what is not shown, or None."""
        parts = [f"{more} more to settle" if more else ""]
        parts.append(f"{accepted} accepted" if accepted else "")
        text = " · ".join(one for one in parts if one)
        if not text:
            return None
        made = button(as_button_text(text), "link")
        made.clicked.connect(self.more_requested)
        return made
