"""Buttons that are strong while they are chosen."""

from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from ui.widgets.text import button


def test_a_tab_has_room_for_its_strong_words_before_it_is_chosen(qtbot: QtBot) -> None:
    plain, tab = button("Signs &later", ""), button("Signs &later", "tab")
    for one in (plain, tab):
        qtbot.addWidget(one)
    strong = QFont(tab.font())
    strong.setWeight(QFont.Weight.DemiBold)
    more = QFontMetrics(strong).horizontalAdvance("Signs later")
    more -= tab.fontMetrics().horizontalAdvance("Signs later")
    assert more > 0
    assert tab.sizeHint().width() == plain.sizeHint().width() + more
