"""What is done with whole rows of a record table; each can be undone."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication

from crm_workshop.activities.register import delete_row, move_row, paste_rows
from crm_workshop.model.base import Placed
from ui.activities.table.model import RecordModel
from ui.activities.values import attempt

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


def paste_into(model: RecordModel, here: QModelIndex) -> str:
    """Paste cells of a spreadsheet as new rows, or a single text into the cell.

    Returns the sentence that says what could not be read; then nothing was added.
    """
    text, session = QGuiApplication.clipboard().text(), model.session
    if "\t" not in text and "\n" not in text.strip():
        model.keep(here, text)
        return ""
    names, field = [one.name for one in model.layout.order], model.field_at(here)
    first = names.index(field.name) if field and model.record_at(here) is None else 0
    _, sentence = attempt(
        session, paste_rows, session.store, session.workshop_id, model.record, text,
        names[first:], add_missing=True, by=_BY,
    )  # fmt: skip
    model.refresh()
    return sentence
