"""Whether the workshop will finish on time, and the cut that is proposed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from crm_workshop.activities.agenda import leave_out_activity, set_minutes
from crm_workshop.activities.timing import scene_of
from crm_workshop.errors import RuleError
from crm_workshop.kit.load import load_kit
from crm_workshop.live.clock import start_clock, started
from crm_workshop.live.pace import Cut, accept_cut, on_agenda, pace, propose_cut
from crm_workshop.live.scene import go_to_activity, hold_room, next_activity, show_live
from crm_workshop.model.choices import Locale, Mode, Variant
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Clock, SceneRow, Workshop
from tests.live.support import some

NINE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
KIT = load_kit()

#: Planned work and breaks of the half-day, and so when it finishes.
NOON = NINE + timedelta(minutes=205 + 15)


def half_day(**scene):
    """A half-day as the kit plans it, from nine; the scene is live where the test says."""
    workshop = Workshop(id=1, held_on=date(2026, 11, 21), starts=time(9), variant=Variant.HALF)
    agenda = tuple(
        Activity(id=n, position=float(n), key=one.key, minutes_planned=one.minutes.half)
        for n, one in enumerate(KIT.activities, 1)
    )
    row = replace(SceneRow(mode=Mode.LIVE, plan=205), **scene)
    if row.since:
        live = some(row.activity_id) - 1
        agenda = (*agenda[:live], replace(agenda[live], started=row.since), *agenda[live + 1 :])
    return Dossier(workshop, {Activity: agenda, SceneRow: (row,)})


def used(dossier, *seconds):
    """The same day after as many seconds in its first activities."""
    agenda = tuple(
        replace(one, started=NINE, seconds_used=spent) if spent else one
        for one, spent in zip(
            dossier.all(Activity),
            [*seconds] + [0] * (len(dossier.all(Activity)) - len(seconds)),
            strict=True,
        )
    )
    return Dossier(dossier.workshop, {**dossier.rows, Activity: agenda})


def test_before_the_day_begins_it_is_on_time():
    found = pace(half_day(mode=Mode.HOLDING), KIT, NINE - timedelta(hours=1))
    assert (found.finish, found.behind, found.late, found.over) == (NOON, 0, 0, 0)
    assert found.text == "Finish 12:40 · on time"
    assert found.sentence == ""


def test_a_late_start_is_said_and_a_cut_makes_it_good():
    late = NINE + timedelta(minutes=3)
    dossier = half_day(activity_id=1, since=late)
    found = pace(dossier, KIT, late)
    assert (found.behind, found.late) == (3, 3)
    assert found.text == "Finish 12:43 · 3 min over"
    assert found.sentence == "Started 3 min late."
    cut = some(propose_cut(dossier, KIT, late))
    assert cut.before - cut.after == 3
    assert cut.sentence == "Shorten “People, process, technology” to 7 to finish on time."


def test_overtime_of_the_live_activity_pushes_the_finish():
    now = NINE + timedelta(minutes=9, seconds=40)
    dossier = half_day(activity_id=1, since=NINE)
    clock = started(Clock(), dossier.all(Activity)[0], NINE)
    dossier.rows[Clock] = (clock,)
    found = pace(dossier, KIT, now)
    assert found.finish == NOON + timedelta(minutes=1, seconds=40)
    assert (found.over, found.behind) == (100, 2)
    assert found.sentence == "Over by 1:40."


def test_quick_work_puts_the_day_ahead():
    now = NINE + timedelta(minutes=3)
    dossier = used(half_day(activity_id=2, since=now), 180)
    found = pace(dossier, KIT, now)
    assert found.behind == -5
    assert found.text == "Finish 12:35 · 5 min ahead"
    assert propose_cut(dossier, KIT, now) is None


def test_american_firms_read_american_times():
    dossier = half_day(mode=Mode.HOLDING)
    workshop = replace(dossier.workshop, locale=Locale.US)
    text = pace(Dossier(workshop, dossier.rows), KIT, NINE).text
    assert text.replace("\N{NARROW NO-BREAK SPACE}", " ") == "Finish 12:40 PM · on time"


def test_a_glance_ahead_and_back_is_not_work_done():
    now = NINE + timedelta(minutes=2)
    dossier = used(half_day(activity_id=1, since=NINE), 0, 0, 30, 20)
    assert pace(dossier, KIT, now).behind == pytest.approx(0, abs=1)


def test_a_break_that_was_taken_is_not_still_to_come():
    agenda = half_day().all(Activity)
    done = [one.minutes_planned * 60 for one in agenda[:10]]
    now = NINE + timedelta(seconds=sum(done), minutes=15)
    assert agenda[10].key == "4.1"
    dossier = used(half_day(activity_id=11, since=now), *done)
    assert pace(dossier, KIT, now).behind == 0
    still_before = used(half_day(activity_id=10, since=now), *done)
    assert pace(still_before, KIT, now).behind == 0


def test_a_break_that_lasts_longer_is_counted():
    agenda = half_day().all(Activity)
    done = [one.minutes_planned * 60 for one in agenda[:10]]
    now = NINE + timedelta(seconds=sum(done))
    until = now + timedelta(minutes=25)
    dossier = used(half_day(activity_id=10, break_until=until), *done)
    assert pace(dossier, KIT, now).behind == 10


def test_skipping_wins_its_minutes():
    now = NINE + timedelta(minutes=5)
    dossier = half_day(activity_id=1, since=now)
    agenda = list(dossier.all(Activity))
    agenda[1] = replace(agenda[1], skipped_reason="First attempt: nothing to learn from")
    skipped = Dossier(dossier.workshop, {**dossier.rows, Activity: tuple(agenda)})
    assert pace(dossier, KIT, now).behind == 5
    assert pace(skipped, KIT, now).behind == -3
    assert len(on_agenda(skipped)) == len(on_agenda(dossier)) - 1


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_on_another_day_nothing_is_late(days):
    """A clock set wrong, or a workshop resumed tomorrow, is not a thousand minutes behind."""
    now = NINE + timedelta(days=days)
    dossier = half_day(activity_id=1, since=NINE)
    found = pace(dossier, KIT, now)
    assert found.behind is None
    assert found.planned is None
    assert timedelta() < found.finish - now <= timedelta(minutes=220) or days < 0
    assert propose_cut(dossier, KIT, now) is None
    assert "min" not in found.text


def test_a_day_without_a_start_counts_from_its_first_visit():
    dossier = half_day(activity_id=1, since=NINE)
    workshop = replace(dossier.workshop, starts=None)
    found = pace(Dossier(workshop, dossier.rows), KIT, NINE + timedelta(minutes=4))
    assert (found.planned, found.behind) == (NOON, 0)
    unbegun = Dossier(workshop, half_day(mode=Mode.HOLDING).rows)
    assert pace(unbegun, KIT, NINE).behind is None


def test_the_least_important_gives_first_and_never_below_its_least():
    now = NINE + timedelta(minutes=60)
    dossier = half_day(activity_id=1, since=now)
    cut = some(propose_cut(dossier, KIT, now))
    design = some(KIT.activity(some(dossier.get(Activity, cut.activity_id)).key))
    assert design.priority == max(one.priority for one in KIT.activities if one.minutes.half)
    assert cut.after == design.least
    assert cut.sentence == "“People, process, technology” can give 4 minutes."


def test_what_is_planned_before_the_day_is_neither_late_nor_early(store, workshop, kit, moment):
    first, second, *_ = store.all(Activity, workshop.id)
    set_minutes(store, first.id, 20)
    leave_out_activity(store, second.id)
    assert pace(store.load(workshop.id), kit, moment.now).behind == 0
    show_live(store, workshop.id)
    next_activity(store, workshop.id)
    assert pace(store.load(workshop.id), kit, moment.now).behind == 0
    set_minutes(store, first.id, 15)
    assert pace(store.load(workshop.id), kit, moment.now).behind == -5
    hold_room(store, workshop.id)
    next_activity(store, workshop.id)
    assert scene_of(store, workshop.id).plan == 205 + 12 - 8


def test_what_can_give_nothing_is_not_asked():
    now = NINE + timedelta(minutes=60)
    dossier = half_day(activity_id=1, since=now)
    least = tuple(
        replace(one, minutes_planned=some(KIT.activity(one.key)).least)
        if one.minutes_planned
        else one
        for one in dossier.all(Activity)
    )
    lean = Dossier(dossier.workshop, {**dossier.rows, Activity: least})
    assert pace(lean, KIT, now).behind is not None
    assert propose_cut(lean, KIT, now) is None


def test_a_cut_is_accepted_once_and_can_be_undone(store, workshop, kit, moment):
    first = store.all(Activity, workshop.id)[0]
    show_live(store, workshop.id)
    go_to_activity(store, first.id)
    start_clock(store, first.id)
    moment.on(minutes=30)
    dossier = store.load(workshop.id)
    behind = some(pace(dossier, kit, moment.now).behind)
    cut = some(propose_cut(dossier, kit, moment.now))
    done = accept_cut(store, cut)
    assert done.minutes_planned == cut.after
    assert pace(store.load(workshop.id), kit, moment.now).behind == behind - (
        cut.before - cut.after
    )
    assert store.undo_name(workshop.id) == "Shorten an activity"
    with pytest.raises(RuleError, match="Nothing was shortened"):
        accept_cut(store, cut)
    store.undo(workshop.id)
    assert store.get(Activity, cut.activity_id).minutes_planned == cut.before


def test_one_minute_is_said_as_one():
    now = NINE + timedelta(hours=3)
    dossier = half_day(activity_id=2, since=now)
    lean = tuple(
        replace(one, minutes_planned=some(KIT.activity(one.key)).least + (one.id == 1))
        for one in dossier.all(Activity)
    )
    found = propose_cut(Dossier(dossier.workshop, {**dossier.rows, Activity: lean}), KIT, now)
    assert found == Cut(1, 4, 3, "“Why we are here” can give 1 minute.")
