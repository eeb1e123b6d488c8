"""The clock at the right, and whether the day will end on time."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_workshop.live.clock import ClockState, reading
from crm_workshop.live.pace import pace, propose_cut
from ui.session import Session
from ui.widgets.bare import Bare
from ui.widgets.flow import FlowLayout
from ui.widgets.text import button, label, set_look

#: How often (ms) the clock is painted, and after how many paintings the pace is read again.
_TICK: Final = 200
_PACE_AFTER: Final = 75

_STATES: Final = {
    ClockState.IDLE: "Start",
    ClockState.RUNNING: "Pause",
    ClockState.PAUSED: "Go on",
}


class ClockBlock(QWidget):
    """The time left of the live activity, and what can be done about it.

    The ticking paints the clock alone; it reads no file and touches no other view. `passing` says
    now and then that time went by, for what depends on it.
    """

    asked = Signal(str)
    ticked = Signal()
    passing = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._ticks = 0
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.refresh()

    def _build(self) -> None:
        self._time = label("clock", wrap=False)
        self._time.setAccessibleDescription("Time left")
        self._of = label("quiet", wrap=False)
        self._state = button("Start", "small")
        self._hide = button("Hide from room", "small")
        plus_1, plus_5 = button("+1", "small"), button("+5", "small")
        plus_1.setAccessibleName("One minute more")
        plus_5.setAccessibleName("Five minutes more")
        face = Bare()
        line = FlowLayout(face, gap=12, line_gap=0, low=True)
        line.addWidget(self._time)
        line.addWidget(self._of)
        row = Bare()
        buttons = FlowLayout(row, gap=8)
        for one, name in (
            (self._state, "clock"),
            (plus_1, "plus_1"),
            (plus_5, "plus_5"),
            (self._hide, "hide_clock"),
        ):
            one.setProperty("action", name)
            one.clicked.connect(self._ask)
            buttons.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(face)
        layout.addWidget(row)

    def set_low(self, low: bool) -> None:
        """Be smaller where the window is low."""
        set_look(self._time, "clock-low" if low else "clock")

    def refresh(self) -> None:
        """Show the clock as it stands."""
        read = reading(self._session.clock, self._session.activity(), self._session.store.now())
        live = self._session.activity() is not None
        self._of.setText(f"of {read.minutes} min" if live else "")
        self._state.setText(_STATES[read.state])
        self._hide.setText("Show to room" if read.hidden else "Hide from room")
        for one in self.findChildren(type(self._state)):
            one.setEnabled(live)
        self._paint_time()

    @property
    def time(self) -> QLabel:
        """The label that ticks."""
        return self._time

    def _ask(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(str(sender.property("action")))

    def _tick(self) -> None:
        self._paint_time()
        self._ticks = (self._ticks + 1) % _PACE_AFTER
        if not self._ticks:
            self.passing.emit()

    def _paint_time(self) -> None:
        """Set the clock's text, if it has changed since."""
        read = reading(self._session.clock, self._session.activity(), self._session.store.now())
        if self._time.text() != read.text:
            self._time.setText(read.text)
            self.ticked.emit()


class PaceBlock(QWidget):
    """Why the day is late, in one sentence, and the one cut that would help most."""

    accepted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._text = label("pace")
        self._accept = button("Shorten it", "small")
        self._accept.setAccessibleName("Accept the proposed cut")
        self._accept.clicked.connect(self.accepted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._text)
        row = QHBoxLayout()
        row.addWidget(self._accept)
        row.addStretch(1)
        layout.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Show the pace as it is now; on time there is nothing to say."""
        session = self._session
        now = session.now()
        sentence = pace(session.dossier, session.kit, now).sentence
        cut = propose_cut(session.dossier, session.kit, now)
        text = " ".join(one for one in (sentence, cut.sentence if cut else "") if one)
        self._text.setText(text)
        self._accept.setVisible(cut is not None)
        self.setVisible(bool(text))
