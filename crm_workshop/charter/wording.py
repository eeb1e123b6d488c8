"""The charter's own few words, the same in every form of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crm_workshop.charter.document import Charter, FrontPage, NotSettled, Section

KIND = "CRM charter"
#: As what it is printed when nobody was there who could make it a charter.
NOTES = "CRM notes"
#: The key that leads to page 1, and what open points call it.
FRONT = "front"
PAGE_1 = "Page 1"
NOT_YET = "not yet"
NOT_SETTLED = "Not settled"
OPEN_TITLE = "Before this can be final"
OPEN_LEAD = "This print is a draft. It becomes final when each of these is settled."
OPEN_NONE = "This print is a draft. Nothing blocks it: it waits to be issued."
IN_FULL = "From page 1, in full"
ON_NEXT_PAGE = "In full on page 2."
VOTES_TOLD = "Votes: everyone else + executives."

DEFINITION = "What CRM means to us"
OBJECTIVE = "The one thing better in twelve months"
DONE_WHEN = "Done when"
TECHNOLOGY = "Technology’s part"
COMMITMENTS = "Executive commitment"
MEASURES = "How we will know"
FIRST_WIN = "First win"
REVIEWS = "Reviews"


def not_settled(block: NotSettled) -> str:
    """Return what follows “Not settled:”: what, and who settles it by when, as far as known."""
    who = ", ".join(filter(None, (block.owner, block.by))) or "no owner and no date yet"
    return f"{block.what.rstrip('.')}. {who[0].upper()}{who[1:]}." if block.what else f"{who}."


def technology(front: FrontPage) -> str:
    """Return what technology does and what it does not, each on its line; empty of neither."""
    said = (front.technology_does.strip(), front.technology_does_not.strip())
    return "\n".join(filter(None, said))


def spaced_code(code: str) -> str:
    """Return the content code as it is printed, in two halves: “7f3a c219”."""
    return f"{code[:4]} {code[4:]}" if len(code) == 8 else code


def section_name(section: Section) -> str:
    """Return a section's number and title on one line, as an outline shows it."""
    return " ".join(filter(None, (section.number, section.title)))


def place_name(section: Section) -> str:
    """Return a section as one refers to it: “8, Executive commitments”."""
    return ", ".join(filter(None, (section.number, section.title)))


def places(charter: Charter) -> dict[str, Section]:
    """Return the sections and annexes (numbered “Annex A”) by key, sections by number too."""
    annexes = {each.key: replace(each, number=f"Annex {each.number}") for each in charter.annexes}
    return {
        PAGE_1: Section(FRONT, "", PAGE_1, "close", ()),
        **{each.number: each for each in charter.sections},
        **{each.key: each for each in charter.sections},
        **annexes,
    }


def document_title(charter: Charter) -> str:
    """Return the title of the document."""
    return ", ".join(filter(None, (charter.kind, charter.firm)))


def version_name(charter: Charter) -> str:
    """Return the charter by its version: “CRM charter 1.0”."""
    return f"{charter.kind} {charter.version}".strip()


def run_in(lead: str) -> str:
    """Return a bold run-in with the mark that ends it: “Done when:”."""
    return f"{lead}:" if lead and (lead[-1].isalnum() or lead[-1] in ")”’") else lead


def and_more(
    more: str, dropped: int, number: str, *, alone: bool, waiting: Sequence[str] = ()
) -> str:
    """Return the pointer below a table on page 1: “and 3 more in section 8”.

    `more` is the composed pointer, which counts the rows it left out; `dropped` rows did not fit
    besides, and if `alone` none did. `waiting` names those of them that are not answered yet.
    """
    if not dropped:
        return more
    told, mark, besides = more.partition(";")
    counted = re.search(r"\d+", told)
    count = dropped + (int(counted[0]) if counted else 0)
    said = f"All {count} stand" if alone else f"and {count} more"
    if waiting:
        before = besides.strip().removeprefix(f"{NOT_YET}: ")
        mark, besides = ";", f" {NOT_YET}: {', '.join(filter(None, (*waiting, before)))}"
    return f"{said} in section {number}{mark}{besides}"


def scale_end(value: int, words: str) -> str:
    """Return one end of a scale with its number: “1 · an address list”."""
    return f"{value} · {words}" if words and not words.startswith(f"{value} ") else words
