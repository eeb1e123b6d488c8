"""Small dialogs: one thing to type, Enter takes it, Esc closes the dialog and nothing else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crm_workshop.checks import Finding, Level, open_stops
from ui.actions import ACTIONS, BY_ID, Menu, key_text
from ui.console.findings import FindingLine
from ui.widgets.text import label, set_look


class Ask(QDialog):
    """Asks for one line. `answered` carries what was typed; a blank line is no answer."""

    answered = Signal(str)

    def __init__(
        self, parent: QWidget, title: str, question: str, take: str, text: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit(text)
        self.field.setAccessibleName(question)
        self.field.selectAll()
        buttons = QDialogButtonBox()
        accept = buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setDefault(True)
        set_look(accept, "primary")
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(label("", question))
        layout.addWidget(self.field)
        layout.addWidget(buttons)
        self.setMinimumWidth(520)

    def accept(self) -> None:
        """Take the answer."""
        text = self.field.text()
        if text.strip():
            self.answered.emit(text)
            super().accept()


class KeysPage(QDialog):
    """Every key on one page, the live panel's own first."""

    def __init__(self, parent: QWidget, panel_keys: tuple[tuple[str, str], ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        if panel_keys:
            self._section("This activity", panel_keys)
        for menu in Menu:
            keys = [(_keys(one.id), one.text) for one in ACTIONS if one.menu is menu]
            self._section(menu.value, tuple((key, text) for key, text in keys if key))
        inside = QWidget()
        inside.setLayout(self._grid)
        self._grid.setContentsMargins(24, 16, 24, 16)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.resize(560, 620)

    def _section(self, title: str, keys: tuple[tuple[str, str], ...]) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label("label", title.upper()), row, 0, 1, 2)
        for offset, (key, text) in enumerate(keys, start=1):
            left = Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label("key", key, wrap=False), row + offset, 0, left)
            self._grid.addWidget(label("", text), row + offset, 1)


class SettlePage(QDialog):
    """Everything there is still to settle, in the charter's order."""

    accept_requested = Signal(object)

    def __init__(self, parent: QWidget, findings: tuple[Finding, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is still to settle")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        stops = len(open_stops(findings))
        column.addWidget(label("question", "What is still to settle"))
        column.addWidget(label("quiet", _summary(stops, findings)))
        for finding in findings:
            if finding.accepted:
                text = f"Accepted: {finding.title} {finding.about} – {finding.accepted}"
                column.addWidget(label("small", text))
            else:
                line = FindingLine(finding)
                line.accept_requested.connect(self.accept_requested)
                column.addWidget(line)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.resize(860, 620)


def _summary(stops: int, findings: tuple[Finding, ...]) -> str:
    warnings = sum(one.level is Level.WARN and not one.accepted for one in findings)
    if not stops:
        return "Nothing keeps the charter a draft."
    what = "1 thing keeps" if stops == 1 else f"{stops} things keep"
    return f"{what} the charter a draft; {warnings} warnings can be accepted with a reason."


def _keys(name: str) -> str:
    design = BY_ID[name]
    return " · ".join([*map(key_text, design.keys), *design.clicker])


def centre_on(dialog: QDialog, parent: QWidget) -> None:
    """Put a dialog over the upper part of its window, never off the screen."""
    screen = parent.screen()
    size = dialog.sizeHint().expandedTo(dialog.size())
    origin = parent.mapToGlobal(parent.rect().center())
    x = max(screen.availableGeometry().left(), origin.x() - size.width() // 2)
    y = max(screen.availableGeometry().top(), parent.mapToGlobal(parent.rect().topLeft()).y() + 80)
    dialog.move(x, y)
