"""What find-as-you-type shows."""

from crm_workshop.activities.people import add_person
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.model.commitment import Commitment
from crm_workshop.shelf.found import find, kind_of, pieces
from crm_workshop.store.library import Store


def test_firms_people_and_sentences_are_told_apart(store: Store) -> None:
    made = create_workshop(store, "Arden & Vane")
    add_person(store, made.id, "A. Arden", "Managing partner")
    add_person(store, made.id, "B. Birch", reports_to="A. Arden")
    with store.step("Promise", made.id) as pen:
        pen.insert(Commitment(person="A. Arden", action="ring every client"))
    found = find(store, "arden")
    assert found.workshops == (made.id,)
    assert [one.snippet for one in found.people] == ["A. ‹Arden›\nManaging partner"]
    (promise,) = found.sentences
    assert (promise.table, kind_of(promise)) == ("commitment", "Commitment")
    assert find(store, "no such words").sentences == ()


def test_a_snippet_is_read_in_pieces() -> None:
    assert pieces("…ring ‹every›\n‹client› twice") == (
        ("…ring ", False),
        ("every", True),
        (" ", False),
        ("client", True),
        (" twice", False),
    )
    assert pieces("‹Arden› & Vane") == (("Arden", True), (" & Vane", False))
    assert pieces("a ‹ that nobody closed") == (("a ", False), (" that nobody closed", False))
