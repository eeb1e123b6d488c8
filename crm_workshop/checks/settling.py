"""Who can settle a finding: whoever answers for the record, a leader, or the facilitator."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from crm_workshop.activities.whereabouts import activity_of
from crm_workshop.checks.finding import Finding
from crm_workshop.kit.design import Kit
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import BY_TABLE, Dossier
from crm_workshop.model.workshop import Person, Signature
from crm_workshop.text import fold, one_line

#: The field of a record that names who answers for it.
ANSWERS: Final[dict[str, str]] = {
    "commitment": "person",
    "hard_decision": "decider",
    "cascade_row": "leader",
    "champion": "person",
    "data_owner": "person",
    "user_need": "kept_true_by",
    "measure": "owner",
    "win": "helper",
    "pitfall": "owner",
    "review": "chair",
    "parked_item": "person",
    "reservation": "person",
}

#: What only leaders settle: it goes to the sponsor where nobody is named.
LEADERS: Final = frozenset(
    {"definition", "draft", "line", "poll", "reservation", "hard_decision", "commitment"}
    | {"remit", "governance", "signature"}
)


@dataclass(frozen=True, slots=True)
class Settler:
    """Somebody who can settle findings: the name, and what makes it theirs (such as a role)."""

    name: str
    part: str


def by_settler(
    dossier: Dossier, kit: Kit, findings: Iterable[Finding]
) -> tuple[tuple[Settler, tuple[Finding, ...]], ...]:
    """Return findings by who can settle them, in the order in which they were given.

    The people stand as in the register, sponsor first; then names that are not in it; the
    facilitator comes last.
    """
    groups: dict[str, list[Finding]] = {}
    names: dict[str, str] = {}
    for finding in findings:
        name = settler_name(dossier, kit, finding)
        names.setdefault(fold(name), name)
        groups.setdefault(fold(name), []).append(finding)
    return tuple(
        (_settler(dossier, names[key]), tuple(groups[key]))
        for key in sorted(groups, key=lambda key: _place(dossier, key))
    )


def settler_name(dossier: Dossier, kit: Kit, finding: Finding) -> str:
    """Return the name of who can settle a finding; empty for the facilitator.

    It is who answers for the record, else who has to finish the activity in which it is written,
    else the sponsor for what only leaders settle.
    """
    record = BY_TABLE[finding.table]
    row = dossier.get(record, finding.row_id) if finding.row_id else None
    named = _answering(dossier, row)
    if named:
        return named
    activity = activity_of(dossier, kit, finding.table, finding.row_id, finding.field)
    if activity is not None and activity.finish_owner.strip():
        return one_line(activity.finish_owner)
    sponsor = dossier.sponsor() if finding.table in LEADERS else None
    return one_line(sponsor.name) if sponsor else ""


def _answering(dossier: Dossier, row: Row | None) -> str:
    if isinstance(row, Person):
        return one_line(row.name)
    if isinstance(row, Signature):
        person = dossier.get(Person, row.person_id)
        return one_line(person.name) if person else ""
    field = ANSWERS.get(row.table, "") if row else ""
    return one_line(getattr(row, field)) if field else ""


def _settler(dossier: Dossier, name: str) -> Settler:
    if not name:
        return Settler(one_line(dossier.workshop.facilitator) or "The facilitator", "facilitates")
    person, sponsor = dossier.person(name), dossier.sponsor()
    if person is None:
        return Settler(name, "not in the list of people")
    return Settler(name, "sponsor" if person == sponsor else one_line(person.role))


def _place(dossier: Dossier, key: str) -> tuple[bool, bool, int]:
    """Return where a name stands: sponsor, register, others, and last the facilitator."""
    people = [fold(one.name) for one in dossier.all(Person)]
    sponsor = dossier.sponsor()
    first = sponsor is not None and fold(sponsor.name) == key
    return not key, not first, people.index(key) if key in people else len(people)
