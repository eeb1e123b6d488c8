"""Votes: by number, by name or as tallies, hidden until revealed, asked once more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from crm_workshop.activities.people import set_presence
from crm_workshop.activities.standing import latest_poll, poll_result, who_may_vote
from crm_workshop.model.capture import Ballot, Poll, Reservation
from crm_workshop.model.choices import BallotState, Presence
from crm_workshop.model.meaning import Line
from crm_workshop.model.workshop import SceneRow
from tests.ui.activities.desk import FRESH, FULL, Desk, desk
from ui.activities.pages import PagesPart
from ui.activities.reservations import ReservationsPart
from ui.activities.table.form import FormPart
from ui.activities.votes.part import VotesPart

DOWN, UP, DELETE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Delete
RIGHT = Qt.Key.Key_Right


def result(work: Desk, question: str):
    activity = work.dossier.activity(work.panel.design.key)
    assert activity is not None
    poll = latest_poll(work.dossier, activity.id, question)
    assert poll is not None
    return poll_result(work.dossier, poll)


def said(work: Desk, words: str) -> bool:
    """Tell whether words stand anywhere on the panel now."""
    shown = (one for one in work.panel.findChildren(QLabel) if one.isVisible())
    return any(words in one.text() for one in shown)


def test_numbers_vote_and_go_on_to_the_next_person_and_question(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    voters = who_may_vote(work.dossier)
    part = work.part(VotesPart)
    assert part.first_focus().hasFocus()
    work.press(*["2"] * len(voters))
    assert result(work, "today").voted == len(voters)
    work.press(*["4"] * (len(voters) - 1), "a")
    later = result(work, "later")
    assert (later.voted, later.abstained, later.outstanding) == (len(voters) - 1, 1, 0)
    sponsor = work.dossier.sponsor()
    assert sponsor is not None
    last = next(one for one in work.dossier.all(Ballot) if one.state is BallotState.ABSTAINS)
    assert last.person_id == sponsor.id
    assert not work.failed


def test_a_click_on_a_name_leads_to_that_vote_and_no_arrow_leads_to_a_name(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    part = work.part(VotesPart)
    work.go(part.by_name, 2, 0)
    work.press(Qt.Key.Key_Left, "4")
    (ballot,) = work.dossier.all(Ballot)
    assert (ballot.person_id, ballot.value) == (part.votes.people()[2].id, 4)


def test_under_tallies_stand_no_letters_that_work_by_name_only(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    assert said(work, "abstains")
    assert said(work, "an address list")
    work.click("Tallies")
    assert not said(work, "abstains")
    assert said(work, "an address list")


def test_a_number_that_is_not_on_the_scale_is_answered(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    work.press("7")
    assert work.failed == ["A vote here is from 1 to 5, not 7."]
    assert not work.dossier.all(Ballot)
    assert work.part(VotesPart).by_name.currentIndex().row() == 0


def test_late_absent_and_taken_back(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    work.press("l", "x", "n", "3")
    states = [one.state for one in work.dossier.all(Ballot)]
    assert states == [
        BallotState.LATE,
        BallotState.ABSENT,
        BallotState.NON_VOTING,
        BallotState.VOTED,
    ]
    work.press(UP, DELETE)
    assert len(work.dossier.all(Ballot)) == 3


def test_votes_stay_hidden_until_revealed_and_are_asked_once_more(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    part = work.part(VotesPart)
    work.press(*["1"] * 3, *["5"] * (len(who_may_vote(work.dossier)) - 3))
    assert part.chart.isHidden()
    assert said(work, "hidden")
    work.click("Reveal votes")
    assert not part.chart.isHidden()
    assert said(work, "spread 4")
    assert said(work, "speak first")
    work.tab_to(part.by_name)
    work.press(Qt.Key.Key_Left, "3")
    assert "votes are shown" in work.failed[-1]
    work.click("Second round: Today")
    rounds = [one.round for one in work.dossier.all(Poll) if one.question == "today"]
    assert rounds == [1, 2]
    assert part.by_name.hasFocus()
    assert said(work, "round 1: 3 at 1")
    work.press("3")
    assert result(work, "today").voted == 1


def test_tallies_are_counted_by_number_and_told_apart(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    voters = who_may_vote(work.dossier)
    part = work.part(VotesPart)
    work.click("Tallies")
    assert part.by_count.hasFocus()
    others = sum(not one.is_exec for one in voters)
    work.press(RIGHT, str(others), DOWN, "+", "+", "-")
    counts = {one.value: one for one in result(work, "today").counts}
    assert (counts[2].others, counts[2].executives) == (others, 1)
    work.press("99")
    assert "votes without a name" in work.failed[-1]
    assert result(work, "today").voted == others + 1


def test_two_questions_are_shown_in_one_step_and_asked_again_one_by_one(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    work.press(*["2"] * len(who_may_vote(work.dossier)), "4")
    work.click("Reveal votes")
    assert [one.revealed for one in work.dossier.all(Poll)] == [True, True]
    work.click("Second round: In twelve months")
    again = [one.question for one in work.dossier.all(Poll) if one.round == 2]
    assert again == ["later"]
    assert work.undo() == "Second round"
    assert len(work.dossier.all(Poll)) == 2
    assert work.undo() == "Reveal votes"
    assert [one.revealed for one in work.dossier.all(Poll)] == [False, False]


def test_the_first_vote_is_taken_back_by_one_undo(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    first = work.part(VotesPart).votes.people()[0]
    work.press("2")
    assert work.undo() == f"Vote of {first.name}"
    assert not work.dossier.all(Poll)


def test_somebody_who_comes_late_is_let_in_and_votes(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    late = work.part(VotesPart).votes.people()[0]
    set_presence(work.session.store, late.id, Presence.LATE)
    work.press("3")
    assert "Say first that they are here" in work.failed[-1]
    work.press("p", "3")
    (vote,) = work.dossier.all(Ballot)
    assert (vote.person_id, vote.value) == (late.id, 3)


@pytest.mark.parametrize(
    ("key", "sample", "numbers"),
    [("2.3", FRESH, "1–5"), ("8.1", FULL, "1–7"), ("8.1", FRESH, "0–5"), ("2.5", FRESH, "0–5")],
)
def test_the_foot_names_the_numbers_of_the_scale(
    qtbot: QtBot, key: str, sample: int, numbers: str
) -> None:
    work = desk(qtbot, key, sample)
    work.tab_to(work.part(VotesPart).by_name)
    assert (numbers, "Vote") in work.panel.keys_now()
    work.press(Qt.Key.Key_Tab)
    assert (numbers, "Vote") in work.panel.all_keys()


def test_the_foot_follows_from_names_to_tallies(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    work.click("Tallies")
    assert ("0–9", "How many votes") in work.panel.keys_now()


def test_what_the_room_agrees_on_stands_below(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    form = work.part(FormPart)
    work.tab_to(form.first_focus())
    work.press("2", Qt.Key.Key_Tab, "4", Qt.Key.Key_Tab)
    line = work.dossier.one(Line)
    assert (line.agreed_today, line.agreed_target) == (2, 4)
    work.press(Qt.Key.Key_Backtab, held=Qt.KeyboardModifier.ShiftModifier)
    entry = QApplication.focusWidget()
    assert isinstance(entry, QLineEdit)
    work.press(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    work.press("9", Qt.Key.Key_Tab)
    assert said(work, "from 1 to 5")
    assert entry.text() == "9"
    assert work.dossier.one(Line).agreed_target == 4


def test_reading_back_turns_the_room_screen_page_by_page(qtbot: QtBot) -> None:
    from crm_workshop.live.scene import go_to_activity, show_live

    work = desk(qtbot, "8.1", FULL)
    activity = work.dossier.activity("8.1")
    assert activity is not None
    pages = work.part(PagesPart)
    work.tab_to(pages.pages)
    work.press(DOWN)
    assert work.dossier.one(SceneRow).page == 0
    go_to_activity(work.session.store, activity.id)
    show_live(work.session.store, work.session.workshop_id)
    work.press(DOWN, DOWN)
    assert work.dossier.one(SceneRow).page == 2
    assert said(work, "page 3 of")
    assert work.session.room_view().body.number == 3  # type: ignore[union-attr]


def test_a_reservation_is_proposed_for_whoever_stands_against(qtbot: QtBot) -> None:
    work = desk(qtbot, "8.1")
    part = work.part(VotesPart)
    scale = part.votes.scale
    against = "1" if scale.value == "fist" else "6"
    work.tab_to(part.by_name)
    first = part.votes.people()[0]
    work.press(against)
    reservations = work.part(ReservationsPart)
    assert reservations.who.text() == first.name
    work.tab_to(reservations.what)
    work.press("Not before the audit season.", Qt.Key.Key_Return)
    (kept,) = work.dossier.all(Reservation)
    assert (kept.person, kept.text) == (first.name, "Not before the audit season.")
    assert not reservations.what.text()


@pytest.mark.parametrize("key", ["2.3", "2.5"])
def test_the_models_keep_to_qts_rules(qtbot: QtBot, key: str) -> None:
    work = desk(qtbot, key, FULL)
    part = work.part(VotesPart)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (part.by_name.model(), part.by_count.model())
    testers = [QAbstractItemModelTester(one, fatal) for one in models]
    work.click("Hide votes")
    work.press("2")
    assert len(testers) == 2
    assert QApplication.focusWidget() is part.by_name
