"""The console as it opens, and at every activity with all that opens over it."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QWidget

from crm_workshop.kit.design import Method
from crm_workshop.live.clock import start_clock
from crm_workshop.live.scene import go_to_activity, show_live
from crm_workshop.model.workshop import Activity
from crm_workshop.text import fold
from ui.bridge import StoreBridge
from ui.console.window import ConsoleWindow
from ui.gallery.stage import Stage, settle, shown
from ui.session import Session

#: What opens over the console, by the action that opens it.
_OPENED: Final = ("menu", "palette", "keys", "settle", "park", "break", "skip")

#: How long (s) an activity has been live in its picture.
_SINCE: Final = 168.0

#: What the console says when a disk is full.
_FAILURE: Final = (
    "The disk is full, so the last change was not saved. What you typed is still here: free some "
    "space and press Enter again."
)


def consoles(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the console as it opens, at each activity with its tabs, and what opens over it."""
    if stage.wanted("console/begin"):
        console = _console(stage)
        yield "console/begin", console
        _end(console)
    wanted = [stage.wanted(f"console/{one.key}") for one in _agenda(stage)]
    if any(wanted):
        yield from _day(stage, wanted)
    if any(stage.wanted(f"console/{one}") for one in (*_OPENED, "banner")):
        console = _console(stage)
        yield from _opened(console, stage)
        console.session.failed.emit(_FAILURE)
        settle()
        yield "console/banner", console
        _end(console)


def _day(stage: Stage, wanted: list[bool]) -> Iterator[tuple[str, QWidget]]:
    """Go through the day at its planned pace, up to the last activity that is wanted."""
    console: ConsoleWindow | None = None
    _forget_times(stage)
    show_live(stage.store, stage.workshop_id)
    for at, activity in enumerate(_agenda(stage)):
        if not any(wanted[at:]):
            break
        go_to_activity(stage.store, activity.id)
        start_clock(stage.store, activity.id)
        stage.moment.wait(_SINCE)
        if wanted[at]:
            console = console or _console(stage)
            yield from _tabs(console, f"console/{activity.key}")
        stage.moment.wait(activity.minutes_planned * 60 - _SINCE)
    if console is not None:
        _end(console)


def _console(stage: Stage) -> ConsoleWindow:
    session = Session(stage.store, StoreBridge(stage.store), stage.workshop_id)
    console = ConsoleWindow(session, stage.theme)
    console.top.set_room("Room screen: Display 2 · 1920 × 1080", on=True)
    shown(console, stage.size)
    return console


def _agenda(stage: Stage) -> tuple[Activity, ...]:
    return stage.store.all(Activity, stage.workshop_id)


def _forget_times(stage: Stage) -> None:
    """Let the day begin anew: it is now gone through at its planned pace."""
    with stage.store.aside(stage.workshop_id) as pen:
        for activity in _agenda(stage):
            pen.update(activity, started=None, ended=None, seconds_used=0)


def _tabs(console: ConsoleWindow, name: str) -> Iterator[tuple[str, QWidget]]:
    """Yield the live panel as it is, and with each other tab of it chosen."""
    console.side.clock.refresh()
    console.side.clock.passing.emit()
    settle()
    yield name, console
    panel = console.work.panel
    if panel is None or panel.design.method is Method.SIGN:
        return  # what is chosen there is no tab but an answer
    for tab in panel.findChildren(QAbstractButton):
        if tab.group() is not None and tab.isVisible() and not tab.isChecked():
            tab.click()
            settle()
            yield f"{name}-{_slug(tab.text())}", console


def _opened(console: ConsoleWindow, stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield the console under each of its dialogs and its menu."""
    for action in _OPENED:
        if stage.wanted(f"console/{action}"):
            console.run(action)
            settle()
            yield f"console/{action}", console
            for over in console.findChildren(QWidget):
                if over.isWindow() and over.isVisible():
                    over.close()
            settle()


def _slug(text: str) -> str:
    """Return a button's text as a part of a file's name."""
    kept = "".join(one if one.isalnum() else " " for one in fold(text.replace("&", "")))
    return "-".join(kept.split())


def _end(window: QWidget) -> None:
    window.close()
    window.deleteLater()
    settle()
