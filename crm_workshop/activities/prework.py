"""The pre-work (0.2): what each participant answers before the day, and what the sponsor says.

It is the facilitator's alone: read out without names, never on the room screen or in the charter.
"""

from crm_workshop.kit.design import Kit
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Person, PreworkAnswer, SponsorCall
from crm_workshop.store.library import Store


def answer_of(dossier: Dossier, person_id: int, line: int) -> str:
    """Return what a person answered to a line of the pre-work (counted from 1), or ""."""
    found = (
        one.text
        for one in dossier.all(PreworkAnswer)
        if (one.person_id, one.line) == (person_id, line)
    )
    return next(found, "")


def answered(dossier: Dossier, kit: Kit, person: Person) -> int:
    """Return how many lines of the pre-work a person has answered."""
    lines = range(1, len(kit.set_up.prework) + 1)
    return sum(bool(answer_of(dossier, person.id, line).strip()) for line in lines)


def answers_to(dossier: Dossier, line: int) -> tuple[str, ...]:
    """Return everything that was answered to a line, in the order of the register."""
    found = (answer_of(dossier, one.id, line) for one in dossier.all(Person))
    return tuple(one for one in found if one.strip())


def answer_prework(
    store: Store, person_id: int, line: int, text: str, *, by: str = ""
) -> PreworkAnswer | None:
    """Keep a person's answer to a line as it is typed; a blank one is no answer.

    Typing within a minute is one step.
    """
    person = store.get(Person, person_id)
    found = store.find(PreworkAnswer, person.workshop_id, person_id=person_id, line=line)
    if not text.strip() and not found:
        return None
    merge = f"prework:{person_id}:{line}"
    with store.step("Answer pre-work", person.workshop_id, by=by, merge=merge) as pen:
        if not found:
            return pen.insert(PreworkAnswer(person_id=person_id, line=line, text=text))
        if not text.strip():
            pen.delete(found[0])
            return None
        return pen.update(found[0], text=text)


def note_sponsor_call(store: Store, workshop_id: int, text: str, *, by: str = "") -> SponsorCall:
    """Keep what the sponsor said in the call before the day; typing within a minute is one step."""
    found = store.all(SponsorCall, workshop_id)
    with store.step("Note sponsor’s call", workshop_id, by=by, merge="sponsor_call") as pen:
        return pen.update(found[0] if found else pen.insert(SponsorCall()), note=text)
