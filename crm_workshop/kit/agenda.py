"""What a kit holds in a given length of workshop, and what it leaves to be finished afterwards."""

from typing import NamedTuple

from crm_workshop.kit.design import ActivityDesign, Kit
from crm_workshop.model.choices import Variant


class AgendaLine(NamedTuple):
    """One activity and its minutes; with 0 minutes it is finished after the day instead."""

    activity: ActivityDesign
    minutes: int


def agenda(kit: Kit, variant: Variant) -> tuple[AgendaLine, ...]:
    """Return what is held in a workshop of that length, in order, with its minutes."""
    return tuple(one for one in _all(kit, variant) if one.minutes)


def taken_home(kit: Kit, variant: Variant) -> tuple[ActivityDesign, ...]:
    """Return what that length has no time for: each is to get a date and an owner."""
    return tuple(one.activity for one in _all(kit, variant) if not one.minutes)


def working_minutes(kit: Kit, variant: Variant) -> int:
    """Return the minutes of all activities of that length, breaks and slack not counted."""
    return sum(one.minutes for one in _all(kit, variant))


def slack(kit: Kit, variant: Variant) -> int:
    """Return the minutes that the booking leaves over; 0 if the kit says no booking."""
    if kit.booking is None:
        return 0
    taken = working_minutes(kit, variant) + kit.breaks[variant.value]
    return kit.booking.of(variant) - taken


def _all(kit: Kit, variant: Variant) -> tuple[AgendaLine, ...]:
    return tuple(AgendaLine(one, one.minutes.of(variant)) for one in kit.activities)
