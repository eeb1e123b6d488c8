"""O1: one main objective, and when it is reached (R42, R43)."""

import re
from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted
from crm_workshop.checks.reading import counts_access, wants_perfection
from crm_workshop.model.meaning import Definition

#: A line of a list counts as an objective of its own.
_BULLET: Final = re.compile(r"^\s*(?:[-–•*·]|\d+[.)]|[a-z][.)])\s*", re.IGNORECASE)


def find(case: Case) -> Iterator[Finding]:
    """Yield what keeps the main objective from being one, with an end that can be seen."""
    definition = case.dossier.one(Definition)
    yield from _exactly_one(case, definition)
    yield from _end(case, definition)
    yield from _success(case, definition)


def _exactly_one(case: Case, definition: Definition) -> Iterator[Finding]:
    objectives = [
        line for line in definition.main_objective.splitlines() if _BULLET.sub("", line).strip()
    ]
    if len(objectives) == 1:
        return
    yield case.about_row(
        "O1",
        Level.STOP,
        definition,
        "main_objective",
        about="Main objective",
        title="More than one main objective." if objectives else "No main objective.",
        sentence=f"{len(objectives)} lines stand where the one objective belongs; "
        "with several, none leads."
        if objectives
        else "Nothing says yet what is to be better in twelve months.",
        question="If only one of them came true, which would you choose?"
        if objectives
        else "If only one thing is better in twelve months, what is it?",
    )


def _end(case: Case, definition: Definition) -> Iterator[Finding]:
    if not definition.done_when.strip():
        yield case.about_row(
            "O1",
            Level.STOP,
            definition,
            "done_when",
            about="Main objective",
            title="It never ends.",
            sentence="The objective has no “done when”, so it can drag on without failing.",
            question="What will we see on the day on which it is done?",
        )
    if definition.done_by is None:
        yield case.about_row(
            "O1",
            Level.STOP,
            definition,
            "done_by",
            about="Main objective",
            title="No day to be done by.",
            sentence="The objective has no date by which it is done.",
            question="By which day do we want to be able to say it is done?",
        )


def _success(case: Case, definition: Definition) -> Iterator[Finding]:
    """M2 and M3 of the objective's own end: it is a measure of success like any other."""
    said = case.read(definition.done_when)
    if counts_access(said, case.lexicon):
        yield case.about_row(
            "M2",
            Level.STOP,
            definition,
            "done_when",
            about="Main objective",
            title="Switched on is not done.",
            sentence=f"{quoted(definition.done_when)} says that a system is there, "
            "not that anything is better.",
            question=case.words.say("And when it is there, what is different for {a_client}?"),
        )
    if wants_perfection(said, case.lexicon):
        yield case.about_row(
            "M3",
            Level.STOP,
            definition,
            "done_when",
            about="Main objective",
            title="Perfect never comes.",
            sentence=f"{quoted(definition.done_when)} asks for all or nothing, "
            "and so the objective cannot be reached.",
            question="How much would be enough to change how we work?",
        )
