"""What every part of the charter is composed from, and how one field of a record is printed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from crm_workshop.activities.standing import dot_counts, executives_present
from crm_workshop.activities.timing import running
from crm_workshop.charter import dates, figures
from crm_workshop.checks import Finding
from crm_workshop.kit.design import ActivityDesign, Kit
from crm_workshop.kit.words import Words
from crm_workshop.model.base import Row
from crm_workshop.model.capture import DotRound
from crm_workshop.model.choices import Locale, Status
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import Choice, is_written, spec
from crm_workshop.model.workshop import Activity, Workshop

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Source:
    """The records, the kit they were made with, the firm's words and what the checks found.

    `version` is the number under which the charter is being issued now; empty otherwise.
    """

    dossier: Dossier
    kit: Kit
    words: Words
    findings: tuple[Finding, ...]
    today: date
    version: str

    @property
    def workshop(self) -> Workshop:
        """The workshop itself."""
        return self.dossier.workshop

    @property
    def locale(self) -> Locale:
        """Whose dates and numbers are printed."""
        return self.workshop.locale

    def written(self, record: type[R]) -> tuple[R, ...]:
        """Return the records of one type in which somebody has written anything."""
        return tuple(row for row in self.dossier.all(record) if is_written(row))

    def say(self, text: str) -> str:
        """Return a text of ours in the firm's words; never for what people typed."""
        return self.words.say(text)

    def label(self, record: type[Row], field: str) -> str:
        """Return the label of a field, in the firm's words."""
        return self.say(spec(record, field).label)

    def long(self, day: date | None) -> str:
        """Return a date in full; empty without one."""
        return dates.long_date(day, self.locale) if day else ""

    def short(self, day: date | None) -> str:
        """Return a date for a table; empty without one."""
        return dates.short_date(day, self.locale) if day else ""

    def month(self, day: date | None) -> str:
        """Return a date's month and year; empty without one."""
        return dates.month_year(day, self.locale) if day else ""

    def value(self, row: Row, field: str) -> str:
        """Return what a field holds as it is printed; empty if nothing was filled in.

        A yes is printed as the field's label, a no not at all.
        """
        held = getattr(row, field)
        if held is None or held is False:
            return ""
        if held is True:
            return self.label(type(row), field)
        if isinstance(held, Choice):
            return self.say(held.label)
        return in_print(held, self.locale)

    def labelled(self, row: Row, field: str) -> str:
        """Return a field as a remark: “Label: value”; a choice or a yes speaks for itself."""
        said = self.value(row, field)
        if not said or isinstance(getattr(row, field), Choice | bool):
            return said
        return f"{self.label(type(row), field)}: {said}"

    def role(self, name: str) -> str:
        """Return the role of a person in the register; empty for any other name."""
        person = self.dossier.person(name)
        return person.role.strip() if person else ""

    def design(self, activity_id: int | None) -> ActivityDesign | None:
        """Return the design of one activity of this workshop, or None."""
        activity = self.dossier.get(Activity, activity_id)
        return self.kit.activity(activity.key) if activity else None

    def title(self, activity: Activity) -> str:
        """Return an activity's title in the firm's words; its key if the kit has lost it."""
        design = self.kit.activity(activity.key)
        return self.say(design.title) if design else activity.key

    def revealed_dots(self) -> Counter[tuple[str, int]]:
        """Return the dots the room has seen, over all activities, by (table, row id)."""
        counts: Counter[tuple[str, int]] = Counter()
        for activity_id in {one.activity_id for one in self.dossier.all(DotRound)}:
            counts += dot_counts(self.dossier, activity_id) or Counter()
        return counts

    @property
    def has_leaders(self) -> bool:
        """Whether an executive is in the room: without one these are notes, not a charter."""
        return bool(executives_present(self.dossier))

    @property
    def is_over(self) -> bool:
        """Whether the workshop is finished: its charter was issued, or its last activity ended.

        A glance at the last activity from the middle of the day ends nothing.
        """
        if self.version or self.workshop.status is not Status.DRAFT:
            return True
        agenda = self.dossier.all(Activity)
        ends = [one.ended for one in agenda if one.ended]
        return bool(ends) and agenda[-1].ended == max(ends) and running(self.dossier) is None


def in_print(held: object, locale: Locale) -> str:
    """Return a date, a number, a list or a text as it is printed."""
    if isinstance(held, date):
        return dates.short_date(held, locale)
    if isinstance(held, float):
        return figures.number(held, locale)
    if isinstance(held, tuple):
        return ", ".join(part.strip() for part in held if part.strip())
    return str(held).strip()
