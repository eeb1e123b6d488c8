"""The foot of the library: what was done, what undo would take back, and the menu."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui.widgets.announcing import announce
from ui.widgets.text import as_button_text, button, label, set_look


class HomeFoot(QFrame):
    """One line; `told` is also said aloud."""

    undo_requested = Signal()
    menu_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "foot")
        self._told = label("second")
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = button("", "tab")
        self._undo.clicked.connect(self.undo_requested)
        self.menu = button("Menu", "tab")
        self.menu.setToolTip("F10")
        self.menu.clicked.connect(self.menu_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 6, 18, 6)
        layout.setSpacing(16)
        layout.addWidget(self._told, stretch=1)
        layout.addWidget(self._undo)
        layout.addWidget(self.menu)
        self.set_undo(None)

    @property
    def text(self) -> str:
        """What was done last."""
        return self._told.text()

    def tell(self, sentence: str) -> None:
        """Say what was done."""
        self._told.setText(sentence)
        if sentence:
            announce(self, sentence)

    def set_undo(self, name: str | None) -> None:
        """Offer to take the last step back; None if there is none."""
        self._undo.setText(as_button_text(f"Undo: {_brief(name)}") if name else "")
        self._undo.setVisible(bool(name))


def _brief(name: str, longest: int = 40) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
