"""What the checks say of the live activity's records, one quiet line each, with its question."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_workshop.checks import Finding, Level
from crm_workshop.checks.finding import several
from ui.theme.look import theme_now
from ui.widgets.text import button, label, set_look

#: A line of a finding that is shorter than this (px at the normal text size) becomes two.
_SHORT: Final = 480


class FindingLine(QFrame):
    """One finding: its title, its sentence with the question to ask, and the record it is about.

    All stands on one line; where the line is short, the sentence goes below the title. A `brief`
    one asks its question only.
    """

    accept_requested = Signal(object)
    withdraw_requested = Signal(object)

    def __init__(self, finding: Finding, *, brief: bool) -> None:
        super().__init__()
        self.finding = finding
        set_look(self, f"finding-{finding.level.value}")
        whole = f"{finding.sentence} {finding.question}".strip()
        self._text = label("", (brief and finding.question) or whole)
        self._text.setToolTip(whole if brief else "")
        self._head = [label("strong", finding.title)]
        if finding.about:
            self._head.append(label("small", finding.about))
        self._accept = button("Accept…", "link") if finding.level is Level.WARN else None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 7, 10, 7)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._is_short: bool | None = None
        if self._accept is not None:
            self._accept.setAccessibleName(f"Accept: {_named(finding)}")
            self._accept.setToolTip("Live with it, for a reason that is printed with the charter")
            self._accept.clicked.connect(partial(self.accept_requested.emit, finding))
        self._arrange(short=False)
        said = {Level.STOP: "Stop", Level.WARN: "Warning", Level.ASK: "Hint"}[finding.level]
        self.setAccessibleName(f"{said}: {finding.title} {finding.sentence} {finding.question}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._arrange(short=event.size().width() < theme_now().px(_SHORT))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be short: its titles then wrap."""
        return QSize(200, super().minimumSizeHint().height())

    def _arrange(self, *, short: bool) -> None:
        """Put the parts where they stand on a line of this length."""
        if short is self._is_short:
            return
        self._is_short = short
        while self._grid.takeAt(0):
            pass
        top = Qt.AlignmentFlag.AlignTop
        title, *about = self._head
        for one in self._head:
            one.setWordWrap(short)
        parts = [title, *about] if short else [title, self._text, *about]
        for column, part in enumerate(parts):
            self._grid.addWidget(part, 0, column, top)
        widest = parts.index(title if short else self._text)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column == widest))
        if self._accept is not None:
            self._grid.addWidget(self._accept, 0, 3, top)
        if short:
            self._grid.addWidget(self._text, 1, 0, 1, 4)
        self.updateGeometry()


class AcceptedLine(QFrame):
    """A warning that the room lives with, and why."""

    accept_requested = Signal(object)
    withdraw_requested = Signal(object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        about = _named(finding)
        said = f"Accepted: {about} – {finding.accepted}"
        withdraw = button("Withdraw", "link")
        withdraw.setAccessibleName(f"Withdraw: {about}")
        withdraw.clicked.connect(partial(self.withdraw_requested.emit, finding))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 10, 2)
        layout.setSpacing(12)
        layout.addWidget(label("small", said), stretch=1)
        layout.addWidget(withdraw, alignment=Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(said)


def _named(finding: Finding) -> str:
    """Return a finding's title with what it is about."""
    return f"{finding.title} {finding.about}".strip().rstrip(".")


def line_of(finding: Finding, *, brief: bool = False) -> FindingLine | AcceptedLine:
    """Return the line that shows a finding."""
    return AcceptedLine(finding) if finding.accepted else FindingLine(finding, brief=brief)


def together(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Yield findings with how many they stand for: what is asked of several records is asked once.

    Each warning stands alone: it is accepted for one record.
    """
    groups: dict[object, list[Finding]] = {}
    for one in findings:
        same = (one.level, one.title, one.sentence, one.question)
        groups.setdefault(one.key if one.level is Level.WARN else same, []).append(one)
    for first, *others in groups.values():
        names = [one.about for one in (first, *others) if one.about]
        asked = replace(first, about=several(names, 2)) if others else first
        yield asked, 1 + len(others)


class Findings(QWidget):
    """What the checks say of what was written. What is not yet due is only counted; what is
    accepted folds away, and unfolds when it is asked for.
    """

    accept_requested = Signal(object)
    withdraw_requested = Signal(object)
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] | None = None
        self._written: tuple[Finding, ...] = ()
        self._others: tuple[Finding, ...] = ()
        self._most = 0
        self._brief = False
        self._unfolded = False
        self._folded: QPushButton | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def set_findings(
        self,
        written: tuple[Finding, ...],
        others: tuple[Finding, ...],
        most: int,
        *,
        brief: bool = False,
    ) -> None:
        """Show what is said of what was written, `most` lines of it; `others` are only counted.

        In `brief` there are only the questions, and nothing is counted. The same again changes
        nothing.
        """
        self._written, self._others, self._most, self._brief = written, others, most, brief
        self._show()

    def fold(self) -> None:
        """Fold away what is accepted."""
        self._unfolded = False

    def _show(self) -> None:
        wanted = (self._written, self._others, self._most, self._brief, self._unfolded)
        if wanted == self._shown:
            return
        self._shown = wanted
        while item := self._layout.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        still = [one for one in self._written if not one.accepted]
        accepted = [one for one in (*self._written, *self._others) if one.accepted]
        asked = list(together(still))[: self._most]
        said = [one for one, _ in asked] + (accepted if self._unfolded else [])
        for finding in said:
            line = line_of(finding, brief=self._brief)
            line.accept_requested.connect(self.accept_requested)
            line.withdraw_requested.connect(self.withdraw_requested)
            self._layout.addWidget(line)
            line.show()
        every = len(self._written) + len(self._others)
        shown = sum(count for _, count in asked)
        more = 0 if self._brief else every - len(accepted) - shown
        self._add_folded(more, len(accepted))
        self.setVisible(bool(said or more or accepted))

    def _add_folded(self, more: int, accepted: int) -> None:
        """Add the line that stands for what is not shown, if there is any."""
        self._folded = None
        if not more and not accepted:
            return
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        if more:
            to_settle = button(f"{more} more to settle", "link")
            to_settle.clicked.connect(self.more_requested)
            line.addWidget(to_settle)
        if accepted:
            word = "Fold" if self._unfolded else "Show"
            self._folded = button(f"{word} {accepted} accepted", "link")
            self._folded.clicked.connect(self._turn)
            line.addWidget(self._folded)
        line.addStretch(1)
        self._layout.addWidget(row)
        row.show()

    def _turn(self) -> None:
        """Unfold what is accepted, or fold it away; the keyboard stays on the line for it."""
        self._unfolded = not self._unfolded
        self._show()
        if self._folded is not None:
            self._folded.setFocus(Qt.FocusReason.OtherFocusReason)
