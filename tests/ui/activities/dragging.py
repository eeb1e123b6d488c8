"""Run by test_dragging on an X server of its own: cards go where hand and keyboard put them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from crm_workshop.activities.cards import add_theme
from tests.ui.activities.hands import at_the_console, do, drag, go_to, to, wait_for
from ui.activities.cards import CardsPanel
from ui.activities.sorting.part import SortPart
from ui.activities.wall.view import CardView
from ui.console.window import ConsoleWindow


def texts(wall: CardView) -> list[str]:
    return [one.text for one in wall.cards.cards]


def place_of(wall: CardView, row: int, share: float = 0.5) -> QPoint:
    """Return where a card is on the screen, so far (0 to 1) from its left and top."""
    for _ in range(3):  # a panel that has just come is laid out in turns
        QApplication.processEvents()
    rect = wall.visualRect(wall.cards.index(row))
    at = rect.topLeft() + QPoint(int(rect.width() * share), int(rect.height() * share))
    return wall.viewport().mapToGlobal(at)


def typed(app: QApplication, panel: CardsPanel) -> None:
    """Type a card, and change it on the wall."""
    wall = panel.wall
    do(app, "type", "--delay", "20", "ring furst")
    do(app, "key", "Return")
    wait_for(app, lambda: texts(wall)[-1] == "ring furst", lambda: texts(wall))
    do(app, *to(place_of(wall, len(texts(wall)) - 1)), "click", "1")
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
    do(app, *to(place_of(waiting, 0)), "click", "1")
    do(app, *to(place_of(waiting, 1)), "keydown", "ctrl", "click", "1", "keyup", "ctrl")
    do(app, "key", "1")
    wait_for(app, lambda: texts(bucket) == both, lambda: texts(bucket))


def work(app: QApplication, window: ConsoleWindow) -> None:
    go_to(app, window, "2.1")
    panel = window.work.panel
    assert isinstance(panel, CardsPanel)
    wait_for(app, lambda: app.focusWidget() is panel.capture, app.focusWidget)
    typed(app, panel)
    on_the_wall(app, panel)
    into_a_theme_and_back(app, panel)
    go_to(app, window, "4.1")
    assert window.work.panel is not None
    (part,) = window.work.panel.findChildren(SortPart)
    into_a_bucket_and_back(app, part)
    by_number(app, part)


at_the_console(2, work)
