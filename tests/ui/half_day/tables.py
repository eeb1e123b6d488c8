"""Registers: typed as into a spreadsheet, from cell to cell by Tab; forms field by field."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView

from crm_workshop.charter.dates import short_date
from crm_workshop.charter.figures import number
from crm_workshop.kit.design import RecordDesign
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import Choice, FieldSpec, Kind, spec, specs
from crm_workshop.model.workshop import Activity
from tests.ui.half_day.day import Day

#: The register whose first row comes to mind last, and is dragged to its place.
_MIXED_UP: Final = "lesson"


def write_records(day: Day, activity: Activity) -> None:
    """Write everything that an activity asks for."""
    design = day.design(activity)
    for asked in design.records:
        if RECORDS[asked.record].single:
            _fill_form(day, asked)
        else:
            title = day.words.say(asked.title or design.title)
            _fill_table(day, asked, day.hands.find(QTableView, title))


def fields_of(asked: RecordDesign) -> tuple[FieldSpec, ...]:
    """Return the fields that are asked."""
    record = RECORDS[asked.record]
    return tuple(spec(record, name) for name in asked.fields) or specs(record)


def as_typed(day: Day, field: FieldSpec, value: Any) -> str:
    """Return what people type for a value."""
    locale = day.script.workshop.locale
    match value:
        case None:
            text = ""
        case Choice():
            text = day.words.say(value.label)
        case date():
            text = short_date(value, locale)
        case float():
            text = number(value, locale)
        case tuple():
            text = ("; " if field.kind is Kind.PEOPLE else "\n").join(value)
        case _:
            text = str(value)
    return text


def _fill_form(day: Day, asked: RecordDesign) -> None:
    """Fill in a form, as far as the script does."""
    record = RECORDS[asked.record]
    row, blank = day.script.one(record), record()
    for field in fields_of(asked):
        value = getattr(row, field.name)
        if value == getattr(blank, field.name):
            continue
        name, text = day.words.say(field.label), as_typed(day, field, value)
        if field.kind is Kind.CHOICE:
            day.hands.choose(name, text)
        else:
            day.hands.go_to(name)
            day.hands.rewrite(text)
            day.hands.press("Tab")


def _fill_table(day: Day, asked: RecordDesign, table: QTableView) -> None:
    """Fill in a table: rows that stand there first, then new ones below them."""
    first, *others = day.script.all(RECORDS[asked.record])
    mixed_up = asked.record == _MIXED_UP
    rows: list[Row] = [*others, first] if mixed_up else [first, *others]
    day.hands.click_item(table, table.model().index(0, 0))
    for row in rows:
        for field in _fields_in_turn(day, asked, table):
            _fill_cell(day, table, field, getattr(row, field.name))
    if mixed_up:
        _drag_last_to_top(day, table, len(rows))


def _drag_last_to_top(day: Day, table: QTableView, count: int) -> None:
    """Drag the last of so many rows above the first with the mouse."""
    model = table.model()
    lines = model.rowCount() // count
    last, top = model.index((count - 1) * lines, 0), model.index(0, 0)
    start, end = table.visualRect(last).topLeft(), table.visualRect(top).topLeft()
    inside = QPoint(8, 4)
    day.hands.drag(table.viewport(), start + inside, table.viewport(), end + inside)


def _fields_in_turn(day: Day, asked: RecordDesign, table: QTableView) -> Iterator[FieldSpec]:
    """Yield the field in which the cursor stands, until Tab has led to the next row."""
    labels = {day.words.say(one.label): one for one in fields_of(asked)}
    done: list[str] = []
    while True:
        heard = _heard(table)
        found = [
            one for one in labels if heard.startswith(f"{one}: ") or heard.endswith(f": {one}")
        ]
        if not found or found[0] in done or not table.hasFocus():
            return
        done.append(found[0])
        yield labels[found[0]]
        day.hands.press("Tab")


def _heard(table: QTableView) -> str:
    """Return what is read aloud of the cell in which the cursor stands."""
    return str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def _fill_cell(day: Day, table: QTableView, field: FieldSpec, value: Any) -> None:
    """Type a value into the cell with the cursor, unless it says that already."""
    text = as_typed(day, field, value)
    said = table.currentIndex().data(Qt.ItemDataRole.EditRole)
    if field.kind is Kind.BOOL:
        if _heard(table).endswith(": yes") is not value:
            day.hands.press("Space")
    elif field.kind is Kind.CHOICE:
        for _ in range(9):
            if table.currentIndex().data(Qt.ItemDataRole.EditRole) == text:
                break
            day.hands.press(text[0])
    elif said != text:
        day.hands.write(text)
