"""One line of the room check: what is looked at, how it stands, and what can be done about it."""

from enum import Enum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.look import theme_now
from ui.widgets.flow import FlowLayout
from ui.widgets.text import button, label, set_look

#: How wide the states' column is (px at the normal text size).
_STATES: Final = 148


class State(Enum):
    """How a line stands; its value is said, with a sign that needs no colour."""

    DONE = "✓ Done"
    TO_DO = "○ To do"
    UNASKED = "– Cannot be asked"


_LOOKS: Final = {State.DONE: "ok", State.TO_DO: "warn", State.UNASKED: "second"}


class CheckLine(QFrame):
    """A state, a title and a sentence; below them what is pressed, and what only people can tell.

    Where there is a tick (`ask`), it makes the line done; `changed` says that the state is another.
    """

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        set_look(self, "card")
        self.title = title
        self.state = State.TO_DO
        self._state, self._sentence = label("warn"), label("second")
        self._tick: QPushButton | None = None
        self._asked = ""
        self._acts = FlowLayout(gap=10)
        self._words = words = QVBoxLayout()
        words.setSpacing(4)
        for part in (label("strong", title), self._sentence):
            words.addWidget(part)
        words.addLayout(self._acts)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self._state, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, stretch=1)
        self.fit()

    @property
    def sentence(self) -> str:
        """What is said of it now."""
        return self._sentence.text()

    def add(self, *controls: QWidget) -> None:
        """Offer something to do."""
        for control in controls:
            self._acts.addWidget(control)

    def add_wide(self, control: QWidget) -> None:
        """Offer something to do that takes the whole line."""
        self._words.addWidget(control)

    def ask(self, tick: str) -> None:
        """Let it be ticked off by whoever sees that it is so."""
        self._tick, self._asked = button("", "tab"), tick
        self._tick.setCheckable(True)
        self._tick.setAccessibleName(tick)
        self._tick.setAccessibleDescription(self.title)
        self._tick.toggled.connect(self._ticked)
        self._name_tick()
        self.add(self._tick)

    def show_state(self, state: State, sentence: str) -> None:
        """Say how it stands; what was ticked off stays done."""
        if self._tick is not None and self._tick.isChecked():
            state = State.DONE
        is_other = state is not self.state
        self.state = state
        self._state.setText(state.value)
        set_look(self._state, _LOOKS[state])
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{self.title}: {state.value.partition(' ')[2]}. {sentence}")
        if is_other:
            self.changed.emit()

    def fit(self) -> None:
        """Take the sizes of the theme that is worn."""
        self._state.setFixedWidth(theme_now().px(_STATES))

    def _ticked(self, _on: bool) -> None:
        self._name_tick()
        self.changed.emit()

    def _name_tick(self) -> None:
        if self._tick is not None:
            self._tick.setText(f"{'☑' if self._tick.isChecked() else '☐'} {self._asked}")
