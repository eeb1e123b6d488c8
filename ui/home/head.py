"""The head of the library: what the program is for, the ways in, and the find field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from ui.home.look import BAR
from ui.widgets.bare import Bare
from ui.widgets.text import button, label, set_look

_CLAIM = "Agree what CRM means, where technology fits and who stands behind it."


class FindField(QLineEdit):
    """Finds as one types; its arrows and Enter work in the list below.

    `led` tells whether the keyboard is here, `passed` carries the arrow that was pressed, `taken`
    tells of Enter, `left` of Esc, which empties the field.
    """

    led = Signal(bool)
    passed = Signal(int)
    taken = Signal()
    left = Signal()

    def begin(self, text: str) -> None:
        """Take the keyboard, and what was typed elsewhere."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.insert(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what is for the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.passed.emit(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.led.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.led.emit(False)


class HomeHead(Bare):
    """Title, two buttons, one field."""

    def __init__(self) -> None:
        super().__init__()
        self.sample = button("&Try the sample")
        self.new = button("&New workshop", "primary")
        self.field = FindField()
        set_look(self.field, "capture")
        self.field.setPlaceholderText("Find a firm, a person or a sentence")
        self.field.setAccessibleName("Find a firm, a person or a sentence")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("title", "CRM Workshop"))
        self.claim = label("second", _CLAIM)
        words.addWidget(self.claim)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addLayout(words, stretch=1)
        top.addWidget(self.sample)
        top.addWidget(self.new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, BAR, 0)
        layout.setSpacing(22)
        layout.addLayout(top)
        layout.addWidget(self.field)
