"""The firm's page by keys and mouse: kept as it is typed, taken back by name, its lacks said."""

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from crm_workshop.model.choices import Locale, Paper, Sector, Variant
from crm_workshop.model.workshop import Activity, Workshop
from tests.ui.console.conftest import ALT, COMPLETE, CONTROL, press, the
from tests.ui.prepare.conftest import Opener
from ui.prepare.firm import FirmPage
from ui.prepare.window import PrepareWindow
from ui.ways import Spot


def workshop(window: PrepareWindow) -> Workshop:
    return window.session.dossier.workshop


def focused(qtbot: QtBot, window: PrepareWindow, name: str) -> QLineEdit:
    """Go to a line by Tab and return it."""
    for _ in range(40):
        found = QApplication.focusWidget()
        if isinstance(found, QLineEdit) and found.accessibleName() == name:
            return found
        press(qtbot, window, Qt.Key.Key_Tab)
    raise AssertionError(name)


def said(window: PrepareWindow) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible() and one.text()]


def test_a_new_workshop_is_filled_in_by_tab_in_reading_order(
    qtbot: QtBot, preparation: Opener
) -> None:
    window = preparation()
    for typed in ("pub", "am", "11/21/2026", "9:30", "The old library", "Ines Halloran", "full"):
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        press(qtbot, window, Qt.Key.Key_Tab)
    for typed in ("us", "2"):
        if isinstance(field := QApplication.focusWidget(), QLineEdit):
            field.selectAll()
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        press(qtbot, window, Qt.Key.Key_Tab)
    now = workshop(window)
    assert (now.sector, now.locale, now.variant) == (Sector.PUBLIC, Locale.US, Variant.FULL)
    assert (now.held_on, now.starts) == (date(2026, 11, 21), time(9, 30))
    assert (now.place, now.facilitator) == ("The old library", "Ines Halloran")
    assert (now.paper, now.attempt_no) == (Paper.LETTER, 2)
    assert FirmPage.missing(window.session) == ""


def test_what_a_charter_lacks_is_said_quietly_until_it_is_there(
    qtbot: QtBot, preparation: Opener
) -> None:
    window = preparation()
    first = window.contents.model().index(0, 0)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert first.data(spoken) == "Firm and day, still missing: date, facilitator"
    assert {"Date  ○", "Facilitator  ○", "Place"} <= set(said(window))
    qtbot.keyClicks(focused(qtbot, window, "Facilitator"), "Ines Halloran")
    press(qtbot, window, Qt.Key.Key_Tab)
    assert first.data(spoken) == "Firm and day, still missing: date"
    assert {"Date  ○", "Facilitator"} <= set(said(window))


def test_typing_reaches_the_file_by_itself(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation()
    field = focused(qtbot, window, "Place")
    with qtbot.waitSignal(window.session.changed, timeout=1000):
        qtbot.keyClicks(field, "The old lib")
    store = window.session.store
    assert store.load(window.session.workshop_id).workshop.place == "The old lib"
    assert field.hasFocus()
    assert any(one.startswith("Saved ") for one in said(window))


def test_half_a_date_stays_in_its_field_and_says_what_is_wanted(
    qtbot: QtBot, preparation: Opener
) -> None:
    window = preparation()
    qtbot.keyClicks(focused(qtbot, window, "Date"), "21 Nov")
    press(qtbot, window, Qt.Key.Key_Tab)
    assert the(window, QLineEdit, "Date").text() == "21 Nov"
    assert any("21 Nov" in one for one in said(window))
    assert workshop(window).held_on is None
    window.go_to_spot(Spot(Workshop.table, window.session.workshop_id, "held_on"))
    press(qtbot, window, Qt.Key.Key_End)
    qtbot.keyClicks(the(window, QLineEdit, "Date"), " 2026")
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Tab)
    assert workshop(window).held_on == date(2026, 11, 21)
    assert not any("“21 Nov”" in one for one in said(window))


def test_a_date_is_picked_from_the_calendar(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation(COMPLETE)
    field = focused(qtbot, window, "Date")
    press(qtbot, window, Qt.Key.Key_Down, ALT)
    (calendar,) = field.findChildren(QCalendarWidget)
    assert calendar.selectedDate().toPython() == workshop(window).held_on
    calendar.activated.emit(calendar.selectedDate().addDays(3))
    press(qtbot, window, Qt.Key.Key_Tab)
    assert workshop(window).held_on == date(2026, 11, 24)


def test_a_change_is_taken_back_and_done_again_by_name(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation()
    minutes = sum(one.minutes_planned for one in window.session.dossier.all(Activity))
    length = the(window, QComboBox, "Length")
    length.setFocus()
    qtbot.keyClicks(length, "9")
    assert workshop(window).variant is Variant.SHORT
    assert sum(one.minutes_planned for one in window.session.dossier.all(Activity)) < minutes
    assert window.named_actions["undo"].text() == "Undo “Choose length”"
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert (workshop(window).variant, length.currentText()) == (Variant.HALF, "Half-day")
    assert window.named_actions["redo"].text() == "Redo “Choose length”"
    press(qtbot, window, Qt.Key.Key_Y, CONTROL)
    assert (workshop(window).variant, length.currentText()) == (Variant.SHORT, "90 minutes")


def test_dates_follow_the_words_that_are_chosen(qtbot: QtBot, preparation: Opener) -> None:
    window = preparation(COMPLETE)
    words = the(window, QComboBox, "Words and dates")
    words.setFocus()
    assert the(window, QLineEdit, "Date").text() == "21 Nov 2026"
    qtbot.keyClicks(words, "a")
    assert the(window, QLineEdit, "Date").text() == "Nov 21, 2026"
    assert the(window, QLineEdit, "Starts").text().replace("\u202f", " ") == "9:00 AM"


def test_a_firm_without_a_name_is_refused_and_keeps_its_name(
    qtbot: QtBot, preparation: Opener
) -> None:
    window = preparation()
    field = the(window, QLineEdit, "Firm")
    field.setFocus()
    field.selectAll()
    press(qtbot, window, Qt.Key.Key_Delete)
    press(qtbot, window, Qt.Key.Key_Tab)
    assert workshop(window).firm == "Marlowe & Vane"
    assert field.text() == "Marlowe & Vane"


def test_the_first_attempt_says_how_a_second_begins(preparation: Opener) -> None:
    assert any(one.startswith("This is the first attempt.") for one in said(preparation()))


def test_what_a_next_attempt_brought_along_is_shown(preparation: Opener) -> None:
    window = preparation(COMPLETE, again=True)
    found = said(window)
    assert (workshop(window).attempt_no, workshop(window).held_on) == (3, None)
    assert "3 lessons, 9 people." in found
    (lessons,) = [one for one in found if one.startswith("• ")]
    assert lessons.count("\n• ") == 2
    assert any("“What we tried before”" in one for one in found)
