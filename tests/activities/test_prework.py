"""The pre-work: an answer a line, kept as typed, and nobody's business but the facilitator's."""

from crm_workshop.activities.people import remove_person
from crm_workshop.activities.prework import (
    answer_of,
    answer_prework,
    answered,
    answers_to,
    note_sponsor_call,
)
from crm_workshop.model.workshop import PreworkAnswer, SponsorCall
from tests.activities.hall import Hall


def test_an_answer_is_kept_as_typed_changed_and_taken_away(hall: Hall) -> None:
    first, second = hall.person("A. Arden"), hall.person("B. Bell")
    hall.does(lambda: answer_prework(hall.store, second.id, 3, " 40 %  of\nour clients "))
    hall.does(lambda: answer_prework(hall.store, first.id, 3, "A third."))
    dossier = hall.dossier()
    assert answer_of(dossier, second.id, 3) == " 40 %  of\nour clients "
    assert answer_of(dossier, second.id, 1) == ""
    assert answers_to(dossier, 3) == ("A third.", " 40 %  of\nour clients ")
    assert (answered(dossier, hall.kit(), first), answers_to(dossier, 1)) == (1, ())
    hall.does(lambda: answer_prework(hall.store, first.id, 3, "A quarter."))
    assert answers_to(hall.dossier(), 3)[0] == "A quarter."
    hall.does(lambda: answer_prework(hall.store, first.id, 3, " "))
    assert len(hall.dossier().all(PreworkAnswer)) == 1
    before = hall.dossier()
    assert answer_prework(hall.store, first.id, 3, "") is None
    assert hall.dossier() == before


def test_typing_is_one_step(hall: Hall) -> None:
    person = hall.person("A. Arden")
    for text in ("w", "we", "we answer"):
        answer_prework(hall.store, person.id, 1, text)
    hall.store.undo(hall.id)
    assert hall.dossier().all(PreworkAnswer) == ()


def test_answers_go_with_whoever_is_removed_and_come_back(hall: Hall) -> None:
    person = hall.person("A. Arden")
    answer_prework(hall.store, person.id, 1, "we answer first")
    hall.does(lambda: remove_person(hall.store, person.id))
    assert hall.dossier().all(PreworkAnswer) == ()
    hall.store.undo(hall.id)
    assert answers_to(hall.dossier(), 1) == ("we answer first",)


def test_the_sponsors_call_is_noted(hall: Hall) -> None:
    hall.does(lambda: note_sponsor_call(hall.store, hall.id, "Who takes the first call."))
    assert hall.dossier().one(SponsorCall).note == "Who takes the first call."
    note_sponsor_call(hall.store, hall.id, "")
    assert len(hall.dossier().all(SponsorCall)) == 1
