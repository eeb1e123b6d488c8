"""Issuing: what is frozen, what is refused, and when a print is a draft again."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from crm_workshop.activities import register, sign
from crm_workshop.charter.compose import compose
from crm_workshop.charter.issue import issue_version
from crm_workshop.checks import check
from crm_workshop.errors import DiskError, RuleError
from crm_workshop.exchange import import_workshop, parse
from crm_workshop.exchange.samples import samples
from crm_workshop.kit.load import kit_of
from crm_workshop.live import scene
from crm_workshop.live.room import room_view
from crm_workshop.live.seen import CharterPage
from crm_workshop.live.views import Overlay
from crm_workshop.model.choices import CommitmentKind, CommitmentState, Status
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.meaning import Definition
from crm_workshop.model.workshop import Activity, Clock, Person, SceneRow, Version, Workshop
from crm_workshop.store.library import Store

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 13, 0, tzinfo=timezone(timedelta(0)))


class Office:
    """The complete sample in a library, with its last open answer given."""

    def __init__(self, now: datetime | None = None) -> None:
        self.store = Store.open(":memory:", now=lambda: now or datetime.now(UTC))
        self.id = import_workshop(self.store, samples()[0].data)
        (late,) = self.store.find(Commitment, self.id, state=CommitmentState.NOT_YET)
        answer = {
            "state": CommitmentState.GIVEN,
            "kind": CommitmentKind.DIRECT,
            "action": "Tell my group in January what changes on the first call",
            "first_on": date(2027, 1, 11),
            "seen_when": "the note of that meeting is on the wall",
        }
        for name, value in answer.items():
            register.set_field(self.store, Commitment, late.id, name, value)

    def issue(self) -> Version:
        return issue_version(self.store, self.id, today=TODAY)

    def is_draft(self) -> bool:
        dossier = self.store.load(self.id)
        kit = kit_of(dossier.workshop)
        return compose(dossier, kit, check(dossier, kit, TODAY), today=TODAY).draft

    def is_draft_in_the_room(self) -> bool:
        first = self.store.all(Activity, self.id)[0]
        scene.go_to_activity(self.store, first.id)
        scene.show_live(self.store, self.id)
        scene.open_overlay(self.store, self.id, Overlay.CHARTER)
        dossier = self.store.load(self.id)
        row, clock = dossier.one(SceneRow), dossier.one(Clock)
        body = room_view(dossier, kit_of(dossier.workshop), row, clock, NOW).body
        assert isinstance(body, CharterPage)
        return body.draft


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_version_freezes_bytes_records_and_code(office: Office) -> None:
    before = office.store.load(office.id)
    version = office.issue()
    assert (version.number, version.pdf[:5], len(version.code)) == ("1.0", b"%PDF-", 8)
    assert parse(version.records.encode()).workshop.firm == before.workshop.firm
    workshop = office.store.get(Workshop, office.id)
    assert (workshop.status, workshop.charter_version) == (Status.FINAL, "1.0")
    assert not office.is_draft()
    assert not office.is_draft_in_the_room()


def test_what_changes_afterwards_is_a_draft_and_then_the_next_version(office: Office) -> None:
    first = office.issue()
    with pytest.raises(RuleError, match=r"what version 1\.0 says"):
        office.issue()
    register.set_single(office.store, office.id, Definition, "why", "Because clients remember.")
    assert office.is_draft()
    second = office.issue()
    assert (second.number, office.store.get(Workshop, office.id).status) == ("1.1", Status.AMENDED)
    assert second.code != first.code
    assert office.store.get(Version, first.id) == first


def test_a_stop_that_opens_makes_print_and_room_a_draft_again(office: Office) -> None:
    office.issue()
    (sponsor,) = office.store.find(Person, office.id, is_sponsor=True)
    sign.decline(office.store, sponsor.id)
    assert office.is_draft()
    assert office.is_draft_in_the_room()
    sign.sign(office.store, sponsor.id, TODAY)
    assert not office.is_draft()


def test_what_cannot_be_delivered_is_not_issued(office: Office) -> None:
    def full(*_: object) -> None:
        raise DiskError("The disk is full.")

    before = office.store.load(office.id)
    with pytest.raises(DiskError):
        issue_version(office.store, office.id, today=TODAY, deliver=full)
    assert office.store.load(office.id) == before
