"""The page of the pre-work: answers typed in as from paper, kept, private, and a sheet to print."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from crm_workshop.activities.people import add_person, remove_person, set_presence
from crm_workshop.activities.prework import answer_of
from crm_workshop.model.choices import Presence
from crm_workshop.model.workshop import Person, PreworkAnswer, SponsorCall
from tests.charter.reading import page_texts
from tests.ui.console.conftest import ALT, CONTROL, PREPARED, SHIFT, button, press, the
from tests.ui.prepare.conftest import Opener
from ui.prepare.prework import PreworkPage
from ui.prepare.window import PrepareWindow
from ui.ways import Spot

ENTER = Qt.Key.Key_Return

At = Callable[..., tuple[PrepareWindow, PreworkPage]]


@pytest.fixture
def at_prework(preparation: Opener) -> At:
    """Return what opens the page of the pre-work."""

    def opened(sample: int = PREPARED) -> tuple[PrepareWindow, PreworkPage]:
        window = preparation(sample)
        window.go_to_spot(Spot(page="prework"))
        assert isinstance(window.page, PreworkPage)
        return window, window.page

    return opened


def type_keys(*keys: str | Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key)


def answers(window: PrepareWindow) -> list[tuple[str, int, str]]:
    """Return who answered what to which line, as the file has it."""
    dossier = window.session.store.load(window.session.workshop_id)
    names = {one.id: one.name for one in dossier.all(Person)}
    found = sorted(dossier.all(PreworkAnswer), key=lambda one: (one.person_id, one.line))
    return [(names[one.person_id], one.line, one.text) for one in found]


def names(window: PrepareWindow) -> list[str]:
    return [one.name for one in window.session.dossier.all(Person)]


def test_enter_goes_from_line_to_line_and_on_to_the_next_person(at_prework: At) -> None:
    window, page = at_prework()
    first, second, *_ = names(window)
    type_keys(
        "we answer first.", ENTER, "Four times", ENTER, "A third.", ENTER, "we listen.", ENTER
    )
    assert answers(window) == [
        (first, 1, "we answer first."),
        (first, 2, "Four times"),
        (first, 3, "A third."),
        (second, 1, "we listen."),
    ]
    assert page.people.person is not None
    assert page.people.person.name == second
    assert [page.people.item(row).text() for row in range(3)] == [
        f"{first} ✓",
        f"{second} – 1 of 3",
        names(window)[2],
    ]
    assert page.missing(window.session) == "the answers of 6"


def test_alt_and_arrows_turn_to_another_person_and_keep_what_was_typed(
    qtbot: QtBot, at_prework: At
) -> None:
    window, _ = at_prework()
    first, second, *_ = names(window)
    type_keys("we ans")
    press(qtbot, window, Qt.Key.Key_Down, ALT)
    type_keys("we listen.")
    press(qtbot, window, Qt.Key.Key_Up, ALT)
    type_keys("wer.")
    window.keep_drafts()
    assert answers(window) == [(first, 1, "we answer."), (second, 1, "we listen.")]


def test_a_click_on_a_name_keeps_what_was_typed_for_the_one_before(
    qtbot: QtBot, at_prework: At
) -> None:
    window, page = at_prework()
    type_keys("we answer.")
    place = page.people.visualItemRect(page.people.item(2)).center()
    qtbot.mouseClick(page.people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert answers(window) == [(names(window)[0], 1, "we answer.")]
    assert the(page, QPlainTextEdit, f"{names(window)[2]}: CRM here means …").toPlainText() == ""


def test_shift_and_enter_begin_a_line(qtbot: QtBot, at_prework: At) -> None:
    window, _ = at_prework()
    type_keys("one")
    press(qtbot, window, ENTER, SHIFT)
    type_keys("two", ENTER)
    ((_, _, text),) = answers(window)
    assert text == "one\ntwo"


def test_what_is_typed_is_in_the_file_within_a_second(qtbot: QtBot, at_prework: At) -> None:
    window, _ = at_prework()
    type_keys("we ans")
    qtbot.waitUntil(lambda: len(answers(window)) == 1, timeout=1000)
    type_keys("wer")
    qtbot.waitUntil(lambda: answers(window)[0][2] == "we answer", timeout=1000)
    type_keys(ENTER)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert answers(window) == []


def test_undo_shows_what_stands_now(qtbot: QtBot, at_prework: At) -> None:
    window, page = at_prework()
    type_keys("we answer.", ENTER)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    first = the(page, QPlainTextEdit, f"{names(window)[0]}: CRM here means …")
    assert first.toPlainText() == ""


def test_whoever_goes_leaves_the_page_in_order(at_prework: At) -> None:
    window, page = at_prework()
    type_keys("we answer.")
    store, workshop_id = window.session.store, window.session.workshop_id
    first, second = window.session.dossier.all(Person)[:2]
    remove_person(store, first.id)
    assert page.people.person == second
    assert the(page, QPlainTextEdit, f"{second.name}: CRM here means …").toPlainText() == ""
    set_presence(store, second.id, Presence.NO)
    assert page.people.person != second
    added = add_person(store, workshop_id, "Zed Amble")
    assert page.people.item(page.people.count() - 1).text() == added.name


def test_the_sponsors_call_is_noted_with_its_lines(at_prework: At) -> None:
    window, page = at_prework(-1)
    assert QApplication.focusWidget() is the(page, QPlainTextEdit, "Note of the sponsor’s call")
    type_keys("Who takes", ENTER, "the first call.")
    window.keep_drafts()
    note = window.session.dossier.one(SponsorCall).note
    assert note == "Who takes\nthe first call."
    assert any("Nobody is expected yet" in one.text() for one in page.findChildren(QLabel))


def test_a_way_leads_to_an_answer(at_prework: At) -> None:
    window, page = at_prework()
    type_keys("we answer.", ENTER, ENTER, ENTER, "we listen.", ENTER)
    row = window.session.dossier.all(PreworkAnswer)[0]
    window.go_to_spot(Spot("prework_answer", row.id, "text"))
    entry = the(page, QPlainTextEdit, f"{names(window)[0]}: CRM here means …")
    assert QApplication.focusWidget() is entry
    assert entry.toPlainText() == answer_of(window.session.dossier, row.person_id, 1)
    window.go_to_spot(Spot("sponsor_call", 0, "note"))
    assert QApplication.focusWidget() is the(page, QPlainTextEdit, "Note of the sponsor’s call")


def test_the_sheets_are_saved(qtbot: QtBot, at_prework: At, tmp_path: Path) -> None:
    window, page = at_prework()
    qtbot.mouseClick(button(page, "Save the &sheets…"), Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(QFileDialog)
    line, buttons = dialog.findChild(QLineEdit), dialog.findChild(QDialogButtonBox)
    assert line is not None
    assert buttons is not None
    line.setText(str(tmp_path / "sheets.pdf"))
    save = buttons.button(QDialogButtonBox.StandardButton.Save)
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    labels = page.findChildren(QLabel)
    qtbot.waitUntil(lambda: any("Wrote" in one.text() and one.isVisible() for one in labels))
    pages = page_texts((tmp_path / "sheets.pdf").read_bytes())
    assert len(pages) == page.people.count()
    assert names(window)[0] in pages[0]
