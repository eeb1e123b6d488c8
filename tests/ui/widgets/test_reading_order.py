"""Tab goes as one reads, and asks Qt for nothing that outlives what it stands for."""

import gc

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from ui.widgets.reading_order import controls


def page(*, later: int = 0) -> tuple[QWidget, list[QLineEdit]]:
    """Return a widget with a line of two fields, and one below, made in another order."""
    whole = QWidget()
    below, right, left = (QLineEdit(whole) for _ in range(3))
    outer, line = QVBoxLayout(whole), QHBoxLayout()
    line.addWidget(left)
    line.addWidget(right)
    outer.addLayout(line)
    outer.addWidget(below)
    fields = [left, right, below]
    for _ in range(later):
        outer.addWidget(QLineEdit())
    return whole, fields


def test_controls_come_in_the_order_of_the_layouts_inner_ones_too(qtbot: QtBot) -> None:
    whole, fields = page()
    qtbot.addWidget(whole)
    whole.show()
    assert list(controls(whole)) == fields


def test_no_item_of_a_layout_is_kept_by_the_binding(qtbot: QtBot) -> None:
    """A kept item is taken for whatever comes to stand at its place in memory: seen once."""
    whole, fields = page(later=20)
    qtbot.addWidget(whole)
    whole.show()
    before = items()
    assert len(list(controls(whole))) == 20 + len(fields)
    assert items() == before


def items() -> int:
    """Return how many items of layouts the binding keeps."""
    gc.collect()
    return sum(isinstance(one, QWidgetItem) for one in gc.get_objects())
