"""The library window: the workshops there are, a new one, the sample, and a charter to print."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, QThreadPool, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
)

from crm_workshop.errors import WorkshopError
from crm_workshop.live.day import Stands
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Change, Store
from ui.bridge import StoreBridge
from ui.home.model import WorkshopModel, entries_of
from ui.ways import Way, Where
from ui.widgets.placing import begin_at
from ui.widgets.reading_order import ReadingWindow
from ui.widgets.text import set_look

if TYPE_CHECKING:
    from ui.charter.writing import CharterWriting

_EMPTY = (
    "No workshop yet.\nBring in the samples to look around (Alt+S), or make one for a firm (Alt+N)."
)

#: What a line of the list is made of.
_LISTED = frozenset({Workshop.table, Activity.table})


class HomeWindow(ReadingWindow):
    """What there is in the library, and the next step for each of it.

    `way_chosen` carries the `Way` to a workshop that goes live. What only a button needs is
    brought in by it: this is the first window, and nobody waits for it.
    """

    way_chosen = Signal(object)

    def __init__(self, store: Store, bridge: StoreBridge) -> None:
        super().__init__()
        self._store = store
        self._model = WorkshopModel()
        self._writing: CharterWriting | None = None
        self._unmade = ""
        self._build()
        self._connect(bridge)
        self._render()

    def _build(self) -> None:
        self.setWindowTitle("CRM Workshop")
        title = _label("title", "CRM Workshop")
        claim = _label(
            "quiet", "Agree what CRM means, where technology fits and who stands behind it."
        )
        self._hint = _label("quiet")
        self._list = QListView()
        self._list.setAccessibleName("Workshops")
        self._list.setModel(self._model)
        self._list.setWordWrap(True)
        self._empty = _label("quiet", _EMPTY)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self._list.viewport()).addWidget(self._empty)
        self._sample = QPushButton("Bring in the &samples")
        self._charter = QPushButton("Save the &charter…")
        self._new = QPushButton("&New workshop…")
        self._prepare = QPushButton("&Prepare")
        self._open = QPushButton("&Open")
        set_look(self._open, "primary")
        buttons = QHBoxLayout()
        buttons.addWidget(self._hint, stretch=1)
        for button in (self._sample, self._charter, self._new, self._prepare, self._open):
            buttons.addWidget(button)
        layout = QVBoxLayout(self.whole)
        layout.setContentsMargins(48, 36, 48, 36)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(claim)
        layout.addWidget(self._list, stretch=1)
        layout.addLayout(buttons)
        begin_at(self, QSize(1000, 640), QSize(640, 400))

    def _connect(self, bridge: StoreBridge) -> None:
        bridge.changed.connect(self._hear)
        self._new.clicked.connect(self._ask_for_firm)
        self._prepare.clicked.connect(self._prepare_chosen)
        self._open.clicked.connect(self._open_chosen)
        self._list.activated.connect(self._open_chosen)
        self._sample.clicked.connect(self.bring_in_samples)
        self._charter.clicked.connect(self._ask_for_file)
        self._list.selectionModel().currentChanged.connect(self._enable)

    def _render(self) -> None:
        """Show what the library holds now; the selection stays where it was."""
        chosen = self.chosen()
        self._model.set_entries(entries_of(self._store))
        self._select(chosen.id if chosen else 0)
        self._empty.setVisible(not self._model.rowCount())
        self._enable()

    def _hear(self, change: Change) -> None:
        """Read the list again, if the change is of something that stands in it."""
        if change.workshop_id is None or _LISTED & change.tables.keys():
            self._render()

    def _select(self, workshop_id: int) -> None:
        """Choose a workshop; without it, the first."""
        rows = [self._model.entry(row) for row in range(self._model.rowCount())]
        ids = [one.workshop.id for one in rows if one]
        row = ids.index(workshop_id) if workshop_id in ids else 0
        self._list.setCurrentIndex(self._model.index(row))

    def _enable(self) -> None:
        entry = self._model.entry(self._list.currentIndex().row())
        begun = entry is not None and entry.stands is Stands.INTERRUPTED
        self._open.setText("Res&ume" if begun else "&Open")
        self._open.setEnabled(entry is not None)
        self._prepare.setEnabled(entry is not None)
        self._charter.setEnabled(entry is not None and self._writing is None)

    def chosen(self) -> Workshop | None:
        """Return the workshop that is selected, or None."""
        entry = self._model.entry(self._list.currentIndex().row())
        return entry.workshop if entry else None

    def _open_chosen(self, *_: QModelIndex) -> None:
        workshop = self.chosen()
        if workshop is not None:
            self.way_chosen.emit(Way(Where.LIVE, workshop.id))

    def _prepare_chosen(self) -> None:
        workshop = self.chosen()
        if workshop is not None:
            self.way_chosen.emit(Way(Where.PREPARATION, workshop.id))

    def bring_in_samples(self) -> None:
        """Add the sample workshops to the library."""
        from crm_workshop.exchange import import_workshop
        from crm_workshop.exchange.samples import samples

        for sample in samples():
            import_workshop(self._store, sample.data, by="home")
        self._hint.setText("The samples are here; they are yours to change.")

    def _ask_for_firm(self) -> None:
        from ui.console.dialogs import Ask, centre_on

        ask = Ask(self, "New workshop", "Which firm is it for?", "Make it", self._unmade)
        ask.answered.connect(self.make_workshop)
        ask.left.connect(self._keep_name)
        ask.open()
        centre_on(ask, self)

    def _keep_name(self, typed: str) -> None:
        self._unmade = typed

    def make_workshop(self, firm: str) -> None:
        """Make a workshop for a firm, or say what is missing."""
        from crm_workshop.activities.workshops import create_workshop

        try:
            made = create_workshop(self._store, firm, by="home")
        except WorkshopError as error:
            self._tell(str(error))
            return
        self._unmade = ""
        self._select(made.id)
        self._list.setFocus()
        self._hint.setText(f"Made a workshop for {made.firm}.")
        self.way_chosen.emit(Way(Where.PREPARATION, made.id))

    def _ask_for_file(self) -> None:
        workshop = self.chosen()
        if workshop is None:
            return
        suggested = str(Path.home() / f"{_file_stem(workshop.firm)} charter.pdf")
        name, _ = QFileDialog.getSaveFileName(self, "Save the charter", suggested, "PDF (*.pdf)")
        if name:
            self.save_charter(workshop, Path(name))

    def save_charter(self, workshop: Workshop, path: Path) -> "CharterWriting":
        """Set the charter and write it in the background; return the work for who waits."""
        from ui.charter.writing import CharterWriting

        writing = CharterWriting(self._store.load(workshop.id), path)
        writing.signals.done.connect(self._charter_done)
        writing.signals.failed.connect(self._charter_failed)
        self._writing = writing
        self._hint.setText("Setting the charter…")
        self._enable()
        QThreadPool.globalInstance().start(writing)
        return writing

    def _charter_done(self, sentence: str) -> None:
        self._writing = None
        self._hint.setText(sentence)
        self._enable()

    def _charter_failed(self, sentence: str) -> None:
        self._charter_done("")
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "CRM Workshop", "", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _label(look: str, text: str = "") -> QLabel:
    """Return a label that never takes its text for markup; `look` names its style."""
    label = QLabel(text)
    set_look(label, look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _file_stem(firm: str) -> str:
    """Return a firm's name as a file name on every system."""
    kept = "".join(one if one.isalnum() or one in " -&" else " " for one in firm)
    return " ".join(kept.split())[:80] or "CRM"
