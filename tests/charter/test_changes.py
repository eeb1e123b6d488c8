"""What a later version says differently: each change found, and nothing that did not change."""

from datetime import date

import pytest

from crm_workshop.activities import register, sign
from crm_workshop.activities.cards import add_card
from crm_workshop.activities.people import update_person
from crm_workshop.activities.statement import write_draft
from crm_workshop.activities.workshops import update_workshop
from crm_workshop.charter.changes import How, changes_since, differences
from crm_workshop.exchange import dump, parse
from crm_workshop.exchange.samples import samples
from crm_workshop.live.scene import blank_room
from crm_workshop.model.choices import Paper
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.meaning import Definition
from crm_workshop.model.success import Measure
from crm_workshop.model.workshop import Activity, Person, Version
from tests.charter.test_issue import Office


@pytest.fixture
def issued():
    """A charter that was issued as 1.0, and the workshop it came from."""
    office = Office()
    office.issue()
    return office


def changes(office):
    dossier = office.store.load(office.id)
    return changes_since(dossier.all(Version)[-1], dossier)


def test_nothing_changed_is_no_change(issued):
    assert changes(issued) == ()


def test_what_the_charter_does_not_print_is_no_change(issued):
    activity = issued.store.load(issued.id).activity("2.1")
    add_card(issued.store, activity.id, "one more thought")
    blank_room(issued.store, issued.id)
    (first, *_) = issued.store.load(issued.id).all(Activity)
    issued.store.load(issued.id).one(Definition)
    assert first.key == "1.1"
    assert changes(issued) == ()


def test_another_paper_is_no_change_of_what_it_says(issued):
    update_workshop(issued.store, issued.id, paper=Paper.LETTER)
    assert changes(issued) == ()


def test_a_changed_field_is_told_with_both_values(issued):
    store = issued.store
    one = store.load(issued.id).all(Commitment)[1]
    register.set_field(store, Commitment, one.id, "first_on", date(2027, 3, 1))
    (found,) = changes(issued)
    assert (found.section, found.about, found.how) == ("8", one.person, How.CHANGED)
    assert found.sentence == "S. Lindqvist: By, 1 Feb 2027 → 1 Mar 2027"


def test_added_and_removed_records_are_told_by_their_names(issued):
    store = issued.store
    measure = store.load(issued.id).all(Measure)[0]
    register.delete_row(store, Measure, measure.id)
    register.add_row(store, issued.id, Measure, {"measure": "Calls returned the same day"})
    assert {(one.section, one.about, one.how) for one in changes(issued)} == {
        ("10", measure.measure, How.REMOVED),
        ("10", "Calls returned the same day", How.ADDED),
    }


def test_a_reworded_record_is_one_change_and_not_two(issued):
    store = issued.store
    one = store.load(issued.id).all(Measure)[0]
    register.set_field(
        store, Measure, one.id, "measure", "Clients who never had to repeat themselves"
    )
    (found,) = changes(issued)
    assert found.how is How.CHANGED
    assert [edit.before for edit in found.edits] == [one.measure]


def test_a_new_wording_is_told_as_a_change_of_the_definition(issued):
    store = issued.store
    activity = store.load(issued.id).activity("2.5")
    write_draft(store, activity.id, "CRM here is how we answer the telephone.")
    (found,) = changes(issued)
    assert (found.section, found.how) == ("4", How.CHANGED)
    assert found.edits[0].after == "CRM here is how we answer the telephone."


def test_changes_stand_in_the_charters_order(issued):
    store = issued.store
    dossier = store.load(issued.id)
    update_person(store, dossier.all(Person)[4].id, role="Head of growth")
    register.set_field(store, Measure, dossier.all(Measure)[0].id, "target", 9)
    register.set_field(store, Commitment, dossier.all(Commitment)[0].id, "hours_per_month", 5)
    assert [one.section for one in changes(issued)] == ["8", "10", "annex-a"]


def test_signing_later_is_no_change_of_what_was_agreed(issued):
    store = issued.store
    late = store.load(issued.id).all(Person)[3]
    sign.sign(store, late.id, date(2026, 12, 1))
    assert changes(issued) == ()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_workshop_differs_in_nothing_from_itself(number):
    dossier = parse(samples()[number].data)
    assert differences(dossier, dossier) == ()
    assert differences(dossier, parse(dump(dossier))) == ()
