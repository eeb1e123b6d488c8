"""Open: the rules of the day are agreed, line by line."""

from crm_workshop.model.workshop import Activity, Tick
from tests.ui.half_day.day import Day


def agree(day: Day, activity: Activity) -> None:
    """Agree to the lines of a checklist, one after another."""
    for line in day.script.of(Tick, activity.id):
        if line.done:
            day.hands.press("Space")
        day.hands.press("Return")
