"""Sorting: buckets, shares, and the question when one of them holds above half."""

from crm_workshop.activities import cards, register, sort
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.model.capture import Card
from crm_workshop.model.choices import Job
from crm_workshop.model.technology import TechnologyNeed
from tests.activities.hall import Hall


def state(hall: Hall, key: str) -> sort.Sorted:
    return sort.buckets(hall.dossier(), hall.kit(), hall.activity(key))


def test_cards_are_sorted_with_shares_and_a_hint(hall: Hall) -> None:
    added = cards.paste_cards(hall.store, hall.activity("2.1").id, "a\nb\nc\nd\ne")
    ids, sorting = [card.id for card in added], hall.activity("2.2").id
    assert [one.id for one in state(hall, "2.2").unsorted] == ids
    hall.does(lambda: sort.put_in_bucket(hall.store, sorting, ids[:2], "technology"))
    hall.does(lambda: sort.put_in_bucket(hall.store, sorting, ids[2:4], "people"))
    now = state(hall, "2.2")
    assert [(one.value, len(one.rows), one.share) for one in now.buckets] == [
        ("people", 2, 0.5),
        ("process", 0, 0.0),
        ("technology", 2, 0.5),
    ]
    assert now.hint == ""
    hall.does(lambda: sort.put_in_bucket(hall.store, sorting, ids[4:], "technology"))
    assert state(hall, "2.2").hint == "What would still be true if we bought nothing?"
    hall.does(lambda: sort.put_in_bucket(hall.store, sorting, ids, ""))
    assert len(state(hall, "2.2").unsorted) == 5


def test_records_are_sorted_by_their_own_choices(hall: Hall) -> None:
    need = register.add_row(hall.store, hall.id, TechnologyNeed, {"need": "Know who called"})
    sorting = hall.activity("3.2").id
    hall.does(lambda: sort.put_in_bucket(hall.store, sorting, [need.id], "front_line"))
    assert hall.store.get(TechnologyNeed, need.id).bucket is Job.FRONT_LINE
    assert [one.value for one in state(hall, "3.2").buckets] == [one.value for one in Job]
    assert state(hall, "3.2").buckets[1].share == 1.0
    hall.does(lambda: sort.put_in_bucket(hall.store, sorting, [need.id], ""))
    assert hall.store.get(TechnologyNeed, need.id).bucket is None


def test_preset_cards_are_sorted_in_place(hall: Hall) -> None:
    preset = hall.dossier().of(Card, hall.activity("4.1").id)[0]
    value = state(hall, "4.1").buckets[0].value
    hall.does(lambda: sort.put_in_bucket(hall.store, hall.activity("4.1").id, [preset.id], value))
    assert hall.store.get(Card, preset.id).bucket == value


def test_what_is_no_bucket_or_not_sorted_here_is_refused(hall: Hall) -> None:
    (card,) = cards.paste_cards(hall.store, hall.activity("2.1").id, "a")
    sorting, other = hall.activity("2.2").id, hall.activity("5.1").id
    hall.refuses(
        InputError,
        "“both” is none of the buckets people, process, technology",
        lambda: sort.put_in_bucket(hall.store, sorting, [card.id], "both"),
    )
    hall.refuses(
        NotFoundError, "sorted here", lambda: sort.put_in_bucket(hall.store, sorting, [999], "")
    )
    hall.refuses(
        RuleError,
        r"Nothing is sorted in 5\.1",
        lambda: sort.put_in_bucket(hall.store, other, [card.id], "people"),
    )
