"""Lists of people from elsewhere: pasted from a spreadsheet, a mail or a CSV file.

The first row may name the columns, in any order and in the words people use; without such a row
they are those of the register, the name first. What cannot be taken is told, never guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from crm_workshop.activities.paste import cells
from crm_workshop.activities.people import keep_one_sponsor
from crm_workshop.activities.reading import parse_bool
from crm_workshop.activities.sheets import LARGEST
from crm_workshop.activities.typed import value_for
from crm_workshop.errors import InputError
from crm_workshop.kit.words import words_of
from crm_workshop.model.choices import Locale, Presence
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import Kind, spec, specs
from crm_workshop.model.workshop import Person
from crm_workshop.store.library import Store
from crm_workshop.text import fold, listed, one_line

#: No workshop has more people than this; a longer list is another one.
MOST: Final = 500

#: The parts of a name that stand in columns of their own, in the order in which they are said.
_FIRST, _LAST = "first name", "last name"

#: What else people call the columns.
_CALLED: Final[Mapping[str, str]] = {
    "full name": "name", "person": "name", "participant": "name", "attendee": "name",
    "first name": _FIRST, "given name": _FIRST, "forename": _FIRST,
    "last name": _LAST, "surname": _LAST, "family name": _LAST,
    "job title": "role", "position": "role", "function": "role",
    "exec": "is_exec", "leader": "is_exec",
    "board": "is_board", "board member": "is_board",
    "decision maker": "decides", "decision-maker": "decides",
    "vote": "votes", "voting": "votes",
    "sign": "signs", "signatory": "signs",
    "present": "present", "presence": "present", "attends": "present", "attending": "present",
    "manager": "reports_to", "line manager": "reports_to",
    "left": "has_left",
}  # fmt: skip

#: What may part the cells of a row, the surest first.
_SEPARATORS: Final = ("\t", ";", ",")

#: So many names or cells are told one by one.
_TOLD: Final = 5


@dataclass(frozen=True, slots=True)
class PastedPeople:
    """Who was added from a list, and what of it was not taken, in the words of the list.

    `known` were in the register already, `twice` stood in the list more than once; both were kept
    once. `unread` are cells, `untaken` are columns, `nameless` counts rows.
    """

    added: tuple[Person, ...]
    known: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    untaken: tuple[str, ...] = ()
    nameless: int = 0

    @property
    def sentence(self) -> str:
        """All of it, as one says it."""
        count = len(self.added)
        told = [f"Added {_counted(count, 'person', 'people')}." if count else "Nobody was added."]
        if self.known:
            told.append(f"Already in the register and left as they are: {_some(self.known)}.")
        if self.twice:
            told.append(f"More than once in the list and taken once: {_some(self.twice)}.")
        if self.unread:
            told.append(f"Left out: {_some(self.unread)}.")
        if self.untaken:
            columns = "column" if len(self.untaken) == 1 else "columns"
            told.append(f"Not taken: the {columns} {_some(self.untaken)}.")
        if self.nameless:
            rows = _counted(self.nameless, "row", "rows")
            told.append(f"{rows[0].upper()}{rows[1:]} without a name left out.")
        return " ".join(told)


def paste_people(store: Store, workshop_id: int, text: str, *, by: str = "") -> PastedPeople:
    """Add everybody on a list to the register, as one step; who is there already stays as they are.

    Raises `InputError` if there are no names in it, or more than a workshop has people.
    """
    if len(text) > LARGEST:
        raise InputError("That text is far too long for a list of people. Nothing was added.")
    dossier = store.load(workshop_id)
    found = _Found(dossier, text)
    for row in found.rows:
        found.take(row)
    if not (found.people or found.known):
        raise InputError("There are no names in that list. Nothing was added.")
    if len(found.people) > MOST:
        raise InputError(
            f"There are {len(found.people)} people on that list, more than the {MOST} that a "
            "workshop takes. Nothing was added."
        )
    added: tuple[Person, ...] = ()
    if found.people:
        with store.step("Paste people", workshop_id, by=by) as pen:
            added = tuple(pen.insert(Person(**values)) for values in found.people)
            for person in added:
                keep_one_sponsor(pen, store, person)
    return PastedPeople(
        added,
        known=_once(found.known),
        twice=_once(found.twice),
        unread=_once(found.unread),
        untaken=tuple(found.untaken),
        nameless=found.nameless,
    )


def names_columns(dossier: Dossier, text: str) -> bool:
    """Tell whether the first row of a list names its columns."""
    labels = _labels(dossier).values()
    rows = rows_of(text, labels)
    return bool(rows and _headings(rows[0], labels))


class _Found:
    """What is on a list: its columns and rows, then who is in them, as they are gone through."""

    def __init__(self, dossier: Dossier, text: str) -> None:
        self._locale = dossier.workshop.locale
        self._labels = _labels(dossier)
        self._there = {fold(one.name): one.name for one in dossier.all(Person)}
        self._taken: set[str] = set()
        self.people: list[dict[str, Any]] = []
        self.known: list[str] = []
        self.twice: list[str] = []
        self.unread: list[str] = []
        self.nameless = 0
        self.rows = rows_of(text, self._labels.values())
        self.untaken = self._find_columns()
        self._marked = {
            name
            for at, name in enumerate(self._columns)
            if _is_bool(name)
            and any(cell.strip() for row in self.rows for cell in row[at : at + 1])
        }

    def _find_columns(self) -> list[str]:
        """Find which field each column holds; return the names or numbers of the others."""
        head = self.rows[0] if self.rows else ()
        self._columns = _headings(head, self._labels.values())
        if self._columns:
            self.rows = self.rows[1:]
            pairs = zip(head, self._columns, strict=True)
            return [f"“{one_line(cell)}”" for cell, name in pairs if not name and cell.strip()]
        self._columns = _in_order(self.rows, self._locale)
        most = max(map(len, self.rows), default=0)
        return [str(number + 1) for number in range(len(self._columns), most)]

    def take(self, row: Sequence[str]) -> None:
        """Take whoever is in a row, unless they are there already."""
        held = {name: cell for name, cell in zip(self._columns, row, strict=False) if name}
        name = _name_in(held)
        if not name:
            self.nameless += 1
        elif fold(name) in self._there:
            self.known.append(self._there[fold(name)])
        elif fold(name) in self._taken:
            self.twice.append(name)
        else:
            self._taken.add(fold(name))
            self.people.append(self._values(name, held))

    def _values(self, name: str, held: Mapping[str, str]) -> dict[str, Any]:
        """Return the fields of one person; in a column with marks, no mark means no."""
        values: dict[str, Any] = dict.fromkeys(self._marked, False) | {"name": name}
        for field, cell in held.items():
            if field not in self._labels or field == "name" or not cell.strip():
                continue
            try:
                values[field] = _value(field, cell, self._locale)
            except InputError:
                values.pop(field, None)
                self._leave(cell, field, name)
        if values.get("is_sponsor") and any(one.get("is_sponsor") for one in self.people):
            values["is_sponsor"] = False  # there is one: the first
            self._leave(held["is_sponsor"], "is_sponsor", name)
        return values

    def _leave(self, cell: str, field: str, name: str) -> None:
        self.unread.append(f"“{_short(cell)}” ({self._labels[field]}, {name})")


def _value(field: str, cell: str, locale: Locale) -> Any:
    """Return what a cell means; raises `InputError`. Whether somebody is there may be a mark."""
    if field == "role":
        return one_line(cell)
    try:
        return value_for(Person, field, cell, locale)
    except InputError:
        if field != "present":
            raise
        try:
            return Presence.YES if parse_bool(cell) else Presence.NO
        except ValueError:
            pass
        raise


# Columns


def _labels(dossier: Dossier) -> dict[str, str]:
    """Return what the columns are called in the words of the firm, by field."""
    say = words_of(dossier).say
    return {one.name: say(one.label) for one in specs(Person)}


def rows_of(text: str, labels: Iterable[str] = ()) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a list, whatever parts them: tabs, semicolons or commas.

    What parts them is that which makes a row of headings of the first, else that which is in every
    row; a list of nothing but names has none.
    """
    known = tuple(labels)
    ways = [rows for one in _SEPARATORS if (rows := cells(text, one, bare=True))]
    for rows in ways:
        if len(rows[0]) > 1 and _headings(rows[0], known):
            return rows
    parted = (rows for rows in ways if min(map(len, rows)) > 1)
    if "\t" in text and ways:
        return ways[0]
    return next(parted, ways[0] if ways else ())


