"""The measurements of the windows run; what they measure here says nothing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks import home, live, processes
from benchmarks.window import MEMORY


def test_a_card_is_followed_to_the_room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    claim = live.card_to_room(tmp_path, cards=30, rounds=2)
    assert claim.figure > 0


def test_activities_are_changed(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    claim = live.changing_activity(tmp_path, rounds=1)
    assert claim.figure > 0


def test_the_first_window_says_when_it_is_painted(tmp_path: Path) -> None:
    assert processes.first_window(tmp_path, rounds=1).figure > 0


@pytest.mark.skipif(not MEMORY.exists(), reason="only Linux tells what a process holds")
def test_both_programs_say_what_they_hold(tmp_path: Path) -> None:
    assert processes.memory(tmp_path).figure > 1


def test_a_large_library_is_painted_and_found_in(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    assert home.finding_as_one_types(tmp_path, many=20).figure > 0
    (tmp_path / "many.crmw").unlink()
    assert home.first_paint_of_many(tmp_path, many=20, rounds=1).figure > 0
