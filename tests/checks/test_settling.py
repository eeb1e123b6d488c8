"""Who can settle what is open: whoever answers for it, a leader, or the facilitator."""

from datetime import date

import pytest

from crm_workshop.checks import check
from crm_workshop.checks.settling import ANSWERS, LEADERS, by_settler, settler_name
from crm_workshop.exchange import import_workshop, samples
from crm_workshop.kit.load import kit_of
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.dossier import BY_TABLE, Dossier
from crm_workshop.model.fields import Kind, spec
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.store.library import Store

TODAY = date(2026, 11, 21)


@pytest.fixture
def store() -> Store:
    return Store.open(":memory:")


def open_in(store: Store, sample: int) -> tuple[Dossier, int]:
    workshop_id = import_workshop(store, samples()[sample].data)
    return store.load(workshop_id), workshop_id


@pytest.mark.parametrize(("table", "field"), ANSWERS.items())
def test_whoever_answers_for_a_record_is_a_person_in_it(table: str, field: str) -> None:
    assert spec(BY_TABLE[table], field).kind is Kind.PERSON


def test_leaders_tables_are_tables() -> None:
    assert BY_TABLE.keys() >= LEADERS


def test_every_finding_is_somebodys_once_in_a_fixed_order(store: Store) -> None:
    dossier, _ = open_in(store, 1)
    kit = kit_of(dossier.workshop)
    findings = check(dossier, kit, TODAY)
    groups = by_settler(dossier, kit, findings)
    assert sorted(one.key for _, held in groups for one in held) == sorted(
        one.key for one in findings
    )
    names = [settler.name for settler, _ in groups]
    assert len(names) == len(set(names))
    sponsor = dossier.sponsor()
    assert sponsor is not None
    assert (groups[0][0].name, groups[0][0].part) == (sponsor.name, "sponsor")
    assert groups[-1][0].part == "facilitates"


def test_a_commitment_is_its_leaders_and_a_missing_line_too(store: Store) -> None:
    dossier, _ = open_in(store, 0)
    kit = kit_of(dossier.workshop)
    waiting = next(one for one in check(dossier, kit, TODAY) if one.id == "E4")
    row = dossier.get(Commitment, waiting.row_id)
    assert row is not None
    assert settler_name(dossier, kit, waiting) == row.person
    dossier, _ = open_in(store, 1)
    kit = kit_of(dossier.workshop)
    missing = next(one for one in check(dossier, kit, TODAY) if one.table == Person.table)
    person = dossier.get(Person, missing.row_id)
    assert person is not None
    assert settler_name(dossier, kit, missing) == person.name


def test_what_was_taken_home_is_for_who_finishes_it(store: Store) -> None:
    dossier, workshop_id = open_in(store, 1)
    kit = kit_of(dossier.workshop)
    one = next(one for one in check(dossier, kit, TODAY) if one.table == "pitfall")
    assert settler_name(dossier, kit, one) == ""
    activity = dossier.activity("7.1")
    assert isinstance(activity, Activity)
    with store.step("Take it home", workshop_id) as pen:
        pen.update(activity, finish_owner="Somebody From Finance")
    dossier = store.load(workshop_id)
    assert settler_name(dossier, kit, one) == "Somebody From Finance"
    groups = {settler.name: settler.part for settler, _ in by_settler(dossier, kit, [one])}
    assert groups == {"Somebody From Finance": "not in the list of people"}
