"""Living with a warning, and when the acceptance lapses."""

from collections.abc import Iterator
from datetime import date

import pytest

from crm_workshop.checks import Finding, Level, accepted, check, open_stops
from crm_workshop.checks.accept import accept_finding, withdraw_acceptance
from crm_workshop.errors import InputError, RuleError
from crm_workshop.kit.load import load_kit
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.workshop import Acceptance, Person, Workshop
from crm_workshop.store.library import Store

KIT = load_kit()
REASON = "Settled at the partners’ lunch"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as store:
        yield store


@pytest.fixture
def workshop_id(store: Store) -> int:
    with store.step("New", None) as pen:
        workshop_id = pen.insert(Workshop(firm="Larkspur & Moth LLP")).id
    with store.step("Fill", workshop_id) as pen:
        pen.insert(Person(name="R. Okonjo", role="Managing partner"))
        pen.insert(Commitment(person="R. Okonjo", action="Support it"))
    return workshop_id


def findings(store: Store, workshop_id: int) -> tuple[Finding, ...]:
    return check(store.load(workshop_id), KIT, date(2026, 12, 1))


def finding(store: Store, workshop_id: int, rule: str, level: Level) -> Finding:
    return next(
        one for one in findings(store, workshop_id) if one.id == rule and one.level is level
    )


def warning(store: Store, workshop_id: int) -> Finding:
    return finding(store, workshop_id, "E2", Level.WARN)


def test_an_accepted_warning_carries_its_reason(store: Store, workshop_id: int) -> None:
    row = accept_finding(store, workshop_id, warning(store, workshop_id), REASON, "r.  okonjo")
    assert row.by == "R. Okonjo", "as the register spells it"
    assert warning(store, workshop_id).accepted == REASON
    assert accepted(findings(store, workshop_id)) == (warning(store, workshop_id),)


def test_it_lapses_when_the_words_change_and_holds_when_they_come_back(
    store: Store, workshop_id: int
) -> None:
    accept_finding(store, workshop_id, warning(store, workshop_id), REASON)
    (row,) = store.all(Commitment, workshop_id)
    with store.step("Edit", workshop_id) as pen:
        changed = pen.update(row, action="Endorse it")
    assert not warning(store, workshop_id).accepted
    with store.step("Edit", workshop_id) as pen:
        pen.update(changed, action="Support it")
    assert warning(store, workshop_id).accepted == REASON


def test_it_can_be_accepted_again_and_withdrawn(store: Store, workshop_id: int) -> None:
    accept_finding(store, workshop_id, warning(store, workshop_id), "First")
    accept_finding(store, workshop_id, warning(store, workshop_id), REASON)
    assert [row.reason for row in store.all(Acceptance, workshop_id)] == [REASON]
    assert withdraw_acceptance(store, workshop_id, warning(store, workshop_id))
    assert not warning(store, workshop_id).accepted
    assert not withdraw_acceptance(store, workshop_id, warning(store, workshop_id))


def test_accepting_is_one_step_that_can_be_undone(store: Store, workshop_id: int) -> None:
    accept_finding(store, workshop_id, warning(store, workshop_id), REASON)
    assert store.undo(workshop_id) == "Accept warning"
    assert not warning(store, workshop_id).accepted


@pytest.mark.parametrize(("rule", "level"), [("E3", Level.STOP)])
def test_a_stop_cannot_be_accepted(store: Store, workshop_id: int, rule: str, level: Level) -> None:
    stop = finding(store, workshop_id, rule, level)
    with pytest.raises(RuleError, match="draft"):
        accept_finding(store, workshop_id, stop, REASON)
    with store.step("By hand", workshop_id) as pen:
        pen.insert(Acceptance(finding=stop.key, said=stop.said, reason=REASON))
    assert stop in open_stops(findings(store, workshop_id))


def test_a_hint_needs_no_acceptance(store: Store, workshop_id: int) -> None:
    (row,) = store.all(Commitment, workshop_id)
    with store.step("Edit", workshop_id) as pen:
        pen.update(row, action="Stay positive")
    with pytest.raises(RuleError, match="hint"):
        accept_finding(store, workshop_id, finding(store, workshop_id, "E2", Level.ASK), REASON)


def test_a_reason_is_needed(store: Store, workshop_id: int) -> None:
    with pytest.raises(InputError, match="reason"):
        accept_finding(store, workshop_id, warning(store, workshop_id), " ")
    assert not store.all(Acceptance, workshop_id)
