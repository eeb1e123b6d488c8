"""Rows that are dragged to another place with the mouse, and yes or no that is clicked."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView

from crm_workshop.model.fields import Kind
from ui.activities.table.commands import put_record
from ui.activities.table.model import RecordModel, Role


class RowDrag(QObject):
    """Watches a table's surface; a row that was dragged is put where it was let go."""

    def __init__(self, view: QTableView, model: RecordModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._from: int | None = None
        self._pressed = QPoint()
        self._to: int | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the mouse from where a row is pressed to where it is let go."""
        if not isinstance(event, QMouseEvent):
            return False
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press(at)
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            return self._move(at)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            return self._release(at)
        return False

    def line(self) -> int | None:
        """Return how far down (pixels) the line stands that shows where a row would go."""
        if self._to is None:
            return None
        row = self._to * self._model.layout.lines
        if row < self._model.rowCount():
            return max(2, self._view.rowViewportPosition(row))
        return self._view.verticalHeader().length() - 2

    def _press(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        has_record = self._model.record_at(index) is not None
        self._from = self._model.number_of(index) if has_record else None
        self._pressed, self._to = at, None

    def _move(self, at: QPoint) -> bool:
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._from is None or (self._to is None and not far):
            return self._from is not None
        self._to = self._gap(at)
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._view.viewport().update()
        return True

    def _release(self, at: QPoint) -> bool:
        begun, gap, self._from, self._to = self._from, self._to, None, None
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        if begun is None:
            return False
        if gap is None:
            self._click(at)
            return False
        put_record(self._model, begun, gap if gap <= begun else gap - 1)
        return True

    def _gap(self, at: QPoint) -> int:
        """Return before which record (by number) the row would stand."""
        lines, count = self._model.layout.lines, len(self._model.rows)
        for number in range(count):
            top = self._view.rowViewportPosition(number * lines)
            bottom = top + sum(self._view.rowHeight(number * lines + one) for one in range(lines))
            if at.y() < (top + bottom) // 2:
                return number
        return count

    def _click(self, at: QPoint) -> None:
        """Turn a yes or no round by a click on it."""
        index = self._view.indexAt(at)
        field, pressed = self._model.field_at(index), self._view.indexAt(self._pressed)
        if field is not None and field.kind is Kind.BOOL and pressed == index:
            self._model.keep(index, not index.data(Role.RAW))
