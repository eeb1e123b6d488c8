"""Issuing a charter: its bytes, its records and its content code are frozen as one version."""

from datetime import date

from crm_workshop.charter.compose import compose
from crm_workshop.checks import Level, check
from crm_workshop.errors import RuleError
from crm_workshop.exchange import dump
from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Status
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Version
from crm_workshop.store.library import Store


def next_number(dossier: Dossier) -> str:
    """Return the number of the version that would be issued next: 1.0, then 1.1 and so on."""
    issued = [one.number for one in dossier.all(Version)]
    return f"1.{max((int(number.partition('.')[2]) for number in issued), default=-1) + 1}"


def issue_version(store: Store, workshop_id: int, *, today: date, by: str = "") -> Version:
    """Freeze the charter as its next version and return it.

    Raises `RuleError` while a Stop remains; nothing is changed then.
    """
    from crm_workshop.charter.pdf import build_pdf

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
    frozen = Version(
        number=number,
        issued=store.now(),
        code=charter.code,
        records=dump(dossier, versions=False).decode(),
        pdf=build_pdf(charter),
    )
    with store.step(f"Issue charter {number}", workshop_id, by=by) as pen:
        status = Status.FINAL if number == "1.0" else Status.AMENDED
        pen.update(dossier.workshop, status=status, charter_version=number)
        return pen.insert(frozen)
