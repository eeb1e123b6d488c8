"""Cards: written in silence, revealed, put into themes, merged and parked."""

import pytest

from crm_workshop.activities import cards, dots, standing, workshops
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.model.capture import Card, Dot, ParkedItem, Theme
from crm_workshop.model.choices import Destination
from tests.activities.hall import Hall


def texts(hall: Hall) -> list[str]:
    return [one.text for one in hall.dossier().of(Card, hall.activity("2.1").id)]


def write(hall: Hall, *words: str) -> list[Card]:
    activity = hall.activity("2.1").id
    return [cards.add_card(hall.store, activity, one) for one in words]


def test_a_card_is_hidden_and_comes_last(hall: Hall) -> None:
    write(hall, "one")
    activity = hall.activity("2.1").id
    hall.person("A. Arden")
    card = hall.does(lambda: cards.add_card(hall.store, activity, " two \n lines ", "a. arden"))
    assert (card.text, card.author, card.revealed) == ("two lines", "A. Arden", False)
    assert texts(hall) == ["one", "two lines"]
    hall.refuses(InputError, "nothing on this card", lambda: write(hall, " \n"))
    with pytest.raises(NotFoundError):
        cards.add_card(hall.store, 999, "x")


def test_a_paste_is_one_step(hall: Hall) -> None:
    activity = hall.activity("2.1").id
    added = hall.does(lambda: cards.paste_cards(hall.store, activity, "- one\r\n\r\n- two\tthree"))
    assert [one.text for one in added] == texts(hall) == ["one", "two", "three"]
    hall.refuses(InputError, "No card", lambda: cards.paste_cards(hall.store, activity, " \n- "))


def test_typing_on_a_card_is_one_step(hall: Hall) -> None:
    (card,) = write(hall, "one")
    hall.does(lambda: cards.edit_card(hall.store, card.id, "two "))
    hall.wait(120)
    for text in ("three", "three f", "three four"):
        cards.edit_card(hall.store, card.id, text)
    hall.store.undo(hall.id)
    assert texts(hall) == ["two "]
    hall.refuses(InputError, "nothing", lambda: cards.edit_card(hall.store, card.id, ""))


def test_order(hall: Hall) -> None:
    one, two, three = write(hall, "one", "two", "three")
    hall.does(lambda: cards.move_card(hall.store, three.id, one.id))
    hall.does(lambda: cards.move_card(hall.store, two.id, None))
    assert texts(hall) == ["two", "one", "three"]
    other = hall.dossier().of(Card, hall.activity("4.1").id)[0]
    hall.refuses(
        RuleError,
        "different activities",
        lambda: cards.move_card(hall.store, one.id, other.id),
    )


def test_revealing(hall: Hall) -> None:
    one, two = write(hall, "one", "two")
    hall.does(lambda: cards.reveal_card(hall.store, one.id))
    assert [card.revealed for card in hall.store.find(Card, hall.id, text="two")] == [False]
    activity = one.activity_id
    hall.does(lambda: cards.reveal_all(hall.store, activity))
    assert hall.store.get(Card, two.id).revealed
    hall.does(lambda: cards.reveal_card(hall.store, one.id, False))
    hall.does(lambda: cards.reveal_all(hall.store, activity, False))
    assert not hall.store.get(Card, two.id).revealed


