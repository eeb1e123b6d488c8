"""The first window: workshops, samples, a new one, a charter; plain text, never markup."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crm_workshop.activities.workshops import create_workshop
from crm_workshop.live.scene import next_activity, show_live
from crm_workshop.store.library import Store
from ui.app import has_display
from ui.bridge import StoreBridge
from ui.console.dialogs import Ask
from ui.home.model import WorkshopModel, entries_of
from ui.home.window import HomeWindow
from ui.theme.look import dress
from ui.ways import Way, Where


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "library.crmw")


@pytest.fixture
def window(qtbot: QtBot, store: Store, qapp: QApplication) -> HomeWindow:
    dress(qapp)
    window = HomeWindow(store, StoreBridge(store))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def button(window: HomeWindow, text: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if text in one.text())


W = TypeVar("W", bound=QWidget)


def the(window: HomeWindow, kind: type[W]) -> W:
    """Return the window's only widget of a kind."""
    (found,) = window.findChildren(kind)
    return found


def shown(window: HomeWindow) -> list[QLabel]:
    return [one for one in window.findChildren(QLabel) if one.isVisible()]


def lines(window: HomeWindow) -> list[str]:
    model = the(window, QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_an_empty_library_teaches_and_offers_no_charter(window: HomeWindow) -> None:
    assert lines(window) == []
    (taught,) = [one for one in window.findChildren(QLabel) if "No workshop yet" in one.text()]
    assert taught.isVisible()
    assert not button(window, "charter").isEnabled()


def test_the_samples_come_by_one_click(qtbot: QtBot, window: HomeWindow, store: Store) -> None:
    qtbot.mouseClick(button(window, "samples"), Qt.MouseButton.LeftButton)
    assert len(lines(window)) == 3
    assert any(line.startswith("Alder & Finch LLP\nHalf-day · 21 Nov") for line in lines(window))
    assert button(window, "charter").isEnabled()
    assert not any("No workshop yet" in one.text() for one in shown(window))


def test_the_list_follows_the_library_and_keeps_the_selection(
    window: HomeWindow, store: Store
) -> None:
    window.bring_in_samples()
    view = the(window, QListView)
    view.setCurrentIndex(view.model().index(1, 0))
    chosen = window.chosen()
    create_workshop(store, "Brandt Consulting")
    assert window.chosen() == chosen
    store.undo(None)
    assert len(lines(window)) == 3


def test_a_name_is_asked_for_and_markup_stays_text(qtbot: QtBot, window: HomeWindow) -> None:
    hostile = "<img src=file:///etc/passwd> & <b>Sons</b>"
    qtbot.mouseClick(button(window, "New workshop"), Qt.MouseButton.LeftButton)
    field = the(window, QLineEdit)
    qtbot.keyClicks(field, hostile)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert lines(window)[0].splitlines()[0] == hostile


def test_a_name_that_was_begun_stands_there_again(qtbot: QtBot, window: HomeWindow) -> None:
    for typed, shown in (("Marlowe", "Marlowe"), (" & Vane", "Marlowe & Vane")):
        qtbot.mouseClick(button(window, "New workshop"), Qt.MouseButton.LeftButton)
        ask = next(one for one in window.findChildren(Ask) if one.isVisible())
        qtbot.keyClick(ask.field, Qt.Key.Key_End)
        qtbot.keyClicks(ask.field, typed)
        assert ask.field.text() == shown
        qtbot.keyClick(ask, Qt.Key.Key_Escape)
    assert lines(window) == []


def test_what_was_made_is_chosen_so_that_enter_opens_it(qtbot: QtBot, window: HomeWindow) -> None:
    window.bring_in_samples()
    window.make_workshop("Brandt Consulting")
    chosen = window.chosen()
    assert chosen is not None
    assert chosen.firm == "Brandt Consulting"
    with qtbot.waitSignal(window.way_chosen) as asked:
        qtbot.keyClick(the(window, QListView), Qt.Key.Key_Return)
    assert asked.args == [Way(Where.LIVE, chosen.id)]


def test_the_list_says_how_far_each_workshop_is_and_what_comes_next(
    window: HomeWindow, store: Store
) -> None:
    window.bring_in_samples()
    said = {line.splitlines()[0]: line.splitlines()[1] for line in lines(window)}
    assert "not yet begun" in said["Pennyquick & Larch LLP"]
    assert "· begun ·" in said["City of Eastmere"]
    assert "worked through" in said["Alder & Finch LLP"]
    view, primary = the(window, QListView), button(window, "Open")
    texts = {}
    for row, line in enumerate(lines(window)):
        view.setCurrentIndex(view.model().index(row, 0))
        texts[line.splitlines()[0]] = primary.text().replace("&", "")
    assert texts == {
        "Pennyquick & Larch LLP": "Open",
        "City of Eastmere": "Resume",
        "Alder & Finch LLP": "Open",
    }


def test_the_list_follows_a_workshop_that_is_begun_elsewhere(
    window: HomeWindow, store: Store
) -> None:
    window.make_workshop("Brandt Consulting")
    chosen = window.chosen()
    assert chosen is not None
    assert "not yet begun" in lines(window)[0]
    next_activity(store, chosen.id)
    show_live(store, chosen.id)
    assert "· begun ·" in lines(window)[0]
    assert button(window, "Res&ume").isEnabled()


def test_a_blank_name_is_answered_by_a_sentence(qtbot: QtBot, window: HomeWindow) -> None:
    window.make_workshop("   ")
    box = the(window, QMessageBox)
    assert "Name the firm" in box.text()
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()
    assert lines(window) == []


def test_a_charter_is_written_in_the_background(
    qtbot: QtBot, window: HomeWindow, tmp_path: Path
) -> None:
    window.bring_in_samples()
    chosen = window.chosen()
    assert chosen
    path = tmp_path / "charter.pdf"
    writing = window.save_charter(chosen, path)
    assert not button(window, "charter").isEnabled()
    with qtbot.waitSignal(writing.signals.done, timeout=20_000):
        pass
    assert path.read_bytes().startswith(b"%PDF")
    assert button(window, "charter").isEnabled()


def test_a_charter_that_cannot_be_written_is_said(
    qtbot: QtBot, window: HomeWindow, tmp_path: Path
) -> None:
    window.bring_in_samples()
    chosen = window.chosen()
    assert chosen
    (tmp_path / "folder.pdf").mkdir()
    writing = window.save_charter(chosen, tmp_path / "folder.pdf")
    with qtbot.waitSignal(writing.signals.failed, timeout=20_000):
        pass
    box = the(window, QMessageBox)
    assert "could not be written" in box.text()
    box.close()


def test_the_model_keeps_to_qts_rules(qapp: QApplication, store: Store) -> None:
    model = WorkshopModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    create_workshop(store, "Marlowe & Vane")
    model.set_entries(entries_of(store))
    assert tester.model() is model


def test_every_control_has_a_name_for_those_who_listen(window: HomeWindow) -> None:
    for kind in (QPushButton, QListView, QLineEdit):
        for control in window.findChildren(kind):
            assert control.accessibleName() or getattr(control, "text", str)()


@pytest.mark.parametrize(
    ("environment", "shown"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "w"}, True)],
)
def test_a_display_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], shown: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    assert has_display() is shown
