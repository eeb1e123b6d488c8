"""What stands around the body, and what lies over an activity."""

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from crm_workshop.checks import check
from crm_workshop.kit.design import Method
from crm_workshop.live.bodies.columns import COLUMNS
from crm_workshop.live.parts import (
    Group,
    Line,
    Segment,
)
from crm_workshop.live.room import BODIES, later, room_view
from crm_workshop.live.seen import (
    Black,
    CharterPage,
    Finding,
    LateJoiner,
    Quotation,
    from_json,
    to_json,
)
from crm_workshop.live.views import VIEWS, View, views_of
from crm_workshop.model import capture, commitment, meaning
from crm_workshop.model.choices import (
    CommitmentState,
    DecisionState,
    Locale,
    Mode,
    Scale,
    Status,
)
from crm_workshop.model.dossier import RECORDS, Dossier
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Activity, Clock, SceneRow
from tests.live.sample import IDS, KIT, NOW, dossier, poll, see


def test_every_method_and_every_state_has_its_line():
    assert set(VIEWS) == set(Method)
    assert set(BODIES) == set(View)


def test_every_record_has_columns_of_fields_that_exist():
    assert set(COLUMNS) == {one for one in RECORDS.values() if not one.single}
    for record, columns in COLUMNS.items():
        named = {name for one in columns for name in (one.field, *one.notes)}
        assert named <= {one.name for one in specs(record) if not one.private}


def test_every_activity_of_the_kit_has_states_and_each_can_be_shown():
    for design in KIT.activities:
        views = views_of(design)
        assert views[0] == VIEWS[design.method][0]
        assert len(set(views)) == len(views)
        for view in views:
            assert see(dossier(), design.key, view).title


def test_the_frame_says_stage_title_question_and_firm():
    view = see(dossier(), "2.1")
    assert (view.stage, view.hue, view.title) == ("What CRM means", "meaning", "Silent definitions")
    assert view.question == "For our clients, CRM means that we …"
    assert view.note == "Finish the sentence without naming any product."
    assert view.firm == "Quillfeather & Moss LLP"
    assert view.clock is None


def test_progress_goes_as_far_as_the_live_activity():
    progress = see(dossier(), "2.2").progress
    assert [one.minutes for one in progress] == [16, 63, 34, 45, 18, 10, 10, 9]
    assert progress[0] == Segment(title="Open", hue="open", minutes=16, done=1.0)
    assert progress[1].done == pytest.approx(18 / 63)
    assert {one.done for one in progress[2:]} == {0.0}
    assert {one.done for one in see(dossier(), "8.2").progress} == {1.0}


def test_what_is_skipped_is_not_on_the_line():
    found = dossier()
    agenda = list(found.all(Activity))
    agenda[1] = replace(agenda[1], skipped_reason="first attempt")
    skipped = Dossier(found.workshop, {**found.rows, Activity: tuple(agenda)})
    assert see(skipped, "2.2").progress[0].minutes == 8


def test_the_clock_tells_overtime_and_that_it_stands_still():
    clock = Clock(activity_id=IDS["2.1"], deadline=NOW - timedelta(seconds=100), seconds=480)
    face = see(dossier(), "2.1", clock=clock).clock
    assert (face.text, face.over, face.still) == ("-01:40", True, False)
    still = Clock(activity_id=IDS["2.1"], left_at_pause=312.0, seconds=480)
    face = see(dossier(), "2.1", clock=still).clock
    assert (face.text, face.over, face.still) == ("05:12", False, True)
    assert see(dossier(), "2.2", clock=still).clock is None


def test_times_are_told_in_the_zone_of_the_room():
    until = NOW + timedelta(minutes=15)
    there = NOW.astimezone(timezone(timedelta(hours=-5)))
    american = see(dossier(locale=Locale.US), "1.1", now=there, break_until=until)
    assert american.body.until.split() == ["5:15", "AM"]
    assert see(dossier(), "1.1", break_until=until).body.until == "10:15"


def test_the_charter_turns_page_by_page():
    definition = meaning.Definition(main_objective="Nobody tells us twice.")
    found = dossier(definition)
    pages = [see(found, "8.1", page=number).body for number in range(20)]
    assert {type(one) for one in pages} == {CharterPage}
    count = pages[0].count
    assert [one.number for one in pages] == [*range(1, count + 1), *[count] * (20 - count)]
    assert "Nobody tells us twice." in str(pages[0])
    open_still = Group(title="Executive commitment", lines=(Line(text="Not settled", quiet=True),))
    assert open_still in pages[0].blocks
    assert pages[0].draft
    assert see(dossier(status=Status.FINAL), "8.1").body.draft  # tests/charter/test_issue.py: final
    assert see(found, "2.1", "/charter").body == pages[0]
    assert "annex" not in " ".join(one.title.casefold() for one in pages)


