"""Asking why a warning is lived with: the same question wherever it is accepted."""

from functools import partial

from crm_workshop.activities.half_typed import Place
from crm_workshop.checks import Finding
from crm_workshop.checks.accept import accept_finding, withdraw_acceptance
from crm_workshop.model.fields import spec
from crm_workshop.model.workshop import Acceptance
from ui.activities.lines import LineEntry
from ui.activities.unfinished import Unfinished
from ui.activities.values import offered
from ui.console.dialogs import Ask, keep_asked
from ui.session import Session


def words_of_asking(finding: Finding) -> tuple[str, str, str]:
    """Return the title, the question and the button of the dialog that asks for the reason."""
    return finding.title, f"{finding.sentence} Why is it accepted?", "Accept it"


def accept_as_answered(session: Session, ask: Ask, finding: Finding, by: str) -> None:
    """Let a dialog accept a warning, in the name of whoever is named; what is typed is kept."""
    who = ask.add_person("Accepted by", partial(offered, session, spec(Acceptance, "by")))
    about = {
        Place(Acceptance.table, 0, f"{field} {finding.key}"): line
        for field, line in (("reason", ask.field), ("by", who))
    }
    kept = keep_asked(session, ask, about)
    ask.answered.connect(partial(_accept, session, finding, who, kept, by))


def withdraw(session: Session, finding: Finding, by: str) -> None:
    """Take the acceptance of a warning back."""
    session.do(withdraw_acceptance, session.store, session.workshop_id, finding, by=by)


def _accept(
    session: Session, finding: Finding, who: LineEntry, kept: Unfinished, by: str, reason: str
) -> None:
    store, own = session.store, session.workshop_id
    if session.do(accept_finding, store, own, finding, reason, who.text(), by=by) is not None:
        kept.forget()
