"""Moving about: nothing else comes of it than the time used."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_workshop.activities import agenda as agenda_
from crm_workshop.activities.cards import add_card
from crm_workshop.activities.timing import is_running
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.kit.load import load_kit
from crm_workshop.live.clock import pause_clock, start_clock
from crm_workshop.live.room import room_view
from crm_workshop.live.scene import (
    blank_room,
    end_break,
    freeze_room,
    go_to_activity,
    hold_room,
    next_activity,
    open_overlay,
    previous_activity,
    set_view,
    show_live,
    start_break,
    turn_to_page,
)
from crm_workshop.live.views import Overlay, View
from crm_workshop.model.workshop import Activity, Clock, SceneRow
from crm_workshop.store.library import Store
from tests.live.conftest import Time


def shown(store, workshop_id, kit, now):
    dossier = store.load(workshop_id)
    scene = dossier.one(SceneRow)
    return room_view(dossier, kit, scene, dossier.one(Clock), now)


def views_and_overlays(number):
    return [None, *View][number % (len(View) + 1)], list(Overlay)[number % len(Overlay)]


#: What only moves, by name.
MOVES = {
    "next": lambda store, kit, own, n: next_activity(store, own),
    "back": lambda store, kit, own, n: previous_activity(store, own),
    "go": lambda store, kit, own, n: go_to_activity(store, store.all(Activity, own)[n].id),
    "live": lambda store, kit, own, n: show_live(store, own),
    "black": lambda store, kit, own, n: blank_room(store, own),
    "hold": lambda store, kit, own, n: hold_room(store, own),
    "freeze": lambda store, kit, own, n: freeze_room(store, own, kit, store.now()),
    "break": lambda store, kit, own, n: start_break(store, own, n + 1),
    "resume": lambda store, kit, own, n: end_break(store, own),
    "view": lambda store, kit, own, n: set_view(store, own, views_and_overlays(n)[0]),
    "over": lambda store, kit, own, n: open_overlay(
        store, own, views_and_overlays(n)[1], "measures"
    ),
    "page": lambda store, kit, own, n: turn_to_page(store, own, n),
}

#: What a step does that may come between moves, by name.
STEPS = {
    "undo": lambda store, own, n: store.undo(own),
    "redo": lambda store, own, n: store.redo(own),
    "card": lambda store, own, n: add_card(store, store.all(Activity, own)[2].id, f"no. {n}"),
    "skip": lambda store, own, n: agenda_.skip_activity(
        store, store.all(Activity, own)[n].id, "no time"
    ),
    "unskip": lambda store, own, n: agenda_.unskip_activity(store, store.all(Activity, own)[n].id),
    "clock": lambda store, own, n: start_clock(store, store.all(Activity, own)[n].id),
    "pause": lambda store, own, n: pause_clock(store, own),
}

WAYS = st.lists(
    st.tuples(
        st.sampled_from([*MOVES, *STEPS]),
        st.integers(0, 3) | st.integers(0, 18),
        st.integers(-600, 3600) | st.just(100_000),
    ),
    max_size=20,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(way=WAYS)
def test_any_way_through_the_day_changes_nothing_but_the_times(way):
    """F2: moving never deletes, finalises or interrupts, whatever the system clock does.

    A second workshop has the same steps, but nobody moves in it: all that differs are the times.
    """
    moment, kit = Time(), load_kit()
    with Store.open(":memory:", now=moment) as store, Store.open(":memory:", now=moment) as still:
        own = create_workshop(store, "Quillfeather & Moss LLP").id
        assert create_workshop(still, "Quillfeather & Moss LLP").id == own
        passed, before = 0, store.all(Activity, own)
        for name, number, seconds in way:
            if name in MOVES:
                MOVES[name](store, kit, own, number)
            else:
                STEPS[name](store, own, number)
                STEPS[name](still, own, number)
            now = store.all(Activity, own)
            assert_times_go_on(before, now)
            assert (store.undo_name(own), store.redo_name(own)) == (
                still.undo_name(own),
                still.redo_name(own),
            )
            moment.on(seconds=seconds)
            passed, before = passed + max(0, seconds), now
            shown(store, own, kit, moment.now)
        hold_room(store, own)
        assert not any(is_running(one) for one in store.all(Activity, own))
        assert sum(one.seconds_used for one in store.all(Activity, own)) <= passed
        assert without_times(store.load(own)) == without_times(still.load(own))


def assert_times_go_on(before, now):
    """What was booked stays booked, a first start stays the first, and one runs at most."""
    for old, new in zip(before, now, strict=True):
        assert 0 <= new.seconds_used - old.seconds_used <= 4 * 3600
        assert old.started in (None, new.started)
        assert new.ended is None or (new.started and new.started <= new.ended)
    assert sum(is_running(one) for one in now) <= 1


def without_times(dossier):
    agenda = tuple(
        replace(one, started=None, ended=None, seconds_used=0) for one in dossier.all(Activity)
    )
    return {**dossier.rows, Activity: agenda, SceneRow: None}
