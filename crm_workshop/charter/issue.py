"""Issuing a charter: its bytes, its records and its content code are frozen as one version.

It is made first, away from any store, and kept only if the records still say the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crm_workshop.charter.compose import compose
from crm_workshop.charter.dates import long_date
from crm_workshop.charter.document import Charter
from crm_workshop.charter.pdf import build_pdf
from crm_workshop.checks import Finding, Level, check
from crm_workshop.errors import RuleError
from crm_workshop.exchange import dump
from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Status
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Version
from crm_workshop.store.library import Store

#: What is done with an issued charter before it is kept.
Deliver = Callable[[Charter, bytes], None]


@dataclass(frozen=True, slots=True)
class Issue:
    """A charter as it would be issued: what it says, its bytes, and the records behind it."""

    charter: Charter
    pdf: bytes
    records: str


def next_number(dossier: Dossier) -> str:
    """Return the number of the version that would be issued next: 1.0, then 1.1 and so on."""
    issued = [one.number for one in dossier.all(Version)]
    return f"1.{max((int(number.partition('.')[2]) for number in issued), default=-1) + 1}"


def stops(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that keep a charter from being issued."""
    return tuple(one for one in findings if one.level is Level.STOP)


def before_its_day(dossier: Dossier, today: date) -> str:
    """Return why a charter cannot be issued before the day it is agreed on; empty from then on.

    It is printed as agreed on that day, which nobody can say before.
    """
    held, locale = dossier.workshop.held_on, dossier.workshop.locale
    if held is None or held <= today:
        return ""
    return (
        f"The workshop is held on {long_date(held, locale)}. "
        "Its charter can be issued from that day on; until then it is a draft."
    )


def same_as_last(dossier: Dossier, code: str) -> str:
    """Return that the last version says what a charter with this code says, or nothing."""
    issued = dossier.all(Version)
    if not issued or issued[-1].code != code:
        return ""
    return f"The charter says what version {issued[-1].number} says; that one stands."


def make_issue(dossier: Dossier, *, today: date) -> Issue:
    """Return the next version of a charter as it would be issued today; takes a moment.

    Raises `RuleError` before the workshop's day, while a Stop remains, and when the last version
    says the same.
    """
    kit = kit_of(dossier.workshop)
    findings = check(dossier, kit, today)
    open_ones = stops(findings)
    if open_ones:
        raise RuleError(
            f"The charter stays a draft: {len(open_ones)} to settle first. {open_ones[0].sentence}"
        )
    charter = compose(dossier, kit, findings, today=today, version=next_number(dossier))
    reason = before_its_day(dossier, today) or same_as_last(dossier, charter.code)
    if reason:
        raise RuleError(reason)
    return Issue(charter, build_pdf(charter), _records(dossier))


def keep_issue(
    store: Store, workshop_id: int, issue: Issue, *, deliver: Deliver | None = None, by: str = ""
) -> Version:
    """Keep an issue as the next version, which nothing changes any more, and return it.

    `deliver` is handed the charter and its PDF before anything is kept: what it raises (a folder
    that cannot be written) leaves the charter unissued. Raises `RuleError` if the records say
    something else by now, or hold another version; nothing is changed then.
    """
    dossier = store.load(workshop_id)
    number = next_number(dossier)
    if issue.charter.version != number or _records(dossier) != issue.records:
        raise RuleError("Something was changed while the charter was made. Issue it once more.")
    with store.step(f"Issue charter {number}", workshop_id, by=by) as pen:
        status = Status.AMENDED if dossier.all(Version) else Status.FINAL
        pen.update(dossier.workshop, status=status, charter_version=number)
        version = pen.insert(
            Version(
                number=number,
                issued=store.now(),
                code=issue.charter.code,
                records=issue.records,
                pdf=issue.pdf,
            )
        )
        if deliver:
            deliver(issue.charter, issue.pdf)
        return version


def issue_version(
    store: Store,
    workshop_id: int,
    *,
    today: date,
    deliver: Deliver | None = None,
    by: str = "",
) -> Version:
    """Make the next version of the charter and keep it, as `make_issue` and `keep_issue` do."""
    issue = make_issue(store.load(workshop_id), today=today)
    return keep_issue(store, workshop_id, issue, deliver=deliver, by=by)


def _records(dossier: Dossier) -> str:
    return dump(dossier, versions=False).decode()
