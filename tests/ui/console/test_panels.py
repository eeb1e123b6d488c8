"""Panels stay alive between visits: what that may not change, and what it may not keep."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from crm_workshop.live import scene as live
from crm_workshop.model.choices import Locale
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.store.library import Store
from tests.ui.console.conftest import ALT, COMPLETE, CONTROL, Opener, button, press
from tests.ui.console.wall import panel_of, shown, write
from ui.activities.panel import Panel
from ui.activities.statement import StatementPanel
from ui.activities.table.part import TablePart
from ui.console.window import ConsoleWindow
from ui.widgets.autosave import Autosave


def go(window: ConsoleWindow, key: str) -> Panel:
    """Go to an activity as another window would, and return its panel."""
    activity = window.session.dossier.activity(key)
    assert activity is not None
    live.go_to_activity(window.session.store, activity.id)
    panel = window.work.panel
    assert panel is not None
    return panel


def panels(window: ConsoleWindow) -> list[Panel]:
    return window.work.findChildren(Panel)


def ready(qtbot: QtBot, window: ConsoleWindow) -> None:
    """Wait until the panels that are likely to be next are made."""
    qtbot.waitUntil(lambda: window.work.is_ready, timeout=30_000)


def test_coming_back_finds_the_same_panel_where_it_was(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "1.2")
    before = window.work.panel
    assert before is not None
    (part, *_) = before.findChildren(TablePart)
    press(qtbot, window, Qt.Key.Key_Down)
    place = part.table.currentIndex().row()
    press(qtbot, window, Qt.Key.Key_PageDown, ALT)
    assert not before.isVisible()
    press(qtbot, window, Qt.Key.Key_PageUp, ALT)
    assert window.work.panel is before
    assert before.isVisible()
    assert (part.table.currentIndex().row(), part.table.hasFocus()) == (place, True)


def test_the_next_panels_are_made_while_nothing_happens(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "2.1")
    ready(qtbot, window)
    keys = [one.key for one in window.session.dossier.all(Activity)]
    made = {one.design.key: one for one in panels(window)}
    at = keys.index("2.1")
    assert set(made) == set(keys[at - 1 : at + 3])
    assert [one for one in panels(window) if one.isVisible()] == [window.work.panel]
    assert QApplication.focusWidget() is panel_of(window).capture
    for key in (keys[at + 1], keys[at - 1]):
        assert go(window, key) is made[key]
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.work.isAncestorOf(focused)


def test_through_the_day_and_back_only_the_last_panels_are_kept(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "1.1")
    for activity in window.session.dossier.all(Activity):
        go(window, activity.key)
        assert len([one for one in panels(window) if one.isVisible()]) == 1
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    ready(qtbot, window)
    assert len(panels(window)) <= 7
    kept = window.work.panel
    assert kept is not None
    assert kept.design.key == "8.2"
    assert go(window, "1.1").isVisible()


def test_a_panel_whose_words_wait_for_the_file_is_never_dropped_for_room(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "2.5")
    first = window.work.panel
    assert first is not None
    waiting = Autosave(lambda: None, first)
    for activity in window.session.dossier.all(Activity):
        waiting.touch()
        go(window, activity.key)
    assert isValid(first)
    assert go(window, "2.5") is first


def test_a_hidden_panel_hears_nothing_and_shows_everything_when_it_comes(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(key="2.1")
    panel = panel_of(window)
    write(qtbot, panel, "ring first")
    go(window, "1.1")
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert shown(panel) == ["ring first"]
    assert go(window, "2.1") is panel
    assert shown(panel) == []


def test_what_was_being_typed_is_a_card_and_the_next_visit_begins_with_the_cards(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(key="2.1")
    panel = panel_of(window)
    qtbot.keyClicks(panel.capture, "half a thought")
    qtbot.mouseClick(button(panel, "Themes"), Qt.MouseButton.LeftButton)
    press(qtbot, window, Qt.Key.Key_PageDown, ALT)
    press(qtbot, window, Qt.Key.Key_PageUp, ALT)
    assert panel_of(window) is panel
    assert (shown(panel), panel.capture.text()) == (["half a thought"], "")
    assert panel.capture.hasFocus()
    assert panel.wall.isVisible()


def test_words_that_could_not_be_written_are_still_in_the_field(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(key="2.1")
    panel = panel_of(window)
    qtbot.keyClicks(panel.capture, "kept by the field")
    window.session.store.conn.execute("PRAGMA query_only=ON")
    panel.leave()
    assert panel.capture.text() == "kept by the field"
    assert window.work.banner.isVisible()


def test_another_text_size_or_other_words_make_the_panel_anew(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "2.5")
    first = window.work.panel
    press(qtbot, window, Qt.Key.Key_Plus, CONTROL)
    go(window, "2.1")
    second = go(window, "2.5")
    assert second is not first
    qtbot.waitUntil(lambda: not isValid(first))
    store: Store = window.session.store
    go(window, "2.1")
    with store.step("Set words", window.session.workshop_id) as pen:
        pen.update(window.session.dossier.workshop, locale=Locale.US)
    assert go(window, "2.5") is not second
    qtbot.waitUntil(lambda: not isValid(second))


def test_the_panel_of_an_activity_that_is_gone_goes_too(qtbot: QtBot, console: Opener) -> None:
    window = console(COMPLETE, "8.1")
    gone, activity = window.work.panel, window.session.activity()
    assert activity is not None
    go(window, "2.1")
    store: Store = window.session.store
    with store.step("Take out", window.session.workshop_id) as pen:
        pen.delete(activity)
    qtbot.waitUntil(lambda: not isValid(gone))
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert go(window, "8.1").isVisible()


def test_names_are_offered_that_came_after_the_panel_was_made(
    qtbot: QtBot, console: Opener
) -> None:
    window = console(COMPLETE, "2.5")
    panel = window.work.panel
    assert isinstance(panel, StatementPanel)
    go(window, "1.1")
    store, workshop_id = window.session.store, window.session.workshop_id
    with store.step("Add person", workshop_id) as pen:
        pen.insert(Person(workshop_id=workshop_id, name="Zadie Quillfeather"))
    assert go(window, "2.5") is panel
    (who,) = [
        one
        for one in panel.findChildren(QLineEdit)
        if one.accessibleName() == "Who has the reservation"
    ]
    who.clear()
    qtbot.mouseClick(who, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(who, "zad")
    completer = who.completer()
    assert completer is not None
    assert completer.currentCompletion() == "Zadie Quillfeather"
