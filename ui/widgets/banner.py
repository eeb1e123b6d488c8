"""A sentence that stands in a window until it is read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.widgets.announcing import announce
from ui.widgets.text import button, label, set_look


class Banner(QFrame):
    """What went wrong and what to do about it; it stays until it is read or overtaken."""

    #: Somebody has read it and closed it; carries whether the keyboard was on it.
    closed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "banner")
        self._text = label("", "")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = close = button("Close", "small")
        # A click leaves the keyboard where somebody types.
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.addWidget(self._text, stretch=1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        if self.isVisible() and sentence == self.text:
            return
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)

    def _close(self) -> None:
        had_keyboard = self._button.hasFocus()
        self.hide()
        self.closed.emit(had_keyboard)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._text.text()
