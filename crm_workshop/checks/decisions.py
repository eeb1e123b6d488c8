"""H1 to H3: the hard decisions that no project can take (R61, R64 to R67)."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.blank import about_blanks, said
from crm_workshop.checks.blank_text import Blank
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, brief, quoted
from crm_workshop.checks.naming import Named, is_no_executive_post
from crm_workshop.model.choices import DecisionKind, DecisionState
from crm_workshop.model.commitment import HardDecision
from crm_workshop.model.workshop import Person
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

_DATE: Final = Blank(
    "the day to decide by",
    "No day to decide by.",
    "The decision has no date.",
    "By which day is it decided, or in force?",
)
_REASON: Final = Blank(
    "the reason to tell",
    "No reason to tell.",
    "The decision has no reason that the {firm} could be told.",
    "What will you say when somebody asks why?",
)


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
    yield from _considered(case, decisions)


def _considered(case: Case, decisions: tuple[HardDecision, ...]) -> Iterator[Finding]:
    """H2: structure, process and people were each thought about, if only to refuse (R64 to R66)."""
    considered = {row.kind for row in decisions}
    decided = "\n".join(row.decision for row in decisions)
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
                said=decided,
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
    if is_no_executive_post(post, case.lexicon) and not _leads_consultants(case, person, post):
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
    undated = row.by is None and row.state is not DecisionState.REFUSED
    blanks = [_DATE] if undated else []
    blanks += [said(case, _REASON)] if not row.reason.strip() else []
    yield from about_blanks(case, "H3", row, blanks, level=Level.WARN)


def _leads_consultants(case: Case, person: Person | None, post: str) -> bool:
    """Tell whether a post such as “managing consultant” leads a firm whose trade it is."""
    own = fold(case.words.forms["professional"])
    if own not in fold(post):
        return False
    return person.is_exec if person else case.lexicon.leading.found_in(case.read(post))
