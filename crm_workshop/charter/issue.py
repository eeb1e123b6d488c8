"""Issuing a charter: its bytes, its records and its content code are frozen as one version."""

from collections.abc import Callable
from datetime import date

from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter
from crm_workshop.charter.pdf import build_pdf
from crm_workshop.checks import Level, check
from crm_workshop.errors import RuleError
from crm_workshop.exchange import dump
from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Status
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Version
from crm_workshop.store.library import Store

#: What is done with an issued charter before it is kept.
Deliver = Callable[[Charter, bytes], None]


def next_number(dossier: Dossier) -> str:
    """Return the number of the version that would be issued next: 1.0, then 1.1 and so on."""
    issued = [one.number for one in dossier.all(Version)]
    return f"1.{max((int(number.partition('.')[2]) for number in issued), default=-1) + 1}"


def issue_version(
    store: Store,
    workshop_id: int,
    *,
    today: date,
    deliver: Deliver | None = None,
    by: str = "",
) -> Version:
    """Freeze the charter as its next version and return it.

    `deliver` is handed the charter and its PDF before anything is kept: what it raises (a folder
    that cannot be written) leaves the charter unissued. Raises `RuleError` while a Stop remains
    and when the last version says the same; nothing is changed then.
    """
    dossier = store.load(workshop_id)
    kit = kit_of(dossier.workshop)
    findings = check(dossier, kit, today)
    stops = [one for one in findings if one.level is Level.STOP]
    if stops:
        raise RuleError(
            f"The charter stays a draft: {len(stops)} to settle first. {stops[0].sentence}"
        )
    number = next_number(dossier)
    charter = compose(dossier, kit, findings, today=today, version=number)
    issued = dossier.all(Version)
    if issued and issued[-1].code == charter.code:
        raise RuleError(f"The charter says what version {issued[-1].number} says; that one stands.")
    pdf = build_pdf(charter)
    with store.step(f"Issue charter {number}", workshop_id, by=by) as pen:
        status = Status.AMENDED if issued else Status.FINAL
        pen.update(dossier.workshop, status=status, charter_version=number)
        version = pen.insert(
            Version(
                number=number,
                issued=store.now(),
                code=charter.code,
                records=dump(dossier, versions=False).decode(),
                pdf=pdf,
            )
        )
        if deliver:
            deliver(charter, pdf)
        return version
