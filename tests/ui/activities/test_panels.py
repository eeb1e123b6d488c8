"""Wordings, checklists and signing, with keys and mouse only."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from crm_workshop.activities.standing import drafts, latest_polls, poll_result, signatories
from crm_workshop.model.capture import Draft, Reservation
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.meaning import Opening
from crm_workshop.model.workshop import Signature, Tick
from tests.ui.activities.desk import FULL, desk
from ui.activities.drafting.part import DraftsPart
from ui.activities.reservations import ReservationsPart
from ui.activities.signing import SigningPart
from ui.activities.table.form import FormPart
from ui.activities.ticks import TicksPart
from ui.activities.votes.part import VotesPart

ENTER, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


# Statement


def test_a_wording_is_drafted_changed_and_compared(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.5")
    part = work.part(DraftsPart)
    assert part.wording.hasFocus()
    work.press("CRM is how we know each client")
    qtbot.waitUntil(lambda: bool(work.dossier.all(Draft)), timeout=1000)
    assert "too short: 7 words" in part._count.text()
    work.press(" well")
    work.press(ENTER, held=CONTROL)
    work.press(Qt.Key.Key_End, " and keep them")
    part.keep_drafts()
    texts = [one.text for one in work.dossier.all(Draft)]
    assert texts[0] == "CRM is how we know each client well"
    assert texts[1] == "CRM is how we know each client well and keep them"
    assert part.before.toPlainText() == texts[0]
    marks = part.wording.extraSelections()
    assert [one.cursor.selectedText() for one in marks] == ["and keep them"]
    qtbot.mouseClick(part._ticks["says_experience"], Qt.MouseButton.LeftButton)
    assert work.dossier.all(Draft)[-1].says_experience


def test_a_wording_that_grows_is_seen_from_its_first_word(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.5")
    part = work.part(DraftsPart)
    work.press("CRM is how we know each client and what we promised them. " * 4)
    work.press(ENTER, held=CONTROL)
    for field in (part.wording, part.before):
        bar = field.verticalScrollBar()
        qtbot.waitUntil(partial(_is_whole, bar))


def _is_whole(bar: QScrollBar) -> bool:
    return bar.maximum() == 0


def test_two_rounds_then_the_sponsor_decides_with_a_reservation(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.5")
    part, votes = work.part(DraftsPart), work.part(VotesPart)
    activity = work.dossier.activity("2.5")
    assert activity is not None
    work.press("CRM is how we know each client and what we promised them")
    part.keep_drafts()
    consent, against = ("4", "1") if votes.votes.scale.value == "fist" else ("1", "6")
    for turn in range(2):
        votes.by_name.setFocus()
        votes.by_name.setCurrentIndex(votes.by_name.model().index(0, 1))
        work.press(against, *[consent] * (len(votes.votes.people()) - 1))
        work.click("Reveal votes")
        assert part.wording.isReadOnly()
        if turn == 0:
            work.click("Second round")
    reservations = work.part(ReservationsPart)
    reservations.what.setFocus()
    work.press("It promises too much.", ENTER)
    work.click("Sponsor decides")
    assert not work.failed
    assert len(work.dossier.all(Reservation)) == 1
    poll = latest_polls(work.dossier, activity.id)[-1]
    assert poll.round == 2
    assert poll_result(work.dossier, poll).passed is False
    assert len(drafts(work.dossier, activity.id)) == 1


def test_a_wording_that_was_voted_on_stays_as_it_was_read(qtbot: QtBot) -> None:
    work = desk(qtbot, "2.5", FULL)
    part = work.part(DraftsPart)
    before = work.dossier.all(Draft)
    part.wording.setFocus()
    work.press("x")
    assert work.dossier.all(Draft) == before
    work.press(ENTER, held=CONTROL)
    assert len(work.dossier.all(Draft)) == len(before) + 1
    assert not part.wording.isReadOnly()


# Checklist


def test_lines_are_agreed_added_moved_and_taken_off(qtbot: QtBot) -> None:
    work = desk(qtbot, "1.1")
    part = work.part(TicksPart)
    count = len(work.dossier.all(Tick))
    work.press(" ", ENTER, " ")
    assert [one.done for one in work.dossier.all(Tick)][:3] == [True, True, False]
    part._new.setFocus()
    work.press("Phones in the bag.", ENTER)
    lines = work.dossier.all(Tick)
    assert (len(lines), lines[-1].text) == (count + 1, "Phones in the bag.")
    part._lines[lines[-1].id].box.setFocus()
    work.press(Qt.Key.Key_Up, held=ALT)
    assert work.dossier.all(Tick)[-2].text == "Phones in the bag."
    part._lines[lines[-1].id].words.setFocus()
    work.press(Qt.Key.Key_End, " All of them.", ENTER)
    assert work.dossier.all(Tick)[-2].text == "Phones in the bag. All of them."
    part._lines[lines[-1].id].box.setFocus()
    work.press(Qt.Key.Key_Delete, held=CONTROL)
    assert len(work.dossier.all(Tick)) == count
    work.click("All agreed")
    assert all(one.done for one in work.dossier.all(Tick))


def test_the_purpose_stands_below_the_rules(qtbot: QtBot) -> None:
    work = desk(qtbot, "1.1")
    work.part(FormPart).first_focus().setFocus()
    work.press("What CRM is to us.", TAB)
    assert work.dossier.one(Opening).purpose == "What CRM is to us."


# Sign


def test_each_signs_now_later_or_not(qtbot: QtBot) -> None:
    work = desk(qtbot, "8.2")
    people = signatories(work.dossier)
    part = work.part(SigningPart)
    assert part._lines[people[0].id].buttons[0].hasFocus()
    work.press("s", DOWN, "d", DOWN, "l")
    line = part._lines[people[2].id]
    assert line.when.hasFocus()
    work.press("5 Dec 2026", TAB, people[0].name, ENTER)
    kept = {one.person_id: one for one in work.dossier.all(Signature)}
    assert kept[people[0].id].state is SignatureState.SIGNED
    assert kept[people[0].id].signed_on == work.session.today()
    assert kept[people[1].id].state is SignatureState.DECLINED
    later = kept[people[2].id]
    assert (later.state, later.sign_by) == (SignatureState.LATER, date(2026, 12, 5))
    assert later.chaser == people[0].name
    part._lines[people[0].id].buttons[0].setFocus()
    work.press("s")
    assert people[0].id not in {one.person_id for one in work.dossier.all(Signature)}


def test_a_day_that_cannot_be_read_is_answered_and_kept(qtbot: QtBot) -> None:
    work = desk(qtbot, "8.2")
    people = signatories(work.dossier)
    line = work.part(SigningPart)._lines[people[0].id]
    work.press("l", "soon", TAB, people[1].name, ENTER)
    assert "is not a date" in line._told.text()
    assert line.when.text() == "soon"
    assert not work.dossier.all(Signature)
