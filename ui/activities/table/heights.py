"""How wide the columns of a record table are, and how high its rows."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from ui.activities.parts import heading_width
from ui.activities.table.delegate import CellDelegate
from ui.activities.table.model import RecordModel


def needs_of(model: RecordModel, cells: CellDelegate, width: int) -> list[int]:
    """Return how wide (pixels) each column has to be for no word in it to be broken.

    Dates stay on one line too where `width` has room for that.
    """
    whole = [_widest(model, cells, column, True) for column in range(len(model.layout.columns))]
    if sum(whole) <= width:
        return whole
    return [_widest(model, cells, column, False) for column in range(len(model.layout.columns))]


def _widest(model: RecordModel, cells: CellDelegate, column: int, whole_dates: bool) -> int:
    heading = str(model.headerData(column, Qt.Orientation.Horizontal))
    needs = (
        cells.needed_width(model.index(row, column), whole_dates=whole_dates)
        for row in range(model.rowCount())
    )
    return max([heading_width(heading), *needs])


def heights_of(view: QTableView, model: RecordModel, cells: CellDelegate) -> Iterator[int]:
    """Yield the height (pixels) of every row; a column's last field may take several rows."""
    for top in range(0, model.rowCount(), model.layout.lines):
        yield from _record(view, model, cells, top)


def _record(view: QTableView, model: RecordModel, cells: CellDelegate, top: int) -> list[int]:
    """Return the heights of the rows of one record, which begins in row `top`."""
    count = min(model.layout.lines, model.rowCount() - top)
    heights = [0] * count
    needs: dict[int, list[int]] = {}
    for column in range(model.columnCount()):
        held = min(model.held(column), count)
        needs[column] = [_need(view, model, cells, top + line, column) for line in range(held)]
        for line, need in enumerate(needs[column][:-1]):
            heights[line] = max(heights[line], need)
    for column in sorted(needs, key=lambda one: -len(needs[one])):
        own = needs[column]
        heights[-1] += max(0, own[-1] - sum(heights[len(own) - 1 :]))
    return heights


def _need(view: QTableView, model: RecordModel, cells: CellDelegate, row: int, column: int) -> int:
    index = model.index(row, column)
    need = cells.needed(index, view.columnWidth(column))
    if cells.editor is not None and cells.place == index:
        need = max(need, cells.needed_by_editor())
    return need
