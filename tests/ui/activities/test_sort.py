"""Sorting cards, needs and items, with keys and mouse only."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crm_workshop.model.capture import Card
from crm_workshop.model.choices import Job
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed
from tests.ui.activities.desk import FULL, Desk, desk
from ui.activities.sorting.bucket import Bucket, BucketWall
from ui.activities.sorting.part import SortPart

ENTER, LEFT, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def texts(wall: BucketWall) -> list[str]:
    return [one.text for one in wall.cards.cards]


def shares(work: Desk) -> list[str]:
    """Return what the heads of the buckets say of their shares."""
    found = []
    for column in work.panel.findChildren(Bucket):
        said = [one.text() for one in column.findChildren(QLabel) if one.text().endswith(" %")]
        found.append(said[0] if said else "")
    return found


def says(work: Desk, words: str) -> bool:
    shown = (one for one in work.panel.findChildren(QLabel) if one.isVisible())
    return any(words in one.text() for one in shown)


def filled(qtbot: QtBot, key: str, *words: str) -> tuple[Desk, SortPart]:
    """Return a sort with these cards waiting, the first of them current."""
    work = desk(qtbot, key)
    part = work.part(SortPart)
    if part.waiting.hasFocus():
        work.press(Qt.Key.Key_A, held=CONTROL)
        work.press(Qt.Key.Key_Delete)
    work.tab_to(part.new)
    for one in words:
        work.press(one, ENTER)
    work.press(DOWN)
    assert part.waiting.hasFocus()
    return work, part


def test_cards_are_sorted_by_number(qtbot: QtBot) -> None:
    work = desk(qtbot, "4.1")
    part = work.part(SortPart)
    activity = work.dossier.activity("4.1")
    assert activity is not None
    cards = work.dossier.of(Card, activity.id)
    assert part.waiting.hasFocus()
    work.press("1", "2", "2", "1")
    sorted_now = {one.id: one.bucket for one in work.dossier.of(Card, activity.id)}
    wanted = ["support", "commitment", "commitment", "support"]
    assert [sorted_now[one.id] for one in cards[:4]] == wanted
    assert shares(work) == ["50 %", "50 %"]
    work.tab_to(part.columns[0].wall)
    work.press("0")
    assert part.waiting.cards.rowCount() == len(cards) - 3
    assert shares(work) == ["33 %", "67 %"]


def test_the_last_card_takes_the_cursor_along(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "2.2", "one", "two")
    work.press("1", "3")
    assert part.columns[2].wall.hasFocus()
    work.press(LEFT)
    assert part.columns[0].wall.hasFocus()


def test_a_card_is_carried_to_the_bucket_beside_and_within_it(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "2.2", "one", "two", "three")
    people, process, _ = (one.wall for one in part.columns)
    work.press("1", "1", "1")
    work.press(DOWN, UP, UP)
    work.press(DOWN, held=ALT)
    assert texts(people) == ["two", "one", "three"]
    work.press(RIGHT, held=ALT)
    assert (texts(people), texts(process)) == (["two", "three"], ["one"])
    assert process.hasFocus()
    work.press(LEFT, held=ALT)
    assert texts(process) == []


def test_several_cards_are_sorted_at_once_in_one_step(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "2.2", "one", "two", "three")
    work.press(RIGHT, held=SHIFT)
    work.press("2")
    assert texts(part.columns[1].wall) == ["one", "two"]
    assert work.undo() == "Put in bucket"
    assert texts(part.waiting) == ["one", "two", "three"]


def test_a_card_is_written_on_where_it_lies(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "2.2", "ring frist")
    work.press("1", Qt.Key.Key_F2)
    work.press(Qt.Key.Key_A, held=CONTROL)
    work.press("ring first", ENTER)
    assert texts(part.columns[0].wall) == ["ring first"]
    assert [one.text for one in work.dossier.all(Card) if one.bucket] == ["ring first"]


def test_a_need_is_written_on_where_it_lies(qtbot: QtBot) -> None:
    work, _ = filled(qtbot, "3.2", "See who spoke")
    work.press("2", Qt.Key.Key_F2, Qt.Key.Key_End, " to whom", ENTER)
    (need,) = work.dossier.all(TechnologyNeed)
    assert (need.need, need.bucket) == ("See who spoke to whom", Job.FRONT_LINE)


def test_needs_are_added_and_none_of_these_is_a_bucket(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "3.2", "See who spoke to whom", "Say sorry in person")
    work.press("2", "4")
    needs = work.dossier.all(TechnologyNeed)
    assert [one.bucket for one in needs] == [Job.FRONT_LINE, Job.NONE]
    assert "people and process" in part.columns[3].wall.accessibleName()


def test_a_pasted_list_is_many_items_in_one_step(qtbot: QtBot) -> None:
    work = desk(qtbot, "3.3")
    QApplication.clipboard().setText("1. one list\n2. one search\n\n3. one calendar")
    work.press(Qt.Key.Key_V, held=CONTROL)
    assert [one.item for one in work.dossier.all(ReleaseItem)] == [
        "one list",
        "one search",
        "one calendar",
    ]
    assert work.undo() == "Paste items"
    assert not work.dossier.all(ReleaseItem)


def test_half_a_need_is_in_the_file_and_not_yet_among_the_cards(qtbot: QtBot) -> None:
    work = desk(qtbot, "3.2")
    part = work.part(SortPart)
    with qtbot.waitSignal(work.session.changed, timeout=1000):
        work.press("See who")
    assert [one.need for one in work.dossier.all(TechnologyNeed)] == ["See who"]
    assert texts(part.waiting) == []
    work.press(" spoke to whom", ENTER)
    assert texts(part.waiting) == ["See who spoke to whom"]
    assert work.undo() == "Add need"
    assert not work.dossier.all(TechnologyNeed)


def test_a_need_that_was_saved_several_times_while_it_was_typed_is_one_step(qtbot: QtBot) -> None:
    work = desk(qtbot, "3.2")
    for words in ("See who", " spoke", " to whom"):
        with qtbot.waitSignal(work.session.changed):
            work.press(words)
    work.press(ENTER)
    assert work.undo() == "Add need"
    assert not work.dossier.all(TechnologyNeed)


def test_cards_are_merged_while_they_are_sorted(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "2.2", "ring", "phone")
    work.press(RIGHT, held=SHIFT)
    work.press(Qt.Key.Key_M, held=CONTROL)
    (card,) = part.waiting.cards.cards
    assert card.note == "+ 1 merged"
    assert work.undo() == "Merge cards"
    assert texts(part.waiting) == ["ring", "phone"]


def test_needs_are_deleted_and_come_back(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "3.2", "one", "two", "three")
    work.press(RIGHT, held=SHIFT)
    work.press(Qt.Key.Key_Delete)
    assert texts(part.waiting) == ["three"]
    assert work.undo() == "Delete needs"
    assert texts(part.waiting) == ["one", "two", "three"]


def test_cards_are_copied_and_pasted(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "2.2", "one", "two")
    work.press(Qt.Key.Key_A, held=CONTROL)
    work.press(Qt.Key.Key_C, held=CONTROL)
    assert QApplication.clipboard().text() == "one\ntwo"
    work.press(Qt.Key.Key_V, held=CONTROL)
    assert texts(part.waiting) == ["one", "two", "one", "two"]


def test_above_half_technology_a_question_is_offered(qtbot: QtBot) -> None:
    work, _ = filled(qtbot, "2.2", "one", "two", "three")
    work.press("3", "3", "1")
    assert says(work, "if we bought nothing")


def test_dots_are_given_to_a_card(qtbot: QtBot) -> None:
    work, part = filled(qtbot, "2.2", "one")
    work.press("1", "+", "+")
    assert part.columns[0].wall.cards.cards[0].note == "●●"


def test_the_foot_follows_from_the_field_to_the_cards(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.2")
    work.tab_to(work.part(SortPart).new)
    assert work.panel.keys_now() == (("Enter", "Add"),)
    work.press("one", ENTER, DOWN)
    assert ("1–3", "Put in bucket") in work.panel.keys_now()


def test_buckets_wrap_where_there_is_no_room_beside(qtbot: QtBot) -> None:
    work = desk(qtbot, "3.2", FULL, width=420)
    columns = work.panel.findChildren(Bucket)
    tops = [one.mapTo(work.panel, QPoint(0, 0)).y() for one in columns]
    assert tops[0] == tops[1] < tops[2] == tops[3]
    assert all(one.mapTo(work.panel, one.rect().topRight()).x() < 420 for one in columns)
