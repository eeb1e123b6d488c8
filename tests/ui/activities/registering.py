"""Run by test_registering on an X server of its own: registers under a real keyboard and mouse."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QWidget

from crm_workshop.model.commitment import Commitment
from crm_workshop.model.meaning import ExperienceStep
from tests.ui.activities.hands import at_the_console, do, drag, go_to, wait_for
from ui.activities.table.part import TablePart
from ui.console.window import ConsoleWindow


def has_focus(kind: type[QWidget]) -> bool:
    """Tell whether the keys go to a widget of a kind, or to something within one."""
    here = QApplication.focusWidget()
    while here is not None and not isinstance(here, kind):
        here = here.parentWidget() if not here.isWindow() else None
    return here is not None


def type_a_commitment(app: QApplication, window: ConsoleWindow) -> None:
    go_to(app, window, "4.3")
    session = window.session

    def kept() -> Commitment:
        found = session.dossier.all(Commitment)
        return found[0] if found else Commitment()

    do(app, "type", "--delay", "20", "Hank Larch")
    do(app, "key", "Tab")
    do(app, "type", "--delay", "20", "Call ten clients myself.")
    do(app, "key", "Tab", "b", "Tab")
    do(app, "type", "--delay", "20", "14 jan 2027")
    wait_for(app, lambda: has_focus(QLineEdit), app.focusWidget)
    do(app, "key", "Return")
    wait_for(app, lambda: kept().first_on == date(2027, 1, 14), kept)
    assert (kept().person, kept().action) == ("Hank Larch", "Call ten clients myself.")
    do(app, "key", "Up", "Right", "Right", "Right", "space")
    wait_for(app, lambda: has_focus(QCalendarWidget), app.focusWidget)
    do(app, "key", "Right", "Return")
    wait_for(app, lambda: has_focus(QLineEdit), app.focusWidget)
    do(app, "key", "Return")
    wait_for(app, lambda: kept().first_on == date(2027, 1, 15), kept)


def drag_a_step(app: QApplication, window: ConsoleWindow) -> None:
    go_to(app, window, "2.4")
    assert window.work.panel is not None
    (part,) = window.work.panel.findChildren(TablePart)
    model, table = part.model, part.table

    def steps() -> list[str]:
        return [one.step for one in window.session.dossier.all(ExperienceStep)]

    def place(number: int, low: float) -> QPoint:
        for _ in range(3):  # a panel that has just come is laid out in turns
            QApplication.processEvents()
        rect = table.visualRect(model.index_of(number, "today"))
        return table.viewport().mapToGlobal(rect.topLeft() + QPoint(40, int(rect.height() * low)))

    before = steps()
    wait_for(app, lambda: table.isVisible() and table.height() > 100, table.height)
    drag(app, place(0, 0.5), place(2, 0.8))
    wanted = [before[1], before[2], before[0], *before[3:]]
    wait_for(app, lambda: steps() == wanted, lambda: (steps(), wanted))
    drag(app, place(2, 0.5), place(0, 0.2))
    wait_for(app, lambda: steps() == before, lambda: (steps(), before))
    do(app, "key", "alt+Down")
    wanted = [before[1], before[0], *before[2:]]
    wait_for(app, lambda: steps() == wanted, lambda: (steps(), wanted))


def work(app: QApplication, window: ConsoleWindow) -> None:
    type_a_commitment(app, window)
    drag_a_step(app, window)


at_the_console(2, work)
