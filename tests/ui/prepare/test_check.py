"""The room check: keys tick off, the card closes, what the system says is said on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.charter.reading import page_texts
from tests.ui.console.conftest import PREPARED, button, press, the
from tests.ui.prepare.conftest import Opener
from ui.prepare import machine
from ui.prepare.check import CheckPage
from ui.prepare.check_line import State
from ui.prepare.clicker import KEYS
from ui.prepare.legibility import LegibilityCard
from ui.prepare.machine import Battery, free_bytes, read_battery
from ui.prepare.window import PrepareWindow
from ui.ways import Spot

At = Callable[[], tuple[PrepareWindow, CheckPage]]


@pytest.fixture
def at_check(preparation: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> At:
    """Return what opens the page, on a computer that tells of no battery."""
    monkeypatch.setattr(machine, "POWER", tmp_path / "power")

    def opened() -> tuple[PrepareWindow, CheckPage]:
        window = preparation(PREPARED)
        window.go_to_spot(Spot(page="check"))
        assert isinstance(window.page, CheckPage)
        return window, window.page

    return opened


def state(line: Any) -> State:
    """Return how a line of the check stands now; asked anew each time."""
    found: State = line.state
    return found


@dataclass
class Answer:
    active: bool


def test_the_keys_of_a_clicker_tick_off_as_they_come(qtbot: QtBot, at_check: At) -> None:
    window, page = at_check()
    qtbot.mouseClick(page.pad, Qt.MouseButton.LeftButton)
    assert state(page.clicker) is State.TO_DO
    for key in KEYS:
        press(qtbot, window, key)
    assert [one.text()[0] for one in page.pad.signs()] == ["✓"] * len(KEYS)
    assert state(page.clicker) is State.DONE
    assert window.isVisible()
    press(qtbot, window, Qt.Key.Key_F7)
    assert page.pad.said == "F7 came: nothing is done by it."
    press(qtbot, window, Qt.Key.Key_Tab)
    assert not page.pad.hasFocus()


def test_the_card_fills_a_display_and_any_key_takes_it_away(qtbot: QtBot, at_check: At) -> None:
    window, page = at_check()
    assert QApplication.focusWidget() is button(page, "Show the &card")
    press(qtbot, window, Qt.Key.Key_Space)
    cards = [one for one in QApplication.topLevelWidgets() if isinstance(one, LegibilityCard)]
    (card,) = [one for one in cards if one.isVisible()]
    assert card.isFullScreen()
    with qtbot.waitSignal(card.closed):
        qtbot.keyClick(card, Qt.Key.Key_PageDown)
    assert not card.isVisible()
    tick = the(page, QPushButton, "The back row reads the smallest line")
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert state(page.card) is State.DONE


@pytest.mark.parametrize("agreed", [True, False])
def test_staying_awake_is_tried(
    qtbot: QtBot, at_check: At, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    left: list[bool] = []

    @contextmanager
    def asked() -> Iterator[Answer]:
        yield Answer(agreed)
        left.append(True)

    monkeypatch.setattr("ui.prepare.check.ask_system", asked)
    _, page = at_check()
    qtbot.mouseClick(button(page, "&Try it"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "system" in page.sleep.sentence and "Asking" not in page.sleep.sentence)
    assert page.sleep.state is (State.DONE if agreed else State.TO_DO)
    assert left == [True]


def test_the_test_page_is_written(qtbot: QtBot, at_check: At, tmp_path: Path) -> None:
    window, page = at_check()
    qtbot.mouseClick(button(page, "Save as PD&F…"), Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(QFileDialog)
    path = tmp_path / "test page.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: page.paper.sentence.startswith("Wrote"))
    (text,) = page_texts(path.read_bytes())
    assert "Test page" in text


def test_what_the_system_does_not_tell_is_asked_of_people(qtbot: QtBot, at_check: At) -> None:
    _, page = at_check()
    assert state(page.battery) is State.UNASKED
    assert state(page.quiet) is State.UNASKED
    for name in ("They are off", "The charger is plugged in"):
        qtbot.mouseClick(the(page, QPushButton, name), Qt.MouseButton.LeftButton)
    assert state(page.battery) is State.DONE
    assert state(page.quiet) is State.DONE
    assert "1 display" not in page.displays.sentence
    assert page.displays.sentence.startswith("Display 1")


def supply(power: Path, **words: str) -> None:
    folder = power / "BAT0"
    folder.mkdir(parents=True, exist_ok=True)
    for name, word in words.items():
        (folder / name).write_text(f"{word}\n", "utf-8")


def test_the_battery_is_read(at_check: At, tmp_path: Path) -> None:
    power = tmp_path / "power"
    assert read_battery(power) is None
    supply(power, type="Battery", capacity="41", status="Discharging")
    assert read_battery(power) == Battery(41, is_draining=True)
    _, page = at_check()
    assert state(page.battery) is State.TO_DO
    supply(power, status="Charging")
    page.refresh()
    assert state(page.battery) is State.DONE
    supply(power, scope="Device")
    assert read_battery(power) is None
    supply(power, scope="System", capacity="full")
    assert read_battery(power) is None


def test_free_room_is_read(tmp_path: Path) -> None:
    assert (free_bytes(tmp_path) or 0) > 0
    assert free_bytes(tmp_path / "gone") is None
