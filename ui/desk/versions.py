"""The versions of a charter: what is issued next, and every one that was, to be had again."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from crm_workshop.charter.issue import Issue, keep_issue, make_issue
from crm_workshop.charter.versions import Versions, read_versions, version_stem
from crm_workshop.checks import Finding
from crm_workshop.files import write_whole
from crm_workshop.model.workshop import Version
from ui.background import Work
from ui.desk.issued import CodeCheck, IssuedList
from ui.desk.leading import way_to
from ui.desk.next_version import NextVersion, confirming_box
from ui.page import Page
from ui.saving import Document, Made
from ui.session import Session
from ui.theme.look import theme_now
from ui.widgets.announcing import announce
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import label

_BY: Final = "desk"

#: From this width on (px at the normal text size) the two columns stand side by side.
_BESIDE: Final = 820

_JSON: Final = "JSON (*.json)"


class VersionsPage(Page):
    """What would be issued now beside what was; read away from the window's thread."""

    key: ClassVar[str] = "versions"
    title: ClassVar[str] = "Versions"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._asked: object = None
        self._reading: object = None
        self._shown: Versions | None = None
        self._work: Work | None = None
        self._making: Work | None = None
        self._folder: QTemporaryDir | None = None
        self._build()
        self.next.issue_requested.connect(self._ask_to_issue)
        self.next.chosen.connect(self._go_to)

    def _build(self) -> None:
        self.next, self.check = NextVersion(), CodeCheck()
        self.next.hide()
        self.list = IssuedList()
        for asked, act in (
            (self.list.open_requested, self._open),
            (self.list.save_requested, self._save),
            (self.list.records_requested, self._save_records),
        ):
            asked.connect(act)
        issued = Bare()
        right = QVBoxLayout(issued)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(16)
        right.addWidget(self.check)
        right.addWidget(self.list)
        right.addStretch(1)
        self._failure = label("danger")
        self._failure.hide()
        inside = Bare()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addWidget(self.next, 5, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(issued, 6)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(28, 20, 20, 20)
        whole.addWidget(self._failure)
        whole.addLayout(self._row)
        whole.addStretch(1)
        self._area = BareArea(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    @property
    def is_read(self) -> bool:
        """Whether what is shown is what the session holds."""
        return self._work is None and self._shown is not None

    def refresh(self) -> None:
        """Read the versions of what the session holds now, unless they are shown."""
        asked = (self.session.dossier, self.session.today())
        if self._asked is not None and self._asked == asked:
            return
        self._asked = asked
        if self._work is None:
            self._read()

    def _read(self) -> None:
        self._reading = self._asked
        self._work = Work(partial(read_versions, self.session.dossier, self.session.today()))
        self._work.done.connect(self._come)
        self._work.failed.connect(self._failed)
        self._work.start()

    def _come(self, versions: Versions) -> None:
        self._work = None
        if self._reading is not self._asked:
            self._read()
            return
        self._failure.hide()
        if versions != self._shown:
            self._shown = versions
            self._show(versions)

    def _failed(self, sentence: str) -> None:
        self._work = None
        self._failure.setText(sentence)
        self._failure.show()

    def _show(self, versions: Versions) -> None:
        at = self._area.verticalScrollBar().value()
        self.next.show_next(versions)
        self.next.show()
        self.check.show_versions(versions)
        self.check.setVisible(bool(versions.issued))
        self.list.show_versions(versions, self.session.dossier.workshop.locale)
        self._area.verticalScrollBar().setValue(at)

    def first_focus(self) -> QWidget:
        """Return the button that issues, or while it cannot, the page's field or itself."""
        return self.next.issue if self.next.issue.isEnabled() else self.check.field

    # Issuing

    def _ask_to_issue(self) -> None:
        if self._shown is not None and self._making is None:
            box = confirming_box(self.window(), self._shown.next)
            box.accepted.connect(self._issue)
            box.open()

    def _issue(self) -> None:
        self.next.tell_making()
        session = self.session
        self._making = Work(partial(make_issue, session.dossier, today=session.today()))
        self._making.done.connect(self._made)
        self._making.failed.connect(self._not_made)
        self._making.start()

    def _made(self, issue: Issue) -> None:
        self._making = None
        session = self.session
        version = session.do(keep_issue, session.store, session.workshop_id, issue, by=_BY)
        if version is None:
            self._again()
        else:
            announce(self, f"Version {version.number} is issued.")

    def _not_made(self, sentence: str) -> None:
        self._making = None
        self.session.failed.emit(sentence)
        self._again()

    def _again(self) -> None:
        """Show once more what can be issued."""
        if self._shown is not None:
            self.next.show_next(self._shown)

    # Having a version again

    def _open(self, version: Version) -> None:
        """Show a version's own bytes in the system's viewer; the file goes with the page."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / f"{self._stem(version)}.pdf"
        written = self.session.do(_write, path, version.pdf)
        if written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(written)))

    def _save(self, version: Version) -> None:
        what, name = f"charter {version.number}", f"{self._stem(version)}.pdf"
        self.save_requested.emit(Document(what, name, partial(Made, version.pdf)))

    def _save_records(self, version: Version) -> None:
        what, name = f"records of {version.number}", f"{self._stem(version)}.json"
        content = version.records.encode()
        self.save_requested.emit(Document(what, name, partial(Made, content), _JSON))

    def _stem(self, version: Version) -> str:
        return version_stem(self.session.dossier, version)

    # Where it leads, and room

    def _go_to(self, finding: Finding) -> None:
        self.way_chosen.emit(way_to(self.session, finding.table, finding.row_id, finding.field))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width how the two columns stand."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        is_wide = self.width() >= theme_now().px(_BESIDE)
        self._row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)


def _write(path: Path, content: bytes) -> Path:
    write_whole(path, content)
    return path
