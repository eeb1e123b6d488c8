"""The scene: moving about, what the room screen does, and what a crash leaves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities.cards import add_card, reveal_all
from crm_workshop.activities.timing import scene_of
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.errors import InputError, NotFoundError
from crm_workshop.live.clock import start_clock
from crm_workshop.live.pace import on_agenda
from crm_workshop.live.room import room_view
from crm_workshop.live.scene import (
    blank_room,
    close_overlay,
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
from crm_workshop.live.seen import Black, Break, Cards, Holding, RoomView
from crm_workshop.live.views import Chosen, Overlay, View, chosen
from crm_workshop.model.choices import Mode
from crm_workshop.model.workshop import Activity, Clock, SceneRow
from crm_workshop.store.library import Change, Store
from tests.live.support import some


def shown(store, workshop, kit, now):
    dossier = store.load(workshop.id)
    scene = dossier.one(SceneRow)
    return room_view(dossier, kit, scene, dossier.one(Clock), now)


@pytest.fixture
def agenda(store, workshop):
    return {one.key: one for one in store.all(Activity, workshop.id)}


def test_before_anything_is_shown_the_room_sees_the_holding_slide(store, workshop, kit, moment):
    view = shown(store, workshop, kit, moment.now)
    assert view == RoomView(body=Holding(), firm="Quillfeather & Moss LLP")
    show_live(store, workshop.id)
    assert shown(store, workshop, kit, moment.now) == view


def test_next_and_previous_walk_the_day_and_stop_at_its_ends(store, workshop):
    day = [one.key for one in on_agenda(store.load(workshop.id))]
    keys = [one.key for one in store.all(Activity, workshop.id)]
    walked = []
    for _ in range(len(keys) + 2):
        scene = next_activity(store, workshop.id)
        walked.append(store.get(Activity, some(scene.activity_id)).key)
    assert walked == [*day, *[day[-1]] * (len(walked) - len(day))]
    back = [previous_activity(store, workshop.id).activity_id for _ in keys]
    assert store.get(Activity, some(back[-1])).key == day[0]


def test_walking_passes_by_what_is_skipped_but_a_click_reaches_it(store, workshop, agenda):
    with store.step("Skip", workshop.id) as pen:
        pen.update(agenda["1.2"], skipped_reason="first attempt")
    go_to_activity(store, agenda["1.1"].id)
    assert next_activity(store, workshop.id).activity_id == agenda["2.1"].id
    assert go_to_activity(store, agenda["1.2"].id).activity_id == agenda["1.2"].id
    assert previous_activity(store, workshop.id).activity_id == agenda["1.1"].id


def test_a_day_without_activities_has_no_next(store, workshop):
    with store.step("Clear", workshop.id) as pen:
        for one in store.all(Activity, workshop.id):
            pen.delete(one)
    assert next_activity(store, workshop.id).activity_id is None
    assert previous_activity(store, workshop.id).activity_id is None


def test_moving_resets_the_state_but_staying_does_not(store, workshop, agenda):
    go_to_activity(store, agenda["2.1"].id)
    set_view(store, workshop.id, View.THEMES)
    turn_to_page(store, workshop.id, 2)
    assert go_to_activity(store, agenda["2.1"].id) == scene_of(store, workshop.id)
    assert scene_of(store, workshop.id).page == 2
    moved = go_to_activity(store, agenda["2.2"].id)
    assert (moved.view, moved.page) == ("", 0)


def test_going_back_shows_what_was_revealed(store, workshop, kit, agenda, moment):
    show_live(store, workshop.id)
    go_to_activity(store, agenda["2.1"].id)
    add_card(store, agenda["2.1"].id, "ring before they chase us")
    assert shown(store, workshop, kit, moment.now).body == Cards(cards=(), status="1 card written")
    reveal_all(store, agenda["2.1"].id)
    go_to_activity(store, agenda["2.2"].id)
    go_to_activity(store, agenda["2.1"].id)
    (card,) = shown(store, workshop, kit, moment.now).body.cards
    assert card.text == "ring before they chase us"


def test_moving_leaves_undo_and_redo_as_they_were(store, workshop, agenda):
    add_card(store, agenda["2.1"].id, "one")
    add_card(store, agenda["2.1"].id, "two")
    store.undo(workshop.id)
    names = store.undo_name(workshop.id), store.redo_name(workshop.id)
    assert None not in names
    for _ in range(3):
        next_activity(store, workshop.id)
    show_live(store, workshop.id)
    previous_activity(store, workshop.id)
    start_break(store, workshop.id, 10)
    end_break(store, workshop.id)
    assert (store.undo_name(workshop.id), store.redo_name(workshop.id)) == names


def test_an_overlay_lies_over_the_state_and_leaves_it(store, workshop, agenda):
    go_to_activity(store, agenda["2.1"].id)
    set_view(store, workshop.id, View.THEMES)
    over = open_overlay(store, workshop.id, Overlay.QUOTATION, "measures")
    assert chosen(over.view) == Chosen(View.THEMES, Overlay.QUOTATION, "measures")
    assert chosen(open_overlay(store, workshop.id, Overlay.LATE_JOINER).view).about == ""
    assert close_overlay(store, workshop.id).view == "themes"
    assert close_overlay(store, workshop.id).view == "themes"


@given(
    view=st.none() | st.sampled_from(View),
    overlay=st.sampled_from(Overlay),
    about=st.text(max_size=20),
)
def test_every_choice_is_read_back(view, overlay, about):
    assert chosen(str(Chosen(view, overlay, about))) == Chosen(view, overlay, about)
    assert chosen(str(Chosen(view))) == Chosen(view)


@given(st.text(max_size=30))
def test_words_of_another_version_choose_nothing(text):
    assert chosen("?" + text).view is None
    assert chosen("cards/?" + text) == Chosen(View.CARDS)


def test_black_shows_nothing_at_all(store, workshop, kit, agenda, moment):
    go_to_activity(store, agenda["2.1"].id)
    blank_room(store, workshop.id)
    assert shown(store, workshop, kit, moment.now) == RoomView(body=Black())


def test_frozen_goes_on_showing_what_was_shown(store, workshop, kit, agenda, moment):
    show_live(store, workshop.id)
    go_to_activity(store, agenda["2.1"].id)
    start_clock(store, agenda["2.1"].id)
    before = shown(store, workshop, kit, moment.now)
    freeze_room(store, workshop.id, kit, moment.now)
    moment.on(minutes=1)
    go_to_activity(store, agenda["2.2"].id)
    set_view(store, workshop.id, View.DOTS)
    assert shown(store, workshop, kit, moment.now) == before
    freeze_room(store, workshop.id, kit, moment.now)
    assert shown(store, workshop, kit, moment.now) == before


@pytest.mark.parametrize("leave", [show_live, blank_room, hold_room])
def test_leaving_frozen_never_flashes_old_content(leave, store, workshop, kit, agenda, moment):
    show_live(store, workshop.id)
    go_to_activity(store, agenda["2.1"].id)
    add_card(store, agenda["2.1"].id, "an old thought", revealed=True)
    freeze_room(store, workshop.id, kit, moment.now)
    assert "an old thought" in scene_of(store, workshop.id).frozen
    go_to_activity(store, agenda["2.4"].id)
    assert leave(store, workshop.id).frozen == ""
    show_live(store, workshop.id)
    view = shown(store, workshop, kit, moment.now)
    assert view.title == "The experience we want"
    assert "an old thought" not in repr(view)


def test_a_frozen_view_that_cannot_be_read_shows_the_holding_slide(store, workshop, kit, moment):
    store.keep(replace(scene_of(store, workshop.id), mode=Mode.FROZEN, frozen='{"body": 3}'))
    assert isinstance(shown(store, workshop, kit, moment.now).body, Holding)


def test_a_break_lasts_until_it_is_ended(store, workshop, kit, agenda, moment):
    show_live(store, workshop.id)
    go_to_activity(store, agenda["3.3"].id)
    start_break(store, workshop.id, 15)
    view = shown(store, workshop, kit, moment.on(minutes=5))
    assert view.body == Break(title="Coffee", until="09:15")
    assert some(view.clock).text == "10:00"
    late = shown(store, workshop, kit, moment.on(minutes=12))
    assert late.body == view.body
    assert (some(late.clock).text, some(late.clock).over) == ("-02:00", True)
    end_break(store, workshop.id)
    assert shown(store, workshop, kit, moment.now).title == "First release, and not now"


@pytest.mark.parametrize("minutes", [0, -5, 241, 10**9])
def test_an_impossible_break_is_refused(minutes, store, workshop):
    before = scene_of(store, workshop.id)
    with pytest.raises(InputError, match="1 to 240"):
        start_break(store, workshop.id, minutes)
    assert scene_of(store, workshop.id) == before


@pytest.mark.parametrize("page", [-1, 10_000])
def test_an_impossible_page_is_refused(page, store, workshop):
    with pytest.raises(InputError, match="no page"):
        turn_to_page(store, workshop.id, page)


def test_an_activity_that_is_gone_is_refused_and_nothing_moves(store, workshop):
    next_activity(store, workshop.id)
    before = scene_of(store, workshop.id)
    with pytest.raises(NotFoundError):
        go_to_activity(store, 10**6)
    assert scene_of(store, workshop.id) == before


def test_a_deleted_live_activity_leaves_the_holding_slide(store, workshop, kit, agenda, moment):
    show_live(store, workshop.id)
    go_to_activity(store, agenda["1.1"].id)
    with store.step("Delete", workshop.id) as pen:
        pen.delete(agenda["1.1"])
    assert isinstance(shown(store, workshop, kit, moment.now).body, Holding)
    assert next_activity(store, workshop.id).activity_id == agenda["1.2"].id


def test_everything_is_there_after_the_program_died(tmp_path, kit, moment):
    path = tmp_path / "library.db"
    with Store.open(path, now=moment) as store:
        workshop = create_workshop(store, "Quillfeather & Moss LLP")
        show_live(store, workshop.id)
        next_activity(store, workshop.id)
        start_clock(store, some(scene_of(store, workshop.id).activity_id))
        set_view(store, workshop.id, View.QUESTION)
        before = store.load(workshop.id)
    with Store.open(path, now=moment) as store:
        after = store.load(workshop.id)
        assert after.one(SceneRow) == before.one(SceneRow)
        assert after.one(Clock) == before.one(Clock)
        now = moment.on(minutes=2)
        seen = room_view(after, kit, after.one(SceneRow), after.one(Clock), now)
        assert some(seen.clock).text == "06:00"


def test_an_unchanged_scene_is_not_written_again(store, workshop):
    heard: list[Change] = []
    store.subscribe(heard.append)
    show_live(store, workshop.id)
    show_live(store, workshop.id)
    next_activity(store, workshop.id)
    assert [set(one.tables) for one in heard] == [{"scene"}, {"scene", "activity"}]
