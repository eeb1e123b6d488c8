"""E2 to E5: commitment instead of support (R10 to R12, R62)."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, brief, quoted
from crm_workshop.checks.reading import About, open_ended, read_action
from crm_workshop.model.choices import CommitmentKind, CommitmentState
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.workshop import Person
from crm_workshop.text import fold

_KINDS: Final = {
    CommitmentKind.VISIBLE: (
        "Nobody is seen doing it.",
        "None of the commitments is active and visible (A).",
        "Who does something next month that everybody can see?",
    ),
    CommitmentKind.ALLY: (
        "Nobody brings a colleague along.",
        "None of the commitments brings a colleague along (B).",
        "Which {partner} is not convinced yet, and who takes that on?",
    ),
    CommitmentKind.DIRECT: (
        "Nobody speaks to people.",
        "None of the commitments speaks directly to people (C).",
        "Who says it to whom, face to face, and when?",
    ),
}


def find(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of each commitment, of the board, and of the whole set."""
    rows = case.rows(Commitment)
    given = [row for row in rows if row.state is CommitmentState.GIVEN]
    for row in given:
        yield from _wording(case, row)
        yield from _dates(case, row)
    yield from _not_yet(case, rows)
    yield from _board(case, rows)
    if given:
        yield from _kinds(case, given)


def _wording(case: Case, row: Commitment) -> Iterator[Finding]:
    """E2: an act costs something and can be seen; support does not and cannot."""
    if not row.action.strip():
        return
    said = case.read(row.action)
    about = read_action(said, case.lexicon)
    if about is About.OPPOSITE:
        yield case.about_row(
            "E2",
            Level.WARN,
            row,
            "action",
            title="Support, not commitment.",
            sentence=f"{quoted(case.lexicon.support.first(said))} costs nobody anything.",
            question="What will be in your diary?",
        )
    elif about is About.NEITHER:
        yield case.about_row(
            "E2",
            Level.ASK,
            row,
            "action",
            title="What would we see?",
            sentence="The line names no act that others could watch.",
            question="What will you do that a colleague could photograph?",
        )


def _dates(case: Case, row: Commitment) -> Iterator[Finding]:
    """E3: a first date, and a rhythm that can be kept."""
    if row.first_on is None:
        yield case.about_row(
            "E3",
            Level.STOP,
            row,
            "first_on",
            title="No first day.",
            sentence="The commitment has no date, so it is never late.",
            question="Which day is the first?",
        )
    vague = {
        "action": open_ended(case.read(row.action), case.lexicon),
        "rhythm": case.lexicon.open_ended.first(case.read(row.rhythm)),
    }
    for name, words in vague.items():
        if words:
            yield case.about_row(
                "E3",
                Level.STOP,
                row,
                name,
                part="ongoing",
                title="“Ongoing” is no date.",
                sentence=f"{quoted(words)} is kept on no day in particular.",
                question="When is the first time, and how often after that?",
            )


def _not_yet(case: Case, rows: tuple[Commitment, ...]) -> Iterator[Finding]:
    """E4 of those who have not answered: recorded with a date, open until they do."""
    for row in rows:
        if row.state is not CommitmentState.NOT_YET:
            continue
        who = brief(row.person) or "Somebody"
        if row.answer_by is None:
            yield case.about_row(
                "E4",
                Level.STOP,
                row,
                "answer_by",
                title="Not yet, and no day to answer.",
                sentence=f"{who} has not answered, and no date says until when.",
                question="By which day will you tell us, and whom?",
            )
        else:
            yield case.about_row(
                "E4",
                Level.STOP,
                row,
                "state",
                title="Not yet.",
                sentence=f"{who} has not answered; the answer is due {case.spoken(row.answer_by)}.",
                question="What would have to be true for you to say yes?",
            )


def _board(case: Case, rows: tuple[Commitment, ...]) -> Iterator[Finding]:
    """E4: each member of the board has one line (R11)."""
    board = [one for one in case.rows(Person) if one.is_board and not one.has_left]
    recorded = {fold(row.person) for row in rows}
    for one in board:
        if fold(one.name) not in recorded:
            yield case.about_row(
                "E4",
                Level.STOP,
                one,
                section="8",
                title=case.words.say("No line from {a_board} member."),
                sentence=f"{brief(one.name) or 'Somebody'} is on the {case.words.forms['board']} "
                "and has no commitment written down.",
                question="What will you do, by when, and how will we see it?",
            )
    if not board and not rows:
        yield case.about_all(
            "E4",
            Level.STOP,
            Commitment.table,
            about="All commitments",
            title="No leader has committed.",
            sentence=case.words.say(
                "No commitment is written down, and nobody is marked as {a_board} member."
            ),
            question=case.words.say("Who leads this {firm}, and what will each of them do?"),
        )


def _kinds(case: Case, given: list[Commitment]) -> Iterator[Finding]:
    """E5: the set as a whole is seen, wins colleagues, and speaks to people (R12)."""
    present = {row.kind for row in given}
    said = "\n".join(sorted(f"{row.kind or '-'} {row.action}" for row in given))
    for kind, texts in _KINDS.items():
        if kind not in present:
            title, sentence, question = (case.words.say(text) for text in texts)
            yield case.about_all(
                "E5",
                Level.WARN,
                Commitment.table,
                field="kind",
                part=kind.value,
                about="All commitments",
                said=said,
                title=title,
                sentence=sentence,
                question=question,
            )
