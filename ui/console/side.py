"""The column at the right: clock, pace, the facilitator's script and notes, what the room sees."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from crm_workshop.activities.agenda import set_note
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.model.workshop import Activity
from ui.console.clock import ClockBlock, PaceBlock
from ui.console.preview import Preview
from ui.session import Session
from ui.theme.tokens import Theme
from ui.widgets.autosave import Autosave
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import label, set_look

_SCRIPT: Final = (("Say", "say"), ("Watch for", "second"), ("Rescue", "second"))


class Script(QWidget):
    """What the facilitator says, watches for, and does when it sticks."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._parts: list[tuple[QLabel, QLabel]] = []
        for title, look in _SCRIPT:
            heading, text = label("label", title.upper()), label(look)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(heading)
            layout.addWidget(text)
            layout.addSpacing(10)
            self._parts.append((heading, text))

    def show_design(self, session: Session, design: ActivityDesign | None) -> None:
        """Show an activity's script in the firm's words; parts without a text go away."""
        texts = (design.say, design.watch, design.rescue) if design else ("", "", "")
        for (heading, part), text in zip(self._parts, texts, strict=True):
            part.setText(session.words.say(text))
            heading.setVisible(bool(text))
            part.setVisible(bool(text))


class Notes(QPlainTextEdit):
    """The facilitator's own note on the live activity, kept as it is typed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._activity_id = 0
        self._autosave = Autosave(self._write, self, session)
        self.setPlaceholderText("Only you see this.")
        self.setAccessibleName("My own notes")
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._touched)

    def refresh(self) -> None:
        """Show the live activity's note; what is being typed is kept first."""
        activity = self._session.activity()
        if activity is None or activity.id != self._activity_id:
            self._autosave.flush()
            self._activity_id = activity.id if activity else 0
            self.setEnabled(activity is not None)
        elif self._autosave.pending:
            return
        note = activity.note if activity else ""
        if note != self.toPlainText():
            self._set(note)

    def begin(self) -> None:
        """Write on where the note ends."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_draft(self) -> None:
        """Write what is not yet in the file."""
        self._autosave.flush()

    def _set(self, text: str) -> None:
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)

    def _touched(self) -> None:
        self._autosave.touch()

    def _write(self) -> None:
        activity = self._session.dossier.get(Activity, self._activity_id)
        if activity is not None and activity.note != self.toPlainText():
            text = self.toPlainText()
            self._session.do(set_note, self._session.store, activity.id, text, by="console")


class Side(QFrame):
    """All of the column; the script scrolls where there is no room for it."""

    asked = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.clock, self.pace = ClockBlock(session), PaceBlock(session)
        self.notes, self.preview = Notes(session), Preview(session, theme)
        self._script = Script()
        self._build()
        self.set_theme(theme)
        self.clock.asked.connect(self.asked)
        self.clock.ticked.connect(self.preview.tick)
        self.clock.passing.connect(self.pace.refresh)

    def _build(self) -> None:
        set_look(self, "side")
        inside = Bare()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(4)
        column.addWidget(self._script)
        column.addWidget(label("label", "MY NOTES"))
        column.addWidget(self.notes)
        column.addStretch(1)
        self.area = BareArea(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 8, 18)
        layout.setSpacing(10)
        self._now = Bare()
        beside = QVBoxLayout(self._now)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.pace)
        layout.addWidget(self.clock)
        layout.addWidget(self._now)
        layout.addWidget(self.area, stretch=1)
        layout.addStretch(0)
        layout.addWidget(self.preview)
        self.notes.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take a theme's sizes."""
        self.preview.set_theme(theme)
        self.notes.setFixedHeight(theme.px(60) + 16)

    def fit(self, theme: Theme, whole: int) -> None:
        """Take as much of the window's width as the script needs, and no more than a part of it."""
        self.setFixedWidth(min(theme.px(328), int(whole * 0.26)))

    def refresh(self) -> None:
        """Show what the session holds now."""
        activity = self._session.activity()
        design = self._session.kit.activity(activity.key) if activity else None
        self._script.show_design(self._session, design)
        for one in (self.clock, self.pace, self.notes, self.preview):
            one.refresh()
        for part in (self.clock, self._now, self.area):
            part.setVisible(activity is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the script some room where the window is low."""
        super().resizeEvent(event)
        self.preview.fit(self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the notes into sight when they get the focus."""
        if watched is self.notes and event.type() == QEvent.Type.FocusIn:
            self.area.ensureWidgetVisible(self.notes)
        return False
