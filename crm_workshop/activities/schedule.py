"""The day by the clock: when each activity and each break begins, if everything runs to plan."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from crm_workshop.kit.design import Kit
from crm_workshop.kit.words import words_of
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity

#: A day without a date is reckoned on any day: only the clock is told.
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the day: an activity, or a break, which has none.

    `begins` is None while the workshop has no hour to start at.
    """

    title: str
    minutes: int
    begins: time | None
    activity: Activity | None


def schedule(dossier: Dossier, kit: Kit) -> tuple[Slot, ...]:
    """Return the day in order: what has minutes and is not skipped, and the breaks between."""
    workshop, say = dossier.workshop, words_of(dossier).say
    now = datetime.combine(_ANY_DAY, workshop.starts) if workshop.starts else None
    slots: list[Slot] = []

    def take(title: str, minutes: int, activity: Activity | None = None) -> None:
        nonlocal now
        slots.append(Slot(title, minutes, now.time() if now else None, activity))
        now = now + timedelta(minutes=minutes) if now else None

    for activity in dossier.all(Activity):
        design = kit.activity(activity.key)
        if activity.minutes_planned and not activity.skipped_reason.strip():
            title = say(design.title) if design else activity.key
            take(title, activity.minutes_planned, activity)
        for pause in kit.pauses:
            if pause.after == activity.key and (rest := pause.minutes.of(workshop.variant)):
                take(pause.title, rest)
    return tuple(slots)


def ends(dossier: Dossier, kit: Kit) -> time | None:
    """Return when the day ends if everything runs to plan; None without an hour to start at."""
    slots = schedule(dossier, kit)
    if dossier.workshop.starts is None:
        return None
    whole = timedelta(minutes=sum(one.minutes for one in slots))
    return (datetime.combine(_ANY_DAY, dossier.workshop.starts) + whole).time()
