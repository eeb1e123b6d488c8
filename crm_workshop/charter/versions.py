"""The versions of a charter as they are read: what was signed, what changed, what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crm_workshop.charter import wording
from crm_workshop.charter.changes import Difference, differences
from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Charter, Section, Signatory, Signatures
from crm_workshop.charter.drawable import undrawable
from crm_workshop.charter.issue import before_its_day, next_number, same_as_last, stops
from crm_workshop.charter.sections.mandate import compose_mandate
from crm_workshop.charter.source import Source
from crm_workshop.checks import Finding, check
from crm_workshop.exchange import parse
from crm_workshop.files import file_stem
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import words_of
from crm_workshop.model.choices import CommitmentState
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Version
from crm_workshop.text import one_line


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands behind a charter: its signatories, and who has not promised anything yet."""

    signatories: tuple[Signatory, ...]
    not_yet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issued:
    """A version as it was issued, and what it changed in the one before it (of the first: all)."""

    version: Version
    standing: Standing
    changes: tuple[Difference, ...] | None


@dataclass(frozen=True, slots=True)
class Next:
    """The version that would be issued now, and all that stands in its way.

    `waits` says what no field settles: its day is still to come, or nothing has changed since the
    last version. `undrawable` names each text that cannot be printed as it was typed. `changes`
    are those since the last version; None without one.
    """

    number: str
    code: str
    stops: tuple[Finding, ...]
    waits: str
    undrawable: tuple[str, ...]
    standing: Standing
    changes: tuple[Difference, ...] | None

    @property
    def may_be_issued(self) -> bool:
        """Whether nothing stands in its way."""
        return not self.stops and not self.waits


@dataclass(frozen=True, slots=True)
class Versions:
    """Every version of a charter, the last first, what comes next, and how sections are called."""

    issued: tuple[Issued, ...]
    next: Next
    places: Mapping[str, str]

    def place(self, change: Difference) -> str:
        """Return the section that a change stands in, as the charter calls it."""
        return self.places.get(change.section, wording.PAGE_1)

    def with_code(self, code: str) -> str:
        """Return what has a content code, typed with or without its space, in one sentence."""
        wanted = "".join(code.split()).lower()
        spaced = wording.spaced_code(wanted)
        for one in self.issued:
            if one.version.code == wanted:
                return f"{spaced} is version {one.version.number}."
        if wanted == self.next.code:
            return f"{spaced} is the charter as it stands now; it has not been issued."
        return f"No version of this charter has the code {spaced}, nor has what stands now."


def read_versions(dossier: Dossier, today: date) -> Versions:
    """Return the versions of a charter and what comes next; takes a moment.

    Raises `ExchangeError` if the records of a version cannot be read.
    """
    kit, number = kit_of(dossier.workshop), next_number(dossier)
    findings = check(dossier, kit, today)
    charter = compose(dossier, kit, findings, today=today, version=number)
    frozen = [parse(one.records.encode()) for one in dossier.all(Version)]
    befores = [None, *frozen]
    issued = tuple(
        Issued(version, standing_of(then, today), _changes(before, then))
        for version, before, then in zip(dossier.all(Version), befores, frozen, strict=False)
    )
    to_come = Next(
        number=number,
        code=charter.code,
        stops=stops(findings),
        waits=before_its_day(dossier, today) or same_as_last(dossier, charter.code),
        undrawable=tuple(one.sentence for one in undrawable(charter)),
        standing=standing_of(dossier, today),
        changes=_changes(befores[-1], dossier),
    )
    return Versions(issued[::-1], to_come, _names(charter))


def standing_of(dossier: Dossier, today: date) -> Standing:
    """Return who has signed, who signs later, who declined, and whose answer is still open."""
    kit = kit_of(dossier.workshop)
    source = Source(dossier, kit, words_of(dossier), (), today, "")
    blocks = compose_mandate(source).blocks
    listed = (block.signatories for block in blocks if isinstance(block, Signatures))
    waiting = (
        one
        for one in dossier.all(Commitment)
        if one.state is CommitmentState.NOT_YET and one.person
    )
    return Standing(
        signatories=tuple(person for people in listed for person in people),
        not_yet=tuple(_waits(source, one) for one in waiting),
    )


def version_stem(dossier: Dossier, version: Version) -> str:
    """Return a version's file name without an ending, from firm, number and day."""
    day = version.issued.astimezone().date().isoformat() if version.issued else ""
    return file_stem(dossier.workshop.firm, "charter", version.number, day)


def _waits(source: Source, one: Commitment) -> str:
    by = f", answers by {source.short(one.answer_by)}" if one.answer_by else ""
    return f"{one_line(one.person)}: {wording.NOT_YET}{by}"


def _changes(before: Dossier | None, after: Dossier) -> tuple[Difference, ...] | None:
    return None if before is None else differences(before, after)


def _names(charter: Charter) -> dict[str, str]:
    """Return the names of sections and annexes by number and by key; 1 and 2 are page 1."""
    return {key: _called(section) for key, section in wording.places(charter).items()}


def _called(section: Section) -> str:
    mark = " · " if section.number and section.title else ""
    return f"{section.number}{mark}{section.title}"
