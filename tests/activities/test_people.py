"""The register of people: unique names that are followed everywhere, one sponsor, the gate."""

import pytest

from crm_workshop.activities import dots, people, polls, register, reservations
from crm_workshop.errors import InputError
from crm_workshop.model.capture import Ballot, Card, Dot, Reservation
from crm_workshop.model.choices import BallotState, Presence
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.success import Review
from crm_workshop.model.workshop import Person, PreworkAnswer, Signature
from tests.activities.hall import Hall


def test_adding_people(hall: Hall) -> None:
    first = hall.does(
        lambda: people.add_person(
            hall.store, hall.id, "  A.  Arden ", "Managing partner", is_exec="yes", present="late"
        )
    )
    assert (first.name, first.is_exec, first.present) == ("A. Arden", True, Presence.LATE)
    hall.refuses(InputError, "needs a name", lambda: people.add_person(hall.store, hall.id, " "))
    hall.refuses(
        InputError,
        "“A. Arden” is already in the register",
        lambda: people.add_person(hall.store, hall.id, "a. arden"),
    )
    hall.refuses(
        InputError,
        "“Executive”: “perhaps” is neither yes nor no",
        lambda: people.add_person(hall.store, hall.id, "B. Bell", is_exec="perhaps"),
    )


def test_a_new_name_is_followed_by_every_record(hall: Hall) -> None:
    arden, bell = hall.person("A. Arden"), hall.person("B. Bell", reports_to="A. Arden")
    row = register.add_row(hall.store, hall.id, Commitment, {"person": "a. arden"})
    review = register.add_row(
        hall.store, hall.id, Review, {"chair": "B. Bell", "attends": "A. Arden; B. Bell; E. Eyre"}
    )
    activity = hall.activity("2.5")
    kept = reservations.add_reservation(hall.store, activity.id, "A. ARDEN", "The date is early.")
    hall.does(lambda: people.update_person(hall.store, arden.id, name="Ann Arden"))
    assert hall.store.get(Commitment, row.id).person == "Ann Arden"
    assert hall.store.get(Review, review.id).attends == ("Ann Arden", "B. Bell", "E. Eyre")
    assert hall.store.get(Person, bell.id).reports_to == "Ann Arden"
    assert hall.store.get(Reservation, kept.id).person == "Ann Arden"
    hall.refuses(
        InputError,
        "“B. Bell” is already",
        lambda: people.update_person(hall.store, arden.id, name="b. bell"),
    )
    changed = people.update_person(hall.store, arden.id, name="ANN Arden")
    assert changed.name == "ANN Arden"


def test_there_is_one_sponsor(hall: Hall) -> None:
    first = hall.person("A. Arden", is_sponsor=True)
    second = hall.person("B. Bell")
    hall.does(lambda: people.update_person(hall.store, second.id, is_sponsor=True))
    assert not hall.store.get(Person, first.id).is_sponsor
    assert hall.dossier().sponsor() == hall.store.get(Person, second.id)
    third = hall.does(lambda: hall.person("C. Cole", is_sponsor=True))
    assert hall.dossier().sponsor() == third


def test_presence_and_the_gate(hall: Hall) -> None:
    said = people.presence_gate(hall.dossier())
    assert said == "Without a leader in the room this produces notes, not a charter."
    first = hall.person("A. Arden", is_exec=True)
    assert people.presence_gate(hall.dossier()) is None
    hall.does(lambda: people.set_presence(hall.store, first.id, Presence.LATE))
    assert people.presence_gate(hall.dossier()) == said
    people.set_presence(hall.store, first.id, Presence.PART)
    people.update_person(hall.store, first.id, has_left=True)
    assert people.presence_gate(hall.dossier()) is not None


def test_moving_people(hall: Hall) -> None:
    first, second = hall.person("A. Arden"), hall.person("B. Bell")
    hall.does(lambda: people.move_person(hall.store, first.id, second.id))
    assert [one.name for one in hall.dossier().all(Person)] == ["B. Bell", "A. Arden"]
    hall.does(lambda: people.move_person(hall.store, first.id, None))


def test_removing_somebody_keeps_their_votes_without_the_name(hall: Hall) -> None:
    first, second = hall.person("A. Arden"), hall.person("B. Bell")
    poll = polls.open_poll(hall.store, hall.activity("2.3").id, "today")
    polls.cast(hall.store, poll.id, first.id, 4)
    polls.mark(hall.store, poll.id, second.id, BallotState.LATE)
    card = cards_of(hall)
    dots.give_dots(hall.store, hall.activity("2.2").id, card.id, 2, person_id=first.id)
    register.add_row(hall.store, hall.id, Commitment, {"person": "A. Arden"})
    hall.does(lambda: people.remove_person(hall.store, first.id))
    people.remove_person(hall.store, second.id)
    assert [(one.person_id, one.value) for one in hall.store.all(Ballot, hall.id)] == [(None, 4)]
    assert [(one.person_id, one.count) for one in hall.store.all(Dot, hall.id)] == [(None, 2)]
    assert [one.person for one in hall.store.all(Commitment, hall.id)] == ["A. Arden"]


def cards_of(hall: Hall) -> Card:
    with hall.store.step("Add card", hall.id) as pen:
        return pen.insert(Card(activity_id=hall.activity("2.1").id, text="We answer first."))


def test_an_unknown_field_is_our_own_defect(hall: Hall) -> None:
    person = hall.person("A. Arden")
    with pytest.raises(KeyError):
        people.update_person(hall.store, person.id, nickname="Al")


def test_what_becomes_of_all_that_names_somebody_is_told(hall: Hall) -> None:
    first, second = hall.person("A. Arden"), hall.person("B. Bell", reports_to="a. arden")
    assert people.left_behind(hall.dossier(), second) == ""
    poll = polls.open_poll(hall.store, hall.activity("2.3").id, "today")
    polls.cast(hall.store, poll.id, first.id, 4)
    register.add_row(hall.store, hall.id, Commitment, {"person": "A. Arden"})
    with hall.store.step("x", hall.id) as pen:
        pen.insert(Signature(person_id=first.id))
        pen.insert(PreworkAnswer(person_id=first.id, text="we answer first."))
    told = people.left_behind(hall.dossier(), first)
    assert told == (
        "their votes stay, without the name, 2 records go on naming them, their place among the "
        "signatures is gone and their pre-work is gone."
    )