def test_the_late_joiner_sees_what_is_settled_and_nothing_that_is_open():
    rows = [
        meaning.Opening(purpose="One page we sign"),
        commitment.HardDecision(decision="One lead", state=DecisionState.DECIDED, decider="V. A."),
        commitment.HardDecision(decision="Merge two groups", state=DecisionState.BY_DATE),
        commitment.Commitment(person="B. Tolliver", action="Ring ten clients"),
        commitment.Commitment(person="V. Ashgrove", action="x", state=CommitmentState.NOT_YET),
        meaning.Line(agreed_today=2, agreed_target=4),
    ]
    body = see(dossier(*rows), "5.1", "/late_joiner").body
    assert isinstance(body, LateJoiner)
    told = {one.title: [(line.label, line.text) for line in one.lines] for one in body.groups}
    assert told == {
        "Why we are here": [("", "One page we sign")],
        "What CRM means here": [("", "On the line: from 2 today to 4 in twelve months.")],
        "Decided": [("", "One lead")],
        "Commitments": [("B. Tolliver", "Ring ten clients")],
    }


def test_the_late_joiner_is_told_how_far_the_room_agrees():
    draft = capture.Draft(id=7, activity_id=IDS["2.5"], text="CRM is how we keep our word.")
    hidden = poll("2.5", 1, 2, 6, scale=Scale.GRADIENTS, draft_id=7, revealed=False)
    for rows, note in (
        ((), "Not voted on yet"),
        (hidden, "Not voted on yet"),
        ((replace(hidden[0], revealed=True), *hidden[1:]), "2 of 3 votes consent"),
    ):
        (group,) = see(dossier(draft, *rows), "5.1", "/late_joiner").body.groups
        assert group.lines == (Line(text=draft.text, note=note),)


def test_a_figure_is_shown_with_its_source():
    body = see(dossier(), "5.1", "/quotation:measures").body
    assert isinstance(body, Quotation)
    assert body.text.startswith("28 %")
    assert body.source


def test_a_finding_is_shown_only_where_the_facilitator_puts_it():
    found = dossier(commitment.Commitment(person="B. Tolliver", action="Support it fully"))
    findings = check(found, KIT, NOW.date())
    one = next(one for one in findings if one.table == "commitment")
    plain = see(found, "4.3")
    assert all(each.sentence not in repr(plain) for each in findings)
    body = see(found, "4.3", f"/finding:{one.key}").body
    assert body == Finding(title=one.title, sentence=one.sentence, question=one.question)


def test_what_cannot_be_read_back_is_none():
    for text in ("", "{}", "[]", '{"body":{"type":"Secret"}}', '{"body":{"type":"Black"},"x":1}'):
        assert from_json(text) is None
    seen = from_json('{"body":{"type":"Black"}}')
    assert seen is not None
    assert seen.body == Black()


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("over", ["", "/late_joiner", "/break"])
@pytest.mark.parametrize(
    "clock",
    [
        Clock(),
        Clock(activity_id=IDS["2.1"], seconds=480, deadline=NOW + timedelta(seconds=30)),
        Clock(activity_id=IDS["2.1"], seconds=480, left_at_pause=25.0),
        Clock(
            activity_id=IDS["2.1"], seconds=480, deadline=NOW + timedelta(seconds=9), hidden=True
        ),
    ],
    ids=["idle", "running", "paused", "hidden"],
)
def test_later_the_same_day_only_the_clock_has_gone_on(mode, over, clock):
    found = dossier(*(capture.Card(activity_id=IDS["2.1"], text="ring", revealed=True),))
    scene = SceneRow(
        activity_id=IDS["2.1"],
        mode=mode,
        view=f"cards{over}",
        break_until=NOW + timedelta(minutes=10) if over == "/break" else None,
        frozen=to_json(see(found, "2.1", "cards", clock=clock)),
    )
    first = room_view(found, KIT, scene, clock, NOW)
    for hours in (0, 0.01, 1, 3.9, 5, 0.02):
        then = NOW + timedelta(hours=hours)
        assert later(first, found, scene, clock, then) == room_view(found, KIT, scene, clock, then)
