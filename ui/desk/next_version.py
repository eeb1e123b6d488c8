"""What would be issued now: what stands in its way, who stands behind it, what it changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMessageBox, QVBoxLayout, QWidget

from crm_workshop.charter.versions import Next, Versions
from crm_workshop.charter.wording import spaced_code
from ui.desk.finding import FindingCard
from ui.desk.told import changes_column, column, standing_column
from ui.widgets.text import button, label, set_look

_FREEZES = (
    "Issuing freezes what is signed: its pages, its records and the content code {code}. It can "
    "never be changed or taken back; what is edited afterwards becomes {later}."
)
_UNDRAWABLE = "The printed page has no letters for some of what was typed"


class NextVersion(QFrame):
    """The next version; its button stays while what is around it is told anew."""

    #: Carries the finding whose field is to be gone to.
    chosen = Signal(object)
    issue_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "card")
        self.issue = button("Issue…", "primary")
        self.issue.clicked.connect(self.issue_requested)
        self._title, self._told = label("question-low"), label("second")
        self._inside: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 18)
        self._layout.setSpacing(10)
        for part in (self._title, self._told):
            self._layout.addWidget(part)
        self._layout.addWidget(self.issue, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_next(self, versions: Versions) -> None:
        """Show what comes next."""
        coming = versions.next
        self._title.setText(f"Charter {coming.number}, not issued yet")
        self._told.setText(_sentence(coming))
        self.issue.setText(f"&Issue {coming.number}…")
        self.issue.setEnabled(coming.may_be_issued)
        if self._inside is not None:
            self._layout.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self._parts(versions)
        self._layout.insertWidget(3, self._inside)
        self._inside.show()

    def tell_making(self) -> None:
        """Say that the charter is being made; there is nothing to press meanwhile."""
        self.issue.setEnabled(False)
        self._told.setText("Making the charter…")

    def _parts(self, versions: Versions) -> QWidget:
        coming, parts = versions.next, list[QWidget]()
        if coming.stops:
            parts.append(column(*self._stops(coming), gap=8))
        if coming.undrawable:
            told = (label("warn", one) for one in coming.undrawable)
            parts.append(column(label("strong", _UNDRAWABLE), *told))
        parts.append(standing_column("WHO STANDS BEHIND IT NOW", coming.standing))
        if coming.changes is not None:
            last = versions.issued[0].version.number
            parts.append(changes_column(f"CHANGED SINCE {last}", coming.changes, versions))
        return column(*parts, gap=16)

    def _stops(self, coming: Next) -> list[QWidget]:
        count = len(coming.stops)
        heading = f"{count} {'thing keeps' if count == 1 else 'things keep'} it a draft"
        cards: list[QWidget] = [label("strong", heading)]
        for finding in coming.stops:
            card = FindingCard(finding)
            card.chosen.connect(self.chosen)
            cards.append(card)
        return cards


def _sentence(coming: Next) -> str:
    if coming.waits:
        return coming.waits
    if coming.stops:
        return "It stays a draft until everything below is settled."
    return _FREEZES.format(code=spaced_code(coming.code), later=_after(coming.number))


def _after(number: str) -> str:
    """Return the number of the version behind one: 1.1 behind 1.0."""
    first, _, last = number.partition(".")
    return f"{first}.{int(last) + 1}"


def confirming_box(window: QWidget, coming: Next) -> QMessageBox:
    """Return the question before a version is issued; it names what cannot be printed as typed."""
    box = QMessageBox(window)
    box.setWindowTitle(f"Issue {coming.number}")
    said = [_sentence(coming)]
    if coming.undrawable:
        said += [f"{_UNDRAWABLE}.", *coming.undrawable]
    if coming.standing.not_yet:
        said += ["Still open:", *coming.standing.not_yet]
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Issue charter {coming.number}?")
    box.setInformativeText("\n\n".join(said))
    issue = box.addButton(f"Issue {coming.number}", QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton("Not now", QMessageBox.ButtonRole.RejectRole)
    set_look(issue, "primary")
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    return box
