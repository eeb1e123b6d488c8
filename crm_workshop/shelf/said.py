"""How the shelf says things: two short lines, a day as one speaks of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from crm_workshop.charter.dates import day_month, long_date
from crm_workshop.model.choices import Locale


@dataclass(frozen=True, slots=True)
class Told:
    """A line and a quieter one below it; a `grave` one must not be overlooked."""

    text: str
    more: str = ""
    grave: bool = False

    def __str__(self) -> str:
        """Return both lines as one."""
        return ", ".join(filter(None, (self.text, self.more)))


def joined(*parts: str) -> str:
    """Return the parts that say something, as one line."""
    return " · ".join(filter(None, parts))


def spoken_day(day: date, today: date, locale: Locale) -> str:
    """Return a day as one speaks of it: “today”, “2 December”, “2 December 2025”."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today) // timedelta(days=1))
    if near:
        return near
    return day_month(day, locale) if day.year == today.year else long_date(day, locale)
