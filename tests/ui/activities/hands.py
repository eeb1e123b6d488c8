"""Real hands on a real console: what scripts on an X server of their own have in common."""

import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint
from PySide6.QtWidgets import QApplication

from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.live.scene import go_to_activity, show_live
from crm_workshop.store.library import Store
from ui.bridge import StoreBridge
from ui.console.window import ConsoleWindow
from ui.session import Session
from ui.theme.look import dress
from ui.theme.tokens import load_theme


def wait_for(app: QApplication, fact: Callable[[], bool], told: Callable[[], object]) -> None:
    """Go on when something has become true; it does within ten seconds."""
    deadline = QDeadlineTimer(10_000)
    while not fact():
        assert not deadline.hasExpired(), told()
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def do(app: QApplication, *what: str) -> None:
    """Let keys and mouse do something, while the program goes on."""
    hand = subprocess.Popen(["xdotool", *what])
    wait_for(app, lambda: hand.poll() is not None, lambda: "the hand hangs")
    assert hand.returncode == 0


def drag(app: QApplication, start: QPoint, end: QPoint) -> None:
    """Drag with the mouse from one place on the screen to another, at a hand's pace."""
    steps = [start + (end - start) * part / 8 for part in range(1, 9)]
    moves = [word for at in (*steps, end) for word in to(at)]
    do(app, *to(start), "mousedown", "1", *moves, "mouseup", "1")


def to(at: QPoint) -> tuple[str, ...]:
    """Return what moves the mouse to a place on the screen."""
    return ("mousemove", str(at.x()), str(at.y()), "sleep", "0.06")


def go_to(app: QApplication, window: ConsoleWindow, key: str) -> None:
    """Make an activity the live one, and wait for its panel."""
    activity = window.session.dossier.activity(key)
    assert activity is not None
    go_to_activity(window.session.store, activity.id)
    wait_for(app, lambda: bool(window.work.panel and window.work.panel.isVisible()), lambda: key)
    window.work.focus_work()


def at_the_console(sample: int, work: Callable[[QApplication, ConsoleWindow], None]) -> None:
    """Show the console of a sample in a window manager, and let `work` be done at it."""
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    try:
        app = QApplication(sys.argv[:1])
        theme = dress(app, load_theme("light"))
        store = Store.open(":memory:")
        workshop_id = import_workshop(store, samples()[sample].data)
        show_live(store, workshop_id)
        bridge = StoreBridge(store)
        window = ConsoleWindow(Session(store, bridge, workshop_id), theme)
        window.show()
        wait_for(app, lambda: window.windowHandle().isExposed(), lambda: "no window")
        wait_for(app, window.isActiveWindow, lambda: "the window is not the active one")
        work(app, window)
    finally:
        manager.terminate()
        manager.wait(10)
