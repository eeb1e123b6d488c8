"""Small signs: a key and what it does, a state in capitals."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.widgets.text import label


class KeyHint(QWidget):
    """A key cap with the words for what it does now."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__()
        self.key = key
        self._text = label("second", text, wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label("key", key, wrap=False))
        layout.addWidget(self._text)
        self.setAccessibleName(f"{key}: {text}")

    @property
    def text(self) -> str:
        """What the key does."""
        return self._text.text()


def badge() -> QLabel:
    """Return a sign for a state that must not be overlooked, hidden until it has a text."""
    made = label("pill-strong", hue="commitment", wrap=False)
    made.hide()
    return made


def set_badge(sign: QLabel, text: str) -> None:
    """Show a state; no text hides it."""
    sign.setText(text)
    sign.setAccessibleName(text)
    sign.setVisible(bool(text))
