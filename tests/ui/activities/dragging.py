"""Run by test_dragging on an X server of its own: cards go where hand and keyboard put them."""

import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from crm_workshop.activities.cards import add_theme
from crm_workshop.exchange import import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.live.scene import go_to_activity, show_live
from crm_workshop.store.library import Store
from ui.activities.cards import CardsPanel
from ui.activities.sorting.part import SortPart
from ui.activities.wall.view import CardView
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


def texts(wall: CardView) -> list[str]:
    return [one.text for one in wall.cards.cards]


def place_of(wall: CardView, row: int, share: float = 0.5) -> QPoint:
    """Return where a card is on the screen, so far (0 to 1) from its left and top."""
    for _ in range(3):  # a panel that has just come is laid out in turns
        QApplication.processEvents()
    rect = wall.visualRect(wall.cards.index(row))
    at = rect.topLeft() + QPoint(int(rect.width() * share), int(rect.height() * share))
    return wall.viewport().mapToGlobal(at)


def drag(app: QApplication, start: QPoint, end: QPoint) -> None:
    """Drag with the mouse from one place on the screen to another, at a hand's pace."""
    steps = [start + (end - start) * part / 8 for part in range(1, 9)]
    moves = [word for at in (*steps, end) for word in _move(at)]
    do(app, *_move(start), "mousedown", "1", *moves, "mouseup", "1")


def do(app: QApplication, *what: str) -> None:
    """Let a hand do something with the mouse or the keyboard, while the program runs on."""
    hand = subprocess.Popen(["xdotool", *what])
    wait_for(app, lambda: hand.poll() is not None, lambda: "the hand hangs")
    assert hand.returncode == 0


def _move(to: QPoint) -> tuple[str, ...]:
    return ("mousemove", str(to.x()), str(to.y()), "sleep", "0.06")


def typed(app: QApplication, panel: CardsPanel) -> None:
    """Type a card, and change it on the wall."""
    wall = panel.wall
    do(app, "type", "--delay", "20", "ring furst")
    do(app, "key", "Return")
    wait_for(app, lambda: texts(wall)[-1] == "ring furst", lambda: texts(wall))
    do(app, *_move(place_of(wall, len(texts(wall)) - 1)), "click", "1")
    do(app, "key", "F2", "ctrl+a")
    do(app, "type", "--delay", "20", "ring first")
    do(app, "key", "Return")
    wait_for(app, lambda: texts(wall)[-1] == "ring first", lambda: texts(wall))


def on_the_wall(app: QApplication, panel: CardsPanel) -> None:
    wall, before = panel.wall, texts(panel.wall)
    drag(app, place_of(wall, 0), place_of(wall, 2, 0.85))
    wanted = [*before[1:3], before[0], *before[3:]]
    wait_for(app, lambda: texts(wall) == wanted, lambda: (texts(wall), wanted))
    drag(app, place_of(wall, 2), place_of(wall, 0, 0.1))
    wait_for(app, lambda: texts(wall) == before, lambda: (texts(wall), before))


def into_a_theme_and_back(app: QApplication, panel: CardsPanel) -> None:
    add_theme(panel.session.store, panel.activity_id, "Access")
    (tab,) = [one for one in panel.findChildren(QPushButton) if one.text() == "Themes"]
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    loose, access = (one.wall for one in panel.columns.columns)
    wait_for(app, access.isVisible, lambda: "no themes")
    first, count = texts(loose)[0], len(texts(loose))
    inside = access.viewport().mapToGlobal(QPoint(60, 60))
    drag(app, place_of(loose, 0), inside)
    wait_for(app, lambda: texts(access) == [first], lambda: texts(access))
    drag(app, place_of(access, 0), place_of(loose, 0, 0.2))
    wait_for(app, lambda: len(texts(loose)) == count, lambda: texts(loose))
    assert texts(loose)[0] == first


def into_a_bucket_and_back(app: QApplication, part: SortPart) -> None:
    waiting, bucket = part.waiting, part.columns[1].wall
    first = texts(waiting)[0]
    drag(app, place_of(waiting, 0), bucket.viewport().mapToGlobal(QPoint(60, 20)))
    wait_for(app, lambda: texts(bucket) == [first], lambda: texts(bucket))
    drag(app, place_of(waiting, 1), place_of(bucket, 0, 0.1))
    wait_for(app, lambda: texts(bucket)[1:] == [first], lambda: texts(bucket))
    drag(app, place_of(bucket, 1), place_of(waiting, 0, 0.1))
    wait_for(app, lambda: texts(waiting)[0] == first, lambda: texts(waiting))


def by_number(app: QApplication, part: SortPart) -> None:
    """Choose two cards with the mouse, and put them into the first bucket by its number."""
    waiting, bucket = part.waiting, part.columns[0].wall
    both = texts(waiting)[:2]
    do(app, *_move(place_of(waiting, 0)), "click", "1")
    do(app, *_move(place_of(waiting, 1)), "keydown", "ctrl", "click", "1", "keyup", "ctrl")
    do(app, "key", "1")
    wait_for(app, lambda: texts(bucket) == both, lambda: texts(bucket))


def go_to(window: ConsoleWindow, key: str) -> None:
    activity = window.session.dossier.activity(key)
    assert activity is not None
    go_to_activity(window.session.store, activity.id)


def main() -> None:
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    try:
        app = QApplication(sys.argv[:1])
        theme = dress(app, load_theme("light"))
        store = Store.open(":memory:")
        workshop_id = import_workshop(store, samples()[2].data)
        show_live(store, workshop_id)
        bridge = StoreBridge(store)
        window = ConsoleWindow(Session(store, bridge, workshop_id), theme)
        window.show()
        wait_for(app, lambda: window.windowHandle().isExposed(), lambda: "no window")
        go_to(window, "2.1")
        panel = window.work.panel
        assert isinstance(panel, CardsPanel)
        wait_for(app, panel.isVisible, lambda: "no cards")
        wait_for(app, lambda: app.focusWidget() is panel.capture, app.focusWidget)
        typed(app, panel)
        on_the_wall(app, panel)
        into_a_theme_and_back(app, panel)
        go_to(window, "4.1")
        assert window.work.panel is not None
        (part,) = window.work.panel.findChildren(SortPart)
        wait_for(app, part.isVisible, lambda: "no sort")
        into_a_bucket_and_back(app, part)
        by_number(app, part)
    finally:
        manager.terminate()
        manager.wait(10)


main()
