"""A dot vote on cards: by person or as tallies, hidden until all have voted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crm_workshop.activities.people import add_person
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.live.scene import go_to_activity, show_live
from crm_workshop.model.capture import Dot
from crm_workshop.model.workshop import Person
from crm_workshop.store.library import Store
from tests.ui.activities.desk import Desk, desk_on
from ui.activities.cards import CardsPanel

KIT = """
based_on = "standard"
name = "Dots on cards"
[change."2.1".cards]
stem = "For our clients, CRM means that we …"
dots = true
"""

ENTER, DOWN, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def work(qtbot: QtBot) -> Desk:
    """Three cards on the wall, the first current; a sponsor and two others may vote."""
    store = Store.open(":memory:")
    workshop_id = create_workshop(store, "Marlowe & Vane", kit_source=KIT).id
    add_person(store, workshop_id, "A. Arden", is_exec=True, is_sponsor=True)
    add_person(store, workshop_id, "B. Bell")
    add_person(store, workshop_id, "C. Cole")
    activity = store.load(workshop_id).activity("2.1")
    assert activity is not None
    go_to_activity(store, activity.id)
    show_live(store, workshop_id)
    made = desk_on(qtbot, store, workshop_id, "2.1")
    for words in ("ring first", "one list", "say sorry"):
        made.press(words, ENTER)
    panel = made.panel
    assert isinstance(panel, CardsPanel)
    made.tab_to(panel.wall)
    return made


def notes(work: Desk) -> list[str]:
    """Return what stands under the cards."""
    assert isinstance(work.panel, CardsPanel)
    return [one.note for one in work.panel.wall.cards.cards]


def said(work: Desk, words: str) -> bool:
    shown = (one for one in work.panel.findChildren(QLabel) if one.isVisible())
    return any(words in one.text() for one in shown)


def names(work: Desk) -> dict[str, int]:
    """Return how many dots each name has given; "" for the tally."""
    people = {one.id: one.name for one in work.dossier.all(Person)}
    given: dict[str, int] = {}
    for dot in work.dossier.all(Dot):
        name = people.get(dot.person_id or 0, "")
        given[name] = given.get(name, 0) + dot.count
    return given


def test_dots_go_from_person_to_person_by_one_key(work: Desk) -> None:
    work.press("n", "n", "+", "+", "n", "+")
    assert names(work) == {"B. Bell": 2, "C. Cole": 1}
    assert notes(work) == ["●", "", ""]
    assert said(work, "2 of 3 have voted · hidden")


def test_each_sees_only_their_own_until_all_have_voted(work: Desk) -> None:
    work.press("n", "n", "+")
    assert notes(work) == ["●", "", ""]
    work.press("n")
    assert notes(work) == ["", "", ""]
    work.press(RIGHT, "+")
    work.click("Reveal dots")
    assert "Still to vote: A. Arden" in work.failed[-1]
    assert notes(work) == ["", "●", ""]
    work.tab_to(work.panel.wall)  # type: ignore[attr-defined]  # the fixture holds that it is there
    work.press("n", "n", "+", "+")
    work.click("Reveal dots")
    assert notes(work) == ["1 dot", "3 dots", ""]
    work.press("+")
    assert work.undo() == "Reveal dots"


def test_the_sponsor_votes_last_and_nobody_has_more_than_the_budget(work: Desk) -> None:
    work.press("n", "+")
    assert "A. Arden votes last" in work.failed[-1]
    work.press("n", "+", "+", "+", "+")
    assert "B. Bell has no dots left of 3" in work.failed[-1]
    work.press("-")
    assert names(work) == {"B. Bell": 2}


def test_tallies_stand_for_whoever_has_no_name_yet(work: Desk) -> None:
    work.press("+", "+", RIGHT, "+")
    assert names(work) == {"": 3}
    assert said(work, "1 of 3 have voted")


def test_the_counts_are_shown_without_whoever_is_missing(work: Desk) -> None:
    work.press("n", "n", "+")
    work.click("Reveal without the 2 missing")
    assert notes(work) == ["1 dot", "", ""]
    texts = [one.text() for one in work.panel.findChildren(QPushButton) if one.isVisible()]
    assert not any("without" in one for one in texts)
    work.click("Hide dots")
    assert notes(work) == ["●", "", ""]


def test_the_foot_says_how_dots_are_given(work: Desk) -> None:
    assert ("+ −", "Dots") in work.panel.keys_now()
    assert ("N", "Next voter") in work.panel.keys_now()


def test_dots_of_merged_cards_count_for_the_one_that_speaks(work: Desk) -> None:
    work.press("+", RIGHT, "+", "+")
    work.press(Qt.Key.Key_Left, held=SHIFT)
    work.press(Qt.Key.Key_M, held=Qt.KeyboardModifier.ControlModifier)
    work.click("Reveal without the 2 missing")
    assert notes(work) == ["3 dots · + 1 merged", ""]
