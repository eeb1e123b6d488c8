"""How the rows of a table are written: as those of any register, unless their record asks more."""

from collections.abc import Mapping, Sequence

from crm_workshop.activities.pasting import paste_rows
from crm_workshop.activities.register import add_row, delete_row, insert_row, move_row, set_field
from crm_workshop.model.base import Placed, Row
from ui.activities.values import attempt
from ui.session import Session

_BY = "console"


class RowOperations:
    """Writes the rows of a register; each call is a step that can be undone."""

    #: Fields that are written only when they are entered: half a name is nobody's.
    entered: frozenset[str] = frozenset()
    #: Whether a blank row can stand between others.
    inserts = True

    def __init__(self, session: Session, record: type[Row]) -> None:
        self.session, self.record = session, record
        self.store, self.workshop_id = session.store, session.workshop_id

    def add(self, fields: Mapping[str, object], *, add_missing: bool) -> Row:
        """Add a row; raises `InputError` for a field that cannot be read."""
        return add_row(
            self.store, self.workshop_id, self.record, fields, add_missing=add_missing, by=_BY
        )

    def change(self, row: Row, field: str, given: object, *, add_missing: bool) -> Row:
        """Give a field what was typed; raises `InputError` if it cannot be read."""
        return set_field(
            self.store, self.record, row.id, field, given, add_missing=add_missing, by=_BY
        )

    def insert(self, before: Row) -> None:
        """Add a blank row before another."""
        if issubclass(self.record, Placed):
            insert_row(self.store, self.workshop_id, self.record, before.id, by=_BY)

    def move(self, row: Row, after_id: int | None) -> None:
        """Put a row behind another, or first."""
        if issubclass(self.record, Placed):
            move_row(self.store, self.record, row.id, after_id, by=_BY)

    def delete(self, row: Row) -> str:
        """Delete a row; return what there is to say about it."""
        delete_row(self.store, self.record, row.id, by=_BY)
        return ""

    def paste(self, text: str, fields: Sequence[str], start: Row | None) -> str:
        """Paste a piece of a spreadsheet from a row's field on; return what is to be said of it."""
        done, sentence = attempt(
            self.session, paste_rows, self.store, self.workshop_id, self.record, text, fields,
            start_id=start.id if start else None, add_missing=True, by=_BY,
        )  # fmt: skip
        if done is None or not done.unread:
            return sentence
        many = f"{done.unread} cells" if done.unread > 1 else "1 cell"
        return (
            f"{many} could not be read. The text stays there, with what is wrong; the rest is kept."
        )

    def fault(self, _row: Row | None, _field: str, _text: str, /) -> str:
        """Return why a text cannot be the value of a field, though it can be read."""
        return ""
