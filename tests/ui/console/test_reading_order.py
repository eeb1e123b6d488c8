"""Tab in the console goes as one reads, and back the same way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.console.window import ConsoleWindow
from ui.widgets.reading_order import go_on

TAB, BACKTAB = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def focused() -> QWidget:
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget


def round_of(qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """Press a key until the focus is again where it was; return where it was meanwhile."""
    began, way = focused(), list[QWidget]()
    while not way or way[-1] is not began:
        assert len(way) < 200, "the focus never comes back"
        qtbot.keyClick(focused(), key)
        way.append(focused())
    return way


def test_tab_goes_from_the_bar_to_the_agenda_the_work_and_the_clock(
    qtbot: QtBot, console: Callable[..., ConsoleWindow]
) -> None:
    window = console(0, "1.1")
    window.top.menu.setFocus()
    way = round_of(qtbot, TAB)
    parts = [window.top, window.rail, window.work, window.side, window.foot]
    stands = [next(n for n, part in enumerate(parts) if within(one, part)) for one in way[:-1]]
    assert stands == sorted(stands)
    assert set(stands) >= {0, 1, 2, 3}
    names = [one.accessibleName() for one in way if within(one, window.work)]
    lines = [one for one in names if one.startswith("Words of line")]
    assert lines == [f"Words of line {number}" for number in range(1, 6)]
    assert names[-2:] == ["Add a line", "What this must settle"]
    back = round_of(qtbot, BACKTAB)
    assert back[:-1] == way[-2::-1]


def within(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


def texts(window: QWidget) -> list[str]:
    found = window.findChildren(QPlainTextEdit)
    return [one.accessibleName() for one in found if one.isVisible()]


def test_what_is_made_later_is_reached_where_it_stands(
    qtbot: QtBot, console: Callable[..., ConsoleWindow]
) -> None:
    window = console(0, "1.1")
    window.work.focus_work()
    qtbot.keyClicks(focused(), "One more rule")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    shown = partial(texts, window)
    qtbot.waitUntil(lambda: "Words of line 6" in shown())
    qtbot.keyClick(focused(), BACKTAB)
    assert focused().accessibleName() == "Words of line 6"
    qtbot.keyClick(focused(), BACKTAB)
    assert focused().accessibleName() == "One more rule"


def test_tab_stops_once_at_buttons_of_which_one_is_down(
    qtbot: QtBot, console: Callable[..., ConsoleWindow]
) -> None:
    window = console(0, "2.5")
    window.top.menu.setFocus()
    way = round_of(qtbot, TAB)
    groups = [one for one in window.work.findChildren(QButtonGroup) if one.checkedButton()]
    stops = [one for one in way if isinstance(one, QPushButton) and one.isCheckable()]
    for group in groups:
        assert [one for one in stops if one in group.buttons()] == [group.checkedButton()]
    assert len(groups) > 1


def test_a_window_without_controls_keeps_the_focus(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    assert not go_on(window, forwards=True)
