"""Registers: rows typed and pasted, people and promises spelt as the workshop has them."""

from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_workshop.activities import register, typed
from crm_workshop.errors import InputError, RuleError
from crm_workshop.model.base import Row
from crm_workshop.model.choices import (
    CommitmentKind,
    CommitmentState,
    Direction,
    Locale,
    Presence,
)
from crm_workshop.model.commitment import CascadeRow, Commitment, HardDecision
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import Kind, specs
from crm_workshop.model.meaning import Definition, ExperienceStep, Lesson
from crm_workshop.model.success import Governance, Measure, Review
from crm_workshop.model.workshop import Person
from tests.activities.hall import Hall
from tests.strategies import values_of


def test_a_row_is_filled_from_what_was_typed(hall: Hall) -> None:
    hall.person("A. Arden")
    row = hall.does(
        lambda: register.add_row(
            hall.store,
            hall.id,
            Commitment,
            {
                "person": " a.  arden ",
                "action": "Ring ten clients",
                "kind": "a",
                "first_on": "14 Jan 2027",
                "hours_per_month": "1.5",
            },
        )
    )
    assert (row.person, row.kind, row.first_on) == (
        "A. Arden",
        CommitmentKind.VISIBLE,
        date(2027, 1, 14),
    )
    assert (row.hours_per_month, row.state) == (1.5, CommitmentState.GIVEN)
    empty = hall.does(lambda: register.add_row(hall.store, hall.id, Commitment))
    assert hall.store.all(Commitment, hall.id) == (row, empty)


def test_what_cannot_be_read_names_the_field_and_what_was_expected(hall: Hall) -> None:
    row = register.add_row(hall.store, hall.id, Measure, {"measure": "Calls answered"})
    for field, text, said in (
        ("by", "soon", "“By”: “soon” is not a date; write it as 14 Jan 2027"),
        ("target", "many", "“To”: “many” is not a number"),
        ("kind", "vague", "“Kind”: “vague” is none of Activity, Use, Result"),
        ("by", "x" * 100, "“By”: “x{59}…” is not a date"),
    ):
        change = partial(register.set_field, hall.store, Measure, row.id, field, text)
        hall.refuses(InputError, said, change)
    lesson = register.add_row(hall.store, hall.id, Lesson)
    year = partial(register.set_field, hall.store, Lesson, lesson.id, "year")
    hall.refuses(
        InputError, "“Year” is 12, but it has to be from 1900 to 2199", partial(year, "12")
    )
    hall.refuses(InputError, "cannot hold 3.5", partial(year, 3.5))
    target = partial(register.set_field, hall.store, Measure, row.id, "target")
    said = "“To” is 2,000,000,000,000, but no number beyond 1,000,000,000,000 can be kept"
    hall.refuses(InputError, said, partial(target, 2e12))


def test_an_american_workshop_reads_american_dates() -> None:
    hall = Hall(locale="en_US")
    row = register.add_row(hall.store, hall.id, Measure, {"by": "1/2/2027"})
    assert row.by == date(2027, 1, 2)


def test_typing_in_a_field_is_one_step(hall: Hall) -> None:
    row = register.add_row(hall.store, hall.id, Measure)
    hall.wait(120)
    for text in ("Calls", "Calls ", "Calls answered"):
        hall.wait(2)
        register.set_field(hall.store, Measure, row.id, "measure", text)
    register.set_field(hall.store, Measure, row.id, "unit", "%")
    assert hall.store.undo(hall.id) == "Edit measure"
    assert hall.store.undo(hall.id) == "Edit measure"
    assert hall.store.all(Measure, hall.id) == (row,)


def test_blank_text_empties_a_field(hall: Hall) -> None:
    given = {"by": "14/1/27", "target": "3", "direction": "up", "owner": "A. Arden"}
    row = register.add_row(hall.store, hall.id, Measure, given)
    assert row.direction is Direction.UP
    for field in given:
        hall.does(partial(register.set_field, hall.store, Measure, row.id, field, " "))
    assert hall.store.get(Measure, row.id) == Measure(
        id=row.id, workshop_id=hall.id, position=row.position
    )


def test_people_who_are_missing_can_be_added(hall: Hall) -> None:
    hall.person("A. Arden")
    register.add_row(hall.store, hall.id, Measure, {"owner": "B. Bell"})
    assert len(hall.store.all(Person, hall.id)) == 1
    row = register.add_row(hall.store, hall.id, Review)
    hall.does(
        lambda: register.set_field(
            hall.store,
            Review,
            row.id,
            "attends",
            "a. arden; C. Cole; TBC; c. cole; To be agreed; –",
            add_missing=True,
        )
    )
    people = hall.store.all(Person, hall.id)
    assert [(one.name, one.present) for one in people] == [
        ("A. Arden", Presence.YES),
        ("C. Cole", Presence.NO),
    ]
    attends = ("A. Arden", "C. Cole", "TBC", "To be agreed", "–")
    assert hall.store.get(Review, row.id).attends == attends
    hall.does(
        lambda: register.add_row(
            hall.store, hall.id, CascadeRow, {"leader": "D. Dunn"}, add_missing=True
        )
    )


