"""G1: whoever signs was asked, can live with it, and signs by a day."""

from collections.abc import Iterator

from crm_workshop.activities.scales import consents, is_consent, meaning
from crm_workshop.activities.standing import ballots, signatories
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, brief, several
from crm_workshop.kit.design import Method
from crm_workshop.model.capture import Ballot, Poll, Reservation
from crm_workshop.model.choices import BallotState, Presence, SignatureState
from crm_workshop.model.workshop import Person, Signature
from crm_workshop.text import fold

#: After so many rounds the sponsor decides, and reservations are printed (checks.md).
ROUNDS = 2


def find(case: Case) -> Iterator[Finding]:
    """Yield what keeps the signatories from signing."""
    people = signatories(case.dossier)
    if not people:
        yield case.about_all(
            "G1",
            Level.STOP,
            Person.table,
            field="signs",
            section="14",
            about="Signatures",
            title="Nobody signs.",
            sentence="Nobody in the register is down to sign.",
            question="Who has to sign for this to be believed?",
        )
        return
    sponsor = case.dossier.sponsor()
    if sponsor and not sponsor.signs:
        yield _stop(
            case,
            sponsor,
            "sponsor",
            "The sponsor does not sign.",
            "is the sponsor and is not down to sign.",
            "What keeps the sponsor from signing first?",
        )
    for one in people:
        yield from _signature(case, one)
    yield from _poll(case, people)


def _signature(case: Case, one: Person) -> Iterator[Finding]:
    """A signature in the room, or a day to sign by and somebody who asks for it."""
    found = [row for row in case.dossier.all(Signature) if row.person_id == one.id]
    row = found[-1] if found else None
    if row and row.state is SignatureState.DECLINED:
        yield _stop(
            case,
            one,
            "signature",
            "Will not sign.",
            "has declined to sign.",
            "What would have to change for you to sign?",
        )
        return
    later = row is not None and row.state is SignatureState.LATER
    if not later and (row or one.present is not Presence.NO):
        return
    if row is None or row.sign_by is None or not row.chaser.strip():
        yield _stop(
            case,
            one,
            "signature",
            "When do they sign?",
            "signs later, and a day or somebody who asks for it is missing.",
            "By which day, and who brings the page?",
        )


def _poll(case: Case, people: tuple[Person, ...]) -> Iterator[Finding]:
    """The last round that was revealed: everybody was asked, and nobody stands in the way."""
    poll = _last_poll(case)
    if poll is None:
        yield case.about_all(
            "G1",
            Level.STOP,
            Poll.table,
            about="Agreement",
            title="Nobody was asked.",
            sentence="Those who sign have not been polled on this charter.",
            question="Where does each of you stand on it?",
        )
        return
    cast = ballots(case.dossier, poll)
    named = {one.person_id: one for one in cast if one.person_id is not None}
    anonymous = [one for one in cast if one.person_id is None]
    yield from _unasked(case, people, named, anonymous)
    for one in people:
        ballot = named.get(one.id)
        if ballot and _stands_apart(poll, ballot):
            yield _apart(case, poll, one, ballot)
    against = sum(one.count for one in anonymous if _stands_apart(poll, one))
    if against:
        yield case.about_all(
            "G1",
            Level.STOP,
            Poll.table,
            part="anonymous",
            about="Agreement",
            said=str(against),
            title="Not agreed.",
            sentence=f"{against} {'vote' if against == 1 else 'votes'} without a name "
            "cannot live with this charter.",
            question="What one change would bring everybody to agree?",
        )


def _unasked(
    case: Case,
    people: tuple[Person, ...],
    named: dict[int, Ballot],
    anonymous: list[Ballot],
) -> Iterator[Finding]:
    """Whoever signs and may vote had their say; votes without a name stand for some of them."""
    unasked = [one.name for one in people if one.votes and not _was_asked(named.get(one.id))]
    missing = len(unasked) - sum(one.count for one in anonymous)
    if missing <= 0:
        return
    who = f"{missing} of those who sign" if anonymous else several(unasked)
    yield case.about_all(
        "G1",
        Level.STOP,
        Poll.table,
        part="unpolled",
        about="Agreement",
        said="\n".join(unasked),
        title="Not asked yet.",
        sentence=f"{who} {'was' if missing == 1 else 'were'} not polled on this charter.",
        question="Where do you stand on it?",
    )


def _apart(case: Case, poll: Poll, one: Person, ballot: Ballot) -> Finding:
    """One who cannot agree. After two rounds, the reservation kept, the sponsor may accept it."""
    kept = any(fold(row.person) == fold(one.name) for row in case.dossier.all(Reservation))
    value = ballot.value or 0
    decided = poll.round >= ROUNDS and kept
    return case.about_row(
        "G1",
        Level.WARN if decided else Level.STOP,
        one,
        "signs",
        part="apart",
        section="14",
        said=f"{poll.round} {value}",
        title="Signs with a reservation." if decided else "Not agreed.",
        sentence=f"{brief(one.name)} stands at {value}, “{meaning(poll.scale, value)}”"
        f"{' after two rounds, and the reservation is printed' if decided else ''}.",
        question="Does the sponsor decide, and for what reason?"
        if decided
        else "What one change would let you agree?",
    )


def _last_poll(case: Case) -> Poll | None:
    """Return the last revealed round of the poll on the whole charter."""
    activities = (case.dossier.activity(one.key) for one in case.designs(Method.READ_BACK))
    polls = [
        poll
        for activity in activities
        if activity
        for poll in case.dossier.of(Poll, activity.id)
        if poll.revealed
    ]
    return max(polls, key=lambda poll: poll.round, default=None)


def _was_asked(ballot: Ballot | None) -> bool:
    """Tell whether somebody had their say; being late or absent is not having had it."""
    if ballot is None or ballot.state in (BallotState.LATE, BallotState.ABSENT):
        return False
    return ballot.state is not BallotState.VOTED or ballot.value is not None


def _stands_apart(poll: Poll, ballot: Ballot) -> bool:
    """Tell whether a vote stands in the way: at 5 to 7 of seven, or under three fingers."""
    voted = ballot.state is BallotState.VOTED and ballot.value is not None
    return voted and is_consent(poll.scale) and not consents(poll.scale, ballot.value or 0)


def _stop(case: Case, one: Person, part: str, title: str, does: str, question: str) -> Finding:
    """Return what keeps one person from signing; `does` ends the sentence about them."""
    return case.about_row(
        "G1",
        Level.STOP,
        one,
        "signs",
        part=part,
        section="14",
        title=title,
        sentence=f"{brief(one.name) or 'Somebody'} {does}",
        question=question,
    )
