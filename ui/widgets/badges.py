"""Small signs: a key and what it does, a state in capitals."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.widgets.text import label


class KeyHint(QWidget):
    """A key cap with the words for what it does now."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__()
        self._key = label("key", wrap=False)
        self._text = label("second", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._key)
        layout.addWidget(self._text)
        self.say(key, text)

    def say(self, key: str, text: str) -> None:
        """Name another key, or say what it does now."""
        self._key.setText(key)
        self._text.setText(text)
        self.setAccessibleName(f"{key}: {text}")

    @property
    def key(self) -> str:
        """The key, as its cap says it."""
        return self._key.text()

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
