"""Search over firms, people and sentences of the whole library."""

import pytest

from crm_workshop.model.capture import Card
from crm_workshop.model.meaning import Definition
from crm_workshop.model.workshop import Activity, Person, Workshop
from crm_workshop.store.library import Store


@pytest.fixture
def store() -> Store:
    store = Store.open(":memory:")
    for firm, name, card in (
        ("Alder & Finch LLP", "Åsa Lindqvist", "call before they chase us"),
        ("Finchley Council", "D. Cho", "one bin, one call"),
    ):
        with store.step("Create", None) as pen:
            workshop = pen.insert(Workshop(firm=firm))
        with store.step("Fill", workshop.id) as pen:
            pen.insert(Person(name=name, role="Head of disputes"))
            activity = pen.insert(Activity(key="2.1"))
            pen.insert(Card(activity_id=activity.id, text=card))
            pen.insert(Definition(not_this=("an address list", "a newsletter")))
    return store


def found(store: Store, text: str) -> list[tuple[str, str]]:
    return [(hit.firm, hit.table) for hit in store.search(text)]


def test_firms_come_first_and_the_last_word_may_be_unfinished(store: Store) -> None:
    assert found(store, "finch") == [
        ("Finchley Council", "workshop"),
        ("Alder & Finch LLP", "workshop"),
    ]
    assert found(store, "alder fin") == [("Alder & Finch LLP", "workshop")]


def test_people_are_found_without_their_accents(store: Store) -> None:
    assert found(store, "asa lind") == [("Alder & Finch LLP", "person")]


def test_sentences_and_lists_are_found_with_the_words_marked(store: Store) -> None:
    (hit,) = store.search("chase")
    assert (hit.table, hit.snippet) == ("card", "call before they ‹chase› us")
    assert found(store, "newsletter address") == [
        ("Finchley Council", "definition"),
        ("Alder & Finch LLP", "definition"),
    ]


@pytest.mark.parametrize(
    "text", ["", "  ", '"', "AND OR NOT", "name:x*", "(", "'; DROP", "\x00", "-"]
)
def test_any_typing_is_only_words(store: Store, text: str) -> None:
    assert found(store, text) == []


def test_what_is_edited_undone_or_deleted_is_found_as_it_is_now(store: Store) -> None:
    (card,) = store.all(Card, 1)
    with store.step("Edit", 1) as pen:
        pen.update(card, text="ring them first")
    assert (found(store, "chase"), len(found(store, "ring"))) == ([], 1)
    store.undo(1)
    assert (len(found(store, "chase")), found(store, "ring")) == (1, [])
    with store.step("Delete", 1) as pen:
        pen.delete(card)
    assert found(store, "chase") == []


def test_as_many_as_asked_for(store: Store) -> None:
    (activity,) = store.all(Activity, 1)
    with store.step("Fill", 1) as pen:
        for number in range(80):
            pen.insert(Card(activity_id=activity.id, text=f"same thought {number}"))
    assert len(store.search("thought")) == 50
    assert len(store.search("thought", limit=3)) == 3
