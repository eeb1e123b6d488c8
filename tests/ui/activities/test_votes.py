"""Votes: by number, by name or as tallies, hidden until revealed, asked once more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.activities.standing import latest_poll, poll_result, who_may_vote
from crm_workshop.model.capture import Ballot, Poll, Reservation
from crm_workshop.model.choices import BallotState
from crm_workshop.model.meaning import Line
from crm_workshop.model.workshop import SceneRow
from tests.ui.activities.desk import FULL, Desk, desk
from ui.activities.pages import PagesPart
from ui.activities.reservations import ReservationsPart
from ui.activities.table.form import FormPart
from ui.activities.votes.part import VotesPart

DOWN, UP, DELETE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Delete


def result(work: Desk, question: str):
    activity = work.dossier.activity(work.panel.design.key)
    assert activity is not None
    poll = latest_poll(work.dossier, activity.id, question)
    assert poll is not None
    return poll_result(work.dossier, poll)


def test_numbers_vote_and_go_on_to_the_next_person_and_question(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    voters = who_may_vote(work.dossier)
    part = work.part(VotesPart)
    assert part.first_focus().hasFocus()
    work.press(*["2"] * len(voters))
    assert result(work, "today").voted == len(voters)
    part.by_name.setCurrentIndex(part.by_name.model().index(0, 2))
    work.press(*["4"] * (len(voters) - 1), "a")
    later = result(work, "later")
    assert (later.voted, later.abstained, later.outstanding) == (len(voters) - 1, 1, 0)
    sponsor = work.dossier.sponsor()
    assert sponsor is not None
    last = next(one for one in work.dossier.all(Ballot) if one.state is BallotState.ABSTAINS)
    assert last.person_id == sponsor.id
    assert not work.failed


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
    assert "hidden" in part._state.text()
    work.click("Reveal votes")
    assert not part.chart.isHidden()
    assert "spread 4" in part._sentence.text()
    assert "speak first" in part._sentence.text()
    part.by_name.setFocus()
    part.by_name.setCurrentIndex(part.by_name.model().index(0, 1))
    work.press("3")
    assert "votes are shown" in work.failed[-1]
    work.click("Second round")
    rounds = [one.round for one in work.dossier.all(Poll) if one.question == "today"]
    assert rounds == [1, 2]
    assert part.by_name.hasFocus()
    assert "round 1: 3 at 1" in part._rounds.text()
    work.press("3")
    assert result(work, "today").voted == 1


def test_tallies_are_counted_by_number_and_told_apart(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    voters = who_may_vote(work.dossier)
    part = work.part(VotesPart)
    work.click("Tallies")
    assert part.by_count.hasFocus()
    part.by_count.setCurrentIndex(part.by_count.model().index(0, 2))
    others = sum(not one.is_exec for one in voters)
    work.press(str(others), DOWN, "+", "+", "-")
    counts = {one.value: one for one in result(work, "today").counts}
    assert (counts[2].others, counts[2].executives) == (others, 1)
    work.press("99")
    assert "votes without a name" in work.failed[-1]
    assert result(work, "today").voted == others + 1


def test_what_the_room_agrees_on_stands_below(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.3")
    form = work.part(FormPart)
    form.first_focus().setFocus()
    work.press("2", Qt.Key.Key_Tab, "4", Qt.Key.Key_Tab)
    line = work.dossier.one(Line)
    assert (line.agreed_today, line.agreed_target) == (2, 4)
    form._fields[1].entry.setFocus()
    form._fields[1].entry.selectAll()
    work.press("9", Qt.Key.Key_Tab)
    assert "from 1 to 5" in form._fields[1].told.text()
    assert form._fields[1].entry.text() == "9"
    assert work.dossier.one(Line).agreed_target == 4


def test_reading_back_turns_the_room_screen_page_by_page(qtbot: QtBot) -> None:
    from crm_workshop.live.scene import go_to_activity, show_live

    work = desk(qtbot, "8.1", FULL)
    activity = work.dossier.activity("8.1")
    assert activity is not None
    pages = work.part(PagesPart)
    pages.pages.setFocus()
    work.press(DOWN)
    assert work.dossier.one(SceneRow).page == 0
    go_to_activity(work.session.store, activity.id)
    show_live(work.session.store, work.session.workshop_id)
    work.press(DOWN, DOWN)
    assert work.dossier.one(SceneRow).page == 2
    assert "page 3 of" in pages._state.text()
    assert work.session.room_view().body.number == 3  # type: ignore[union-attr]


def test_a_reservation_is_proposed_for_whoever_stands_against(qtbot: QtBot) -> None:
    work = desk(qtbot, "8.1")
    part = work.part(VotesPart)
    scale = part.votes.scale
    against = "1" if scale.value == "fist" else "6"
    part.by_name.setFocus()
    first = part.votes.people()[0]
    work.press(against)
    reservations = work.part(ReservationsPart)
    assert reservations.who.text() == first.name
    reservations.what.setFocus()
    work.press("Not before the audit season.", Qt.Key.Key_Return)
    (kept,) = work.dossier.all(Reservation)
    assert (kept.person, kept.text) == (first.name, "Not before the audit season.")
    assert not reservations.what.text()


@pytest.mark.parametrize("key", ["2.3", "2.5"])
def test_the_models_keep_to_qts_rules(qtbot: QtBot, key: str) -> None:
    work = desk(qtbot, key, FULL)
    part = work.part(VotesPart)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(one, fatal) for one in (part._voters, part._tallies)]
    part.votes.hide()
    part.by_name.setFocus()
    work.press("2")
    assert len(testers) == 2
    assert QApplication.focusWidget() is part.by_name
