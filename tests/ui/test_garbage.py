"""Garbage goes in the windows' thread, whoever allocates."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage


class Ring(QObject):
    """A part of a window that holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[Garbage]:
    gc.enable()  # as Python has it, other than the tests of windows
    made = Garbage()
    yield made
    made.stop()
    gc.disable()


def note(where: list[str]) -> None:
    where.append(threading.current_thread().name)


def allocate() -> None:
    """Make more things than Python lets pass without a search for garbage."""
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_another_threads_work_deletes_no_part_of_a_window(qtbot: QtBot, garbage: Garbage) -> None:
    where: list[str] = []
    ring = Ring()
    weakref.finalize(ring, note, where)
    del ring
    busy = threading.Thread(target=allocate, name="busy")
    busy.start()
    busy.join()
    assert where == []
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.main_thread().name]


def test_it_hands_the_collecting_back(qapp: QObject) -> None:
    made = Garbage()
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
    gc.disable()  # as the tests of windows have it
