"""O1: one main objective, and when it is reached (R42, R43)."""

import re
from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.blank import about_blanks
from crm_workshop.checks.blank_text import Blank
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted
from crm_workshop.checks.reading import counts_access, wants_perfection
from crm_workshop.model.meaning import Definition

#: A line of a list counts as an objective of its own.
_BULLET: Final = re.compile(r"^\s*(?:[-–•*·]|\d+[.)]|[a-z][.)])\s*", re.IGNORECASE)


_NONE: Final = Blank(
    "the main objective",
    "No main objective.",
    "Nothing says yet what is to be better in twelve months.",
    "If only one thing is better in twelve months, what is it?",
)
_NO_END: Final = Blank(
    "what we see when it is done",
    "It never ends.",
    "The objective has no “done when”, so it can drag on without failing.",
    "What will we see on the day on which it is done?",
)
_NO_DAY: Final = Blank(
    "the day to be done by",
    "No day to be done by.",
    "The objective has no date by which it is done.",
    "By which day do we want to be able to say it is done?",
)


def find(case: Case) -> Iterator[Finding]:
    """Yield what keeps the main objective from being one, with an end that can be seen."""
    definition = case.dossier.one(Definition)
    objectives = [
        line for line in definition.main_objective.splitlines() if _BULLET.sub("", line).strip()
    ]
    if len(objectives) > 1:
        yield _several(case, definition, len(objectives))
    blanks = [] if objectives else [_NONE]
    blanks += [] if definition.done_when.strip() else [_NO_END]
    blanks += [] if definition.done_by else [_NO_DAY]
    yield from about_blanks(case, "O1", definition, blanks, about="Main objective")
    for name in ("main_objective", "done_when"):
        yield from _success(case, definition, name)


def _several(case: Case, definition: Definition, count: int) -> Finding:
    return case.about_row(
        "O1",
        Level.STOP,
        definition,
        "main_objective",
        about="Main objective",
        title="More than one main objective.",
        sentence=f"{count} lines stand where the one objective belongs; with several, none leads.",
        question="If only one of them came true, which would you choose?",
    )


def _success(case: Case, definition: Definition, name: str) -> Iterator[Finding]:
    """M2 and M3 of the objective and its end: they say what success is, as any measure does."""
    text = getattr(definition, name)
    said = case.read(text)
    if counts_access(said, case.lexicon):
        yield case.about_row(
            "M2",
            Level.STOP,
            definition,
            name,
            about="Main objective",
            title="Switched on is not done.",
            sentence=f"{quoted(text)} says that a system is there, not that anything is better.",
            question=case.words.say("And when it is there, what is different for {a_client}?"),
        )
    if wants_perfection(said, case.lexicon):
        yield case.about_row(
            "M3",
            Level.STOP,
            definition,
            name,
            about="Main objective",
            title="Perfect never comes.",
            sentence=f"{quoted(text)} asks for all or nothing, "
            "and so the objective cannot be reached.",
            question="How much would be enough to change how we work?",
        )