def test_a_promise_follows_its_step(hall: Hall) -> None:
    step = hall.store.all(ExperienceStep, hall.id)[1]
    other = hall.store.all(ExperienceStep, hall.id)[2]
    row = register.add_row(hall.store, hall.id, Measure, {"serves": "first  CALL"})
    aim = register.add_row(hall.store, hall.id, Measure, {"serves": "main objective"})
    decision = register.add_row(
        hall.store, hall.id, HardDecision, {"client_reason": "First call", "by": "14/1/27"}
    )
    assert (row.serves, aim.serves) == ("First call", "Main objective")
    change = partial(register.set_field, hall.store, ExperienceStep)
    hall.does(lambda: change(step.id, "step", "The first call"))
    assert hall.store.get(Measure, row.id).serves == "The first call"
    assert hall.store.get(HardDecision, decision.id).client_reason == "The first call"
    assert hall.store.get(Measure, aim.id).serves == "Main objective"
    change(step.id, "step", "")
    assert hall.store.get(Measure, row.id).serves == "The first call"
    change(step.id, "step", "The first call")
    change(other.id, "step", "The first call")
    change(other.id, "step", "Something else")
    assert hall.store.get(Measure, row.id).serves == "The first call"


def test_single_records_have_one_row(hall: Hall) -> None:
    said = hall.does(
        lambda: register.set_single(hall.store, hall.id, Definition, "not_this", "a list\na tool")
    )
    assert said.not_this == ("a list", "a tool")
    hall.refuses(
        RuleError, "exactly one", lambda: register.add_row(hall.store, hall.id, Definition)
    )
    hall.refuses(
        RuleError,
        "exactly one",
        lambda: register.delete_row(hall.store, Definition, said.id),
    )
    (governance,) = hall.store.all(Governance, hall.id)
    with hall.store.step("Remove", hall.id) as pen:
        pen.delete(governance)
    made = hall.does(
        lambda: register.set_single(
            hall.store, hall.id, Governance, "escalate_to", "A. Arden", add_missing=True
        )
    )
    assert hall.store.all(Governance, hall.id) == (made,)
    assert hall.dossier().person("A. Arden") is not None
    with pytest.raises(TypeError):
        register.set_single(hall.store, hall.id, Measure, "unit", "%")
    with pytest.raises(TypeError):
        register.add_row(hall.store, hall.id, Person)


def test_rows_are_moved_copied_and_deleted(hall: Hall) -> None:
    rows = [register.add_row(hall.store, hall.id, Measure, {"measure": one}) for one in "abc"]
    hall.does(lambda: register.move_row(hall.store, Measure, rows[2].id, rows[0].id))
    hall.does(lambda: register.move_row(hall.store, Measure, rows[1].id, None))
    hall.does(lambda: register.duplicate_row(hall.store, Measure, rows[0].id))
    assert [row.measure for row in hall.store.all(Measure, hall.id)] == ["b", "a", "a", "c"]
    hall.does(lambda: register.delete_row(hall.store, Measure, rows[0].id))
    assert [row.measure for row in hall.store.all(Measure, hall.id)] == ["b", "a", "c"]


FIELDS = [
    (record, field.name, field.kind)
    for record in RECORDS.values()
    for field in specs(record)
    if (record.table, field.name) not in typed.LIMITS
]


@given(st.sampled_from(FIELDS).flatmap(lambda one: st.tuples(st.just(one), values_of(*one[:2]))))
def test_every_value_of_a_field_can_be_given_as_it_is(
    case: tuple[tuple[type[Row], str, Kind], Any],
) -> None:
    (record, name, kind), value = case
    if kind is Kind.NUM and value is not None and abs(value) > 1e12:
        return
    found = typed.value_for(record, name, value, Locale.GB)
    assert isinstance(found, str) or found == value


@given(st.sampled_from(FIELDS), st.text(max_size=30), st.sampled_from(Locale))
def test_any_text_is_read_or_refused_with_the_fields_name(
    case: tuple[type[Row], str, Kind], text: str, locale: Locale
) -> None:
    record, name, _ = case
    label = next(one.label for one in specs(record) if one.name == name)
    try:
        typed.value_for(record, name, text, locale)
    except InputError as error:
        said = str(error)
    else:
        said = f"“{label}”. Nothing was changed."
    assert said.startswith(f"“{label}”")
    assert said.endswith("Nothing was changed.")
