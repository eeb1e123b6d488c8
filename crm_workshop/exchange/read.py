"""What a file says as entries: each record's values, and what else it points to by name."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final

from crm_workshop.exchange.advice import advise
from crm_workshop.exchange.decode import Pairs
from crm_workshop.exchange.layout import (
    FORMAT,
    FORMAT_KEY,
    REF,
    SCHEMA_KEY,
    VERSION,
    VERSION_KEY,
    Slot,
    children,
    is_single,
    section,
    slots,
    targets,
)
from crm_workshop.exchange.problems import Problem, key_path, shown
from crm_workshop.exchange.values import Shape, UnfitError
from crm_workshop.model.base import Row
from crm_workshop.model.workshop import Word, Workshop
from crm_workshop.text import clean, one_line


@dataclass(slots=True)
class Entry:
    """One row as it stands in the file. `number` counts the rows of its type from 1.

    `pointers` are the names of other rows, not yet looked up. It is `sound` while nothing in it is
    wrong.
    """

    record: type[Row]
    at: str
    owner: "Entry | None"
    number: int
    place: int
    ref: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    pointers: list[tuple[Slot, str]] = field(default_factory=list)
    sound: bool = True


class Reader:
    """Collects the entries of a file, and everything that is wrong with it."""

    def __init__(self) -> None:
        self.entries: Final[defaultdict[type[Row], list[Entry]]] = defaultdict(list)
        self.problems: Final[list[Problem]] = []
        self._listed: Final[set[type[Row] | None]] = set()

    def read(self, document: object) -> None:
        """Read a whole file."""
        if not isinstance(document, Pairs):
            self._expected("$", "an object", document)
            return
        if not self._is_ours(document):
            return
        known = [FORMAT_KEY, VERSION_KEY, SCHEMA_KEY, section(Workshop), section(Word)]
        self._look_at_keys("$", document, known + [section(one) for one in children(None)])
        if section(Workshop) not in document:
            self._expected(key_path("$", section(Workshop)), "an object")
        self._read_section(Workshop, document, "$", None)
        for record in children(None):
            self._read_section(record, document, "$", None)
        self._read_words(document)

    def _is_ours(self, document: Pairs) -> bool:
        """Tell whether it makes sense to read on: the file is a workshop this program can read."""
        said = document.get(FORMAT_KEY)
        if said != FORMAT:
            self._expected(key_path("$", FORMAT_KEY), f"“{FORMAT}”", *_given(document, FORMAT_KEY))
        version = document.get(VERSION_KEY)
        at = key_path("$", VERSION_KEY)
        if isinstance(version, int) and version > VERSION:
            self._report(
                at,
                f"a newer CRM Workshop wrote this file (format {shown(version)}, this program "
                f"reads {VERSION}); update the program and import it again",
            )
            return False
        if version != VERSION or not isinstance(version, int) or isinstance(version, bool):
            self._expected(at, str(VERSION), *_given(document, VERSION_KEY))
        return said == FORMAT or section(Workshop) in document

    def _read_words(self, document: Pairs) -> None:
        """Read the firm's own words: an object of placeholder and word."""
        at = key_path("$", section(Word))
        words = document.get(section(Word), Pairs())
        if not isinstance(words, Pairs):
            self._expected(at, "an object of words", words)
            return
        self._look_at_keys(at, words, words)
        for key, text in words.items():
            entry = self._new_entry(Word, key_path(at, key), None)
            if isinstance(text, str):
                entry.values |= {"key": clean(key), "text": clean(text)}
            else:
                self._expected(entry.at, "text", text, entry=entry)

    def _read_section(
        self, record: type[Row], holder: Pairs, holder_at: str, owner: Entry | None
    ) -> None:
        """Read the rows of one type that stand in `holder`."""
        key = section(record)
        at = key_path(holder_at, key)
        if key not in holder:
            return
        if is_single(record):
            self._read_entry(record, holder[key], at, owner, 1)
        elif isinstance(holder[key], list):
            for index, value in enumerate(holder[key]):
                self._read_entry(record, value, f"{at}[{index}]", owner, index + 1)
        else:
            self._expected(at, "a list", holder[key])

    def _read_entry(
        self, record: type[Row], value: object, at: str, owner: Entry | None, place: int
    ) -> None:
        """Read one row and what stands inside it."""
        if not isinstance(value, Pairs):
            self._expected(at, "an object", value)
            return
        entry = self._new_entry(record, at, owner, place)
        inside = children(record)
        known = [slot.key for slot in slots(record)] + [section(one) for one in inside]
        self._look_at_keys(at, value, [*known, REF] if record in targets() else known, record)
        self._read_ref(entry, value)
        for slot in slots(record):
            if slot.key in value:
                self._read_slot(entry, slot, value[slot.key])
            elif slot.target and slot.default is not None:
                self._expected(key_path(at, slot.key), _name_of(slot.target), entry=entry)
        for one in inside:
            self._read_section(one, value, at, entry)

    def _read_ref(self, entry: Entry, value: Pairs) -> None:
        """Read the handle that a row may be given for others to point to."""
        if entry.record not in targets() or REF not in value:
            return
        ref = value[REF]
        if isinstance(ref, str) and one_line(ref):
            entry.ref = ref
        else:
            self._expected(key_path(entry.at, REF), "text", ref, entry=entry)

    def _read_slot(self, entry: Entry, slot: Slot, value: object) -> None:
        """Read one field of a row."""
        at = key_path(entry.at, slot.key)
        if value is None and (slot.shape.optional if slot.shape else slot.default is None):
            return
        if slot.target:
            if isinstance(value, str):
                entry.pointers.append((slot, value))
            else:
                self._expected(at, _name_of(slot.target), value, entry=entry)
        elif slot.shape:
            self._read_value(entry, slot.field, slot.shape, at, value)

    def _read_value(self, entry: Entry, name: str, shape: Shape, at: str, value: object) -> None:
        """Read one value, or a list of such values."""
        places = [(at, value)]
        if shape.many:
            if not isinstance(value, list):
                self._expected(at, f"a list of {shape.expected}", value, entry=entry)
                return
            places = [(f"{at}[{index}]", one) for index, one in enumerate(value)]
        found = []
        for place, one in places:
            try:
                found.append(shape.decode(one))
            except UnfitError as unfit:
                self._expected(place, shape.expected, one, entry=entry, hint=unfit.hint)
        if len(found) == len(places):
            entry.values[name] = tuple(found) if shape.many else found[0]

    def _new_entry(self, record: type[Row], at: str, owner: Entry | None, place: int = 1) -> Entry:
        entries = self.entries[record]
        entries.append(Entry(record, at, owner, len(entries) + 1, place))
        return entries[-1]

    def _look_at_keys(
        self, at: str, value: Pairs, known: Collection[str], record: type[Row] | None = None
    ) -> None:
        """Report keys that mean nothing in a record (None: at the top), and keys there twice."""
        allowed = set(known)
        for key in value:
            if key not in allowed:
                hint = advise(key, known, record)
                if not hint and record not in self._listed:
                    self._listed.add(record)  # one list tells it for all rows of the type
                    hint = f"; the keys are {', '.join(known)}"
                self._report(key_path(at, key), f"there is no such key here{hint}")
        for key in value.repeated:
            self._report(key_path(at, key), "this key is there more than once")

    def _expected(
        self, at: str, expected: str, *got: object, entry: Entry | None = None, hint: str = ""
    ) -> None:
        """Report that something else was expected than what stands there (or nothing does)."""
        if entry:
            entry.sound = False
        stands = shown(got[0]) if got else "nothing"
        self._report(at, f"expected {expected}, got {stands}{hint}")

    def _report(self, at: str, message: str) -> None:
        self.problems.append(Problem(at, message))


def _given(document: Pairs, key: str) -> tuple[object, ...]:
    """Return the value of a key, or nothing if it is not there."""
    return (document[key],) if key in document else ()


def _name_of(record: type[Row]) -> str:
    """Return what a pointer to a record is, in words."""
    what = record.table.replace("_", " ")
    return f"the name of {'an' if what[0] in 'aeiou' else 'a'} {what}"
