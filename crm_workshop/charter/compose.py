"""From the records to the charter: everything it says, before anything is laid out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crm_workshop.charter import wording
from crm_workshop.charter.annexes import compose_annexes
from crm_workshop.charter.code import content_code
from crm_workshop.charter.document import Charter, Section
from crm_workshop.charter.front import compose_front
from crm_workshop.charter.sections.cascade import compose_cascade
from crm_workshop.charter.sections.commitments import compose_commitments
from crm_workshop.charter.sections.decisions import compose_decisions
from crm_workshop.charter.sections.experience import compose_experience
from crm_workshop.charter.sections.mandate import compose_mandate
from crm_workshop.charter.sections.meaning import compose_meaning
from crm_workshop.charter.sections.measures import compose_measures
from crm_workshop.charter.sections.pitfalls import compose_pitfalls
from crm_workshop.charter.sections.reviews import compose_reviews
from crm_workshop.charter.sections.technology import compose_frame, compose_technology
from crm_workshop.charter.sections.why import compose_why
from crm_workshop.charter.sections.wins import compose_wins
from crm_workshop.charter.source import Source
from crm_workshop.charter.status import edition_of, open_points
from crm_workshop.checks import Finding
from crm_workshop.kit.design import Kit
from crm_workshop.kit.words import words_of
from crm_workshop.model.dossier import Dossier


def compose(
    dossier: Dossier,
    kit: Kit,
    findings: Sequence[Finding],
    *,
    today: date,
    version: str = "",
) -> Charter:
    """Return the charter of one workshop as it stands.

    `findings` are what the checks say of the same records. `version` is the number under which it
    is being issued now, on the day `today`. Without it, a charter that says exactly what the last
    issued version says is printed as that version, and any other as a draft.
    """
    source = Source(dossier, kit, words_of(dossier), tuple(findings), today, version)
    content = Charter(
        firm=dossier.workshop.firm.strip(),
        version="",
        status_line="",
        draft=True,
        paper=dossier.workshop.paper,
        locale=dossier.workshop.locale,
        dated=None,
        date_text="",
        code="",
        front=compose_front(source),
        sections=_sections(source),
        annexes=compose_annexes(source),
        open_points=(),
        logo=dossier.workshop.logo,
        kind=wording.KIND if source.has_leaders else wording.NOTES,
    )
    code = content_code(content)
    edition = edition_of(source, code)
    return replace(
        content,
        version=edition.version,
        status_line=edition.status_line,
        draft=edition.draft,
        dated=edition.day,
        date_text=source.long(edition.day),
        code=code,
        open_points=open_points(source, content.sections) if edition.draft else (),
    )


def _sections(source: Source) -> tuple[Section, ...]:
    """Return sections 3 to 14 (1 and 2 are page 1), and 6b if anything of it was written."""
    frame = compose_frame(source)
    return (
        compose_why(source),
        compose_meaning(source),
        compose_experience(source),
        compose_technology(source),
        *((frame,) if frame else ()),
        compose_decisions(source),
        compose_commitments(source),
        compose_cascade(source),
        compose_measures(source),
        compose_wins(source),
        compose_pitfalls(source),
        compose_reviews(source),
        compose_mandate(source),
    )
