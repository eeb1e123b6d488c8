"""The day by the clock: when each activity and each break begins, if everything runs to plan."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from crm_workshop.kit.design import BreakDesign, Kit
from crm_workshop.kit.words import words_of
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity

#: A day without a date is reckoned on any day: only the clock is told.
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the day: an activity, or a break, which has none.

    `begins` is None while the workshop has no hour to start at; `pause` is a break's design.
    """

    title: str
    minutes: int
    begins: time | None
    activity: Activity | None
    pause: BreakDesign | None = None


def schedule(dossier: Dossier, kit: Kit) -> tuple[Slot, ...]:
    """Return the day in order: what has minutes and is not skipped, and the breaks between."""
    workshop, say = dossier.workshop, words_of(dossier).say
    now = datetime.combine(_ANY_DAY, workshop.starts) if workshop.starts else None
    slots: list[Slot] = []

    def take(title: str, minutes: int, what: Activity | BreakDesign) -> None:
        nonlocal now
        begins = now.time() if now else None
        activity, pause = (what, None) if isinstance(what, Activity) else (None, what)
        slots.append(Slot(title, minutes, begins, activity, pause))
        now = now + timedelta(minutes=minutes) if now else None

    for activity in dossier.all(Activity):
        design = kit.activity(activity.key)
        if activity.minutes_planned and not activity.skipped_reason.strip():
            title = say(design.title) if design else activity.key
            take(title, activity.minutes_planned, activity)
        for pause in kit.pauses:
            if pause.after == activity.key and (rest := pause.minutes.of(workshop.variant)):
                take(say(pause.title), rest, pause)
    return tuple(slots)


def ends(dossier: Dossier, kit: Kit) -> time | None:
    """Return when the day ends if everything runs to plan; None without an hour to start at."""
    if dossier.workshop.starts is None:
        return None
    whole = timedelta(minutes=planned_minutes(dossier, kit))
    return (datetime.combine(_ANY_DAY, dossier.workshop.starts) + whole).time()


def planned_minutes(dossier: Dossier, kit: Kit) -> int:
    """Return how long the whole day is, breaks and all."""
    return sum(one.minutes for one in schedule(dossier, kit))


def minutes_left(dossier: Dossier, kit: Kit) -> int | None:
    """Return the slack that the booking leaves; below 0 so many are over, None without booking."""
    if kit.booking is None:
        return None
    return kit.booking.of(dossier.workshop.variant) - planned_minutes(dossier, kit)
