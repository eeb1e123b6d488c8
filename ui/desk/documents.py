"""The forms in which a charter leaves the house, each with what it holds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter
from crm_workshop.charter.drawable import undrawable
from crm_workshop.charter.markdown import to_markdown
from crm_workshop.charter.pdf import build_pdf
from crm_workshop.charter.share import charter_stem, share_charter
from crm_workshop.checks import check
from crm_workshop.exchange import dump
from crm_workshop.kit.load import kit_of
from crm_workshop.model.choices import Paper
from crm_workshop.model.dossier import Dossier
from ui.saving import PDF, Document, Made
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Form:
    """One form: what it is called, the filter of the file dialog, and what makes it.

    `paper` is set where it is laid out for one.
    """

    text: str
    what: str
    ending: str
    kind: str
    make: Callable[[Charter, Dossier], Made]
    paper: Paper | None = None


def notes_of(charter: Charter) -> tuple[str, ...]:
    """Return a sentence for each text that a charter cannot print as it was typed."""
    return tuple(one.sentence for one in undrawable(charter))


def _pdf(charter: Charter, _dossier: Dossier) -> Made:
    return Made(build_pdf(charter), notes_of(charter))


def _markdown(charter: Charter, _dossier: Dossier) -> Made:
    return Made(to_markdown(charter).encode())


def _records(_charter: Charter, dossier: Dossier) -> Made:
    return Made(dump(dossier))


def _share(charter: Charter, dossier: Dossier) -> Made:
    return Made(share_charter(charter, dossier), notes_of(charter))


FORMS: Final[tuple[Form, ...]] = (
    Form("PDF on A4", "charter", ".pdf", PDF, _pdf, Paper.A4),
    Form("PDF on US Letter", "charter", ".pdf", PDF, _pdf, Paper.LETTER),
    Form("Markdown, to paste elsewhere", "charter", ".md", "Markdown (*.md)", _markdown),
    Form(
        "One file to share: PDF, Markdown and records, without private notes and names of voters",
        "shared charter",
        ".zip",
        "ZIP (*.zip)",
        _share,
    ),
    Form(
        "All records as JSON, to keep or move: your private notes are in it",
        "records",
        ".json",
        "JSON (*.json)",
        _records,
    ),
)


def charter_now(dossier: Dossier, today: date, paper: Paper | None = None) -> Charter:
    """Return the charter of a frozen dossier, for a paper or for the workshop's own."""
    kit = kit_of(dossier.workshop)
    charter = compose(dossier, kit, check(dossier, kit, today), today=today)
    return replace(charter, paper=paper or charter.paper)


def document_of(session: Session, form: Form) -> Document:
    """Return the charter as it is now, in one form, to be kept as a file."""
    dossier, today = session.dossier, session.today()
    name = charter_stem(charter_now(dossier, today)) + form.ending
    return Document(form.what, name, partial(_made, form, dossier, today), form.kind)


def _made(form: Form, dossier: Dossier, today: date) -> Made:
    """Compose and set it; runs in a thread of its own."""
    return form.make(charter_now(dossier, today, form.paper), dossier)
