"""What a later version of a charter says differently from the one before it, record by record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from crm_workshop.charter.source import in_print
from crm_workshop.checks.finding import SECTION_OF, SECTIONS
from crm_workshop.exchange import parse
from crm_workshop.kit.words import Words, words_of
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Ballot, Card, Dot, DotRound, Draft, Poll, Theme
from crm_workshop.model.choices import Locale
from crm_workshop.model.dossier import TABLES, Dossier
from crm_workshop.model.fields import Choice, FieldSpec, Kind, is_written, specs
from crm_workshop.model.workshop import (
    Acceptance,
    Activity,
    SceneRow,
    Signature,
    Version,
    Word,
    Workshop,
)
from crm_workshop.text import one_line

#: Two rows are one that was reworded if their words are at least so much alike (0 to 1).
_ALIKE: Final = 0.5

#: What the room worked with and how, which the charter tells only as what came of it.
_WORKING: Final[frozenset[type[Row]]] = frozenset(
    {Activity, Ballot, Card, Dot, DotRound, Poll, SceneRow, Signature, Theme, Version, Word}
)

#: What decides how the charter is laid out, and is nothing that it says.
_LAYOUT: Final = frozenset({"paper"})


class How(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of a changed record: its label, what it said and what it says."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that differs: where the charter prints it, its short name, and its fields.

    `edits` is empty for a record that was added or removed; what there is only one of has no name.
    """

    section: str
    about: str
    how: How
    edits: tuple[Edit, ...] = ()

    @property
    def sentence(self) -> str:
        """The difference in one sentence, such as “R. Okafor: By, 14 Jan 2027 → 1 Feb 2027”."""
        if self.how is not How.CHANGED:
            return f"{self.about}: {self.how.value}"
        told = (f"{one.label}, {one.before or '–'} → {one.after or '–'}" for one in self.edits)
        return ": ".join(filter(None, (self.about, "; ".join(told))))


def changes_since(version: Version, dossier: Dossier) -> tuple[Difference, ...]:
    """Return what a workshop's records say differently from those that a version froze.

    Only what the charter prints counts, in its order. Raises `ExchangeError` if the version's
    records cannot be read.
    """
    return differences(parse(version.records.encode()), dossier)


def differences(before: Dossier, after: Dossier) -> tuple[Difference, ...]:
    """Return what two states of one workshop say differently, in the charter's order."""
    words = words_of(after)
    found = [
        one
        for record in TABLES
        if record not in _WORKING
        for one in _differences(record, before, after, words)
    ]
    return tuple(sorted(found, key=lambda one: SECTIONS.index(one.section)))


class _Reader:
    """Reads the printed fields of one type of record as people read them."""

    def __init__(self, record: type[Row], words: Words, locale: Locale) -> None:
        self._words, self._locale = words, locale
        self.printed = tuple(
            one
            for one in specs(record)
            if not one.private and one.kind is not Kind.BYTES and one.name not in _LAYOUT
        )

    def told(self, row: Row, spec: FieldSpec) -> str:
        """Return a field on one line; empty if nothing was filled in."""
        held = getattr(row, spec.name)
        if held is None or held is False:
            return ""
        if held is True:
            return "yes"
        if isinstance(held, Choice):
            return self._words.say(held.label)
        return one_line(in_print(held, self._locale))

    def whole(self, row: Row) -> str:
        """Return everything a row says."""
        return "\n".join(self.told(row, spec) for spec in self.printed)

    def name(self, row: Row) -> str:
        """Return what a row is known by: the first of its fields that says something."""
        if row.single:
            return ""
        return next((said for spec in self.printed if (said := self.told(row, spec))), row.table)

    def edits(self, before: Row, after: Row) -> tuple[Edit, ...]:
        """Return the fields that say something else."""
        return tuple(
            Edit(self._words.say(spec.label), said, says)
            for spec in self.printed
            if (said := self.told(before, spec)) != (says := self.told(after, spec))
        )


def _differences(
    record: type[Row], before: Dossier, after: Dossier, words: Words
) -> Iterator[Difference]:
    section = SECTION_OF.get(record.table, "annex-e" if record is Acceptance else "")
    read = _Reader(record, words, after.workshop.locale)
    if not section or not read.printed:
        return
    old, new = _stands(record, before), _stands(record, after)
    pairs = _paired(old, new, read)
    for one, other in pairs:
        edits = read.edits(one, other)
        if edits:
            yield Difference(section, read.name(other), How.CHANGED, edits)
    kept = {id(row) for pair in pairs for row in pair}
    for rows, how in ((new, How.ADDED), (old, How.REMOVED)):
        for row in rows:
            if id(row) not in kept:
                yield Difference(section, read.name(row), how)


def _stands(record: type[Row], dossier: Dossier) -> Sequence[Row]:
    """Return the rows of a type that the charter prints: of wordings the last, of others all."""
    rows = [one for one in dossier.all(record) if is_written(one)]
    return rows[-1:] if record is Draft else rows


def _paired(old: Sequence[Row], new: Sequence[Row], read: _Reader) -> list[tuple[Row, Row]]:
    """Return which old row became which new one: the most alike first, each once."""
    if len(old) == len(new) == 1 and (old[0].single or isinstance(old[0], Draft | Workshop)):
        return [(old[0], new[0])]
    texts = {id(row): read.whole(row) for row in (*old, *new)}
    pairs: dict[int, int] = {}
    for alike, _, m, n in sorted(_offers(old, new, texts), reverse=True):
        if alike >= _ALIKE and m not in pairs and n not in pairs.values():
            pairs[m] = n
    return [(old[m], new[n]) for m, n in sorted(pairs.items(), key=lambda pair: pair[1])]


def _offers(
    old: Sequence[Row], new: Sequence[Row], texts: dict[int, str]
) -> Iterator[tuple[float, int, int, int]]:
    """Yield how alike two rows are, how near in their lists, and their places.

    A row that stands unchanged in both is compared with no other.
    """
    kept = {texts[id(row)] for row in old} & {texts[id(row)] for row in new}
    for m, one in enumerate(old):
        for n, other in enumerate(new):
            said, says = texts[id(one)], texts[id(other)]
            if said == says:
                yield 1.0, -abs(m - n), m, n
            elif said not in kept and says not in kept:
                alike = SequenceMatcher(None, said, says, autojunk=False).ratio()
                yield alike, -abs(m - n), m, n
