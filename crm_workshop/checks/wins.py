"""W1: a small win helps somebody willing, within ninety days, and is told (R37 to R40)."""

import re
from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted
from crm_workshop.checks.naming import Named
from crm_workshop.model.success import Win

#: How far out a win may lie (days), and how many there may be at once.
LATEST, MOST = 90, 3
#: From so many named at once on, the room is asked for one.
SEVERAL: Final = 3

_JOINED: Final = re.compile(r"[,;/+&\n]|\band\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of each win, and of their number."""
    wins = case.rows(Win)
    for row in wins:
        yield from _whom(case, row)
        yield from _result(case, row)
        yield from _when(case, row)
        yield from _told(case, row)
    if len(wins) > MOST:
        yield case.about_all(
            "W1",
            Level.WARN,
            Win.table,
            part="count",
            about="First wins",
            said="\n".join(f"{row.who_helped}: {row.result}" for row in wins),
            title="Too many first wins.",
            sentence=f"{len(wins)} wins at once are no longer small.",
            question="Which one would make the others easier?",
        )


def _whom(case: Case, row: Win) -> Iterator[Finding]:
    who = row.who_helped.strip()
    everybody = case.lexicon.everybody.found_in(case.read(who))
    if not who or everybody:
        yield case.about_row(
            "W1",
            Level.WARN,
            row,
            "who_helped",
            title="A win for whom?",
            sentence=f"{quoted(who)} is not one person, one group or one team."
            if who
            else "The win does not say which person, group or team it helps.",
            question="Who exactly will have something in ninety days that they lack now?",
        )
    elif sum(bool(one.strip()) for one in _JOINED.split(who)) >= SEVERAL:
        yield case.about_row(
            "W1",
            Level.ASK,
            row,
            "who_helped",
            title="All of them at once?",
            sentence=f"{quoted(who)} are several; a first win is for one person, group or team.",
            question="Which one of them first, and who is next?",
        )
    if not row.willing:
        yield case.about_row(
            "W1",
            Level.WARN,
            row,
            "willing",
            said=who,
            title="Are they willing?",
            sentence="Nobody has said that those who are helped want it.",
            question="Have they been asked, and what did they say?",
        )


def _result(case: Case, row: Win) -> Iterator[Finding]:
    """W1: they have something that they lacked, not software on trial (R37 to R39)."""
    said, lex = case.read(row.result), case.lexicon
    of_means = (lex.technology, lex.product, lex.output, lex.trial)
    if lex.outcome.found_in(said) or not any(words.found_in(said) for words in of_means):
        return
    yield case.about_row(
        "W1",
        Level.ASK,
        row,
        "result",
        title="A win, or a trial?",
        sentence=f"{quoted(row.result)} says what is tried or made, not what they will have of it.",
        question="What will be easier for them than today, and how will they notice?",
    )


def _when(case: Case, row: Win) -> Iterator[Finding]:
    days = (row.by - case.day).days if row.by else 0
    if days > LATEST:
        yield case.about_row(
            "W1",
            Level.WARN,
            row,
            "by",
            title="Too far away to be a first win.",
            sentence=f"The win is {days} days out; after {LATEST} people stop waiting.",
            question=f"What part of it could be there within {LATEST} days?",
        )
    if not row.capacity.strip():
        yield case.about_row(
            "W1",
            Level.WARN,
            row,
            "capacity",
            title="On whose time?",
            sentence="Nothing says which people and hours it needs.",
            question="Who gives how many hours, and what do they leave undone?",
        )


def _told(case: Case, row: Win) -> Iterator[Finding]:
    teller = row.told_by.strip()
    if case.named(teller) in (Named.PERSON, Named.POST):
        return
    yield case.about_row(
        "W1",
        Level.WARN,
        row,
        "told_by",
        title="Nobody tells it.",
        sentence=f"The win is told by {quoted(teller)}, which is nobody in particular."
        if teller
        else "Nobody is named who tells the others that it worked.",
        question="Who will stand up and tell it, and to whom?",
    )
