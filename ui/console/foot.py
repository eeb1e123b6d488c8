"""The bar at the foot: the keys that work now, what undo would take back, when it was saved."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.session import Session
from ui.widgets.badges import KeyHint
from ui.widgets.bare import Bare
from ui.widgets.flow import FlowLayout
from ui.widgets.text import button, label, set_look


class Foot(QFrame):
    """Keys at the left, undo and “Saved hh:mm:ss” at the right.

    `saved` is told by the commit itself: the time never stands there before the file has it.
    """

    undo_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[tuple[str, str], ...] = ()
        self._hints: list[KeyHint] = []
        self._build()

    def _build(self) -> None:
        set_look(self, "foot")
        keys = Bare()
        self._keys = FlowLayout(keys, gap=18)
        self._undo = button("", "tab")
        self._undo.clicked.connect(self.undo_requested)
        self._saved = label("ok", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 6, 18, 6)
        layout.setSpacing(16)
        layout.addWidget(keys, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._undo)
        layout.addWidget(self._saved)

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys with what each does now."""
        if tuple(keys) == self._shown:
            return
        self._shown = tuple(keys)
        while len(self._hints) < len(keys):
            hint = KeyHint("", "")
            self._keys.addWidget(hint)
            self._hints.append(hint)
        for hint, (key, text) in zip(self._hints, keys, strict=False):
            hint.say(key, text)
        for number, hint in enumerate(self._hints):
            hint.setVisible(number < len(keys))

    def saved(self, moment: datetime) -> None:
        """Say that everything until then is in the file."""
        self._saved.setText(f"Saved {moment:%H:%M:%S}")

    def refresh(self) -> None:
        """Show what undo would take back."""
        name = self._session.undo_name
        self._undo.setText(f"Undo “{name}”".replace("&", "&&") if name else "Nothing to undo")
        self._undo.setEnabled(name is not None)
