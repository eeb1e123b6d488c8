"""An issued version stays as it was issued, whatever is done to the workshop around it."""

import json
import sqlite3
from datetime import date

import pytest

from crm_workshop.activities import register
from crm_workshop.activities.workshops import delete_workshop
from crm_workshop.charter.issue import keep_issue, make_issue
from crm_workshop.errors import RuleError
from crm_workshop.exchange import dump, import_workshop
from crm_workshop.model.meaning import Definition
from crm_workshop.model.workshop import Version, Workshop
from tests.charter.test_issue import TODAY, Office

#: Something else for each column of a version.
OTHER = {
    "number": "1.7",
    "code": "00000000",
    "records": "{}",
    "pdf": b"%PDF",
    "issued": "2020-01-01T00:00:00+00:00",
    "workshop_id": 2,
}


@pytest.fixture
def issued():
    """A charter that was issued as 1.0, and the version."""
    office = Office()
    return office, office.issue()


def edit(office, text):
    register.set_single(office.store, office.id, Definition, "why", text)


def test_undo_goes_back_to_the_issue_and_not_beyond(issued):
    office, version = issued
    edit(office, "Because clients remember.")
    assert office.store.undo(office.id) is not None
    assert office.store.undo_name(office.id) is None
    assert office.store.undo(office.id) is None
    assert office.store.all(Version, office.id) == (version,)
    assert office.store.redo(office.id) is not None
    assert office.store.all(Version, office.id) == (version,)


@pytest.mark.parametrize("column", OTHER)
def test_no_column_of_a_version_can_be_changed(issued, column):
    office, version = issued
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        office.store.conn.execute(f"UPDATE version SET {column}=?", (OTHER[column],))
    assert office.store.get(Version, version.id) == version


def test_no_step_deletes_a_version(issued):
    office, version = issued
    for scope in (office.id, None):
        with (
            pytest.raises(sqlite3.IntegrityError, match="stays"),
            office.store.step("Delete", scope) as pen,
        ):
            pen.delete(version)
    assert office.store.get(Version, version.id) == version


def test_a_version_goes_and_comes_with_its_workshop(issued):
    office, version = issued
    delete_workshop(office.store, office.id)
    assert office.store.undo(None) is not None
    assert office.store.get(Version, version.id) == version
    assert office.store.redo(None) is not None
    assert office.store.all(Version, office.id) == ()
    assert office.store.undo(None) is not None
    assert office.store.get(Version, version.id) == version


def test_a_file_that_says_otherwise_is_another_workshop(issued):
    office, version = issued
    told = json.loads(dump(office.store.load(office.id)))
    told["versions"][0]["code"] = "00000000"
    told["versions"][0]["records"] = "{}"
    other = import_workshop(office.store, json.dumps(told).encode())
    assert other != office.id
    assert office.store.get(Version, version.id) == version


def test_a_version_travels_whole(issued):
    office, version = issued
    edit(office, "Because clients remember.")
    other = import_workshop(office.store, dump(office.store.load(office.id)))
    (brought,) = office.store.all(Version, other)
    assert (brought.pdf, brought.records, brought.code) == (
        version.pdf,
        version.records,
        version.code,
    )


def test_later_versions_leave_the_first_as_it_was(issued):
    office, version = issued
    for text in ("Because clients remember.", "Because partners do."):
        edit(office, text)
        office.issue()
    assert office.store.all(Version, office.id)[0] == version


def test_before_its_day_nothing_is_issued():
    office = Office()
    with pytest.raises(RuleError, match="held on 21 November 2026"):
        make_issue(office.store.load(office.id), today=date(2026, 11, 20))
    assert make_issue(office.store.load(office.id), today=TODAY).charter.version == "1.0"


def test_what_changed_while_it_was_made_is_not_issued():
    office = Office()
    made = make_issue(office.store.load(office.id), today=TODAY)
    edit(office, "Because clients remember.")
    with pytest.raises(RuleError, match="changed while"):
        keep_issue(office.store, office.id, made)
    assert office.store.all(Version, office.id) == ()
    assert office.store.get(Workshop, office.id).charter_version == ""


def test_one_issue_is_kept_once():
    office = Office()
    made = make_issue(office.store.load(office.id), today=TODAY)
    keep_issue(office.store, office.id, made)
    with pytest.raises(RuleError, match="changed while"):
        keep_issue(office.store, office.id, made)
