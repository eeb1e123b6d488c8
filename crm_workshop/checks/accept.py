"""Living with a warning: its reason is written down, and printed with the charter."""

from crm_workshop.activities.shared import known_name
from crm_workshop.checks.finding import Finding, Level
from crm_workshop.errors import InputError, RuleError
from crm_workshop.model.workshop import Acceptance
from crm_workshop.store.library import Store


def accept_finding(
    store: Store,
    workshop_id: int,
    finding: Finding,
    reason: str,
    person: str = "",
    *,
    by: str = "",
) -> Acceptance:
    """Accept a warning for `reason`, in the name of `person`; return what was written.

    It holds as long as the record says what it said. Raises `RuleError` for a finding that is no
    warning, `InputError` without a reason.
    """
    if finding.level is Level.STOP:
        raise RuleError(
            f"“{finding.title}” keeps the charter a draft and cannot be accepted. "
            "Nothing was changed: settle it, or print the draft."
        )
    if finding.level is Level.ASK:
        raise RuleError(
            f"“{finding.title}” is only a hint; it needs no acceptance. Nothing was changed."
        )
    if not reason.strip():
        raise InputError("A warning is accepted with a reason. Nothing was changed: write one.")
    name = known_name(store, workshop_id, person)
    with store.step("Accept warning", workshop_id, by=by) as pen:
        for row in store.find(Acceptance, workshop_id, finding=finding.key):
            pen.delete(row)
        return pen.insert(
            Acceptance(finding=finding.key, said=finding.said, reason=reason, by=name)
        )


def withdraw_acceptance(store: Store, workshop_id: int, finding: Finding, *, by: str = "") -> bool:
    """Take the acceptance of a finding back; tell whether there was one."""
    rows = store.find(Acceptance, workshop_id, finding=finding.key)
    if not rows:
        return False
    with store.step("Withdraw acceptance", workshop_id, by=by) as pen:
        for row in rows:
            pen.delete(row)
    return True
