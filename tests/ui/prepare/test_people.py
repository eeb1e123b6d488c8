"""The page of the people under keyboard and mouse: typed, pasted, dropped, dragged, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from crm_workshop.activities.register import add_row
from crm_workshop.model.choices import Presence
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.workshop import Person
from tests.activities.test_people_list import THIRTY
from tests.ui.activities.desk import move
from tests.ui.console.conftest import ALT, CONTROL, PREPARED, button, press
from tests.ui.prepare.conftest import Opener
from ui.prepare.people import PeoplePage
from ui.prepare.window import PrepareWindow
from ui.ways import Spot

GATE = "Without a leader in the room this produces notes, not a charter."


@pytest.fixture
def at_people(preparation: Opener) -> Callable[..., tuple[PrepareWindow, PeoplePage]]:
    """Return what opens the page of the people."""

    def opened(sample: int = -1) -> tuple[PrepareWindow, PeoplePage]:
        window = preparation(sample)
        window.go_to_spot(Spot(page="people"))
        assert isinstance(window.page, PeoplePage)
        return window, window.page

    return opened


def type_keys(*keys: str | Qt.Key) -> None:
    """Type texts and press keys, wherever the focus is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str):
            for letter in key:  # the first one opens the editor, which the others are typed into
                QTest.keyClicks(QApplication.focusWidget() or focused, letter)
        else:
            QTest.keyClick(focused, key)


def people(window: PrepareWindow) -> tuple[Person, ...]:
    """Return who is in the file now, read again."""
    return window.session.store.load(window.session.workshop_id).all(Person)


