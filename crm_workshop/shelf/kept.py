"""What became of a signed charter: by whom it was signed, which review is next, what was kept."""

from dataclasses import dataclass
from datetime import date, datetime

from crm_workshop.charter.figures import counted
from crm_workshop.model.choices import Seen, SignatureState
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.fields import is_written
from crm_workshop.model.success import Review, Win
from crm_workshop.model.workshop import Person, Signature
from crm_workshop.shelf.entries import Entry
from crm_workshop.shelf.said import Told, spoken_day
from crm_workshop.store.connection import explained
from crm_workshop.store.library import Store


@dataclass(frozen=True, slots=True)
class Due:
    """A review that is still to come."""

    name: str
    on: date


def charter_line(store: Store, entry: Entry, today: date) -> str:
    """Return which version stands, when it was signed and by how many of the signatories."""
    signing = {one.id for one in store.all(Person, entry.id) if one.signs and not one.has_left}
    signed = [
        one
        for one in store.all(Signature, entry.id)
        if one.state is SignatureState.SIGNED and one.person_id in signing
    ]
    last = max((one.signed_on for one in signed if one.signed_on), default=None)
    if not signing or last is None:
        issued = _issued(store, entry.id)
        when = f" {spoken_day(issued, today, entry.locale)}" if issued else ""
        return f"Charter {entry.version} issued{when}"
    when = spoken_day(last, today, entry.locale)
    return f"Charter {entry.version} signed {when} by {len(signed)} of {len(signing)}"


def _issued(store: Store, workshop_id: int) -> date | None:
    """Return the day of the last version; its pages and records are not read."""
    sql = "SELECT issued FROM version WHERE workshop_id = ? ORDER BY id DESC LIMIT 1"
    with explained(store.path):
        found = store.conn.execute(sql, (workshop_id,)).fetchone()
    return datetime.fromisoformat(found[0]).astimezone().date() if found and found[0] else None


def review_due(store: Store, entry: Entry, today: date) -> Due | None:
    """Return the next review, or None where none is left."""
    ahead = [
        Due(one.kind.label if one.kind else "Next", one.on_date)
        for one in store.all(Review, entry.id)
        if one.on_date and one.on_date >= today
    ]
    return min(ahead, key=_day, default=None)


def _day(due: Due) -> date:
    return due.on


def promises_kept(store: Store, workshop_id: int, today: date) -> Told:
    """Return how many of the commitments were seen, and how many wins were told."""
    given = [one for one in store.all(Commitment, workshop_id) if is_written(one)]
    seen = sum(one.seen is Seen.SEEN for one in given)
    told = sum(
        one.told_on is not None and one.told_on <= today for one in store.all(Win, workshop_id)
    )
    wins = f"{counted(told, 'win', 'wins')} told" if told else ""
    if not given:
        return Told("No commitments", wins)
    if seen == len(given):
        return Told("All commitments seen", wins)
    return Told(f"{seen} of {counted(len(given), 'commitment', 'commitments')} seen", wins)
