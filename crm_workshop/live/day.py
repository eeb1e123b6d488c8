"""How a workshop's day stands as a whole, from the times that were kept of its activities."""

from dataclasses import dataclass
from enum import Enum, auto

from crm_workshop.model.workshop import Activity


class Stands(Enum):
    """What can be said of the day as a whole."""

    READY = auto()
    INTERRUPTED = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Day:
    """How the day stands, and the activity that was worked on last; None before the first."""

    stands: Stands
    last: Activity | None = None


def day_among(agenda: tuple[Activity, ...]) -> Day:
    """Return where the day of these activities stands."""
    begun = [one for one in agenda if one.started is not None]
    if not begun:
        return Day(Stands.READY)
    last = max(begun, key=_left)
    return Day(Stands.DONE if last == agenda[-1] else Stands.INTERRUPTED, last)


def _left(activity: Activity) -> tuple[bool, str, float]:
    """Return what orders activities by when the room left them; one that runs was never left."""
    ended = activity.ended
    return ended is None, ended.isoformat() if ended else "", activity.position
