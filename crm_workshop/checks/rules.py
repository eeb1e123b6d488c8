"""All rules together, in the order in which the charter reads."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from crm_workshop.checks import (
    agreement,
    commitments,
    decisions,
    definition,
    leftovers,
    measures,
    objective,
    ownership,
    pitfalls,
    presence,
    required,
    reviews,
    roles,
    technology,
    votes,
    wins,
)
from crm_workshop.checks.case import Case, open_case
from crm_workshop.checks.finding import Finding, Level
from crm_workshop.kit.design import Kit
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Acceptance

#: One module a subject; findings of one section and level keep this order.
_SUBJECTS: Final[tuple[Callable[[Case], Iterator[Finding]], ...]] = (
    presence.find,
    definition.find,
    objective.find,
    technology.find,
    ownership.find,
    commitments.find,
    decisions.find,
    measures.find,
    wins.find,
    pitfalls.find,
    roles.find,
    reviews.find,
    agreement.find,
    votes.find,
    required.find,
    leftovers.find,
)


def check(dossier: Dossier, kit: Kit, today: date) -> tuple[Finding, ...]:
    """Return everything there is to settle, in the charter's order, then Stop before Warn.

    The rules are those of checks.md, with four more: G0 (no leader in the room), F1 (something that
    a final charter needs is missing), F2 (an activity left nothing behind and nobody finishes it)
    and F3 (lessons that the charter of a first attempt leaves out). A warning that was accepted
    carries its reason, as long as the words it judged are still the same. The same records give the
    same findings.
    """
    case = open_case(dossier, kit, today)
    found = [one for subject in _SUBJECTS for one in subject(case)]
    reasons = {
        (one.finding, one.said): one.reason for one in dossier.all(Acceptance) if one.reason.strip()
    }
    return tuple(_with_reason(one, reasons) for one in sorted(found, key=lambda one: one.order))


def open_stops(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what keeps the charter a draft."""
    return tuple(one for one in findings if one.level is Level.STOP)


def accepted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the warnings that the room lives with, each with its reason."""
    return tuple(one for one in findings if one.accepted)


def _with_reason(finding: Finding, reasons: dict[tuple[str, str], str]) -> Finding:
    """Return the finding with its acceptance; only a warning can have one."""
    if finding.level is not Level.WARN:
        return finding
    return replace(finding, accepted=reasons.get((finding.key, finding.said), ""))
