"""What stands where the list has nothing to show: what belongs here, and what starts it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.home.look import BAR
from ui.widgets.bare import Bare
from ui.widgets.text import label

_TAUGHT: Final = (
    "A workshop stands here from the day it is planned: prepare it, run it live, come back to the "
    "charter that was signed.",
    "New workshop (Alt+N) asks for a firm’s name, nothing more. Try the sample (Alt+T) brings "
    "three that others have run. A workshop’s file can be dropped on this window.",
)


class Empty(Bare):
    """Teaches in an empty library; says what was not found."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("question")
        self._text = label("say")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 28, BAR, 0)
        layout.setSpacing(10)
        for one in (self._title, self._text):
            one.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            layout.addWidget(one)
        layout.addStretch(1)

    def show_for(self, looked_for: str) -> None:
        """Say what is not there: anything at all, or what was looked for."""
        self._title.setText(f"Nothing says “{looked_for}”" if looked_for else "No workshop yet")
        self._text.setText(
            "Firms, people and every sentence were looked through. Fewer words, or only the "
            "beginning of one, find more."
            if looked_for
            else "\n\n".join(_TAUGHT)
        )
