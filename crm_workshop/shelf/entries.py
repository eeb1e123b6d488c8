"""Every workshop of the library in one cheap read: enough to put thousands in their sections."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Final

from crm_workshop.model.choices import Locale, Variant
from crm_workshop.model.workshop import Workshop
from crm_workshop.store.connection import explained
from crm_workshop.store.library import Store
from crm_workshop.store.reading import unreadable


class Section(Enum):
    """Where a workshop stands on the shelf, in the order in which it is read."""

    RUNNING = "Running"
    COMING_UP = "Coming up"
    SIGNED = "Signed"
    ARCHIVED = "Archived"


@dataclass(frozen=True, slots=True)
class Entry:
    """One workshop as the shelf knows it without opening it.

    `version`: its charter was issued as that. `state` is what has become of it, put away or not;
    `section` is where it stands.
    """

    id: int
    firm: str
    variant: Variant
    locale: Locale
    held_on: date | None
    starts: time | None
    attempt_no: int
    version: str
    state: Section
    section: Section


def entries(store: Store) -> tuple[Entry, ...]:
    """Return all workshops by section; what comes up the soonest first, the rest the latest first.

    What has no date yet stands first among those that are over and last among those to come. Only
    what an entry holds is read, so that thousands of workshops take a few milliseconds. Raises
    `LibraryError` if one cannot be read.
    """
    with explained(store.path):
        rows = store.conn.execute(_ALL).fetchall()
    try:
        read = [_entry(*row) for row in rows]
    except (KeyError, ValueError) as error:
        raise unreadable(Workshop, store.path) from error
    return tuple(sorted(read, key=_place))


#: The columns are in the order of `_entry`.
_ALL: Final = """
    SELECT id, firm, variant, locale, held_on, starts, attempt_no, charter_version, archived,
      EXISTS (SELECT 1 FROM activity WHERE workshop_id = workshop.id AND started IS NOT NULL)
    FROM workshop
"""


def _entry(
    number: int,
    firm: str,
    variant: str,
    locale: str,
    held_on: str | None,
    starts: str | None,
    attempt_no: int,
    version: str,
    archived: int,
    begun: int,
) -> Entry:
    state = Section.RUNNING if begun else Section.COMING_UP
    if version:
        state = Section.SIGNED
    return Entry(
        number,
        firm,
        _VARIANTS[variant],
        _LOCALES[locale],
        date.fromisoformat(held_on) if held_on else None,
        time.fromisoformat(starts) if starts else None,
        attempt_no,
        version,
        state,
        Section.ARCHIVED if archived else state,
    )


#: By their stored value: to look each up is quicker than to make it thousands of times.
_VARIANTS: Final = {one.value: one for one in Variant}
_LOCALES: Final = {one.value: one for one in Locale}

_ORDER: Final = {section: number for number, section in enumerate(Section)}


def _place(entry: Entry) -> tuple[int, int, int]:
    """Return what orders entries: section, then day, then the one made last first."""
    section = entry.section
    day = (entry.held_on or date.max).toordinal()
    return _ORDER[section], day if section is Section.COMING_UP else -day, -entry.id
