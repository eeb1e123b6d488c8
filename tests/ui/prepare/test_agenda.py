"""The agenda's page, worked by keys and mouse in the window of the preparation."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Scale, Variant
from crm_workshop.model.workshop import Activity
from tests.ui.console.conftest import ALT, COMPLETE, CONTROL, SHIFT, button, press, the
from tests.ui.prepare.conftest import Opener
from ui.prepare.window import PrepareWindow
from ui.ways import Spot

Page = Callable[..., PrepareWindow]

K = Qt.Key


@pytest.fixture
def agenda(preparation: Opener, qtbot: QtBot) -> Page:
    """Return what opens the preparation at the agenda: nine o'clock, the keyboard in the list."""

    def opened(*sample: int) -> PrepareWindow:
        window = preparation(*sample)
        window.go_to_spot(Spot(page="agenda"))
        starts = the(window.page, QLineEdit, "Starts")
        if not starts.text():
            qtbot.keyClicks(starts, "9:00")
            qtbot.keyClick(starts, K.Key_Return)
        listed = the(window.page, QListView, "Agenda")
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place(listed, 1))
        assert QApplication.focusWidget() is listed
        return window

    return opened


def rows(window: PrepareWindow) -> list[str]:
    """Return the lines as they are read aloud."""
    model = the(window.page, QListView, "Agenda").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def place(listed: QListView, row: int) -> QPoint:
    index = listed.model().index(row, 0)
    listed.scrollTo(index)
    return listed.visualRect(index).center()


def choose(qtbot: QtBot, window: PrepareWindow, start: str) -> None:
    """Click the line that is read aloud so."""
    listed = the(window.page, QListView, "Agenda")
    (row,) = [number for number, one in enumerate(rows(window)) if start in one]
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place(listed, row))


def chosen(window: PrepareWindow) -> str:
    index = the(window.page, QListView, "Agenda").currentIndex()
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def said(window: PrepareWindow) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


def dialog(window: PrepareWindow) -> QDialog:
    (found,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return found


def take(qtbot: QtBot, window: PrepareWindow) -> None:
    """Press the first button of the dialog that is open."""
    box = dialog(window).findChild(QDialogButtonBox)
    assert box is not None
    (first,) = [one for one in box.buttons() if box.buttonRole(one) == box.ButtonRole.AcceptRole]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)


def undo(qtbot: QtBot, window: PrepareWindow) -> None:
    press(qtbot, window, K.Key_Z, CONTROL)


def test_the_clock_runs_through_the_day(agenda: Page) -> None:
    window = agenda()
    assert rows(window)[:4] == [
        "Open",
        "09:00, Why we are here, 8 minutes",
        "09:08, What we tried before, 8 minutes",
        "What CRM means",
    ]
    assert "11:03, Coffee, break, 15 minutes" in rows(window)
    assert "220 of 240 minutes, 20 slack · ends 12:40" in said(window)


