"""The register as a spreadsheet: its keys, copying, pasting and inserting."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from crm_workshop.model.commitment import Commitment
from crm_workshop.model.meaning import ExperienceStep, Lesson
from crm_workshop.model.success import Milestone
from tests.ui.activities.desk import FULL, Desk, desk
from ui.activities.table.model import Role
from ui.activities.table.part import TablePart

ENTER = Qt.Key.Key_Return
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def table_of(desk: Desk, number: int = 0) -> TablePart:
    part = desk.part(TablePart, number)
    assert isinstance(part, TablePart)
    return part


def at_cell(work: Desk, number: int, field: str) -> TablePart:
    """Click a cell, and return its table."""
    part = table_of(work)
    index = part.model.index_of(number, field)
    work.go(part.table, index.row(), index.column())
    return part


def here(part: TablePart) -> tuple[int, str]:
    """Return where the cursor is."""
    index = part.table.currentIndex()
    field = part.model.field_at(index)
    return part.model.number_of(index), field.name if field else ""


def test_arrows_and_the_ends_lead_through_the_cells_that_are_asked(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3", FULL)
    part = at_cell(work, 0, "first_on")
    work.press(Qt.Key.Key_Down)
    assert here(part) == (0, "rhythm")
    work.press(Qt.Key.Key_Down)
    assert here(part) == (1, "first_on")
    work.press(Qt.Key.Key_Up)
    assert here(part) == (0, "rhythm")
    work.press(Qt.Key.Key_Home)
    assert here(part) == (0, "person")
    work.press(Qt.Key.Key_End, held=CONTROL)
    assert here(part)[0] == len(part.model.rows)
    work.press(Qt.Key.Key_Home, held=CONTROL)
    assert here(part) == (0, "person")


def test_shift_leads_back_and_up(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3", FULL)
    part = at_cell(work, 1, "action")
    work.press(Qt.Key.Key_Backtab, held=SHIFT)
    assert here(part) == (1, "person")
    work.press(ENTER, held=SHIFT)
    assert here(part) == (0, "person")


def test_f2_goes_on_writing_and_delete_empties(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3", FULL)
    at_cell(work, 0, "seen_when")
    before = work.dossier.all(Commitment)[0].seen_when
    work.press(Qt.Key.Key_F2, " And more.", ENTER)
    assert work.dossier.all(Commitment)[0].seen_when == f"{before} And more."
    at_cell(work, 0, "seen_when")
    work.press(Qt.Key.Key_Delete)
    assert work.dossier.all(Commitment)[0].seen_when == ""


def test_control_d_fills_down(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3", FULL)
    at_cell(work, 1, "first_on")
    work.press(Qt.Key.Key_D, held=CONTROL)
    first, second = work.dossier.all(Commitment)[:2]
    assert second.first_on == first.first_on


def test_a_row_is_inserted_above(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.4", FULL)
    names = [one.step for one in work.dossier.all(ExperienceStep)]
    part = at_cell(work, 1, "today")
    work.press(Qt.Key.Key_Insert)
    assert here(part) == (1, "step")
    work.press("The first letter", ENTER)
    steps = [one.step for one in work.dossier.all(ExperienceStep)]
    assert steps == [names[0], "The first letter", *names[1:]]


def test_a_paste_fills_from_the_cell_on_and_keeps_what_it_cannot_read(qtbot: QtBot) -> None:
    work = desk(qtbot, "5.1")
    part = table_of(work, 1)
    work.go(part.table, 0, 0)
    QGuiApplication.clipboard().setText(
        'Ten clients called\t2027-01-31\n"The list is one,\nand ""ours"""\tsoonish\n'
    )
    work.press(Qt.Key.Key_V, held=CONTROL)
    first, second = work.dossier.all(Milestone)
    assert (first.outcome, first.by) == ("Ten clients called", date(2027, 1, 31))
    assert second.outcome == 'The list is one, and "ours"'
    index = part.model.index_of(1, "by")
    assert (index.data(), second.by) == ("soonish", None)
    assert "is not a date" in index.data(Role.SENTENCE)
    QGuiApplication.clipboard().setText("2027-02-01\n2027-03-01\n2027-04-01")
    cell = part.model.index_of(0, "by")
    work.go(part.table, cell.row(), cell.column())
    work.press(Qt.Key.Key_V, held=CONTROL)
    days = [one.by for one in work.dossier.all(Milestone)]
    assert days == [date(2027, month, 1) for month in (2, 3, 4)]
    assert not part.model.index_of(1, "by").data(Role.SENTENCE)


def test_the_whole_table_is_copied_as_a_spreadsheet_takes_it(qtbot: QtBot) -> None:
    work = desk(qtbot, "1.2", FULL)
    at_cell(work, 0, "happened")
    work.press(Qt.Key.Key_C, held=CONTROL)
    lessons = work.dossier.all(Lesson)
    assert QGuiApplication.clipboard().text() == lessons[0].happened
    work.press(Qt.Key.Key_A, Qt.Key.Key_C, held=CONTROL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == len(lessons)
    assert all(one.what in line.split("\t") for one, line in zip(lessons, lines, strict=True))


def test_space_opens_the_calendar_and_enter_takes_the_day(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3", FULL)
    part = at_cell(work, 0, "first_on")
    before = work.dossier.all(Commitment)[0].first_on
    assert before is not None
    work.press(" ")
    calendar = work.named("Calendar")
    assert calendar.isVisible()
    work.press(Qt.Key.Key_Right, ENTER)
    assert not calendar.isVisible()
    work.press(ENTER)
    assert work.dossier.all(Commitment)[0].first_on == before + timedelta(days=1)
    assert here(part) == (1, "first_on")
    assert work.dossier.all(Commitment)[0].person


def test_the_field_of_a_date_is_as_wide_as_a_date(qtbot: QtBot) -> None:
    work = desk(qtbot, "6.1", FULL, width=592)
    at_cell(work, 0, "by")
    work.press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    words = field.fontMetrics().horizontalAdvance(field.text())
    assert words + 40 <= field.width()
    around = field.parentWidget()
    assert around is not None
    assert field.geometry().right() < around.width()
