"""A firm's own kit: the standard one with what the firm changes, leaves out and adds."""

from pathlib import Path

import msgspec

from crm_workshop.kit.design import ActivityDesign, Method
from crm_workshop.kit.load import kit_of, load_kit
from crm_workshop.model.workshop import Workshop
from tests.kit.own_kits import add, change, own

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "examples" / "short-kit.toml"
STANDARD = load_kit()


def keys(source: str) -> list[str]:
    return [one.key for one in load_kit(source).activities]


def get(source: str, key: str) -> ActivityDesign:
    activity = load_kit(source).activity(key)
    assert activity
    return activity


def test_the_example_in_the_docs_loads() -> None:
    kit = load_kit(EXAMPLE.read_text("utf-8"), EXAMPLE.name)
    assert kit.name == "evening"
    first = [one.key for one in kit.activities[:6]]
    assert first == ["1.1", "2.1", "2.2", "2.3", "thanks", "thanks-sorted"]
    assert {"1.2", "4.1"}.isdisjoint(one.key for one in kit.activities)
    added = [kit.activity(key) for key in ("thanks", "thanks-sorted", "mood")]
    assert [one and one.method for one in added] == [Method.CARDS, Method.SORT, Method.POLL]
    changed = kit.activity("2.1")
    assert changed
    assert changed.minutes == msgspec.structs.replace(changed.minutes, short=5, half=10, full=15)
    assert changed.say == getattr(STANDARD.activity("2.1"), "say", "")
    assert kit.stages[1].title == "What CRM means to us"
    assert [one.activity for one in kit.quotations] == ["1.1", "5.1"]


def test_a_kit_that_changes_nothing_is_the_standard_one() -> None:
    kit = load_kit(own())
    same = msgspec.structs.replace(kit, name="standard", booking=STANDARD.booking)
    assert same == STANDARD


def test_one_kit_leaves_no_trace_in_another() -> None:
    load_kit(own('[change."2.1"]\nminutes.half = 30\n[set_up]\ngate = "No."'))
    assert get(change("2.1", "priority = 3"), "2.1") == STANDARD.activity("2.1")
    assert load_kit(own("[set_up]")).set_up == STANDARD.set_up


def test_a_whole_kit_needs_no_standard_one() -> None:
    source = """
        name = "tiny"
        title = "Tiny"
        version = 1
        stages = [{ key = "a", title = "A", hue = "open" }]
        set_up = { gate = "No leader, no charter.", prework = [] }
        [[activities]]
        key = "1"
        stage = "a"
        title = "Ask"
        method = "cards"
        minutes = { short = 1, half = 2, full = 3 }
        question = "What?"
        cards = {}
    """
    assert keys(source) == ["1"]


def test_another_order() -> None:
    order = [one.key for one in STANDARD.activities]
    order.insert(2, order.pop(order.index("4.2")))
    assert keys(own(f"order = {order}")) == order


def test_added_activities_go_where_they_are_told_or_to_the_end_of_their_stage() -> None:
    assert keys(add("cards", "after = '4.2'\ncards = {}"))[12] == "new"
    assert keys(add("cards", "cards = {}"))[2] == "new"


def test_an_added_activity_may_take_the_key_of_one_that_is_left_out() -> None:
    source = add("cards", "after = '1.1'\ncards = {}").replace('"new"', '"1.2"')
    kit = load_kit(source.replace('name = "own"\n', 'name = "own"\nleave_out = ["1.2"]\n'))
    assert [one.title for one in kit.activities[:3]][1] == "New"


def test_a_break_after_something_left_out_moves_before_it() -> None:
    kit = load_kit(own("leave_out = ['3.1', '3.2', '3.3']"))
    assert [one.after for one in kit.pauses] == ["2.4", "2.5", "2.5", "4.4"]
    alone = load_kit(own("leave_out = ['1.1', '1.2', '2.1', '2.2', '2.3', '2.4']"))
    assert [one.after for one in alone.pauses] == ["3.3", "3.3", "4.4"]


def test_breaks_pitfalls_booking_and_set_up_of_one_s_own() -> None:
    kit = load_kit(
        own("""
            booking = { short = 100, half = 250, full = 480 }
            set_up = { gate = "Nobody leads; nothing is decided." }
            breaks = [
              { after = "2.5", title = "Walk", minutes = { short = 0, half = 20, full = 20 } },
            ]
            [[pitfalls]]
            key = "merger"
            name = "The merger"
        """)
    )
    assert kit.breaks == {"90": 0, "half": 20, "full": 20}
    assert kit.pitfalls[-1].name == "The merger"
    assert not kit.pitfalls[-1].six
    assert kit.set_up.gate == "Nobody leads; nothing is decided."
    assert kit.set_up.prework == STANDARD.set_up.prework
    assert kit.booking
    assert kit.booking.full == 480


def test_a_workshop_keeps_the_kit_it_was_prepared_with() -> None:
    workshop = Workshop(kit_source=own("leave_out = ['1.2']"))
    assert kit_of(workshop) is kit_of(workshop)
    assert kit_of(workshop).activity("1.2") is None


def test_line_ends_of_every_system_and_control_characters_are_cleaned() -> None:
    source = change("1.1", 'question = "What\\u0007 now?"').replace("\n", "\r\n")
    assert get(source, "1.1").question == "What now?"


def test_a_byte_order_mark_is_nobody_s_fault() -> None:
    assert load_kit("\ufeff" + own()).name == "own"
