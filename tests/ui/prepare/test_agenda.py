"""The agenda's page, worked by keys and mouse in the window of the preparation."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from crm_workshop.model.choices import Variant
from crm_workshop.model.workshop import Activity
from tests.ui.console.conftest import ALT, COMPLETE, CONTROL, SHIFT, back_to, button, press, the
from tests.ui.prepare.conftest import Opener
from tests.ui.prepare.day import (
    K,
    choose,
    chosen,
    dialog,
    enter,
    over_minutes,
    place,
    push,
    rows,
    said,
    undo,
)
from ui.prepare.window import PrepareWindow
from ui.ways import Spot


def test_the_clock_runs_through_the_day(agenda: Opener) -> None:
    window = agenda()
    assert rows(window)[:4] == [
        "Open",
        "09:00, Why we are here, 8 minutes",
        "09:08, What we tried before, 8 minutes",
        "What CRM means",
    ]
    assert "10:53, Coffee, break, 15 minutes" in rows(window)
    assert "220 of 240 minutes, 20 slack · ends 12:40" in said(window)


def test_the_start_moves_the_whole_day(qtbot: QtBot, agenda: Opener) -> None:
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


def test_minutes_are_changed_by_keys(qtbot: QtBot, agenda: Opener) -> None:
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


def test_minutes_are_typed_in_place(qtbot: QtBot, agenda: Opener) -> None:
    window = agenda()
    press(qtbot, window, K.Key_2)
    qtbot.keyClicks(over_minutes(), "5")
    enter(qtbot, window)
    assert rows(window)[1:3] == [
        "09:00, Why we are here, 25 minutes",
        "09:25, What we tried before, 8 minutes",
    ]
    press(qtbot, window, K.Key_Return)
    qtbot.keyClicks(over_minutes(), "7")
    press(qtbot, window, K.Key_Escape)
    assert chosen(window) == "09:00, Why we are here, 25 minutes"
    press(qtbot, window, K.Key_0)
    enter(qtbot, window)
    assert any("at least a minute" in one for one in said(window))
    assert chosen(window) == "09:00, Why we are here, 25 minutes"


def test_what_is_typed_is_kept_when_the_window_is_left(qtbot: QtBot, agenda: Opener) -> None:
    window = agenda()
    press(qtbot, window, K.Key_3)
    with qtbot.waitSignal(window.closed):
        window.close()
    session = window.session
    first = session.store.all(Activity, session.workshop_id)[0]
    assert first.minutes_planned == 3


def test_a_day_that_is_too_long_is_told(qtbot: QtBot, agenda: Opener) -> None:
    window = agenda()
    press(qtbot, window, K.Key_3)
    qtbot.keyClicks(over_minutes(), "8")
    enter(qtbot, window)
    assert "250 of 240 minutes, 10 over · ends 13:10" in said(window)
    assert type(window.page).missing(window.session) == "10 minutes too long"


def test_an_activity_is_moved_by_keys_and_by_the_mouse(qtbot: QtBot, agenda: Opener) -> None:
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


def test_leaving_out_asks_why_and_putting_back_is_one_key(qtbot: QtBot, agenda: Opener) -> None:
    window = agenda()
    press(qtbot, window, K.Key_Down)
    press(qtbot, window, K.Key_Delete)
    field = dialog(window).findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "Done in the call")
    qtbot.keyClick(field, K.Key_Return)
    back_to(qtbot, window)
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
    push(qtbot, window, "Put back")
    assert chosen(window).startswith("09:08, What we tried before, 8 minutes")


def test_another_length_is_a_starting_point_and_undone_at_once(
    qtbot: QtBot, agenda: Opener
) -> None:
    window = agenda()
    before = rows(window)
    push(qtbot, window, "90 minutes")
    assert "90 of 90 minutes, no slack · ends 10:30" in said(window)
    assert any("Left out of this length" in one for one in rows(window))
    assert window.session.dossier.workshop.variant is Variant.SHORT
    undo(qtbot, window)
    assert rows(window) == before
    assert button(window, "Half-day").isChecked()


def test_who_needs_leaders_is_told_and_what_it_means_without(agenda: Opener) -> None:
    window = agenda()
    assert any("needs an executive" in one for one in rows(window))
    assert "8 activities need an executive" in said(window)
    assert any("this produces notes, not a charter" in one for one in said(window))
    window = agenda(COMPLETE)
    assert not any("this produces notes" in one for one in said(window))


def test_a_way_leads_to_a_field_of_an_activity(agenda: Opener) -> None:
    window = agenda(COMPLETE)
    activity = window.session.dossier.activity("4.3")
    assert activity is not None
    window.go_to_spot(Spot("activity", activity.id, "finish_owner"))
    focused = QApplication.focusWidget()
    assert focused is the(window.page, QLineEdit, "Finished by whom")
    design = window.session.kit.activity("4.3")
    assert design is not None
    assert design.title in said(window)


def test_the_facilitators_note_is_kept(qtbot: QtBot, agenda: Opener) -> None:
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


def test_looking_at_other_lines_writes_nothing(qtbot: QtBot, agenda: Opener) -> None:
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
    qtbot: QtBot, agenda: Opener, tmp_path: Path, asks: str, name: str, holds: int
) -> None:
    window = agenda()
    push(qtbot, window, asks)
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
