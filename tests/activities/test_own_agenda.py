"""Breaks and activities that a workshop has of its own: kept in its kit, undone as one step."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities.cards import add_card
from crm_workshop.activities.own_agenda import (
    add_own_activity,
    change_own_activity,
    plan_break,
    remove_own_activity,
)
from crm_workshop.activities.polls import open_poll
from crm_workshop.activities.schedule import schedule
from crm_workshop.activities.sort import buckets, put_in_bucket
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.errors import InputError, RuleError, WorkshopError
from crm_workshop.exchange import dump, import_workshop
from crm_workshop.kit.design import Method
from crm_workshop.kit.load import kit_of, load_kit
from crm_workshop.live.scene import go_to_activity
from crm_workshop.model.capture import Card
from crm_workshop.model.choices import Scale, Variant
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Store
from crm_workshop.text import clean


@pytest.fixture
def store():
    return Store.open(":memory:")


@pytest.fixture
def workshop(store):
    return create_workshop(store, "Marram & Wren", starts="09:00")


def kit_now(store, workshop):
    return kit_of(store.get(Workshop, workshop.id))


def breaks_now(store, workshop):
    slots = schedule(store.load(workshop.id), kit_now(store, workshop))
    return [(one.title, one.minutes) for one in slots if one.activity is None]


def activity(store, workshop, key):
    return store.load(workshop.id).activity(key)


def add(store, workshop, method=Method.CARDS, after="2.1", **more):
    given: dict[str, Any] = {
        "title": "What they thank us for",
        "question": "They thanked us for …",
        "minutes": 6,
    }
    after_id = activity(store, workshop, after).id
    return add_own_activity(store, workshop.id, method, after_id=after_id, **{**given, **more})


def test_cards_of_ones_own_stand_in_the_agenda_and_hold_cards(store, workshop):
    made = add(store, workshop)
    keys = [one.key for one in store.all(Activity, workshop.id)]
    assert keys[keys.index("2.1") + 1] == made.key
    design = kit_now(store, workshop).activity(made.key)
    assert (design.method, design.stage, design.minutes.of(Variant.HALF)) == (
        Method.CARDS,
        "meaning",
        6,
    )
    add_card(store, made.id, "for calling back")
    assert [one.text for one in store.load(workshop.id).of(Card, made.id)] == ["for calling back"]


def test_a_sort_has_the_columns_it_was_given(store, workshop):
    made = add(store, workshop, Method.SORT, answers=("Luck", "A habit"))
    design = kit_now(store, workshop).activity(made.key)
    assert [one.label for one in design.sort.buckets] == ["Luck", "A habit"]
    with pytest.raises(InputError):
        add(store, workshop, Method.SORT, answers=("Luck",))
    with pytest.raises(InputError):
        add(store, workshop, Method.SORT, answers=("Luck", "Luck"))


@pytest.mark.parametrize("scale", list(Scale))
def test_a_poll_has_its_scale_and_can_be_held(store, workshop, scale):
    made = add(store, workshop, Method.POLL, scale=scale, answers=("not at all", "certain"))
    design = kit_now(store, workshop).activity(made.key)
    assert (design.poll.scale, design.poll.low, design.poll.high) == (
        scale,
        "not at all",
        "certain",
    )
    open_poll(store, made.id)


def test_an_activity_of_ones_own_is_worded_anew(store, workshop):
    made = add(store, workshop)
    before = dump(store.load(workshop.id))
    change_own_activity(store, made.id, title=" Thanks ", question="They thank us for …\n")
    design = kit_now(store, workshop).activity(made.key)
    assert (design.title, design.question, design.method) == (
        "Thanks",
        "They thank us for …",
        Method.CARDS,
    )
    assert design.stage == "meaning"
    keys = [one.key for one in kit_now(store, workshop).activities]
    assert keys[keys.index("2.1") + 1] == made.key
    assert store.undo(workshop.id) == "Change activity"
    assert dump(store.load(workshop.id)) == before


def test_a_column_that_is_renamed_keeps_its_cards(store, workshop):
    made = add(store, workshop, Method.SORT, answers=("Luck", "A habit", "Rare"))
    card = add_card(store, made.id, "for calling back")
    put_in_bucket(store, made.id, [card.id], "Luck")

    def columns(*names):
        words: dict[str, Any] = {"title": "Thanks", "question": "Why?"}
        change_own_activity(store, made.id, **words, answers=names)
        held = kit_now(store, workshop)
        state = buckets(store.load(workshop.id), held, activity(store, workshop, made.key))
        return [(one.label, len(one.rows)) for one in state.buckets]

    assert columns("A habit", "Chance", "Rare") == [("A habit", 0), ("Chance", 1), ("Rare", 0)]
    now = [("A habit", 0), ("Chance", 1), ("Rare", 0), ("Luck", 0)]
    assert columns("A habit", "Chance", "Rare", "Luck") == now
    assert columns("A habit", "Rare") == [("A habit", 0), ("Rare", 0)]
    assert len(store.load(workshop.id).of(Card, made.id)) == 1


def test_the_scale_of_a_poll_stays_once_it_was_opened(store, workshop):
    made = add(store, workshop, Method.POLL)
    words: dict[str, Any] = {"title": "How sure?", "question": "How sure are we?"}
    change_own_activity(store, made.id, **words, scale=Scale.FIST)
    open_poll(store, made.id)
    with pytest.raises(RuleError):
        change_own_activity(store, made.id, **words, scale=Scale.LINE)
    change_own_activity(store, made.id, **words, scale=Scale.FIST, answers=("no", "yes"))
    assert kit_now(store, workshop).activity(made.key).poll.low == "no"


def test_what_belongs_to_the_kit_is_not_worded_anew(store, workshop):
    with pytest.raises(RuleError):
        change_own_activity(
            store, activity(store, workshop, "2.1").id, title="Else", question="Else?"
        )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": "What {foo} says"}, "{foo}, which is not a word"),
        ({"question": "What { says"}, "without its other half"),
        ({"title": " "}, "Name the activity"),
        ({"question": " "}, "Write the question"),
        ({"minutes": 0}, "1 to 480 minutes"),
        ({"minutes": 481}, "1 to 480 minutes"),
        ({"method": Method.REGISTER}, "cards, a sort or a poll"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(store, workshop, wrong, said):
    with pytest.raises(InputError) as refused:
        add(store, workshop, **wrong)
    assert said in str(refused.value)
    assert "own-1" not in str(refused.value)
    assert kit_now(store, workshop) is load_kit()


def test_further_activities_have_keys_of_their_own(store, workshop):
    first = add(store, workshop)
    second = add(store, workshop, after=first.key)
    assert first.key != second.key
    keys = [one.key for one in store.all(Activity, workshop.id)]
    assert keys.index(second.key) == keys.index(first.key) + 1


def test_it_is_added_and_removed_as_one_step_each(store, workshop):
    before = dump(store.load(workshop.id))
    made = add(store, workshop)
    add_card(store, made.id, "for calling back")
    plan_break(store, workshop.id, made.key, "Stretch", 5)
    with_it = dump(store.load(workshop.id))
    remove_own_activity(store, made.id)
    assert activity(store, workshop, made.key) is None
    assert ("Stretch", 5) in breaks_now(store, workshop)
    store.undo(workshop.id)
    assert dump(store.load(workshop.id)) == with_it
    for _ in range(3):
        store.undo(workshop.id)
    assert dump(store.load(workshop.id)) == before


def test_what_belongs_to_the_kit_or_is_live_is_not_removed(store, workshop):
    with pytest.raises(RuleError):
        remove_own_activity(store, activity(store, workshop, "2.1").id)
    made = add(store, workshop)
    go_to_activity(store, made.id)
    with pytest.raises(RuleError):
        remove_own_activity(store, made.id)
    assert activity(store, workshop, made.key) is not None


def test_it_travels_with_the_workshop(store, workshop):
    made = add(store, workshop, Method.POLL)
    plan_break(store, workshop.id, made.key, "Stretch", 5)
    data = dump(store.load(workshop.id))
    again = import_workshop(store, data)
    assert dump(store.load(again)) == data


def test_a_whole_kit_of_the_firms_own_is_edited_too(store):
    source = load_whole()
    workshop = create_workshop(store, "Marram & Wren", kit_source=source)
    made = add(store, workshop)
    plan_break(store, workshop.id, made.key, "Stretch", 5)
    keys = [one.key for one in kit_now(store, workshop).activities]
    assert keys[keys.index("2.1") + 1] == made.key
    remove_own_activity(store, made.id)
    assert kit_now(store, workshop).activity(made.key) is None
    assert kit_now(store, workshop).pauses[-1].after == "2.1"


def load_whole():
    from importlib import resources

    return resources.files("resources").joinpath("kits", "standard.toml").read_text("utf-8")


def test_an_order_of_the_firms_own_is_kept(store):
    keys = [one.key for one in load_kit().activities]
    keys.remove("6.1")
    keys.insert(2, "6.1")
    order = ", ".join(f'"{one}"' for one in keys)
    source = f'based_on = "standard"\nname = "turned"\norder = [{order}]\n'
    workshop = create_workshop(store, "Marram & Wren", kit_source=source)
    made = add(store, workshop, after="6.1")
    assert [one.key for one in kit_now(store, workshop).activities][2:4] == ["6.1", made.key]
    remove_own_activity(store, made.id)
    assert [one.key for one in kit_now(store, workshop).activities] == keys


@given(title=st.text(max_size=40), question=st.text(max_size=80), answer=st.text(max_size=20))
def test_whatever_is_typed_is_kept_or_refused_in_a_sentence(title, question, answer):
    with Store.open(":memory:") as store:
        workshop = create_workshop(store, "Marram & Wren")
        before = dump(store.load(workshop.id))
        try:
            made = add(
                store,
                workshop,
                Method.SORT,
                title=title,
                question=question,
                answers=(answer, "the other"),
            )
        except WorkshopError as error:
            assert str(error).strip()
            assert dump(store.load(workshop.id)) == before
        else:
            design = kit_now(store, workshop).activity(made.key)
            assert design.question == clean(question).strip()
