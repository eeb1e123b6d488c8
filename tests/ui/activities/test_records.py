"""Records in tables and forms: dots, dates, the rules of Qt, and looking without touching."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from crm_workshop.kit.load import load_kit
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import specs
from crm_workshop.model.meaning import Definition, Line
from tests.ui.activities.desk import FRESH, FULL, Desk, desk
from ui.activities.table.form import FormPart
from ui.activities.table.layout import STACKS, layout_of
from ui.activities.table.part import TablePart

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def table_of(desk: Desk, number: int = 0) -> TablePart:
    part = desk.part(TablePart, number)
    assert isinstance(part, TablePart)
    return part


def test_dots_are_given_in_the_column_and_hidden_until_revealed(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.4")
    part = table_of(work)
    part.table.setCurrentIndex(part.model.index(0, part.model.columnCount() - 1))
    work.focus(part.table)
    work.press("+", "+", "-")
    assert part.model.index(0, part.model.columnCount() - 1).data() == "●"
    work.click("Reveal dots")
    assert work.failed
    assert "hidden until all have voted" in work.failed[0]


def test_a_single_record_is_a_form_that_keeps_and_refuses(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.5")
    form = work.part(FormPart)
    fields = form._fields
    work.focus(fields[0].entry)
    work.press("Client", TAB, "Every client is known by one of us.", TAB)
    definition = work.dossier.one(Definition)
    assert definition.expands_to == "Client"
    assert definition.main_objective == "Every client is known by one of us."
    when = next(one for one in fields if one._spec.name == "done_by")
    work.focus(when.entry)
    work.press("some day", TAB)
    assert "is not a date" in when.told.text()
    assert when.entry.text() == "some day"
    work.focus(when.entry)
    when.entry.selectAll()
    work.press("31 Dec 2027", TAB)
    assert work.dossier.one(Definition).done_by == date(2027, 12, 31)
    assert not when.told.text()


def test_a_date_is_picked(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.5")
    when = next(one for one in work.part(FormPart)._fields if one._spec.name == "done_by")
    work.focus(when.entry)
    work.press(Qt.Key.Key_Down, held=ALT)
    calendar = when.entry._calendar
    assert calendar is not None
    day = calendar.selectedDate()
    work.press(ENTER)
    when.keep()
    assert work.dossier.one(Definition).done_by == date(day.year(), day.month(), day.day())


@pytest.mark.parametrize("key", ["1.2", "2.4", "4.3", "5.1"])
def test_the_model_keeps_to_qts_rules(qtbot: QtBot, key: str) -> None:
    work = desk(qtbot, key, FULL)
    part = table_of(work)
    tester = QAbstractItemModelTester(
        part.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    part.table.setCurrentIndex(part.model.index(0, 0))
    work.press(Qt.Key.Key_Down, held=ALT)
    work.press(Qt.Key.Key_Delete, held=CONTROL)
    work.session.store.undo(work.session.workshop_id)
    work.session.store.undo(work.session.workshop_id)
    part.table.setCurrentIndex(part.model.index(part.model.rowCount() - 1, 0))
    work.press("A new row", ENTER)
    assert tester.model() is part.model


@pytest.mark.parametrize("table", sorted(RECORDS))
def test_every_field_has_one_place(table: str) -> None:
    record = RECORDS[table]
    asked = [d for a in load_kit().activities for d in a.records if d.record == table]
    for design in asked:
        layout = layout_of(record, design)
        names = [field.name for column in layout.columns for field in column]
        assert sorted(names) == sorted(field.name for field in layout.order)
        assert record.single or len(layout.columns) <= 5
    known = {one.name for one in specs(record)}
    assert {name for stack in STACKS.get(table, ()) for name in stack} <= known


def test_nothing_changes_by_looking(qtbot: QtBot) -> None:
    for key in ("1.1", "1.2", "2.3", "2.4", "2.5", "3.2", "4.1", "4.3", "8.1", "8.2"):
        work = desk(qtbot, key, FRESH)
        before = work.dossier
        work.panel.refresh()
        work.panel.refresh()
        work.panel.keep_drafts()
        assert work.dossier == before
    assert before.one(Line) == work.dossier.one(Line)
