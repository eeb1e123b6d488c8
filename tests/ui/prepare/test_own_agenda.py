"""Breaks and activities of one's own, added and changed on the agenda's page."""

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Scale
from tests.ui.console.conftest import ALT, CONTROL, press, the
from tests.ui.prepare.conftest import Opener
from tests.ui.prepare.day import K, chosen, dialog, push, rows, take, undo
from ui.prepare.window import PrepareWindow


def test_a_break_is_added_changed_moved_and_removed(qtbot: QtBot, agenda: Opener) -> None:
    window = agenda()
    push(qtbot, window, "Add a break…")
    minutes = the(dialog(window), QLineEdit, "Minutes")
    minutes.selectAll()
    qtbot.keyClicks(minutes, "none")
    take(qtbot, window)
    assert any("none" in one.text() for one in dialog(window).findChildren(QLabel))
    minutes.selectAll()
    qtbot.keyClicks(minutes, "5")
    take(qtbot, window)
    assert chosen(window) == "09:08, Coffee, break, 5 minutes"
    press(qtbot, window, K.Key_Right)
    press(qtbot, window, K.Key_Down, ALT)
    assert chosen(window) == "09:16, Coffee, break, 6 minutes"
    push(qtbot, window, "Change…")
    what = the(dialog(window), QLineEdit, "What")
    assert what.text() == "Coffee"
    what.selectAll()
    qtbot.keyClicks(what, "Stretch & tea")
    take(qtbot, window)
    assert chosen(window) == "09:16, Stretch & tea, break, 6 minutes"
    push(qtbot, window, "Remove")
    assert not any("Stretch" in one for one in rows(window))
    undo(qtbot, window)
    assert any("Stretch" in one for one in rows(window))


@pytest.mark.parametrize("adds", ["Add cards…", "Add a sort…", "Add a poll…"])
def test_an_activity_of_ones_own_is_added_worded_anew_and_removed(
    qtbot: QtBot, agenda: Opener, adds: str
) -> None:
    window = agenda()
    push(qtbot, window, adds)
    fill(qtbot, window, "Title", "What they {foo}")
    fill(qtbot, window, "Question the room sees", "They thank us for")
    if "sort" in adds:
        fill(qtbot, window, "Columns, one a line", "Luck\nA habit")
    if "poll" in adds:
        scale = the(dialog(window), QComboBox, "Scale")
        qtbot.keyClicks(scale, "F")
        fill(qtbot, window, "Its low end means", "never")
    take(qtbot, window)
    assert any("not a word" in one.text() for one in dialog(window).findChildren(QLabel))
    fill(qtbot, window, "Title", "Thanks & praise")
    take(qtbot, window)
    assert chosen(window) == "09:08, Thanks & praise, 10 minutes"
    push(qtbot, window, "Change…")
    fill(qtbot, window, "Title", "Praise")
    if "sort" in adds:
        fill(qtbot, window, "Columns, one a line", "Chance\nA habit\nA plan")
    take(qtbot, window)
    assert chosen(window) == "09:08, Praise, 10 minutes"
    design = kit_of(window.session.dossier.workshop).activity("own-1")
    assert design is not None
    if design.sort:
        told = [(one.value, one.label) for one in design.sort.buckets]
        assert told == [("Luck", "Chance"), ("A habit", "A habit"), ("A plan", "A plan")]
    if design.poll:
        assert (design.poll.scale, design.poll.low) == (Scale.FIST, "never")
    press(qtbot, window, K.Key_Delete)
    assert not any("Praise" in one for one in rows(window))
    undo(qtbot, window)
    assert any("Praise" in one for one in rows(window))


def fill(qtbot: QtBot, window: PrepareWindow, name: str, text: str) -> None:
    """Type into a field of the dialog, in place of what it held."""
    for kind in (QLineEdit, QPlainTextEdit):
        for field in dialog(window).findChildren(kind):
            if field.accessibleName() == name:
                qtbot.keyClick(field, K.Key_A, CONTROL)
                for number, line in enumerate(text.split("\n")):
                    if number:
                        qtbot.keyClick(field, K.Key_Return)
                    qtbot.keyClicks(field, line)
                return
    raise AssertionError(name)


def test_what_was_typed_into_a_form_stands_there_again(qtbot: QtBot, agenda: Opener) -> None:
    window = agenda()
    for _ in range(2):
        push(qtbot, window, "Add cards…")
        title = the(dialog(window), QLineEdit, "Title")
        kept = title.text()
        if not kept:
            qtbot.keyClicks(title, "Half a tit")
        qtbot.keyClick(title, K.Key_Escape)
        qtbot.waitUntil(lambda: not any(o.isVisible() for o in window.findChildren(QDialog)))
    assert kept == "Half a tit"
    assert len(rows(window)) == len(window.session.kit.activities) + 8 + 1
