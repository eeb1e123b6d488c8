"""The register: typed straight in, moved through as a spreadsheet, nothing that is typed lost."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from crm_workshop.activities.register import add_row
from crm_workshop.model.choices import ChampionReason, CommitmentKind, DecisionKind, Presence
from crm_workshop.model.commitment import CascadeRow, Champion, Commitment, HardDecision
from crm_workshop.model.meaning import ExperienceStep, Lesson, Opening
from crm_workshop.model.success import Win
from tests.ui.activities.desk import FULL, Desk, desk
from ui.activities.table.model import Role
from ui.activities.table.part import TablePart

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def table_of(desk: Desk, number: int = 0) -> TablePart:
    part = desk.part(TablePart, number)
    assert isinstance(part, TablePart)
    return part


def test_a_commitment_is_typed_from_left_to_right(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3")
    assert not work.dossier.all(Commitment)
    work.press("Hank Larch", TAB, "Call ten clients myself.", TAB, "Active", TAB)
    work.press("14 Jan 2027", TAB, "monthly", TAB, "The board reads my notes.", TAB, "2.5", ENTER)
    (made,) = work.dossier.all(Commitment)
    assert made.person == "Hank Larch"
    assert made.action == "Call ten clients myself."
    assert made.kind is CommitmentKind.VISIBLE
    assert made.first_on == date(2027, 1, 14)
    assert (made.rhythm, made.hours_per_month) == ("monthly", 2.5)
    assert made.seen_when == "The board reads my notes."
    work.press("Priya Raman", ENTER)
    assert [one.person for one in work.dossier.all(Commitment)] == ["Hank Larch", "Priya Raman"]
    assert not work.failed


def test_a_new_name_adds_the_person_once_it_is_finished(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3")
    work.press("Nadia Okonjo-Frost")
    table_of(work).keep_drafts()
    assert work.dossier.all(Commitment)[0].person == "Nadia Okonjo-Frost"
    assert work.dossier.person("Nadia Okonjo-Frost") is None
    work.press(ENTER)
    added = work.dossier.person("Nadia Okonjo-Frost")
    assert added is not None
    assert added.present is Presence.NO


def test_a_name_is_completed_from_the_register(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3")
    work.press("pri")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    completer = editor.completer()
    assert completer is not None
    assert completer.currentCompletion() == "Priya Raman"
    work.press(TAB)
    assert work.dossier.all(Commitment)[0].person == "Priya Raman"


def test_a_new_name_that_begins_like_another_is_left_alone(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3")
    work.press("Mei", ESCAPE, TAB)
    assert work.dossier.all(Commitment)[0].person == "Mei"


def test_a_draft_reaches_the_file_while_it_is_typed(qtbot: QtBot) -> None:
    work = desk(qtbot, "6.1")
    work.press("The tax team in")
    qtbot.waitUntil(lambda: bool(work.dossier.all(Win)), timeout=1000)
    assert work.dossier.all(Win)[0].who_helped == "The tax team in"
    work.press(" Leeds", ENTER)
    assert [one.who_helped for one in work.dossier.all(Win)] == ["The tax team in Leeds"]


def test_what_cannot_be_read_stays_with_its_sentence(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3")
    work.press("Hank Larch", TAB, TAB, TAB, "soonish", TAB)
    part = table_of(work)
    index = part.model.index_of(0, "first_on")
    assert "is not a date" in index.data(Role.SENTENCE)
    assert index.data() == "soonish"
    assert part.table.currentIndex() == index
    assert not work.failed
    again = desk_again(work)
    index = again.model.index_of(0, "first_on")
    assert index.data() == "soonish"
    work.press("1 Feb 2027", ENTER)
    assert work.dossier.all(Commitment)[0].first_on == date(2027, 2, 1)
    assert not part.model.index_of(0, "first_on").data(Role.SENTENCE)


def desk_again(work: Desk) -> TablePart:
    """Return the table of a panel that is come back to after having been left."""
    activity = work.session.dossier.activity(work.panel.design.key)
    assert activity is not None
    panel = type(work.panel)(work.session, activity, work.panel.design)
    work.qtbot.addWidget(panel)
    return next(one for one in panel.findChildren(TablePart))


def test_escape_throws_nothing_away(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3")
    work.press("Hank Lar", ESCAPE, "ch", ESCAPE, ESCAPE)
    assert work.dossier.all(Commitment)[0].person == "Hank Larch"


def test_choices_by_first_letter_and_yes_by_space(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.2", FULL)
    part = table_of(work)
    part.table.setCurrentIndex(part.model.index_of(0, "kind"))
    before = work.dossier.all(HardDecision)[0].kind
    work.press("p")
    first = work.dossier.all(HardDecision)[0].kind
    work.press("p")
    second = work.dossier.all(HardDecision)[0].kind
    assert {first, second} == {DecisionKind.PROCESS, DecisionKind.PEOPLE}
    work.press("m")
    assert work.dossier.all(HardDecision)[0].kind is DecisionKind.MONEY
    assert before is not None
    steps = desk(qtbot, "2.4", FULL)
    part = table_of(steps)
    part.table.setCurrentIndex(part.model.index_of(0, "easy_for_us"))
    was = steps.dossier.all(ExperienceStep)[0].easy_for_us
    steps.press(" ")
    assert steps.dossier.all(ExperienceStep)[0].easy_for_us is not was
    row, column = part.model.layout.place("easy_for_us")
    steps.go(part.table, row, column)
    assert steps.dossier.all(ExperienceStep)[0].easy_for_us is was


def test_rows_are_moved_deleted_and_brought_back(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.4", FULL)
    part = table_of(work)
    names = [one.step for one in work.dossier.all(ExperienceStep)]
    part.table.setCurrentIndex(part.model.index_of(0, "today"))
    work.press(Qt.Key.Key_Down, held=ALT)
    assert [one.step for one in work.dossier.all(ExperienceStep)][:2] == [names[1], names[0]]
    assert part.model.record_at(part.table.currentIndex()).step == names[0]  # type: ignore[union-attr]
    work.press(Qt.Key.Key_Up, held=ALT)
    assert [one.step for one in work.dossier.all(ExperienceStep)] == names
    work.press(Qt.Key.Key_Delete, held=CONTROL)
    assert [one.step for one in work.dossier.all(ExperienceStep)] == names[1:]
    work.session.store.undo(work.session.workshop_id)
    assert [one.step for one in work.dossier.all(ExperienceStep)] == names
    assert [one.step for one in part.model.rows] == names  # type: ignore[attr-defined]


def test_a_row_is_dragged_to_its_place(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.4", FULL)
    part = table_of(work)
    names = [one.step for one in work.dossier.all(ExperienceStep)]
    view = part.table.viewport()
    start = part.table.visualRect(part.model.index_of(0, "today")).center()
    end = part.table.visualRect(part.model.index_of(2, "today")).bottomLeft() + QPoint(40, -2)
    work.drag(view, start, end)
    order = [one.step for one in work.dossier.all(ExperienceStep)]
    assert order == [names[1], names[2], names[0], *names[3:]]


def test_several_lines_make_the_cell_grow(qtbot: QtBot) -> None:
    work = desk(qtbot, "1.2", FULL)
    part = table_of(work)
    part.table.setCurrentIndex(part.model.index_of(0, "happened"))
    before = part.table.height()
    work.press("One line")
    work.press(ENTER, held=Qt.KeyboardModifier.ShiftModifier)
    for _ in range(8):
        work.press("and another")
        work.press(ENTER, held=Qt.KeyboardModifier.ShiftModifier)
    assert part.table.height() > before
    work.press(ENTER)
    assert work.dossier.all(Lesson)[0].happened.count("\n") >= 8


def test_tab_leads_in_and_out_of_every_table(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.4")
    first, second = table_of(work, 0), table_of(work, 1)
    assert first.table.hasFocus()
    work.press(TAB, TAB, TAB, TAB)
    assert second.table.hasFocus()
    work.press("Mei Tanaka", TAB, "t", TAB)
    (made,) = work.dossier.all(Champion)
    assert (made.person, made.reason) == ("Mei Tanaka", ChampionReason.TRUSTED)
    assert not work.dossier.all(CascadeRow)


def test_a_change_from_elsewhere_is_shown_and_what_is_typed_stays(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.3", FULL)
    part = table_of(work)
    part.table.setCurrentIndex(part.model.index_of(0, "action"))
    work.press("Speak")
    fields = {"person": "J. Amadi", "action": "Come along."}
    add_row(work.session.store, work.session.workshop_id, Commitment, fields)
    assert len(part.model.rows) == len(work.dossier.all(Commitment))
    work.press(" to every group", ENTER)
    assert work.dossier.all(Commitment)[0].action == "Speak to every group"


def test_nothing_is_left_of_a_cell_once_its_editor_is_gone(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.2")
    work.press("One lead for each client", TAB)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    work.panel.keep_drafts()
    assert [one.decision for one in work.dossier.all(HardDecision)] == ["One lead for each client"]


def test_the_year_of_an_attempt_follows_what_was_tried(qtbot: QtBot) -> None:
    work = desk(qtbot, "1.2")
    work.press("A list of contacts", TAB, "2019", TAB, "Nobody kept it", ENTER)
    (made,) = work.dossier.all(Lesson)
    assert (made.what, made.year, made.happened) == ("A list of contacts", 2019, "Nobody kept it")


def test_what_a_row_begins_with_is_taken_back_in_one_step(qtbot: QtBot) -> None:
    work = desk(qtbot, "6.1")
    part = work.part(TablePart)
    work.go(part.table, 0, 0)
    work.press("T")
    qtbot.waitUntil(lambda: len(work.dossier.all(Win)) == 1)
    work.press("he tax team", Qt.Key.Key_Return)
    assert [one.who_helped for one in work.dossier.all(Win)] == ["The tax team"]
    assert work.undo() == "Add win"
    assert work.dossier.all(Win) == ()
    work.session.store.redo(work.session.workshop_id)
    assert [one.who_helped for one in work.dossier.all(Win)] == ["The tax team"]
    assert work.undo() == "Add win"


def test_the_first_words_of_a_form_are_taken_back_in_one_step(qtbot: QtBot) -> None:
    work = desk(qtbot, "1.1")
    work.into("What this must settle")
    work.press("D")
    qtbot.waitUntil(lambda: work.dossier.one(Opening).purpose == "D")
    work.press("ecide", Qt.Key.Key_Tab)
    assert work.dossier.one(Opening).purpose == "Decide"
    work.undo()
    assert work.dossier.one(Opening).purpose == ""
