"""Checklists, the read-back, signatures, the parking list and the “IT project” counter."""

from datetime import date
from functools import partial

from crm_workshop.activities import checklist, parking, people, polls, read_back, reservations, sign
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.choices import BallotState, Destination, SignatureState
from crm_workshop.model.meaning import Opening
from crm_workshop.model.success import Pitfall
from crm_workshop.model.workshop import Signature, Tick
from tests.activities.hall import Hall

DAY = date(2026, 11, 21)


def test_a_checklist_is_ticked_and_changed(hall: Hall) -> None:
    activity = hall.activity("1.1").id
    first, second = hall.store.find(Tick, hall.id, activity_id=activity)[:2]
    hall.does(lambda: checklist.tick(hall.store, first.id))
    hall.does(lambda: checklist.tick_all(hall.store, activity))
    assert all(one.done for one in hall.store.all(Tick, hall.id))
    hall.does(lambda: checklist.tick(hall.store, second.id, False))
    hall.does(lambda: checklist.tick_all(hall.store, activity, False))
    own = hall.does(lambda: checklist.add_tick(hall.store, activity, "Phones away."))
    hall.does(lambda: checklist.edit_tick(hall.store, own.id, "Phones in the box."))
    hall.does(lambda: checklist.move_tick(hall.store, own.id, None))
    hall.does(lambda: checklist.move_tick(hall.store, own.id, first.id))
    assert hall.store.all(Tick, hall.id)[1].text == "Phones in the box."
    hall.does(lambda: checklist.remove_tick(hall.store, own.id))
    for act in (
        partial(checklist.add_tick, hall.store, activity, " "),
        partial(checklist.edit_tick, hall.store, first.id, ""),
    ):
        hall.refuses(InputError, "needs its words", act)


def test_pitfalls_are_rated_one_to_five(hall: Hall) -> None:
    first = hall.store.all(Pitfall, hall.id)[0]
    assert hall.does(lambda: checklist.rate_pitfall(hall.store, first.id, "4")).likely == 4
    assert hall.does(lambda: checklist.rate_pitfall(hall.store, first.id, None)).likely is None
    for wrong in (0, 6, "often"):
        hall.refuses(
            InputError, "Likely here", partial(checklist.rate_pitfall, hall.store, first.id, wrong)
        )


def test_the_read_back_says_where_each_signatory_stands(hall: Hall) -> None:
    bell = hall.person("B. Bell", signs=True)
    arden = hall.person("A. Arden", signs=True, is_sponsor=True)
    cole = hall.person("C. Cole", signs=True)
    hall.person("D. Dunn")
    activity = hall.activity("8.1")
    assert [one.value for one in read_back.positions(hall.dossier(), activity)] == [None] * 3
    poll = polls.open_poll(hall.store, activity.id)
    polls.cast(hall.store, poll.id, arden.id, 1)
    polls.cast(hall.store, poll.id, bell.id, 5)
    polls.mark(hall.store, poll.id, cole.id, BallotState.ABSTAINS)
    reservations.add_reservation(hall.store, activity.id, "B. Bell", "Too early.")
    found = read_back.positions(hall.dossier(), activity)
    assert [(one.person.name, one.value, one.reservation, one.consents) for one in found] == [
        ("A. Arden", 1, "", True),
        ("B. Bell", 5, "Too early.", False),
        ("C. Cole", None, "", False),
    ]
    assert found[2].state is BallotState.ABSTAINS
    names = [one.person.name for one in read_back.unsettled(hall.dossier(), activity)]
    assert names == ["B. Bell", "C. Cole"]


def test_signing_now_later_or_not(hall: Hall) -> None:
    arden = hall.person("A. Arden", signs=True)
    later = hall.does(
        lambda: sign.sign_later(hall.store, arden.id, date(2026, 12, 1), " a. ARDEN ")
    )
    assert (later.state, later.chaser) == (SignatureState.LATER, "A. Arden")
    signed = hall.does(lambda: sign.sign(hall.store, arden.id, DAY))
    assert (signed.signed_on, signed.sign_by, signed.chaser) == (DAY, None, "")
    assert hall.does(lambda: sign.decline(hall.store, arden.id)).state is SignatureState.DECLINED
    assert len(hall.store.all(Signature, hall.id)) == 1
    hall.does(lambda: sign.take_back_signature(hall.store, arden.id))
    hall.refuses(InputError, "who asks", partial(sign.sign_later, hall.store, arden.id, DAY, " "))


def test_only_signatories_sign(hall: Hall) -> None:
    bell = hall.person("B. Bell")
    hall.refuses(
        RuleError, "not among the signatories", partial(sign.sign, hall.store, bell.id, DAY)
    )
    people.update_person(hall.store, bell.id, signs=True, has_left=True)
    hall.refuses(RuleError, "not among the signatories", partial(sign.decline, hall.store, bell.id))


def test_the_parking_list(hall: Hall) -> None:
    hall.person("A. Arden")
    activity = hall.activity("3.3").id
    item = hall.does(
        lambda: parking.park(hall.store, hall.id, "Visitors’ parking", "a. arden", activity)
    )
    assert (item.raised_by, item.goes_to, item.activity_id) == ("A. Arden", None, activity)
    hall.does(lambda: parking.edit_parked(hall.store, item.id, "Parking for visitors"))
    sent = hall.does(lambda: parking.send_to(hall.store, item.id, Destination.DECISION, "A. ARDEN"))
    assert (sent.goes_to, sent.person) == (Destination.DECISION, "A. Arden")
    hall.does(lambda: parking.send_to(hall.store, item.id, None))
    hall.does(lambda: parking.delete_parked(hall.store, item.id))
    assert hall.store.all(ParkedItem, hall.id) == ()
    hall.refuses(InputError, "nothing to park", partial(parking.park, hall.store, hall.id, "\n"))
    hall.refuses(
        NotFoundError, "activity", partial(parking.park, hall.store, hall.id, "x", "", 999)
    )


def test_it_project_calls_are_counted(hall: Hall) -> None:
    assert hall.does(lambda: parking.it_project_call(hall.store, hall.id)) == 1
    assert hall.does(lambda: parking.it_project_call(hall.store, hall.id)) == 2
    assert hall.does(lambda: parking.it_project_call(hall.store, hall.id, -1)) == 1
    hall.refuses(RuleError, "Nobody", partial(parking.it_project_call, hall.store, hall.id, -2))
    (opening,) = hall.store.all(Opening, hall.id)
    with hall.store.step("Remove", hall.id) as pen:
        pen.delete(opening)
    assert parking.it_project_call(hall.store, hall.id) == 1
