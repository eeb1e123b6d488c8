"""The firm's logo: chosen, dropped or pasted, and seen as it will be printed and projected."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from crm_workshop.activities.workshops import set_logo
from crm_workshop.live.room import room_view
from crm_workshop.model.choices import Mode
from ui.activities.parts import flow
from ui.background import Work
from ui.prepare.picture import Source, logo_in, source_in
from ui.prepare.printed import PrintedLogo
from ui.room.screen import RoomScreen
from ui.session import Session
from ui.theme.look import theme_now
from ui.widgets.announcing import announce
from ui.widgets.bare import Bare
from ui.widgets.text import button, label, set_look

_BY: Final = "prepare"
_FILES: Final = "Logos (*.png *.jpg *.jpeg *.svg);;All files (*)"
_HINT: Final = "PNG, JPEG or SVG, up to 5 MB. Drop it here, or paste it with Ctrl+V."
_NOTHING: Final = (
    "There is no picture to paste: copy one, or a file that holds one, and paste again."
)
_READING: Final = "Reading the logo…"

#: How wide (px at the normal text size) the two pictures are.
_WIDE: Final = 196


class LogoPart(QFrame):
    """The logo and what changes it; whatever is refused changes nothing, and says why."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading: Work | None = None
        self._printed = PrintedLogo()
        self._slide = RoomScreen(theme_now(), reduced_motion=True)
        self._slide.setAccessibleName("The holding slide in small")
        self._told = label("danger")
        self._told.hide()
        self.remove = button("Remove", "small")
        self._build()

    def _build(self) -> None:
        set_look(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choose, paste = button("&Choose…", "small"), button("Paste", "small")
        for one, named in ((choose, "Choose"), (paste, "Paste"), (self.remove, "Remove")):
            one.setAccessibleName(f"{named} the logo")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(
            flow(
                _captioned(self._printed, "On the charter"),
                _captioned(self._slide, "On the holding slide"),
                gap=14,
            )
        )
        layout.addWidget(flow(choose, paste, self.remove))
        layout.addWidget(label("small", _HINT))
        layout.addWidget(self._told)
        choose.clicked.connect(self._ask)
        paste.clicked.connect(self.paste)
        self.remove.clicked.connect(self._take_away)

    def refresh(self) -> None:
        """Show the logo that the session holds now, in print and on the holding slide."""
        session, theme = self._session, theme_now()
        workshop = session.dossier.workshop
        self._printed.put(workshop.firm, workshop.logo)
        holding = replace(session.scene, mode=Mode.HOLDING)
        now = session.now()
        self._slide.set_theme(theme)
        self._slide.show_view(room_view(session.dossier, session.kit, holding, session.clock, now))
        for one in (self._printed, self._slide):
            one.setFixedSize(theme.px(_WIDE), theme.px(_WIDE) * 9 // 16)
        self.remove.setEnabled(bool(workshop.logo))
        self.setAccessibleName("Logo" if workshop.logo else "Logo: none yet")
        self.setAccessibleDescription(_HINT)

    # Taking one

    def take(self, source: Source) -> None:
        """Read a logo and keep it once it was read; of several the last one counts."""
        reading = self._reading = Work(partial(logo_in, source))
        reading.done.connect(self._keep)
        reading.failed.connect(self._refuse)
        self._tell(_READING, "second")
        reading.start()

    def paste(self) -> None:
        """Take the picture, or the file, that was copied."""
        source = source_in(QGuiApplication.clipboard().mimeData())
        if source is None:
            self._tell(_NOTHING, "danger")
        else:
            self.take(source)

    def _keep(self, png: bytes) -> None:
        if self._is_overtaken():
            return
        session = self._session
        if session.do(set_logo, session.store, session.workshop_id, png, by=_BY):
            self._tell("", "second")
            announce(self, "The logo is there.")

    def _refuse(self, sentence: str) -> None:
        if not self._is_overtaken():
            self._tell(sentence, "danger")
            announce(self, sentence)

    def _is_overtaken(self) -> bool:
        """Tell whether what was read is no longer wanted: another logo was chosen since."""
        return self.sender() is not self._reading

    def _take_away(self) -> None:
        self._reading = None
        self._tell("", "second")
        session = self._session
        session.do(set_logo, session.store, session.workshop_id, None, by=_BY)

    def _tell(self, sentence: str, look: str) -> None:
        set_look(self._told, look)
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Choose the logo", str(Path.home()), _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, name: str) -> None:
        self.take(Path(name))

    # Qt's own questions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a logo by Ctrl+V, remove it by Delete."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and self.remove.isEnabled():
            self._take_away()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may be a logo: whether it is one, is known once it is read."""
        if source_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        source = source_in(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.take(source)


def _captioned(picture: QWidget, caption: str) -> QWidget:
    """Return a picture over the words that say what it shows."""
    holder = Bare()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(picture)
    column.addWidget(label("small", caption))
    return holder
