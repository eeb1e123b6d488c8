"""The day that is played: its script, its clock, and how one moves through it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from crm_workshop.kit.design import ActivityDesign, Kit
from crm_workshop.kit.words import Words
from crm_workshop.model.capture import Card, ParkedItem
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Person
from tests.ui.half_day.hands import Hands


@dataclass(frozen=True, slots=True)
class Day:
    """What is to be typed (`script`), and the hands that type it; `set_time` tells the clock."""

    hands: Hands
    script: Dossier
    kit: Kit
    words: Words
    set_time: Callable[[datetime], None]

    def design(self, activity: Activity) -> ActivityDesign:
        """Return what the kit says of an activity."""
        found = self.kit.activity(activity.key)
        assert found is not None
        return found

    def name_of(self, person_id: int | None) -> str:
        """Return the name of a person of the script; empty for nobody."""
        person = self.script.get(Person, person_id)
        return person.name if person else ""


def come_to(day: Day, activity: Activity) -> None:
    """Go on to the next activity, show it to the room when the room saw it, start its clock."""
    assert activity.started is not None
    day.set_time(activity.started)
    first = day.script.all(Activity)[0]
    if activity != first:
        day.hands.press("Alt+PgDown")
    day.hands.press("PgDown", "Ctrl+T")


def leave(day: Day, activity: Activity) -> None:
    """Note what nobody else needs to know, park what was parked, and let the room rest."""
    if activity.note:
        day.hands.press("Ctrl+N")
        day.hands.write(activity.note)
        day.hands.press("F6")
    park(day, activity)
    assert activity.ended is not None
    day.set_time(activity.ended)
    if _pause_behind(day, activity):
        day.hands.press("Ctrl+Shift+B", "Return")
    else:
        day.hands.press("Ctrl+H")


def park(day: Day, activity: Activity) -> None:
    """Put on the parking list what was said in an activity; parked cards are there already."""
    cards = {one.text for one in day.script.of(Card, activity.id)}
    for item in day.script.of(ParkedItem, activity.id):
        if item.text not in cards:
            day.hands.press("Ctrl+P")
            day.hands.write(item.text)
            day.hands.press("Tab")
            day.hands.write(item.raised_by)
            day.hands.press("Return")


def _pause_behind(day: Day, activity: Activity) -> bool:
    """Tell whether the kit plans a break behind an activity in a day of this length."""
    variant = day.script.workshop.variant
    return any(one.after == activity.key and one.minutes.of(variant) for one in day.kit.pauses)
