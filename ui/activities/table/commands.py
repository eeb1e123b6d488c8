"""What is done with whole rows of a record table; each can be undone."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from crm_workshop.activities.paste import as_cells, cells
from crm_workshop.activities.pasting import paste_rows
from crm_workshop.activities.register import delete_row, insert_row, move_row
from crm_workshop.model.base import Placed
from ui.activities.table.model import RecordModel
from ui.activities.values import attempt, typed

_BY = "console"


def put_record(model: RecordModel, number: int, to: int) -> None:
    """Let a record stand at the number of another."""
    session, rows, record = model.session, model.rows, model.record
    row = rows[number]
    others = [one.id for one in rows if one.id != row.id]
    if to != number and issubclass(record, Placed):
        after = others[to - 1] if to > 0 else None
        session.do(move_row, session.store, record, row.id, after, by=_BY)
        model.refresh()


def delete_record(model: RecordModel, here: QModelIndex) -> None:
    """Delete the record that a cell belongs to; undo brings it back."""
    row, session = model.record_at(here), model.session
    if row is not None:
        session.do(delete_row, session.store, model.record, row.id, by=_BY)
        model.refresh()


def insert_record(model: RecordModel, here: QModelIndex) -> QModelIndex:
    """Add a blank record before the one a cell belongs to; return where it begins."""
    row, session = model.record_at(here), model.session
    if row is None or not isinstance(row, Placed):
        return here
    number = model.number_of(here)
    session.do(insert_row, session.store, session.workshop_id, type(row), row.id, by=_BY)
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
    text, session = QGuiApplication.clipboard().text(), model.session
    pasted, field, row = cells(text), model.field_at(here), model.record_at(here)
    if [len(one) for one in pasted] == [1]:
        model.keep(here, pasted[0][0])
        return ""
    names = [one.name for one in model.layout.order]
    first = names.index(field.name) if field else 0
    done, sentence = attempt(
        session, paste_rows, session.store, session.workshop_id, model.record, text,
        names[first:], start_id=row.id if row else None, add_missing=True, by=_BY,
    )  # fmt: skip
    model.refresh()
    if done is None or not done.unread:
        return sentence
    many = f"{done.unread} cells" if done.unread > 1 else "1 cell"
    return f"{many} could not be read. The text stays there, with what is wrong; the rest is kept."
