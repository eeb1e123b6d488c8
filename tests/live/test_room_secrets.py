"""F4: the room screen can only ever show what was meant for the room.

Everything that is not for the room carries a mark; no room view, of any activity, in any state,
mode, length or page, may contain one. Numbers cannot carry marks: there, changing what is hidden
must not change what is shown.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from crm_workshop.live.public import NEVER_SHOWN, for_room
from crm_workshop.live.room import room_view
from crm_workshop.live.seen import RoomView, SignList, from_json, to_json
from crm_workshop.live.views import Overlay, View, views_of
from crm_workshop.model import capture
from crm_workshop.model.choices import Mode, Presence, Variant
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Clock, Person, SceneRow
from tests.live.canary import (
    NOW,
    OPEN,
    SECRET,
    SECRET_TYPES,
    Filled,
    declared_private,
    private_texts,
    running_clock,
)

PAGES = range(18)
OVERLAYS = ("", "/late_joiner", "/charter", *(f"/quotation:{key}" for key in ("measures", "none")))


@pytest.fixture(scope="module", params=list(Variant))
def hidden(request):
    return Filled(revealed=False, variant=request.param)


@pytest.fixture(scope="module")
def shown():
    return Filled(revealed=True)


@pytest.fixture(scope="module")
def shown_views(shown):
    return views_of_all(shown)


def scenes(filled):
    """Every activity in every state (also those it does not have), every mode and a break of each;
    every overlay and every page.
    """
    for activity in (None, *filled.rows[Activity]):
        own: dict[str, Any] = {
            "activity_id": activity.id if activity else None,
            "frozen": "Secret-frozen",
        }
        for view in ("", *View):
            yield SceneRow(view=view, mode=Mode.LIVE, **own)
        for mode in Mode:
            yield SceneRow(mode=mode, **own)
        yield SceneRow(mode=Mode.LIVE, break_until=NOW + timedelta(minutes=15), **own)
    for overlay in OVERLAYS:
        yield SceneRow(view=f"cards{overlay}", mode=Mode.LIVE, **own)
    for page in PAGES:
        yield SceneRow(view="/charter", page=page, mode=Mode.LIVE, **own)
        yield SceneRow(view="rows", page=page, mode=Mode.LIVE, **own)


def views_of_all(filled, dossier=None):
    """Every scene with what the room sees of it, its clock hidden."""
    clocks = {one.id: running_clock(one.id, hidden=True) for one in filled.rows[Activity]}
    return [
        (
            scene,
            room_view(
                dossier or filled.dossier,
                filled.kit,
                scene,
                clocks.get(scene.activity_id, Clock()),
                NOW,
            ),
        )
        for scene in scenes(filled)
    ]


def secrets_in(views):
    """What should not be there, with the scene that shows it."""
    return [
        (scene.activity_id, scene.view, scene.mode, scene.page, found)
        for scene, view in views
        if (found := SECRET.findall(to_json(view)))
    ]


def test_the_marks_are_where_they_should_be(hidden):
    """The check can fail: the dossier and the kit hold a mark in every private place."""
    assert declared_private() >= {
        ("card", "author"),
        ("draft", "author"),
        ("activity", "note"),
        ("activity", "skipped_reason"),
        ("person", "reports_to"),
    }
    assert all(SECRET.search(text) for text in private_texts(hidden))
    held = repr(hidden.dossier)
    for table, name in declared_private():
        assert f"Secret-{table}.{name}" in held
    for record in SECRET_TYPES:
        assert f"Secret-{record.table}." in held
    for place in ("card.text", "theme.name", "workshop.kit_source", "scene.frozen", "absent.name"):
        assert f"Secret-{place}" in held
    for place in ("say", "watch", "rescue", "ask", "hint", "examples"):
        assert f".{place}" in str(SECRET.findall(repr(hidden.kit)))


def test_what_the_room_may_know_holds_no_secret_to_begin_with(hidden, shown):
    """The first of two walls: nothing secret is left for a view to show by mistake."""
    for filled in (hidden, shown):
        assert SECRET.findall(repr(for_room(filled.dossier))) == []
    public = for_room(hidden.dossier)
    for record in (capture.Poll, capture.Ballot, capture.Dot, capture.DotRound, *NEVER_SHOWN):
        assert hidden.dossier.all(record)
        assert public.all(record) == ()
    for record in (capture.Poll, capture.Ballot, capture.Dot, capture.DotRound):
        assert for_room(shown.dossier).all(record)


def test_no_secret_reaches_any_view_of_the_room(hidden):
    assert secrets_in(views_of_all(hidden)) == []


def test_no_secret_reaches_the_room_once_everything_is_revealed(shown_views):
    assert secrets_in(shown_views) == []


def test_a_hidden_clock_stays_hidden(shown, shown_views):
    for _, view in shown_views:
        assert view.clock is None
        assert "83:21" not in to_json(view)
    live = SceneRow(activity_id=1, mode=Mode.LIVE)
    seen = room_view(shown.dossier, shown.kit, live, running_clock(1, hidden=False), NOW)
    assert seen.clock is not None
    assert seen.clock.text == "83:21"


def test_every_view_survives_the_file(shown_views):
    for _, view in shown_views:
        assert from_json(to_json(view)) == view


def changed(dossier, record, **values):
    """The dossier with these fields changed in every row of a type."""
    rows = tuple(replace(row, **values) for row in dossier.all(record))
    return Dossier(dossier.workshop, {**dossier.rows, record: rows})


def test_hidden_votes_and_dots_change_nothing_in_the_room(hidden):
    other = changed(hidden.dossier, capture.Ballot, value=3, is_exec=False)
    other = changed(other, capture.Dot, card_id=1, step_id=None, count=5)
    assert views_of_all(hidden, other) == views_of_all(hidden)


def test_revealed_votes_and_dots_do_change_the_room(shown, shown_views):
    assert views_of_all(shown, changed(shown.dossier, capture.Ballot, value=3)) != shown_views
    assert views_of_all(shown, changed(shown.dossier, capture.Dot, count=5)) != shown_views


def test_who_voted_what_changes_nothing_in_the_room(shown, shown_views):
    """Two people who are not executives exchange their votes."""
    dossier = shown.dossier
    swap = {2: 3, 3: 2}
    ballots = tuple(
        replace(one, person_id=swap.get(one.person_id or 0, one.person_id))
        for one in dossier.all(capture.Ballot)
    )
    assert ballots != dossier.all(capture.Ballot)
    rows = {**dossier.rows, capture.Ballot: ballots}
    assert views_of_all(shown, Dossier(dossier.workshop, rows)) == shown_views


def test_what_is_private_changes_nothing_in_the_room(shown, shown_views):
    """Whatever stands in private fields and in types that are never shown, the room is the same."""
    dossier = shown.dossier
    for table, name in declared_private():
        record = next(one for one in dossier.rows if one.table == table)
        if (table, name) != ("activity", "skipped_reason"):
            dossier = changed(dossier, record, **{name: "something quite different"})
    rows = {record: () if record in NEVER_SHOWN else rows for record, rows in dossier.rows.items()}
    assert rows != dossier.rows
    assert views_of_all(shown, Dossier(dossier.workshop, rows)) == shown_views


def test_why_something_is_skipped_is_never_said(shown):
    """That it is skipped shows as a shorter line of progress; the reason does not."""
    dossier = changed(shown.dossier, Activity, skipped_reason="")
    first = dossier.all(Activity)[0]
    for reason in ("the sponsor walked out", "no time"):
        skipped = replace(first, skipped_reason=reason)
        rows = {**dossier.rows, Activity: (skipped, *dossier.all(Activity)[1:])}
        for view in room_views(Dossier(dossier.workshop, rows), shown.kit):
            assert reason not in to_json(view)


def room_views(dossier, kit):
    for activity in dossier.all(Activity):
        scene = SceneRow(activity_id=activity.id, mode=Mode.LIVE)
        yield room_view(dossier, kit, scene, Clock(), NOW)


def test_what_should_be_visible_is_visible(shown, shown_views):
    """The counter-test: every table of a register, and all that was revealed, does appear."""
    seen = set()
    for _, view in shown_views:
        seen |= set(OPEN.findall(to_json(view)))
    keys = [(one.id, shown.kit.activity(one.key)) for one in shown.rows[Activity]]
    for number, design in keys:
        assert design is not None
        views = views_of(design)
        if View.CARDS in views:
            assert f"Open-card.text-{number}" in seen
            assert f"Open-theme.name-{number}" in seen
        if View.CHECKLIST in views:
            assert f"Open-tick.text-{number}" in seen
        if View.WORDING in views:
            assert f"Open-draft.text-{number}" in seen
    for place in (
        *("opening.purpose", "lesson.what", "lesson.happened", "lesson.lesson"),
        *("experience_step.step", "experience_step.today", "experience_step.wanted"),
        *("definition.main_objective", "definition.staff_sentence", "definition.not_this"),
        *("user_need.information", "user_need.output", "technology_need.need"),
        *("release_item.item", "release_item.for_whom", "remit.text", "remit.will_not_fix"),
        *("hard_decision.decision", "hard_decision.reason", "hard_decision.client_reason"),
        *("commitment.action", "commitment.seen_when", "commitment.rhythm"),
        *("cascade_row.group_told", "cascade_row.message", "data_owner.data"),
        *("use_rule.what", "use_rule.worth", "use_rule.if_not", "measure.measure"),
        *("measure.unit", "measure.source", "milestone.outcome", "win.problem", "win.result"),
        *("pitfall.pitfall", "pitfall.early_sign", "pitfall.same_week"),
        *("governance.escalate_what", "governance.not_success", "person.role"),
    ):
        assert f"Open-{place}-0" in seen, place
    assert {"Open-named", "Open-lead", "Open-workshop.firm-0"} <= seen


def test_absent_people_are_named_only_by_a_row(shown):
    """Somebody absent whom a record names is shown there, as it was written."""
    dossier = shown.dossier
    absent = next(one for one in dossier.all(Person) if one.present is Presence.NO)
    assert absent.name not in [one.name for one in for_room(dossier).all(Person)]
    named = changed(dossier, capture.Reservation, person=absent.name)
    assert absent.name in [one.name for one in for_room(named).all(Person)]


def test_absent_people_who_sign_are_named_where_the_charter_names_them(shown):
    """Who signs stands on the printed charter, in the room or not."""
    dossier = shown.dossier
    absent = next(one for one in dossier.all(Person) if one.present is Presence.NO)
    people = [replace(one, signs=one.signs or one == absent) for one in dossier.all(Person)]
    signing = Dossier(dossier.workshop, {**dossier.rows, Person: tuple(people)})
    last = next(one for one in dossier.all(Activity) if one.key == "8.2")
    scene = SceneRow(activity_id=last.id, mode=Mode.LIVE)
    body = room_view(signing, shown.kit, scene, Clock(), NOW).body
    assert isinstance(body, SignList)
    assert absent.name in [one.name for one in body.signatories]


@pytest.mark.parametrize("overlay", list(Overlay))
def test_an_overlay_about_nothing_shows_the_activity(shown, overlay):
    scene = SceneRow(activity_id=1, mode=Mode.LIVE, view=f"/{overlay}:nothing")
    view = room_view(shown.dossier, shown.kit, scene, Clock(), NOW)
    if overlay in (Overlay.QUOTATION, Overlay.FINDING):
        assert view.question
    else:
        assert isinstance(view, RoomView)
        assert not view.question
