"""What is half typed stays where it was typed, and is in the file within a second."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from crm_workshop.activities.half_typed import Place, half_typed
from crm_workshop.activities.standing import signatories
from crm_workshop.model.capture import Reservation
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.meaning import Definition
from crm_workshop.model.success import Win
from crm_workshop.model.workshop import HalfTyped, Signature, Tick
from tests.ui.activities.desk import Desk, desk
from ui.activities.table.model import Role
from ui.activities.table.part import TablePart

TAB, ENTER, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down


def text(work: Desk, name: str) -> str:
    field = work.named(name)
    assert isinstance(field, QLineEdit)
    return field.text()


def in_file(work: Desk, place: Place) -> str:
    return half_typed(work.dossier, place)


def half_a_date(qtbot: QtBot) -> tuple[Desk, Place]:
    """Return a table in which somebody just types a date, and its place."""
    work = desk(qtbot, "6.1")
    work.press("The tax team", ENTER)
    (win,) = work.dossier.all(Win)
    cell = work.part(TablePart).model.index_of(0, "by")
    work.go(work.part(TablePart).table, cell.row(), cell.column())
    work.press("14 Jan 20")
    place = Place("win", win.id, "by")
    qtbot.waitUntil(lambda: in_file(work, place) == "14 Jan 20", timeout=1000)
    return work, place


def test_half_a_date_in_a_cell_reaches_the_file_while_it_is_typed(qtbot: QtBot) -> None:
    work, place = half_a_date(qtbot)
    assert work.dossier.all(Win)[0].by is None
    work.press("27", ENTER)
    assert work.dossier.all(Win)[0].by == date(2027, 1, 14)
    assert in_file(work, place) == ""


def test_after_a_crash_it_stands_in_its_cell_and_enter_keeps_it(qtbot: QtBot) -> None:
    crashed, _ = half_a_date(qtbot)
    again = crashed.reopen()
    part = again.part(TablePart)
    cell = part.model.index_of(0, "by")
    assert cell.data() == "14 Jan 20"
    assert cell.data(Role.SENTENCE) == "Typed, but not entered yet: Enter keeps it."
    again.go(part.table, cell.row(), cell.column())
    again.press(Qt.Key.Key_F2, "27", ENTER)
    assert again.dossier.all(Win)[0].by == date(2027, 1, 14)
    assert not cell.data(Role.SENTENCE)


def test_what_was_half_typed_before_a_row_began_goes_with_it(qtbot: QtBot) -> None:
    work = desk(qtbot, "6.1")
    part = work.part(TablePart)
    begins = part.model.index_of(0, "by")
    work.go(part.table, begins.row(), begins.column())
    work.press("next spring", ENTER)
    assert not work.dossier.all(Win)
    work.go(part.table, 0, 0)
    work.press("The tax team", ENTER)
    (win,) = work.dossier.all(Win)
    assert in_file(work, Place("win", win.id, "by")) == "next spring"
    assert in_file(work, Place("win", 0, "by")) == ""
    assert part.model.index_of(0, "by").data() == "next spring"
    assert not part.model.index_of(1, "by").data()


def test_a_date_in_a_form_can_be_emptied_and_is_read_when_it_is_left(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.5")
    name = "Done by"
    work.into(name)
    work.press("1/2/27", TAB)
    assert text(work, name) == "Jan 2, 2027"
    assert work.dossier.one(Definition).done_by == date(2027, 1, 2)
    field = work.into(name)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    work.press("so")
    qtbot.waitUntil(lambda: in_file(work, Place("definition", 0, "done_by")) == "so", timeout=1000)
    field.selectAll()
    work.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not in_file(work, Place("definition", 0, "done_by")), timeout=1000)
    assert field.text() == ""
    work.press(TAB)
    assert work.dossier.one(Definition).done_by is None


def test_who_signs_later_is_kept_as_far_as_it_is_said(qtbot: QtBot) -> None:
    work = desk(qtbot, "8.2")
    first, second = signatories(work.dossier)[:2]
    work.press("l", "5 De")
    back = work.leave()
    assert text(back, f"{first.name} signs by") == "5 De"
    assert back.named(f"{first.name}: signs later").isChecked()  # type: ignore[attr-defined]
    assert not back.dossier.all(Signature)
    back.into(f"{first.name} signs by")
    back.press("c 2026", ENTER, second.name, ENTER)
    (kept,) = back.dossier.all(Signature)
    assert (kept.state, kept.sign_by) == (SignatureState.LATER, date(2026, 12, 5))
    assert kept.chaser == second.name
    assert not back.dossier.one(HalfTyped).texts


def test_another_way_to_close_forgets_what_was_half_said(qtbot: QtBot) -> None:
    work = desk(qtbot, "8.2")
    first = signatories(work.dossier)[0]
    work.press("l", "5 De")
    work.into(f"{first.name}: declined")
    assert work.dossier.all(Signature)[0].state is SignatureState.DECLINED
    assert not work.dossier.one(HalfTyped).texts


def test_a_reservation_that_is_not_added_yet_stays_in_its_fields(qtbot: QtBot) -> None:
    work = desk(qtbot, "8.1")
    work.into("Who has the reservation")
    work.press("Hank", TAB, "Not before the aud")
    back = work.leave()
    assert not back.dossier.all(Reservation)
    back.into("The reservation")
    back.press(Qt.Key.Key_End, "it season.", ENTER)
    (kept,) = back.dossier.all(Reservation)
    assert kept.text == "Not before the audit season."
    assert not back.dossier.one(HalfTyped).texts
    assert text(back.leave(), "The reservation") == ""


@pytest.mark.parametrize("finished", [False, True])
def test_a_line_that_enter_has_not_added_stays_in_its_field(qtbot: QtBot, finished: bool) -> None:
    work = desk(qtbot, "1.1")
    count = len(work.dossier.all(Tick))
    work.into("Add a line")
    work.press("Phones in the ba")
    qtbot.waitUntil(lambda: bool(work.dossier.one(HalfTyped).texts), timeout=1000)
    back = work.leave()
    assert text(back, "Add a line") == "Phones in the ba"
    if finished:
        back.into("Add a line")
        back.press("g.", ENTER)
        assert not back.dossier.one(HalfTyped).texts
    assert len(back.dossier.all(Tick)) == count + finished


def test_leaving_the_window_does_not_end_the_typing(qtbot: QtBot) -> None:
    work, place = half_a_date(qtbot)
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert work.dossier.all(Win)[0].by is None
    assert in_file(work, place) == "14 Jan 20"
    with qtbot.waitActive(work.panel):
        work.panel.activateWindow()
    work.press("27", ENTER)
    assert work.dossier.all(Win)[0].by == date(2027, 1, 14)