def test_the_start_moves_the_whole_day(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    starts = the(window.page, QLineEdit, "Starts")
    qtbot.mouseClick(starts, Qt.MouseButton.LeftButton)
    press(qtbot, window, K.Key_A, CONTROL)
    qtbot.keyClicks(starts, "half past")
    press(qtbot, window, K.Key_Tab)
    assert any("half past" in one for one in said(window))
    press(qtbot, window, K.Key_Backtab, SHIFT)
    press(qtbot, window, K.Key_A, CONTROL)
    qtbot.keyClicks(starts, "13.30")
    press(qtbot, window, K.Key_Tab)
    assert starts.text() == "13:30"
    assert rows(window)[2].startswith("13:38, What we tried before")


def test_minutes_are_changed_by_keys(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    for key, modifier, minutes in (
        (K.Key_Right, None, 9),
        (K.Key_Right, SHIFT, 14),
        (K.Key_Left, None, 13),
        (K.Key_Plus, SHIFT, 14),
        (K.Key_Minus, None, 13),
        (K.Key_Left, SHIFT, 8),
        (K.Key_Left, SHIFT, 3),
        (K.Key_Left, SHIFT, 1),
    ):
        press(qtbot, window, key, modifier or Qt.KeyboardModifier.NoModifier)
        assert chosen(window) == f"09:00, Why we are here, {minutes} minute{'s' * (minutes > 1)}"
    undo(qtbot, window)
    assert chosen(window) == "09:00, Why we are here, 3 minutes"


def test_minutes_are_typed_in_place(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    press(qtbot, window, K.Key_2)
    qtbot.keyClicks(the(window.page, QLineEdit, "Minutes of Why we are here"), "5")
    press(qtbot, window, K.Key_Return)
    assert rows(window)[1:3] == [
        "09:00, Why we are here, 25 minutes",
        "09:25, What we tried before, 8 minutes",
    ]
    press(qtbot, window, K.Key_Return)
    qtbot.keyClicks(the(window.page, QLineEdit, "Minutes of Why we are here"), "7")
    press(qtbot, window, K.Key_Escape)
    assert chosen(window) == "09:00, Why we are here, 25 minutes"
    press(qtbot, window, K.Key_0)
    press(qtbot, window, K.Key_Return)
    assert any("at least a minute" in one for one in said(window))
    assert chosen(window) == "09:00, Why we are here, 25 minutes"


def test_what_is_typed_is_kept_when_the_window_is_left(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    press(qtbot, window, K.Key_3)
    with qtbot.waitSignal(window.closed):
        window.close()
    session = window.session
    first = session.store.all(Activity, session.workshop_id)[0]
    assert first.minutes_planned == 3


def test_a_day_that_is_too_long_is_told(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    press(qtbot, window, K.Key_3)
    qtbot.keyClicks(the(window.page, QLineEdit, "Minutes of Why we are here"), "8")
    press(qtbot, window, K.Key_Return)
    assert "250 of 240 minutes, 10 over · ends 13:10" in said(window)
    assert type(window.page).missing(window.session) == "10 minutes too long"


def test_an_activity_is_moved_by_keys_and_by_the_mouse(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    press(qtbot, window, K.Key_Up, ALT)  # it is the first already
    assert window.session.store.undo_name(window.session.workshop_id) == "Edit workshop"
    press(qtbot, window, K.Key_Down, ALT)
    assert chosen(window) == "09:08, Why we are here, 8 minutes"
    assert rows(window)[1] == "09:00, What we tried before, 8 minutes"
    press(qtbot, window, K.Key_Up, ALT)
    assert chosen(window) == "09:00, Why we are here, 8 minutes"
    drag(qtbot, window, "Why we are here", behind="What we tried before")
    assert chosen(window) == "09:08, Why we are here, 8 minutes"
    undo(qtbot, window)
    assert chosen(window) == "09:00, Why we are here, 8 minutes"


def drag(qtbot: QtBot, window: PrepareWindow, what: str, *, behind: str) -> None:
    """Drag one line just below another."""
    listed = the(window.page, QListView, "Agenda")
    (start,) = [number for number, one in enumerate(rows(window)) if what in one]
    (end,) = [number for number, one in enumerate(rows(window)) if behind in one]
    begin = place(listed, start)
    to = listed.visualRect(listed.model().index(end, 0)).bottomLeft() + QPoint(60, -2)
    left, port = Qt.MouseButton.LeftButton, listed.viewport()
    qtbot.mousePress(port, left, pos=begin)
    for at in (begin + QPoint(0, 20), to):
        qtbot.mouseMove(port, at)
    qtbot.mouseRelease(port, left, pos=to)


def test_a_break_is_added_changed_moved_and_removed(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    qtbot.mouseClick(button(window, "Add a break…"), Qt.MouseButton.LeftButton)
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
    qtbot.mouseClick(button(window, "Change…"), Qt.MouseButton.LeftButton)
    what = the(dialog(window), QLineEdit, "What")
    assert what.text() == "Coffee"
    what.selectAll()
    qtbot.keyClicks(what, "Stretch & tea")
    take(qtbot, window)
    assert chosen(window) == "09:16, Stretch & tea, break, 6 minutes"
    qtbot.mouseClick(button(window, "Remove"), Qt.MouseButton.LeftButton)
    assert not any("Stretch" in one for one in rows(window))
    undo(qtbot, window)
    assert any("Stretch" in one for one in rows(window))


def test_leaving_out_asks_why_and_putting_back_is_one_key(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    press(qtbot, window, K.Key_Down)
    press(qtbot, window, K.Key_Delete)
    field = dialog(window).findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "Done in the call")
    qtbot.keyClick(field, K.Key_Return)
    assert chosen(window) == "What we tried before, Left out: Done in the call"
    assert type(window.page).missing(window.session) == "who finishes 1 left out"
    by = the(window.page, QLineEdit, "To finish by")
    qtbot.mouseClick(by, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(by, "2026-12-05")
    press(qtbot, window, K.Key_Tab)
    qtbot.keyClicks(the(window.page, QLineEdit, "Finished by whom"), "A. Quill")
    press(qtbot, window, K.Key_Tab)
    told = "Left out: Done in the call · A. Quill finishes it by 5 Dec 2026"
    assert chosen(window) == f"What we tried before, {told}"
    assert type(window.page).missing(window.session) == ""
    qtbot.mouseClick(button(window, "Put back"), Qt.MouseButton.LeftButton)
    assert chosen(window).startswith("09:08, What we tried before, 8 minutes")


def test_another_length_is_a_starting_point_and_undone_at_once(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    before = rows(window)
    qtbot.mouseClick(button(window, "90 minutes"), Qt.MouseButton.LeftButton)
    assert "90 of 90 minutes, no slack · ends 10:30" in said(window)
    assert any("Left out of this length" in one for one in rows(window))
    assert window.session.dossier.workshop.variant is Variant.SHORT
    undo(qtbot, window)
    assert rows(window) == before
    assert button(window, "Half-day").isChecked()


@pytest.mark.parametrize("adds", ["Add cards…", "Add a sort…", "Add a poll…"])
def test_an_activity_of_ones_own_is_added_worded_anew_and_removed(
    qtbot: QtBot, agenda: Page, adds: str
) -> None:
    window = agenda()
    qtbot.mouseClick(button(window, adds), Qt.MouseButton.LeftButton)
    fill(qtbot, window, "Title", "What they {foo}")
    fill(qtbot, window, "Question the room sees", "They thank us for …")
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
    qtbot.mouseClick(button(window, "Change…"), Qt.MouseButton.LeftButton)
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


def test_what_was_typed_into_a_form_stands_there_again(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    for _ in range(2):
        qtbot.mouseClick(button(window, "Add cards…"), Qt.MouseButton.LeftButton)
        title = the(dialog(window), QLineEdit, "Title")
        kept = title.text()
        if not kept:
            qtbot.keyClicks(title, "Half a tit")
        qtbot.keyClick(title, K.Key_Escape)
        qtbot.waitUntil(lambda: not any(o.isVisible() for o in window.findChildren(QDialog)))
    assert kept == "Half a tit"
    assert len(rows(window)) == len(window.session.kit.activities) + 8 + 1


def test_who_needs_leaders_is_told_and_what_it_means_without(agenda: Page) -> None:
    window = agenda()
    assert any("needs an executive" in one for one in rows(window))
    assert "8 activities need an executive" in said(window)
    assert any("this produces notes, not a charter" in one for one in said(window))
    window = agenda(COMPLETE)
    assert not any("this produces notes" in one for one in said(window))


def test_a_way_leads_to_a_field_of_an_activity(agenda: Page) -> None:
    window = agenda(COMPLETE)
    activity = window.session.dossier.activity("4.3")
    assert activity is not None
    window.go_to_spot(Spot("activity", activity.id, "finish_owner"))
    focused = QApplication.focusWidget()
    assert focused is the(window.page, QLineEdit, "Finished by whom")
    assert "Hard decisions" in said(window) or any("4.3" in one for one in said(window))


def test_the_facilitators_note_is_kept(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    note = the(window.page, QPlainTextEdit, "Note for the facilitator")
    qtbot.mouseClick(note.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(note, "Bring the figures")
    choose(qtbot, window, "What we tried before")
    assert window.session.store.all(Activity, window.session.workshop_id)[0].note == (
        "Bring the figures"
    )
    choose(qtbot, window, "Why we are here")
    assert the(window.page, QPlainTextEdit, "Note for the facilitator").toPlainText() == (
        "Bring the figures"
    )


def test_looking_at_other_lines_writes_nothing(qtbot: QtBot, agenda: Page) -> None:
    window = agenda()
    press(qtbot, window, K.Key_Right)
    undo(qtbot, window)
    store, workshop_id = window.session.store, window.session.workshop_id
    assert store.redo_name(workshop_id) == "Set minutes"
    for _ in range(5):
        press(qtbot, window, K.Key_Down)
    assert store.redo_name(workshop_id) == "Set minutes"


@pytest.mark.parametrize(
    ("asks", "name", "holds"),
    [("Worksheets…", "worksheets", 19), ("Run sheet…", "run sheet", 3)],
)
def test_a_handout_is_written_as_a_pdf(
    qtbot: QtBot, agenda: Page, tmp_path: Path, asks: str, name: str, holds: int
) -> None:
    window = agenda()
    qtbot.mouseClick(button(window, asks), Qt.MouseButton.LeftButton)
    files = dialog(window)
    assert isinstance(files, QFileDialog)
    line, box = files.findChild(QLineEdit), files.findChild(QDialogButtonBox)
    assert line is not None
    assert box is not None
    assert line.text() == f"Marlowe & Vane {name}.pdf"
    line.setText(str(tmp_path / "out.pdf"))
    save = next(
        one for one in box.buttons() if isinstance(one, QPushButton) and "ave" in one.text()
    )
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: f"Wrote out.pdf in {tmp_path}." in said(window))
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") >= holds
