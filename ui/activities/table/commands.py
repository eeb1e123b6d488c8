"""What is done with whole rows of a record table; each can be undone."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from crm_workshop.activities.paste import as_cells, cells
from crm_workshop.model.base import Placed
from ui.activities.table.model import RecordModel
from ui.activities.values import typed


def put_record(model: RecordModel, number: int, to: int) -> None:
    """Let a record stand at the number of another."""
    rows, row = model.rows, model.rows[number]
    others = [one.id for one in rows if one.id != row.id]
    if to != number and issubclass(model.record, Placed):
        after = others[to - 1] if to > 0 else None
        model.session.do(model.operations.move, row, after)
        model.refresh()


def delete_record(model: RecordModel, here: QModelIndex) -> str:
    """Delete the record that a cell belongs to; undo brings it back.

    Returns what there is to say about it.
    """
    row = model.record_at(here)
    if row is None:
        return ""
    told = model.session.do(model.operations.delete, row) or ""
    model.refresh()
    return told


def insert_record(model: RecordModel, here: QModelIndex) -> QModelIndex:
    """Add a blank record before the one a cell belongs to; return where it begins.

    A record that cannot be blank begins in the last row.
    """
    row = model.record_at(here)
    if row is None or not isinstance(row, Placed):
        return here
    if not model.operations.inserts:
        return model.index_of(len(model.rows), model.layout.order[0].name)
    number = model.number_of(here)
    model.session.do(model.operations.insert, row)
    model.refresh()
    return model.index_of(number, model.layout.order[0].name)


def fill_down(model: RecordModel, here: QModelIndex) -> None:
    """Give a cell what the record above holds in the same field."""
    field, number = model.field_at(here), model.number_of(here)
    if field is not None and number > 0:
        model.keep(here, getattr(model.rows[number - 1], field.name))


def copy_cell(model: RecordModel, here: QModelIndex) -> None:
    """Put what a cell holds into the clipboard, as a spreadsheet would."""
    text = str(model.data(here, Qt.ItemDataRole.EditRole) or "")
    QGuiApplication.clipboard().setText(as_cells([[text]]))


def copy_records(model: RecordModel, _here: QModelIndex) -> None:
    """Put all records into the clipboard, a column a field in the order of typing."""
    rows = (
        [typed(model.session, field, getattr(row, field.name)) for field in model.layout.order]
        for row in model.rows
    )
    QGuiApplication.clipboard().setText(as_cells(rows))


def paste_into(model: RecordModel, here: QModelIndex) -> str:
    """Paste a text into a cell, or a piece of a spreadsheet from the cell on, into new rows too.

    Returns the sentence that says what could not be read, or why nothing was changed.
    """
    text = QGuiApplication.clipboard().text()
    pasted, field, row = cells(text), model.field_at(here), model.record_at(here)
    if [len(one) for one in pasted] == [1]:
        model.keep(here, pasted[0][0])
        return ""
    names = [one.name for one in model.layout.order]
    first = names.index(field.name) if field else 0
    told = model.operations.paste(text, names[first:], row)
    model.refresh()
    return told