def _headings(row: Sequence[str], labels: Iterable[str]) -> list[str]:
    """Return which field each column holds, empty for none; no list if no column is the name."""
    own = zip((one.name for one in specs(Person)), labels, strict=False)
    called = {**_CALLED, **{fold(label): name for name, label in own}}
    called |= {fold(name): name for name in (one.name for one in specs(Person))}
    named: list[str] = []
    for cell in row:
        name = called.get(fold(cell), "")
        named.append("" if name in named else name)
    return named if {"name", _FIRST, _LAST} & set(named) else []


def _in_order(rows: Sequence[Sequence[str]], locale: Locale) -> list[str]:
    """Return the fields of columns without headings: name, role, and more as far as it reads so."""
    columns = ["name", "role"]
    for at, field in enumerate((one.name for one in specs(Person)[2:]), 2):
        held = [row[at] for row in rows if len(row) > at and row[at].strip()]
        if not held or not all(_reads(field, cell, locale) for cell in held):
            break
        columns.append(field)
    return columns


def _reads(field: str, cell: str, locale: Locale) -> bool:
    try:
        _value(field, cell, locale)
    except InputError:
        return False
    return True


def _is_bool(name: str) -> bool:
    return name not in ("", _FIRST, _LAST) and spec(Person, name).kind is Kind.BOOL


def _name_in(held: Mapping[str, str]) -> str:
    parts = (held.get("name", ""), held.get(_FIRST, ""), held.get(_LAST, ""))
    return one_line(parts[0]) or one_line(" ".join(parts[1:]))


# Words


def _once(told: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told))


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _some(told: Sequence[str]) -> str:
    """Return the first few, and how many more there are."""
    rest = len(told) - _TOLD
    return listed([*told[:_TOLD], *([f"{rest} more"] if rest > 0 else [])])


def _short(text: str) -> str:
    said = one_line(text)
    return said if len(said) <= 40 else f"{said[:39]}…"
