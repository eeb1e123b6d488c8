"""The time used, and that nothing else comes of moving about."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_workshop.activities.cards import add_card
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.live.room import room_view
from crm_workshop.live.scene import (
    blank_room,
    end_break,
    end_session,
    freeze_room,
    go_to_activity,
    hold_room,
    next_activity,
    open_overlay,
    previous_activity,
    scene_of,
    set_view,
    show_live,
    start_break,
    turn_to_page,
)
from crm_workshop.live.views import Overlay, View
from crm_workshop.live.visits import seconds_used
from crm_workshop.model.choices import Mode
from crm_workshop.model.workshop import Activity, Clock, SceneRow
from crm_workshop.store.library import Store
from tests.live.conftest import START, Time


def shown(store, workshop, kit, now):
    dossier = store.load(workshop.id)
    scene = dossier.one(SceneRow)
    return room_view(dossier, kit, scene, dossier.one(Clock), now)


@pytest.fixture
def agenda(store, workshop):
    return {one.key: one for one in store.all(Activity, workshop.id)}


def test_time_is_counted_while_the_room_works(store, workshop, agenda, moment):
    first, second = agenda["1.1"], agenda["1.2"]
    go_to_activity(store, first.id)
    moment.on(minutes=5)
    show_live(store, workshop.id)
    moment.on(minutes=3)
    blank_room(store, workshop.id)
    moment.on(minutes=1)
    go_to_activity(store, second.id)
    moment.on(minutes=2)
    start_break(store, workshop.id, 15)
    moment.on(minutes=15)
    end_break(store, workshop.id)
    moment.on(minutes=1)
    go_to_activity(store, first.id)
    moment.on(minutes=4)
    hold_room(store, workshop.id)
    scene, now = scene_of(store, workshop.id), moment.on(hours=1)
    assert seconds_used(first, scene, now) == (3 + 1 + 4) * 60
    assert seconds_used(second, scene, now) == (2 + 1) * 60


def test_the_end_of_the_session_writes_the_time_down_once(store, workshop, agenda, moment):
    show_live(store, workshop.id)
    go_to_activity(store, agenda["1.1"].id)
    moment.on(minutes=7)
    go_to_activity(store, agenda["1.2"].id)
    moment.on(minutes=2)
    ended = end_session(store, workshop.id)
    assert (ended.mode, ended.visits, ended.since) == (Mode.HOLDING, "", None)
    first, second = store.get(Activity, agenda["1.1"].id), store.get(Activity, agenda["1.2"].id)
    assert (first.seconds_used, second.seconds_used) == (420, 120)
    assert (first.started, first.ended) == (START, START + timedelta(minutes=7))
    assert second.ended == START + timedelta(minutes=9)
    before = store.load(workshop.id)
    end_session(store, workshop.id)
    assert store.load(workshop.id) == before
    assert seconds_used(first, ended, moment.now) == 420
    show_live(store, workshop.id)
    go_to_activity(store, first.id)
    moment.on(minutes=1)
    end_session(store, workshop.id)
    again = store.get(Activity, first.id)
    assert (again.started, again.seconds_used) == (START, 480)


def test_a_session_without_work_writes_nothing(store, workshop):
    end_session(store, workshop.id)
    assert store.undo_name(workshop.id) is None


MOVES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "next",
                "back",
                "go",
                "live",
                "black",
                "hold",
                "freeze",
                "break",
                "resume",
                "view",
                "over",
                "page",
            ]
        ),
        st.integers(0, 18),
        st.integers(-600, 3600),
    ),
    max_size=14,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_any_way_through_the_day_changes_nothing_but_the_time_used(moves, kit):
    """F2: moving never deletes, finalises or interrupts, whatever the system clock does."""
    moment = Time()
    with Store.open(":memory:", now=moment) as store:
        workshop = create_workshop(store, "Quillfeather & Moss LLP")
        agenda = store.all(Activity, workshop.id)
        add_card(store, agenda[2].id, "a thought", author="R. Pell")
        add_card(store, agenda[2].id, "another")
        store.undo(workshop.id)
        before = store.load(workshop.id)
        names = store.undo_name(workshop.id), store.redo_name(workshop.id)
        passed = 0
        for move, number, seconds in moves:
            act(store, kit, workshop.id, agenda, move, number, moment.now)
            moment.on(seconds=seconds)
            passed += max(0, seconds)
            shown(store, workshop, kit, moment.now)
        after = store.load(workshop.id)
        assert {**after.rows, SceneRow: None} == {**before.rows, SceneRow: None}
        assert (store.undo_name(workshop.id), store.redo_name(workshop.id)) == names
        end_session(store, workshop.id)
        ended = store.load(workshop.id)
        used = [one.seconds_used for one in ended.all(Activity)]
        assert all(one >= 0 for one in used)
        assert sum(used) <= passed
        timeless = tuple(
            replace(one, started=None, ended=None, seconds_used=0) for one in ended.all(Activity)
        )
        rows = {**ended.rows, Activity: timeless, SceneRow: None}
        assert rows == {**before.rows, SceneRow: None}


def act(store, kit, workshop_id, agenda, move, number, now):
    """Do one of the things that only move."""
    views, overlays = [None, *View], list(Overlay)
    moves = {
        "next": lambda: next_activity(store, workshop_id),
        "back": lambda: previous_activity(store, workshop_id),
        "go": lambda: go_to_activity(store, agenda[number % len(agenda)].id),
        "live": lambda: show_live(store, workshop_id),
        "black": lambda: blank_room(store, workshop_id),
        "hold": lambda: hold_room(store, workshop_id),
        "freeze": lambda: freeze_room(store, workshop_id, kit, now),
        "break": lambda: start_break(store, workshop_id, number + 1),
        "resume": lambda: end_break(store, workshop_id),
        "view": lambda: set_view(store, workshop_id, views[number % len(views)]),
        "over": lambda: open_overlay(store, workshop_id, overlays[number % 4], "measures"),
        "page": lambda: turn_to_page(store, workshop_id, number),
    }
    moves[move]()
