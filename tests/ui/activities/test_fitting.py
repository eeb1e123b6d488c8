"""Tables at the smallest window: no word is broken, no text cut, at large text too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.model.fields import Kind
from tests.ui.activities.desk import FULL, desk
from ui.activities.ink import sans
from ui.activities.table.model import RecordModel
from ui.activities.table.part import TablePart
from ui.activities.table.view import RecordTable
from ui.theme.look import dress
from ui.theme.tokens import Theme, load_theme

#: How wide the work area is in a window of 1280 × 720 (px).
WIDTH = 592

#: The sides of a cell, the box of a yes or no (px at the normal text size), and the gap behind it.
SIDES, BOX, GAP = 24, 13, 6

WRAPPED = Qt.TextFlag.TextWordWrap


@pytest.fixture(params=[1.0, 1.5])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    return dress(qapp, load_theme("light", scale=request.param))


def texts(table: RecordTable, model: RecordModel, theme: Theme) -> Iterator[tuple[str, QRect, int]]:
    """Yield each text that is shown, its cell's rectangle, and the pixels of its letters."""
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            field, below = model.field_at(index), row % model.layout.lines > 0
            if not index.data() or field is None or not model.is_asked(index):
                continue
            place = table.visualRect(index).adjusted(0, 0, -SIDES, 0)
            if field.kind is Kind.BOOL:
                place.setWidth(place.width() - theme.px(BOX) - GAP)
            yield str(index.data()), place, 13 if below else 15


@pytest.mark.parametrize("key", ["1.2", "2.4", "3.1", "4.2", "4.3", "4.4", "5.1", "6.1", "8.2"])
def test_every_cell_shows_its_words_whole(qtbot: QtBot, theme: Theme, key: str) -> None:
    work = desk(qtbot, key, FULL, width=WIDTH)
    tables = work.panel.findChildren(TablePart)
    assert tables
    for part in tables:
        found = list(texts(part.table, part.model, theme))
        assert found
        for text, place, size in found:
            metrics = QFontMetrics(sans(theme, size))
            widest = max(metrics.horizontalAdvance(word) for word in text.split())
            assert widest <= place.width(), text
            high = metrics.boundingRect(QRect(0, 0, place.width(), 9999), WRAPPED, text).height()
            assert high <= place.height(), text


@pytest.mark.parametrize("key", ["1.2", "2.4", "3.1", "4.2", "4.3", "4.4", "5.1", "6.1", "8.2"])
def test_every_heading_shows_its_words_whole(qtbot: QtBot, theme: Theme, key: str) -> None:
    work = desk(qtbot, key, FULL, width=WIDTH)
    metrics = QFontMetrics(sans(theme, 12, strong=True))
    for part in work.panel.findChildren(TablePart):
        header = part.table.horizontalHeader()
        for column in range(header.count()):
            text = str(part.model.headerData(column, Qt.Orientation.Horizontal))
            width = header.sectionSize(column) - SIDES
            assert max(metrics.horizontalAdvance(word) for word in text.split()) <= width, text
            high = metrics.boundingRect(QRect(0, 0, width, 9999), WRAPPED, text).height()
            assert high + 16 <= header.height(), text
