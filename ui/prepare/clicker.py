"""A pad on which the keys of a clicker are tried: each is ticked off as it arrives."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from ui.widgets.announcing import announce
from ui.widgets.flow import FlowLayout
from ui.widgets.text import label, set_look

#: What clickers send, and what it does in the live workshop.
KEYS: Final = {
    Qt.Key.Key_PageDown: ("PgDn", "goes on"),
    Qt.Key.Key_PageUp: ("PgUp", "goes back"),
    Qt.Key.Key_Period: (".", "makes the room screen black"),
    Qt.Key.Key_B: ("B", "makes the room screen black"),
    Qt.Key.Key_F5: ("F5", "starts the room screen"),
    Qt.Key.Key_Escape: ("Esc", "makes it a window again, and ends nothing"),
}

#: With these a workshop can be led.
_NEEDED: Final = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})

_IDLE: Final = "Click here, then press each button of the clicker."
_READY: Final = "Press each button of the clicker now. Tab leaves."


class ClickerPad(QFrame):
    """Takes the keys while it has the keyboard, all but Tab; `came` says that one arrived."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Clicker: press its buttons here")
        self.seen: set[Qt.Key] = set()
        self._said = label("", _IDLE)
        self._keys = {key: label("key", wrap=False) for key in KEYS}
        line = FlowLayout(gap=8)
        for sign in self._keys.values():
            line.addWidget(sign)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        layout.addWidget(self._said)
        layout.addLayout(line)
        self._render()

    @property
    def is_enough(self) -> bool:
        """Whether a workshop can be led with what has arrived."""
        return self.seen >= _NEEDED

    @property
    def said(self) -> str:
        """What the pad says of the key that came last."""
        return self._said.text()

    def signs(self) -> tuple[QLabel, ...]:
        """Return the signs of the keys, in their order."""
        return tuple(self._keys.values())

    def event(self, event: QEvent) -> bool:
        """Keep every key from the window's shortcuts while the clicker is tried."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(_is_plain(event))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the key off, or say that the workshop does nothing with it."""
        if not _is_plain(event):
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        known = KEYS.get(key)
        if known is None:
            name = QKeySequence(key).toString() or event.text() or "A key without a name"
            self._say(f"{name} came: nothing is done by it.")
            return
        self.seen.add(key)
        self._say(f"{known[0]} came: it {known[1]}.")
        self._render()
        self.came.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that it listens."""
        super().focusInEvent(event)
        self._said.setText(_READY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say how to go on."""
        super().focusOutEvent(event)
        self._said.setText(_IDLE)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self, sentence)

    def _render(self) -> None:
        for key, sign in self._keys.items():
            sign.setText(f"{'✓' if key in self.seen else '○'} {KEYS[key][0]}")
            sign.setAccessibleName(
                f"{KEYS[key][0]}: {'came' if key in self.seen else 'not yet pressed'}"
            )


def _is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key comes alone, as a clicker sends it."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
