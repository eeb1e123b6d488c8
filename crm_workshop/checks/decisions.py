"""H1 to H3: the hard decisions that no project can take (R61, R64 to R67)."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, brief, quoted
from crm_workshop.checks.naming import Named, is_no_executive_post
from crm_workshop.model.choices import DecisionKind, DecisionState
from crm_workshop.model.commitment import HardDecision
from crm_workshop.text import fold

_KINDS: Final = {
    DecisionKind.STRUCTURE: (
        "Structure was not considered.",
        "No decision, not even a refused one, is about how we are organised.",
        "How many of our departments does one {client} have to deal with?",
    ),
    DecisionKind.PROCESS: (
        "Process was not considered.",
        "No decision, not even a refused one, is about how we work.",
        "Which of our forms or steps suits us, at the {client}’s expense?",
    ),
    DecisionKind.PEOPLE: (
        "People were not considered.",
        "No decision, not even a refused one, is about who does what.",
        "Which role does not provide this experience today?",
    ),
}


def find(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of each decision, and of what was never considered."""
    decisions = case.rows(HardDecision)
    for row in decisions:
        yield from _decider(case, row)
        yield from _date_and_reason(case, row)
    if not decisions:
        yield case.about_all(
            "H2",
            Level.WARN,
            HardDecision.table,
            about="All decisions",
            title="No hard decision.",
            sentence="Nothing is written down that only the leaders can decide.",
            question="What must change here that no project could change for us?",
        )
        return
    considered = {row.kind for row in decisions}
    said = "\n".join(row.decision for row in decisions)
    for kind, texts in _KINDS.items():
        if kind not in considered:
            title, sentence, question = (case.words.say(text) for text in texts)
            yield case.about_all(
                "H2",
                Level.WARN,
                HardDecision.table,
                field="kind",
                part=kind.value,
                about="All decisions",
                said=said,
                title=title,
                sentence=sentence,
                question=question,
            )


def _decider(case: Case, row: HardDecision) -> Iterator[Finding]:
    """H1: an executive decides; it cannot be delegated or contracted out (R67)."""
    if not row.decider.strip():
        return  # E1 says so
    person = case.person(row.decider)
    post = person.role if person else row.decider
    # In a consultancy a consultant may well lead the firm.
    own = fold(case.words.forms["professional"])
    if is_no_executive_post(post, case.lexicon) and not (
        person and person.is_exec and own in fold(post)
    ):
        sentence = f"{quoted(post)} is not a post that can decide this for all of us."
    elif person and not person.is_exec:
        sentence = f"{brief(person.name)} is not down as an executive."
    elif not person and case.named(row.decider) is Named.PERSON:
        sentence = f"{brief(row.decider)} is not in the register as an executive."
    else:
        return
    yield case.about_row(
        "H1",
        Level.STOP,
        row,
        "decider",
        said=f"{row.decider}\n{post}",
        title="Not theirs to decide.",
        sentence=sentence,
        question="Which executive takes this decision, and explains it?",
    )


def _date_and_reason(case: Case, row: HardDecision) -> Iterator[Finding]:
    """H3: decided by a day, with a reason that can be told (R62)."""
    if row.by is None and row.state is not DecisionState.REFUSED:
        yield case.about_row(
            "H3",
            Level.STOP,
            row,
            "by",
            title="No day to decide by.",
            sentence="The decision has no date.",
            question="By which day is it decided, or in force?",
        )
    if not row.reason.strip():
        yield case.about_row(
            "H3",
            Level.STOP,
            row,
            "reason",
            title="No reason to tell.",
            sentence="The decision has no reason that the firm could be told.",
            question="What will you say when somebody asks why?",
        )
