"""The room check in a minute: what can be tried before anybody comes, line by line (X6)."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.awake import ask_system
from ui.background import Work
from ui.page import Page
from ui.prepare import machine
from ui.prepare.check_line import CheckLine, State
from ui.prepare.clicker import ClickerPad
from ui.prepare.legibility import LegibilityCard, room_screen_for
from ui.prepare.trial_page import TrialPrinting, trial_page
from ui.session import Session
from ui.widgets.announcing import announce
from ui.widgets.bare import Bare, BareArea
from ui.widgets.text import button, label

_INTRO: Final = (
    "One minute in the room, with the projector on. What the program can ask, it has asked; the "
    "rest is ticked off by you, and for today only. Sound is not used."
)
_CARD: Final = "Shows the largest and the smallest text of the room screen. Stand in the back row."
_CLICKER: Final = "With PgDn and PgUp a workshop can be led; the others are welcome."
_SLEEP: Final = "While a workshop is live this computer is asked to stay awake."
_TEST: Final = "A page with the charter’s letters and edges, for the workshop’s own paper."
_QUIET: Final = "Switch notifications, mail and calls off, here and on whatever shares this screen."


class CheckPage(Page):
    """Each line is done, still to do, or nothing that the program can ask; said in words."""

    key = "check"
    title = "Room check"
    keys: ClassVar[tuple[tuple[str, str], ...]] = (("Tab", "Next check"), ("Space", "Tick off"))

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._count = label("strong")
        self.displays, self.card = CheckLine("Displays"), CheckLine("The back row")
        self.clicker, self.sleep = CheckLine("Clicker"), CheckLine("Sleep")
        self.paper, self.disk = CheckLine("Test page"), CheckLine("Free disk")
        self.battery, self.quiet = CheckLine("Battery"), CheckLine("Notifications")
        self.lines = (
            *(self.displays, self.card, self.clicker, self.sleep),
            *(self.paper, self.disk, self.battery, self.quiet),
        )
        self.pad, self._legible = ClickerPad(), LegibilityCard()
        self._printing = TrialPrinting(self, session)
        self._work: Work | None = None
        self._awake: tuple[State, str] = (State.TO_DO, _SLEEP)
        self._told = _TEST
        self._show_card, self._try = button("Show the &card"), button("&Try it")
        self._save, self._print = button("Save as PD&F…"), button("&Print…")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.card.add(self._show_card)
        self.card.ask("The back row reads the smallest line")
        self.sleep.add(self._try)
        self.paper.add(self._save, self._print)
        self.paper.ask("It came out right")
        self.battery.ask("The charger is plugged in")
        self.quiet.ask("They are off")
        self.clicker.add_wide(self.pad)
        inside = Bare()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for line in self.lines:
            column.addWidget(line)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(label("second", _INTRO))
        layout.addWidget(self._count)
        layout.addWidget(BareArea(inside), stretch=1)

    def _connect(self) -> None:
        self._show_card.clicked.connect(self._open_card)
        self._legible.closed.connect(self._back_from_card)
        self._try.clicked.connect(self._ask_to_stay_awake)
        self._save.clicked.connect(self._ask_for_file)
        self._print.clicked.connect(self._printing.ask_printer)
        self._printing.told.connect(self.tell)
        self.pad.came.connect(self.refresh)
        self.destroyed.connect(self._legible.deleteLater)
        for line in self.lines:
            line.changed.connect(self.refresh)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.refresh)
            app.screenRemoved.connect(self.refresh)

    # Showing

    def refresh(self, *_: object) -> None:
        """Ask again what can be asked, and say how each line stands."""
        for line in self.lines:
            line.fit()
        self.displays.show_state(*_displays())
        self.card.show_state(State.TO_DO, _CARD)
        is_enough = self.pad.is_enough
        self.clicker.show_state(State.DONE if is_enough else State.TO_DO, _CLICKER)
        self.sleep.show_state(*self._awake)
        self.paper.show_state(State.TO_DO, self._told)
        self.disk.show_state(*_disk(self.session.store.path))
        self.battery.show_state(*_battery())
        self.quiet.show_state(State.UNASKED, _QUIET)
        done = sum(line.state is State.DONE for line in self.lines)
        self._count.setText(f"{done} of {len(self.lines)} done")

    def first_focus(self) -> QWidget:
        """Return the first thing to do."""
        return self._show_card

    def tell(self, sentence: str) -> None:
        """Say how it goes with the test page."""
        self._told = sentence or _TEST
        self.refresh()
        if sentence:
            announce(self, sentence)

    # Acting

    def _open_card(self) -> None:
        self._legible.show_on(room_screen_for(self.window()))

    def _back_from_card(self) -> None:
        self.window().activateWindow()

    def _ask_to_stay_awake(self) -> None:
        """Ask the system once, and take the request back at once."""
        self._awake = (State.TO_DO, "Asking the system…")
        self._try.setEnabled(False)
        self._work = Work(partial(_stays_awake))
        self._work.done.connect(self._answered)
        self._work.start()
        self.refresh()

    def _answered(self, agreed: bool) -> None:
        self._try.setEnabled(True)
        if agreed:
            self._awake = (State.DONE, "The system agreed to stay awake while a workshop is live.")
        else:
            said = "The system does not take the request: switch its sleep off for the day."
            self._awake = (State.TO_DO, said)
        self.refresh()
        announce(self, self._awake[1])

    def _ask_for_file(self) -> None:
        self.save_requested.emit(trial_page(self.session))


def _stays_awake() -> bool:
    """Ask the system, in a thread of its own: it may take seconds to answer."""
    with ask_system() as made:
        return bool(made.active)


def _displays() -> tuple[State, str]:
    screens = QGuiApplication.screens()
    said = "; ".join(_described(number, one) for number, one in enumerate(screens, 1))
    if len(screens) > 1:
        return State.DONE, f"{said}. F9 swaps them in the live workshop, Shift+F9 numbers them."
    return State.TO_DO, (
        f"{said}. Only this one is there: plug in the room’s, and let it extend this one, not "
        "mirror it. With one display the room screen is a window beside the console."
    )


def _described(number: int, screen: QScreen) -> str:
    ratio = screen.devicePixelRatio()
    size = screen.size() * ratio
    name = " ".join(filter(None, (screen.manufacturer(), screen.model()))) or screen.name()
    scale = f"{size.width()} × {size.height()} at {round(ratio * 100)} %"
    return f"Display {number}, {name}: {scale}" if name else f"Display {number}: {scale}"


def _disk(library: Path) -> tuple[State, str]:
    folder = library.parent if library.is_file() else Path.home()
    free = machine.free_bytes(folder)
    if free is None:
        return State.UNASKED, "The system does not tell how much room the disk has."
    said = f"{free / 1e9:.1f} GB are free where the library is."
    if free >= machine.ENOUGH:
        return State.DONE, said
    return State.TO_DO, f"{said} Make room: one GB is enough for the day and its copies."


def _battery() -> tuple[State, str]:
    found = machine.read_battery(machine.POWER)
    if found is None:
        return State.UNASKED, "This system tells of no battery. A laptop belongs on its charger."
    if found.is_draining:
        return State.TO_DO, f"At {found.percent} % and emptying: plug the charger in."
    return State.DONE, f"At {found.percent} %, on the charger."
