"""Dates as a printed page says them, in the order and with the names of the firm's locale."""

from collections.abc import Sequence
from datetime import date, time
from itertools import pairwise

from babel.dates import format_skeleton, format_time

from crm_workshop.model.choices import Locale


def day_month(day: date, locale: Locale) -> str:
    """Return a date where its year goes without saying: “2 December” or “December 2”."""
    return format_skeleton("MMMMd", day, locale=locale.value)


def long_date(day: date, locale: Locale) -> str:
    """Return a date in full: “21 November 2026” or “November 21, 2026”."""
    month = day_month(day, locale)
    return f"{month}, {day.year}" if locale is Locale.US else f"{month} {day.year}"


def short_date(day: date, locale: Locale) -> str:
    """Return a date for a table: “14 Jan 2027” or “Jan 14, 2027”."""
    return format_skeleton("yMMMd", day, locale=locale.value)


def month_year(day: date, locale: Locale) -> str:
    """Return a date's month where the day does not matter: “Nov 2027”."""
    return format_skeleton("yMMM", day, locale=locale.value)


def clock_time(moment: time, locale: Locale) -> str:
    """Return a time of day: “09:30” or “9:30 AM”."""
    return format_time(moment, format="short", locale=locale.value)


def date_list(days: Sequence[date], locale: Locale) -> str:
    """Return dates in order, each year said once: “22 Dec 2026 · 21 Jan · 19 Feb 2027”."""
    ordered = sorted(days)
    said = [
        format_skeleton("MMMd", day, locale=locale.value)
        if day.year == following.year
        else short_date(day, locale)
        for day, following in pairwise(ordered)
    ]
    said += [short_date(day, locale) for day in ordered[-1:]]
    return " · ".join(said)
