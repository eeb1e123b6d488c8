"""Reading the charter back: where each signatory stands, and with what reservation.

The votes are an ordinary poll of the activity, in each signatory's name (see `polls`).
"""

from dataclasses import dataclass

from crm_workshop.activities import scales
from crm_workshop.activities.standing import ballot_of, latest_polls, signatories
from crm_workshop.model.capture import Reservation
from crm_workshop.model.choices import BallotState
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.text import fold


@dataclass(frozen=True, slots=True)
class Position:
    """Where one signatory stands; `value` and `state` are None until they have said so."""

    person: Person
    value: int | None
    state: BallotState | None
    reservation: str
    consents: bool


def positions(dossier: Dossier, activity: Activity) -> tuple[Position, ...]:
    """Return where each signatory stands in the last round, the sponsor first.

    Hidden votes are included: this is for the console, not for the room.
    """
    return tuple(_position(dossier, activity, person) for person in signatories(dossier))


def unsettled(dossier: Dossier, activity: Activity) -> tuple[Position, ...]:
    """Return the signatories who have not voted, or stand where consent is not reached."""
    return tuple(one for one in positions(dossier, activity) if not one.consents)


def _position(dossier: Dossier, activity: Activity, person: Person) -> Position:
    polls = latest_polls(dossier, activity.id)
    poll = polls[-1] if polls else None
    ballot = ballot_of(dossier, poll, person) if poll else None
    value = ballot.value if ballot else None
    said = [
        one.text
        for one in dossier.of(Reservation, activity.id)
        if fold(one.person) == fold(person.name)
    ]
    return Position(
        person=person,
        value=value,
        state=ballot.state if ballot else None,
        reservation="\n".join(said),
        consents=poll is not None and value is not None and scales.consents(poll.scale, value),
    )
