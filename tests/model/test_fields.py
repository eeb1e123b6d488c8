"""Every record declares itself completely: type, kind, label, choices, references."""

import dataclasses
import typing
from datetime import date, time
from enum import StrEnum
from types import NoneType
from typing import Any

import pytest

from crm_workshop.model.base import Placed, Row
from crm_workshop.model.capture import Card
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.dossier import BY_TABLE, RECORDS, TABLES, Dossier
from crm_workshop.model.fields import Kind, entry, is_blank, is_written, links, missing, spec, specs
from crm_workshop.model.success import Governance
from crm_workshop.model.workshop import Person, Workshop

_TYPES = {
    Kind.TEXT: str,
    Kind.LONG: str,
    Kind.PERSON: str,
    Kind.PROMISE: str,
    Kind.DATE: date,
    Kind.TIME: time,
    Kind.INT: int,
    Kind.NUM: float,
    Kind.BOOL: bool,
    Kind.LIST: tuple[str, ...],
    Kind.PEOPLE: tuple[str, ...],
    Kind.BYTES: bytes,
}

_FIELDS = [(record, one) for record in TABLES for one in specs(record)]


@pytest.mark.parametrize(
    ("record", "one"),
    [pytest.param(*case, id=f"{case[0].table}.{case[1].name}") for case in _FIELDS],
)
def test_a_fields_kind_is_its_type(record: type[Row], one: Any) -> None:
    hint = typing.get_type_hints(record)[one.name]
    options = [part for part in typing.get_args(hint) if part is not NoneType]
    base = options[0] if NoneType in typing.get_args(hint) else hint
    if one.kind is Kind.CHOICE:
        assert base is one.choices
    else:
        assert base == _TYPES[one.kind]
    assert one.label.strip() == one.label != ""


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.table)
def test_a_blank_record_can_be_made_and_is_frozen(record: type[Row]) -> None:
    row = record()
    with pytest.raises(dataclasses.FrozenInstanceError):
        row.id = 5  # type: ignore[misc]  # that it cannot be set is the point
    assert all(target in BY_TABLE for target in links(record).values())


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.table)
def test_every_choice_has_words(record: type[Row]) -> None:
    for one in specs(record):
        for answer in one.choices or ():
            assert answer.label
            assert isinstance(answer, StrEnum)


def test_parents_stand_before_what_points_to_them() -> None:
    order = [record.table for record in TABLES]
    for record in TABLES:
        for target in links(record).values():
            assert order.index(target) <= order.index(record.table)


def test_records_are_all_that_registers_may_hold() -> None:
    captured = {"activity_id", "poll_id", "person_id"}
    assert all(not captured & set(links(record)) for record in RECORDS.values())
    assert all(issubclass(record, Placed) or record.single for record in RECORDS.values())


def test_missing_names_the_required_fields_that_are_blank() -> None:
    assert [one.name for one in missing(Commitment(person="R. Okafor", action=" "))] == [
        "action",
        "kind",
        "first_on",
        "seen_when",
    ]


@pytest.mark.parametrize(
    ("value", "blank"),
    [
        *(("", True), (" \n", True), ((), True), ((" ", ""), True), (None, True)),
        *((0, False), (False, False), ("x", False), (("", "x"), False)),
    ],
)
def test_what_counts_as_blank(value: object, blank: bool) -> None:
    assert is_blank(value) is blank


@pytest.mark.parametrize(
    ("record", "written"),
    [
        (Person(id=1, workshop_id=1, position=2.0), False),
        (Person(name=" ", reports_to="\n"), False),
        (Governance(not_success=(" ",)), False),
        (Person(votes=False), True),
        (Person(name="R. Okafor"), True),
        (Workshop(attempt_no=1), False),
        (Workshop(attempt_no=2), True),
    ],
)
def test_what_counts_as_written(record: Row, written: bool) -> None:
    assert is_written(record) is written


def test_a_choice_field_needs_its_choices() -> None:
    with pytest.raises(TypeError, match="needs its choices"):
        entry("Kind", Kind.CHOICE)
    with pytest.raises(KeyError, match="no field nonsense"):
        spec(Card, "nonsense")


def test_a_dossier_finds_people_as_they_are_typed() -> None:
    people = (
        Person(id=1, name="R. Okafor", is_sponsor=True, has_left=True),
        Person(id=2, name="S. Lindqvist", is_sponsor=True),
    )
    dossier = Dossier(Workshop(id=7, workshop_id=7), {Person: people})
    assert dossier.person("  r.  OKAFOR ") is people[0]
    assert dossier.person("Nobody") is None
    assert dossier.sponsor() is people[1]
    assert dossier.one(Governance) == Governance(workshop_id=7)
    assert [row.table for row in dossier.everything()] == ["workshop", "person", "person"]
