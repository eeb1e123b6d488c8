"""Section 14: the mandate sentence and who signs under it, the sponsor first."""

from crm_workshop.activities.standing import signatories
from crm_workshop.charter import prose
from crm_workshop.charter.document import Paragraph, Section, Signatory, Signatures
from crm_workshop.charter.origin import of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.model.capture import Reservation
from crm_workshop.model.choices import SignatureState
from crm_workshop.model.technology import Remit
from crm_workshop.model.workshop import Person, Signature
from crm_workshop.text import fold, one_line

_NOTES_ONLY = (
    "No executive was in the room, so these are notes and not a charter. There is nothing to sign: "
    "the notes prepare a meeting with those who can decide."
)


def compose_mandate(source: Source) -> Section:
    """Return the sentence that is signed, and each signatory with state and reservation."""
    who = tuple(_signatory(source, person) for person in signatories(source.dossier))
    if not source.has_leaders:
        part = Part((Paragraph(_NOTES_ONLY),))
    else:
        part = Part((Signatures(mandate_sentence(source), who),) if who else ())
    return make_section(source, "mandate", "14", "Mandate and signatures", "close", (part,))


def mandate_sentence(source: Source) -> str:
    """Return what the signatures mean, with the sponsor and the lead where they are known."""
    said = source.say(
        "By signing we adopt this charter for {firm_name}. We take the decisions of section 7 by "
        "their dates, keep our commitments of section 8, and answer for what section 10 measures."
    )
    lead = one_line(source.dossier.one(Remit).lead)
    if lead:
        said += f" We give {lead} the mandate to carry it out within the remit of section 6."
    sponsor = source.dossier.sponsor()
    if sponsor:
        said += f" {one_line(sponsor.name)} sponsors it."
    return said


def _signatory(source: Source, person: Person) -> Signatory:
    held = [one for one in source.dossier.all(Signature) if one.person_id == person.id]
    return Signatory(
        name=person.name.strip(),
        role=person.role.strip(),
        when=_when(source, held[-1]) if held else "",
        reservation=_reservation(source, person),
        origins=of(*held[-1:], person),
    )


def _when(source: Source, signature: Signature) -> str:
    """Return how a signatory stands: “signed on paper 21 November 2026”, “signs later, by …”."""
    if signature.state is SignatureState.SIGNED:
        return f"signed on paper {source.long(signature.signed_on)}".strip()
    if signature.state is SignatureState.DECLINED:
        return "declined to sign"
    by = source.long(signature.sign_by)
    chaser = one_line(signature.chaser)
    later = f"signs later, by {by}" if by else "signs later"
    return f"{later}; {chaser} asks for it" if chaser else later


def _reservation(source: Source, person: Person) -> str:
    """Return all that a signatory reserved, each thing said once."""
    said = {
        fold(one.text): prose.stopped(one.text.strip())
        for one in source.dossier.all(Reservation)
        if fold(one.person) == fold(person.name) and one.text.strip()
    }
    return " ".join(said.values())