def shown(page: PeoplePage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def at_cell(page: PeoplePage, number: int, field: str) -> None:
    """Click a cell."""
    place = page.table.visualRect(page.model.index_of(number, field)).topLeft() + QPoint(8, 8)
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


def test_people_are_typed_straight_in(qtbot: QtBot, at_people) -> None:
    window, page = at_people()
    assert GATE in shown(page)
    assert "who comes" in page.missing(window.session)
    type_keys("A. Arden", TAB, "Managing partner", TAB, " ", TAB, TAB, " ", ENTER)
    type_keys("B. Bell", TAB, "Clerk", ENTER)
    first, second = people(window)
    assert (first.name, first.role, first.is_exec, first.is_sponsor) == (
        *("A. Arden", "Managing partner"),
        *(True, True),
    )
    assert (second.name, second.role, second.is_exec) == ("B. Bell", "Clerk", False)
    assert GATE not in shown(page)
    qtbot.waitUntil(lambda: "A. Arden" in shown(page))
    assert page.missing(window.session) == "who signs"


def test_half_a_name_is_nobodys(at_people) -> None:
    window, page = at_people()
    type_keys("A. Arden", ENTER, "B. Bell", ENTER)
    add_row(window.session.store, window.session.workshop_id, Commitment, {"person": "B"})
    at_cell(page, 0, "name")
    type_keys("B")
    window.keep_drafts()
    assert [one.name for one in people(window)] == ["A. Arden", "B. Bell"]
    type_keys(". Bell", ENTER)
    assert [one.name for one in people(window)] == ["A. Arden", "B. Bell"]
    index = page.model.index_of(0, "name")
    assert index.data() == "B. Bell"
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "“B. Bell” is already in the register" in spoken
    at_cell(page, 0, "name")
    type_keys("B. Beech", ENTER)
    assert [one.name for one in people(window)] == ["B. Beech", "B. Bell"]
    (kept,) = window.session.dossier.all(Commitment)
    assert kept.person == "B"


def test_what_is_typed_before_the_name_is_entered_with_it(at_people) -> None:
    window, page = at_people()
    type_keys(TAB, "Clerk", TAB, TAB)
    assert people(window) == ()
    spoken = page.model.index_of(0, "role").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Role: Clerk. Type the name too: with it, this is entered."
    at_cell(page, 0, "name")
    type_keys("B. Bell", ENTER)
    assert [(one.name, one.role) for one in people(window)] == [("B. Bell", "Clerk")]


def test_thirty_are_pasted_and_taken_back_at_once(qtbot: QtBot, at_people) -> None:
    window, page = at_people()
    QGuiApplication.clipboard().setText(THIRTY)
    press(qtbot, window, Qt.Key.Key_V, CONTROL)
    assert len(people(window)) == 29
    (told,) = [one for one in shown(page) if one.startswith("Added 29 people.")]
    assert "Not taken: the column “Department”." in told
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert people(window) == ()
    assert told not in shown(page)


def test_a_column_of_a_spreadsheet_fills_the_cells_below(qtbot: QtBot, at_people) -> None:
    window, page = at_people()
    type_keys("A. Arden", ENTER, "B. Bell", ENTER)
    at_cell(page, 0, "is_exec")
    QGuiApplication.clipboard().setText("yes\nperhaps\nno")
    press(qtbot, window, Qt.Key.Key_V, CONTROL)
    assert [one.is_exec for one in people(window)] == [True, False]
    told = "Not read, and left as it was: B. Bell. Left out: 1 row more than there are people."
    assert told in shown(page)


def test_a_list_with_headings_is_one_wherever_it_is_pasted(qtbot: QtBot, at_people) -> None:
    window, page = at_people()
    type_keys("A. Arden", TAB, "Clerk", ENTER)
    at_cell(page, 0, "role")
    QGuiApplication.clipboard().setText("Role;Name\nPartner;B. Bell\nPartner;C. Cole")
    press(qtbot, window, Qt.Key.Key_V, CONTROL)
    assert [(one.name, one.role) for one in people(window)] == [
        ("A. Arden", "Clerk"),
        ("B. Bell", "Partner"),
        ("C. Cole", "Partner"),
    ]


def test_a_list_that_is_dropped_is_taken(at_people, tmp_path: Path) -> None:
    window, page = at_people()
    lines = 'Role;Name\nBürgermeister;"=HYPERLINK(""x"")"\n@Amt;Jürgen Öhlmann\n'
    (tmp_path / "people.csv").write_bytes(lines.encode("windows-1252"))
    drop(page, tmp_path / "people.csv")
    assert [(one.name, one.role) for one in people(window)] == [
        ('=HYPERLINK("x")', "Bürgermeister"),
        ("Jürgen Öhlmann", "@Amt"),
    ]
    assert "people.csv: Added 2 people." in shown(page)
    (tmp_path / "people.xlsx").write_bytes(b"PK\x03\x04")
    drop(page, tmp_path / "people.xlsx")
    assert any("workbook" in one for one in shown(page))
    (tmp_path / "people.pdf").write_bytes(b"%PDF")
    assert not drop(page, tmp_path / "people.pdf")
    assert len(people(window)) == 2


def drop(page: PeoplePage, path: Path) -> bool:
    """Drop a file on the page, if the page takes it; return whether it does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    enters = QDragEnterEvent(QPoint(50, 50), action, mime, left, none)
    enters.ignore()
    QApplication.sendEvent(page, enters)
    if not enters.isAccepted():
        return False
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), action, mime, left, none))
    return True


def test_a_list_is_opened(qtbot: QtBot, at_people, tmp_path: Path) -> None:
    window, page = at_people()
    path = tmp_path / "people.tsv"
    path.write_text("Name\tVotes\nA. Arden\tx\nB. Bell\t\n", "utf-16")
    qtbot.mouseClick(button(page, "&Open a list…"), Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(path))
    with qtbot.waitSignal(dialog.finished):
        dialog.accept()
    assert [one.votes for one in people(window)] == [True, False]
    page.open_list(str(tmp_path / "gone.csv"))
    assert any("gone.csv could not be read" in one for one in shown(page))


def test_whoever_is_removed_is_told_of_and_comes_back(qtbot: QtBot, at_people) -> None:
    window, page = at_people(PREPARED)
    before = people(window)
    at_cell(page, 1, "role")
    press(qtbot, window, Qt.Key.Key_Delete, CONTROL)
    assert [one.name for one in people(window)] == [
        one.name for one in before if one.id != before[1].id
    ]
    (told,) = [one for one in shown(page) if "is no longer in the register" in one]
    assert told.startswith(before[1].name)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert people(window) == before


def test_people_are_moved_by_key_and_mouse(qtbot: QtBot, at_people) -> None:
    window, page = at_people()
    type_keys("A. Arden", ENTER, "B. Bell", ENTER, "C. Cole", ENTER)
    at_cell(page, 0, "name")
    press(qtbot, window, Qt.Key.Key_Down, ALT)
    assert [one.name[0] for one in people(window)] == ["B", "A", "C"]
    table, surface = page.table, page.table.viewport()
    start = table.visualRect(page.model.index_of(2, "role")).center()
    end = table.visualRect(page.model.index_of(0, "role")).topLeft() + QPoint(20, 4)
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    for step in (start - QPoint(0, 14), (start + end) / 2, end):
        move(surface, step)
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=end)
    assert [one.name[0] for one in people(window)] == ["C", "B", "A"]


def test_a_tick_is_set_by_a_click(at_people) -> None:
    window, page = at_people()
    type_keys("A. Arden", ENTER)
    at_cell(page, 0, "signs")
    (first,) = people(window)
    assert first.signs


def test_who_is_not_there_all_day_is_told_what_for(qtbot: QtBot, at_people) -> None:
    window, page = at_people(PREPARED)
    at_cell(page, 1, "present")
    type_keys("a", ENTER)
    assert people(window)[1].present is Presence.NO
    qtbot.waitUntil(lambda: "Not in the room: misses all of it." in shown(page))


def test_a_narrow_window_lets_fields_share_a_column(qtbot: QtBot, at_people) -> None:
    window, page = at_people(PREPARED)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setMinimumSize(0, 0)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: len(page.model.layout.columns) == 10)
    at_cell(page, 0, "reports_to")
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: len(page.model.layout.columns) == 6)
    field = page.model.field_at(page.table.currentIndex())
    assert field is not None
    assert field.name == "reports_to"


def test_a_way_leads_to_somebodys_field(at_people) -> None:
    window, page = at_people(PREPARED)
    person = people(window)[2]
    window.go_to_spot(Spot("person", person.id, "role"))
    here = page.table.currentIndex()
    row, field = page.model.record_at(here), page.model.field_at(here)
    assert row is not None
    assert field is not None
    assert (row.id, field.name) == (person.id, "role")
