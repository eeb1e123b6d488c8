"""The agenda: skipping, leaving out, minutes and what is finished later."""

from datetime import date

import pytest

from crm_workshop.activities import agenda, timing
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.model.choices import Mode
from crm_workshop.model.workshop import Activity, SceneRow
from tests.activities.hall import Hall


def test_skipping_needs_a_reason_and_can_be_taken_back(hall: Hall) -> None:
    first = hall.activity("1.2")
    hall.refuses(InputError, "Say why", lambda: agenda.skip_activity(hall.store, first.id, " "))
    skipped = hall.does(lambda: agenda.skip_activity(hall.store, first.id, "Nobody was here then"))
    assert skipped.skipped_reason == "Nobody was here then"
    back = hall.does(lambda: agenda.unskip_activity(hall.store, first.id))
    assert back.skipped_reason == ""


def test_minutes(hall: Hall) -> None:
    first, second = hall.activity("1.1"), hall.activity("2.1")
    assert hall.does(lambda: agenda.set_minutes(hall.store, first.id, "12")).minutes_planned == 12
    plan: dict[int, int | str] = {first.id: 6, second.id: 7}
    hall.does(lambda: agenda.plan_minutes(hall.store, hall.id, plan))
    assert hall.activity("2.1").minutes_planned == 7
    wrong: dict[int, int | str] = {first.id: 5, second.id: 0}
    hall.refuses(
        RuleError, "at least a minute", lambda: agenda.plan_minutes(hall.store, hall.id, wrong)
    )
    hall.refuses(InputError, "from 0 to 600", lambda: agenda.set_minutes(hall.store, first.id, 601))


def test_leaving_out_and_putting_back(hall: Hall) -> None:
    first = hall.activity("1.2")
    left = hall.does(lambda: agenda.leave_out_activity(hall.store, first.id, "Done at home"))
    assert agenda.is_left_out(left)
    back = hall.does(lambda: agenda.put_back_activity(hall.store, first.id))
    assert (back.minutes_planned, back.skipped_reason) == (8, "")
    scene = SceneRow(workshop_id=hall.id, activity_id=first.id, mode=Mode.LIVE)
    timing.keep_scene(hall.store, scene)
    hall.refuses(RuleError, "at work on", lambda: agenda.leave_out_activity(hall.store, first.id))


def test_what_a_short_day_leaves_out_comes_back_with_its_fewest_minutes() -> None:
    hall = Hall(variant="90")
    first = hall.activity("1.2")
    assert agenda.is_left_out(first)
    assert agenda.put_back_activity(hall.store, first.id).minutes_planned == 5


def test_moving_notes_and_what_is_finished_later(hall: Hall) -> None:
    first, last = hall.activity("1.1"), hall.dossier().all(Activity)[-1]
    hall.does(lambda: agenda.move_activity(hall.store, first.id, last.id))
    assert hall.dossier().all(Activity)[-1].key == "1.1"
    hall.does(lambda: agenda.move_activity(hall.store, first.id, None))
    assert hall.dossier().all(Activity)[0].key == "1.1"
    hall.does(lambda: agenda.set_note(hall.store, first.id, "She arrives at ten."))
    hall.person("A. Arden")
    done = hall.does(lambda: agenda.set_finish(hall.store, first.id, "14/1/27", "a.  arden"))
    assert (done.finish_by, done.finish_owner) == (date(2027, 1, 14), "A. Arden")
    hall.refuses(
        InputError,
        "“To finish by”: “later”",
        lambda: agenda.set_finish(hall.store, first.id, "later", "A. Arden"),
    )


def test_typing_a_note_is_one_step(hall: Hall) -> None:
    first = hall.activity("1.1")
    for text in ("S", "She", "She is late."):
        hall.wait(5)
        agenda.set_note(hall.store, first.id, text)
    assert hall.store.undo(hall.id) == "Write note"
    assert hall.activity("1.1").note == ""


def test_an_activity_that_is_gone_is_said_so(hall: Hall) -> None:
    with pytest.raises(NotFoundError, match="activity"):
        agenda.skip_activity(hall.store, 999, "No time")
