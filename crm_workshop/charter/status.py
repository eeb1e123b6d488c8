"""As what a charter is printed: version or draft, its day, and what keeps it a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crm_workshop.charter import prose, wording
from crm_workshop.charter.document import OpenPoint, Section
from crm_workshop.charter.figures import ordinal
from crm_workshop.charter.source import Source
from crm_workshop.checks import Finding, open_stops
from crm_workshop.model.workshop import Version
from crm_workshop.text import fold, one_line


@dataclass(frozen=True, slots=True)
class Edition:
    """As what a charter is printed: its version (empty for a draft), its day, and its status."""

    version: str
    day: date | None
    draft: bool
    status_line: str


def edition_of(source: Source, code: str) -> Edition:
    """Return as what a charter with this content code is printed.

    It is a version if it is being issued as one, or says exactly what the last one issued says.
    Anything else is a draft, and so is whatever has a Stop open or no executive in the room.
    """
    issued = source.dossier.all(Version)
    same = issued[-1] if issued and issued[-1].code == code else None
    number = source.version or (same.number if same else "")
    draft = not number or not source.has_leaders or bool(open_stops(source.findings))
    if draft:
        return Edition(source.version, source.workshop.held_on, draft, _draft_line(source))
    is_first = number == (issued[0].number if issued else number)
    stamp = same.issued if same else None
    issued_on = stamp.astimezone().date() if stamp else source.today
    day = source.workshop.held_on if is_first and source.workshop.held_on else issued_on
    told = f"{'agreed' if is_first else 'amended'} {source.long(day)}"
    line = prose.notes(f"Version {number}", told, _attempt(source))
    return Edition(number, day, draft, line)


def _draft_line(source: Source) -> str:
    is_charter = source.has_leaders
    told = "Draft"
    if not is_charter:
        held = source.workshop.held_on
        still_to_come = held is None or held > source.today
        there = "is down for" if still_to_come else "was in"
        told = f"Not a charter: no executive {there} the room"
    return prose.notes(told, source.long(source.workshop.held_on), _attempt(source))


def _attempt(source: Source) -> str:
    number = source.workshop.attempt_no
    return f"{ordinal(number)} attempt" if number > 1 else ""


def open_points(source: Source, sections: Sequence[Section]) -> tuple[OpenPoint, ...]:
    """Return the Stops that are open, each with the key of the section it belongs to."""
    keys = {section.number: section.key for section in sections}
    on_page_1 = {"1": wording.PAGE_1, "2": wording.PAGE_1}
    return tuple(
        OpenPoint((keys | on_page_1).get(one.section, one.section), _told(one))
        for one in open_stops(source.findings)
    )


def _told(finding: Finding) -> str:
    """Return a finding's sentence, after the name of the record unless it names it itself."""
    about = one_line(finding.about)
    if not about or fold(about) in fold(finding.sentence):
        return finding.sentence
    return f"{about}: {finding.sentence}"