def test_themes_come_and_go_and_cards_stay(hall: Hall) -> None:
    one, two = write(hall, "one", "two")
    activity = hall.activity("2.2").id
    theme = hall.does(lambda: cards.add_theme(hall.store, activity, " Speed "))
    other = cards.add_theme(hall.store, activity, "Care")
    hall.does(lambda: cards.put_in_theme(hall.store, [one.id, two.id], theme.id))
    hall.does(lambda: cards.rename_theme(hall.store, theme.id, "Pace"))
    hall.does(lambda: cards.move_theme(hall.store, theme.id, other.id))
    assert [one.name for one in hall.store.all(Theme, hall.id)] == ["Care", "Pace"]
    hall.does(lambda: cards.put_in_theme(hall.store, [two.id], None))
    hall.does(lambda: cards.delete_theme(hall.store, theme.id))
    assert [card.theme_id for card in (hall.store.get(Card, n.id) for n in (one, two))] == [
        None,
        None,
    ]
    for wrong in (
        lambda: cards.add_theme(hall.store, activity, ""),
        lambda: cards.rename_theme(hall.store, other.id, " "),
    ):
        hall.refuses(InputError, "needs a name", wrong)


def test_a_theme_of_another_workshop_is_refused(hall: Hall) -> None:
    (one,) = write(hall, "one")
    other = workshops.create_workshop(hall.store, "Elsewhere Ltd")
    activity = hall.store.load(other.id).activity("2.2")
    assert activity is not None
    theme = cards.add_theme(hall.store, activity.id, "Pace")
    hall.refuses(
        NotFoundError,
        "another workshop",
        lambda: cards.put_in_theme(hall.store, [one.id], theme.id),
    )


def test_merging_keeps_both_words_and_both_dots(hall: Hall) -> None:
    one, two, three = write(hall, "one", "two", "three")
    voter = hall.person("A. Arden")
    sort = hall.activity("2.2").id
    dots.give_dots(hall.store, sort, one.id, person_id=voter.id)
    dots.give_dots(hall.store, sort, two.id, 2, person_id=voter.id)
    hall.does(lambda: cards.merge_cards(hall.store, one.id, [two.id]))
    hall.does(lambda: cards.merge_cards(hall.store, two.id, [three.id]))
    assert texts(hall) == ["one", "two", "three"]
    assert hall.store.get(Card, three.id).merged_into_id == one.id
    assert standing.dots_given(hall.dossier(), sort) == {("card", one.id): 3}
    hall.refuses(RuleError, "itself", lambda: cards.merge_cards(hall.store, two.id, [one.id]))
    hall.does(lambda: cards.unmerge_card(hall.store, two.id))
    assert standing.dots_given(hall.dossier(), sort)["card", two.id] == 2


def test_deleting_a_card_frees_what_was_merged_into_it(hall: Hall) -> None:
    one, two = write(hall, "one", "two")
    voter = hall.person("A. Arden")
    dots.give_dots(hall.store, hall.activity("2.2").id, one.id, person_id=voter.id)
    cards.merge_cards(hall.store, one.id, [two.id])
    hall.does(lambda: cards.delete_card(hall.store, one.id))
    assert hall.store.get(Card, two.id).merged_into_id is None
    assert hall.store.all(Dot, hall.id) == ()
    with pytest.raises(NotFoundError, match="card"):
        cards.edit_card(hall.store, one.id, "gone")


def test_parking_a_card(hall: Hall) -> None:
    activity = hall.activity("2.1").id
    card = cards.add_card(hall.store, activity, "Parking for visitors", "A. Arden")
    item = hall.does(lambda: cards.park_card(hall.store, card.id))
    assert (item.text, item.raised_by, item.activity_id) == (card.text, "", activity)
    assert standing.standing_cards(hall.dossier(), activity) == ()
    hall.refuses(RuleError, "already", lambda: cards.park_card(hall.store, card.id))
    hall.does(lambda: cards.unpark_card(hall.store, card.id))
    assert hall.store.all(ParkedItem, hall.id) == ()


def test_what_was_sent_somewhere_stays_there(hall: Hall) -> None:
    (card,) = write(hall, "Parking for visitors")
    item = cards.park_card(hall.store, card.id)
    with hall.store.step("Send", hall.id) as pen:
        pen.update(item, goes_to=Destination.OTHER_MEETING)
    cards.unpark_card(hall.store, card.id)
    assert len(hall.store.all(ParkedItem, hall.id)) == 1
