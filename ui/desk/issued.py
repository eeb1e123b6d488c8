"""One issued version: when and by whom it was signed, what it changed, and how to have it again."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from crm_workshop.charter.dates import clock_time, long_date
from crm_workshop.charter.versions import Issued, Versions
from crm_workshop.charter.wording import spaced_code
from crm_workshop.model.choices import Locale
from ui.activities.lines import LineEntry
from ui.activities.parts import flow
from ui.desk.told import changes_column, column, standing_column
from ui.widgets.text import button, label, set_look


class IssuedCard(QFrame):
    """A version as it was issued; its buttons ask for its own bytes."""

    #: Carry the version.
    open_requested = Signal(object)
    save_requested = Signal(object)
    records_requested = Signal(object)

    def __init__(self, issued: Issued, versions: Versions, locale: Locale) -> None:
        super().__init__()
        set_look(self, "card")
        version = issued.version
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label("question-low", f"Version {version.number}"))
        layout.addWidget(label("second", _told(issued, locale)))
        buttons = []
        for text, asked, name in (
            ("Open", self.open_requested, f"Open version {version.number}"),
            ("Save PDF…", self.save_requested, f"Save the PDF of version {version.number}"),
            (
                "Save records…",
                self.records_requested,
                f"Save the records of version {version.number}",
            ),
        ):
            made = button(text, "small")
            made.setAccessibleName(name)
            made.clicked.connect(partial(asked.emit, version))
            buttons.append(made)
        layout.addWidget(flow(*buttons))
        layout.addWidget(standing_column("WHEN IT WAS ISSUED", issued.standing))
        if issued.changes is not None:
            before = versions.issued[versions.issued.index(issued) + 1].version.number
            heading = f"WHAT CHANGED SINCE {before}"
            layout.addWidget(changes_column(heading, issued.changes, versions))


class IssuedList(QFrame):
    """Every version, the last first; made anew only where it says something else."""

    #: Carry the version.
    open_requested = Signal(object)
    save_requested = Signal(object)
    records_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._inside = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._inside)

    def show_versions(self, versions: Versions, locale: Locale) -> None:
        """Show these, or what a version is for where there is none."""
        shown = (versions.issued, versions.places, locale)
        if shown == self._shown:
            return
        self._shown = shown
        cards: list[QWidget] = [self._card(one, versions, locale) for one in versions.issued]
        made = column(*(cards or [nothing_issued()]), gap=14)
        self._layout.replaceWidget(self._inside, made)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = made
        made.show()

    def _card(self, issued: Issued, versions: Versions, locale: Locale) -> IssuedCard:
        card = IssuedCard(issued, versions, locale)
        card.open_requested.connect(self.open_requested)
        card.save_requested.connect(self.save_requested)
        card.records_requested.connect(self.records_requested)
        return card


class CodeCheck(QFrame):
    """A print's content code is typed in, and this says which version that is."""

    def __init__(self) -> None:
        super().__init__()
        self._versions: Versions | None = None
        self.field, self._told = LineEntry(), label("second")
        self.field.setAccessibleName("Content code of a print")
        self.field.setPlaceholderText("At the foot of each page")
        self.field.setAccessibleDescription("Says which version a print is")
        self.field.textChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        heading = label("label", "WHICH VERSION IS A PRINT? TYPE ITS CONTENT CODE")
        layout.addWidget(column(heading, self.field, self._told, gap=6))

    def show_versions(self, versions: Versions) -> None:
        """Compare with these."""
        self._versions = versions
        self._tell()

    def _tell(self, *_: object) -> None:
        code = "".join(self.field.text().split())
        whole = self._versions is not None and len(code) == 8
        self._told.setText(self._versions.with_code(code) if whole and self._versions else "")
        self._told.setVisible(whole)


def nothing_issued() -> QWidget:
    """Return what stands where no version is yet: what a version is for."""
    card = QFrame()
    set_look(card, "sunken")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(20, 16, 20, 18)
    layout.setSpacing(8)
    layout.addWidget(label("strong", "Nothing has been issued yet"))
    layout.addWidget(
        label(
            "second",
            "Version 1.0 is what the room signs. From then on it stands here with who signed and "
            "with what reservation, and its PDF can be had again byte for byte, whatever is edited "
            "later. What is edited becomes 1.1, with a list of what changed.",
        )
    )
    return card


def _told(issued: Issued, locale: Locale) -> str:
    version, when = issued.version, ""
    if version.issued:
        at = version.issued.astimezone()
        when = f"Issued {long_date(at.date(), locale)}, {clock_time(at.time(), locale)} · "
    return f"{when}content code {spaced_code(version.code)}"
