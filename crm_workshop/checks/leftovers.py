"""X1: nothing is left over: no TBC, no impossible or past date, no parked item without a place."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from crm_workshop.activities.reading import YEARS
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted
from crm_workshop.checks.naming import Named
from crm_workshop.checks.ownership import ELSEWHERE, is_judged
from crm_workshop.model.base import Row
from crm_workshop.model.capture import ParkedItem
from crm_workshop.model.choices import DecisionState
from crm_workshop.model.commitment import HardDecision
from crm_workshop.model.dossier import RECORDS
from crm_workshop.model.fields import FieldSpec, Kind, is_written, specs
from crm_workshop.model.workshop import Activity, Person, Signature, Workshop
from crm_workshop.text import fold

#: What the charter says in the firm's own name. Cards, drafts, reservations and parked thoughts
#: are the room's voice: a question mark too many in them is nobody's promise.
_JUDGED: Final[tuple[type[Row], ...]] = (
    Workshop,
    Person,
    Activity,
    *RECORDS.values(),
    Signature,
)
_TEXTS: Final = frozenset({Kind.TEXT, Kind.LONG, Kind.LIST, Kind.PERSON, Kind.PEOPLE, Kind.PROMISE})

#: Days that a record says were, not will be.
_OF_THE_PAST: Final = frozenset({(Workshop.table, "held_on"), (Signature.table, "signed_on")})
#: Nobody plans further ahead than this (years).
_MOST_YEARS: Final = 30
_LONGEST_MONTH: Final = 31


def find(case: Case) -> Iterator[Finding]:
    """Yield what is left over in any record, then the parked items without a destination."""
    leftover = _leftover_pattern(case)
    dates = _date_pattern(case)
    for record in _JUDGED:
        fields = [spec for spec in specs(record) if not spec.private]
        rows = (case.dossier.workshop,) if record is Workshop else case.dossier.all(record)
        for row in rows:
            for spec in fields:
                if spec.kind in _TEXTS:
                    yield from _text(case, row, spec, leftover, dates)
                elif spec.kind is Kind.DATE:
                    yield from _date(case, row, spec)
    for item in case.rows(ParkedItem):
        if item.goes_to is None and item.text.strip():
            yield case.about_row(
                "X1",
                Level.STOP,
                item,
                "goes_to",
                title="Parked for ever.",
                sentence=f"{quoted(item.text)} has no destination.",
                question="Not now, a decision, a pitfall, or another meeting?",
            )


def _text(
    case: Case, row: Row, spec: FieldSpec, leftover: re.Pattern[str], dates: re.Pattern[str]
) -> Iterator[Finding]:
    value = getattr(row, spec.name)
    text = value if isinstance(value, str) else "\n".join(value)
    if not text or _said_by_owner(case, row, spec, text):
        return
    found = leftover.search(text)
    if found or fold(text).rstrip(" .") in case.lexicon.leftover_whole.plain:
        yield case.about_row(
            "X1",
            Level.STOP,
            row,
            spec.name,
            title="Still open.",
            sentence=f"{quoted(found[0] if found else text)} is left in “{_label(case, spec)}”.",
            question="Who can settle it now, or who does by when?",
        )
    for impossible in dates.finditer(text):
        if _exists(case, impossible):
            continue
        yield case.about_row(
            "X1",
            Level.STOP,
            row,
            spec.name,
            part="date",
            title="No such day.",
            sentence=f"{quoted(impossible[0])} is on no calendar.",
            question="Which day is meant?",
        )
        break


def _said_by_owner(case: Case, row: Row, spec: FieldSpec, text: str) -> bool:
    """Tell whether another rule already stops for what stands where a name belongs."""
    if isinstance(row, Person) and spec.name == "name":
        return is_judged(case, row)
    if spec.kind is not Kind.PERSON or (row.table, spec.name) in ELSEWHERE:
        return False
    return case.named(text) is Named.NOBODY


def _date(case: Case, row: Row, spec: FieldSpec) -> Iterator[Finding]:
    day = getattr(row, spec.name)
    if day is None or not is_written(row):
        return
    if not YEARS[0] <= day.year <= case.day.year + _MOST_YEARS:
        yield case.about_row(
            "X1",
            Level.STOP,
            row,
            spec.name,
            title="An impossible year.",
            sentence=f"“{_label(case, spec)}” says {case.spoken(day)}.",
            question="Which year is meant?",
        )
    elif day < case.day and _is_promise(row, spec.name):
        yield case.about_row(
            "X1",
            Level.STOP,
            row,
            spec.name,
            title="A promise in the past.",
            sentence=f"“{_label(case, spec)}” says {case.spoken(day)}, which "
            f"{'is before the workshop' if case.dossier.workshop.held_on else 'has passed'}.",
            question="Was it kept already, or which day do we mean?",
        )


def _is_promise(row: Row, name: str) -> bool:
    """Tell whether a date says what will be; a decision already taken has its day behind it."""
    if isinstance(row, HardDecision) and row.state is DecisionState.DECIDED:
        return False
    return (row.table, name) not in _OF_THE_PAST


def _leftover_pattern(case: Case) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in case.lexicon.leftover.plain)
    return re.compile(rf"\b(?:{words})\b|\?\?+", re.IGNORECASE)


def _date_pattern(case: Case) -> re.Pattern[str]:
    """Return what finds dates in a text: 31 June 2027, 30th of Feb, 2027-02-30, 31/06/2027."""
    months = "|".join(f"{month[:3]}(?:{_optional(month[3:])})" for month in case.lexicon.months)
    return re.compile(
        rf"\b(?P<day>[1-9]|[12]\d|0[1-9]|3\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{months})\b\.?"
        r"(?:,?\s+(?P<year>\d{4})\b)?"
        r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
        r"|\b(?P<slashed>\d{1,2}/\d{1,2}/\d{4})\b",
        re.IGNORECASE,
    )


def _optional(rest: str) -> str:
    """Return a pattern for any beginning of the rest of a month's name, the empty one too."""
    return f"{rest[0]}(?:{_optional(rest[1:])})|" if rest else ""


def _exists(case: Case, found: re.Match[str]) -> bool:
    """Tell whether a date found in a text is on the calendar; without a year, in any year."""
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        return _is_day(year, month, day)
    if found["slashed"]:
        first, second, year = (int(part) for part in found["slashed"].split("/"))
        return _is_day(year, second, first) or _is_day(year, first, second)
    month = next(
        number
        for number, name in enumerate(case.lexicon.months, 1)
        if name.startswith(found["month"].casefold())
    )
    day, leap_year = int(found["day"]), 2000
    if day > _LONGEST_MONTH and not found["year"]:
        return True  # “of our 35 may leave” is no date at all
    return _is_day(int(found["year"] or leap_year), month, day)


def _is_day(year: int, month: int, day: int) -> bool:
    if not (date.min.year <= year <= date.max.year and 1 <= month <= 12):
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]


def _label(case: Case, spec: FieldSpec) -> str:
    return case.words.say(spec.label)
