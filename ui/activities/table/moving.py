"""Where the keys of a record table lead, as in a spreadsheet: to fields and rows."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from ui.activities.table.model import RecordModel

_WAYS: Final = {
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
    Qt.Key.Key_Return: "down",
    Qt.Key.Key_Enter: "down",
}


class Moving(QObject):
    """Moves a table's cursor. After a run of Tabs, Enter goes back to where the run began."""

    def __init__(self, view: QTableView, model: RecordModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._began = ""

    def by_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return whether it was one of these."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None:
            if Qt.Key.Key_Home <= event.key() <= Qt.Key.Key_PageDown:
                self._began = ""
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._out(way)
        elif way == "down" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.leave("up")
        elif way == "down" and self._model.record_at(self._view.currentIndex()) is None:
            self._view.edit(self._view.currentIndex())
        else:
            self.leave(way)
        return True

    def leave(self, way: str) -> None:
        """Go where a key leads from the cell in which the cursor is."""
        self._view.setFocus()
        here = self._view.currentIndex()
        self._model.finish(here)
        field, number = self._model.field_at(here), self._model.number_of(here)
        name = field.name if field else self._names(number)[-1]
        if way == "next":
            self._began = self._began or name
            self._step(number, name, 1)
        elif way == "previous":
            self._step(number, name, -1)
        elif way in ("down", "up"):
            to = number + (1 if way == "down" else -1)
            if 0 <= to <= self._last():
                self._go(self._model.index_of(to, self._began or name))
            self._began = ""

    def _step(self, number: int, name: str, by: int) -> None:
        """Go to the next field (or the one before), on into the next record, then out."""
        names = self._names(number)
        at = names.index(name) + by if name in names else 0
        if 0 <= at < len(names):
            self._go(self._model.index_of(number, names[at]))
            return
        number += by
        if not 0 <= number <= self._last():
            self._out("next" if by > 0 else "previous")
            return
        names = self._names(number)
        self._go(self._model.index_of(number, names[0 if by > 0 else -1]))

    def _go(self, index: QModelIndex) -> None:
        self._view.setCurrentIndex(index)

    def _last(self) -> int:
        """Return the number of the last record, or of the row that begins one."""
        return self._model.number_of(self._model.index(self._model.rowCount() - 1, 0))

    def _names(self, number: int) -> list[str]:
        """Return the fields of a record that are asked as it stands, in the order of typing."""
        order = [one.name for one in self._model.layout.order]
        begins = number >= len(self._model.rows)
        if begins:
            return [name for name in order if self._model.layout.place(name)[0] == 0]
        return [n for n in order if self._model.is_asked(self._model.index_of(number, n))]

    def _out(self, way: str) -> None:
        """Go to the control before or behind the table."""
        self._view.focusNextPrevChild(way != "previous")
