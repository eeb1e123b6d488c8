"""What every body is made from, and how days and counts are said on the room screen."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from babel.dates import format_skeleton

from crm_workshop.charter.dates import short_date
from crm_workshop.charter.source import Source
from crm_workshop.kit.design import ActivityDesign
from crm_workshop.live.public import Counts
from crm_workshop.model.base import Row
from crm_workshop.model.workshop import Activity

R = TypeVar("R", bound=Row)

#: A day this far away (in days) is told with its year; a nearer one cannot be mistaken.
_NEAR = 300


@dataclass(frozen=True, slots=True)
class Context:
    """The activity that is shown; `source` holds only records that the room may know."""

    source: Source
    counts: Counts
    design: ActivityDesign
    activity: Activity
    page: int

    def rows(self, record: type[R]) -> tuple[R, ...]:
        """Return the records of one type that the room may know."""
        return self.source.dossier.all(record)


def day_text(source: Source, day: date | None) -> str:
    """Return a day as the room reads it: “14 Jan”, with its year if it is far; empty for None."""
    if day is None:
        return ""
    if abs((day - source.today).days) > _NEAR:
        return short_date(day, source.locale)
    return format_skeleton("MMMd", day, locale=source.locale.value)


def still_hidden(number: int) -> str:
    """Return the sentence that counts hidden cards; empty if there are none."""
    if not number:
        return ""
    return "1 card is still hidden" if number == 1 else f"{number} cards are still hidden"
