"""Who has to stay for what (0.1): the hours only leaders can settle, and who would miss them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from crm_workshop.activities.schedule import Slot, schedule
from crm_workshop.charter.dates import clock_time
from crm_workshop.kit.design import Kit
from crm_workshop.model.choices import Locale, Presence
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Person
from crm_workshop.text import listed


@dataclass(frozen=True, slots=True)
class LeadersSlot:
    """An activity of the day for which leaders have to be there.

    `begins` and `ends` are None while the workshop has no hour to start at; `follows` tells that
    nothing but a break lies between it and the one before.
    """

    key: str
    title: str
    minutes: int
    begins: time | None
    ends: time | None
    follows: bool


@dataclass(frozen=True, slots=True)
class Stay:
    """What an executive has to be told: `sentence`; `misses` is whether they would miss any."""

    person: Person
    sentence: str
    misses: bool


_STAYS: Final = "In the room: stays for all of it."
_ABSENT: Final = "Not in the room: misses all of it."


def leaders_slots(dossier: Dossier, kit: Kit) -> tuple[LeadersSlot, ...]:
    """Return what leaders have to be there for, in the order of the day."""
    return tuple(_leaders_slots(schedule(dossier, kit), kit))


def _leaders_slots(slots: Sequence[Slot], kit: Kit) -> Iterator[LeadersSlot]:
    follows = False
    for slot in slots:
        if slot.activity is None:
            continue  # a break: whoever stays, stays over it
        design = kit.activity(slot.activity.key)
        needed = design is not None and design.leaders
        if needed:
            begins, ends = slot.begins, _end(slot)
            yield LeadersSlot(slot.activity.key, slot.title, slot.minutes, begins, ends, follows)
        follows = needed


def _end(slot: Slot) -> time | None:
    if slot.begins is None:
        return None
    begins = datetime.combine(date(2000, 1, 1), slot.begins)  # any day: only the clock is told
    return (begins + timedelta(minutes=slot.minutes)).time()


def stays(dossier: Dossier, kit: Kit) -> tuple[Stay, ...]:
    """Return for each executive of the firm what their presence means for those hours."""
    slots, locale = leaders_slots(dossier, kit), dossier.workshop.locale
    executives = (one for one in dossier.all(Person) if one.is_exec and not one.has_left)
    return tuple(_stay(one, slots, locale) for one in executives) if slots else ()


def _stay(person: Person, slots: Sequence[LeadersSlot], locale: Locale) -> Stay:
    first = slots[0]
    match person.present:
        case Presence.YES:
            return Stay(person, _STAYS, misses=False)
        case Presence.NO:
            return Stay(person, _ABSENT, misses=True)
        case Presence.LATE:
            by = f" by {clock_time(first.begins, locale)}" if first.begins else ""
            said = f"Late: has to be there{by}, or misses {first.key} {first.title}."
            return Stay(person, said, misses=True)
        case Presence.PART:
            when = _hours(slots, locale) or f"for {listed(one.key for one in slots)}"
            said = f"Part of the time: has to be there {when}, or misses what lies outside."
            return Stay(person, said, misses=True)


def _hours(slots: Sequence[LeadersSlot], locale: Locale) -> str:
    """Return the stretches of the day in which leaders are needed, one after another."""
    spans: list[list[time]] = []
    for one in slots:
        if one.begins is None or one.ends is None:
            return ""
        if one.follows:
            spans[-1][1] = one.ends
        else:
            spans.append([one.begins, one.ends])
    told = (f"{clock_time(begins, locale)} to {clock_time(ends, locale)}" for begins, ends in spans)
    return listed(told)
