"""P1 and P2: what may go wrong, its early sign, and what is done the same week (R41)."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.blank import about_blanks, still_to_write
from crm_workshop.checks.blank_text import Blank
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, quoted, several
from crm_workshop.model.success import Pitfall

#: From this score on a pitfall is taken seriously and printed.
LIKELY: Final = 3

_LACKS: Final = {
    "early_sign": Blank(
        "its early sign",
        "How would we notice?",
        "{what} is likely here, and has no early sign.",
        "What would be the first thing we see?",
    ),
    "same_week": Blank(
        "what we do the same week",
        "And then?",
        "{what} is likely here, and nothing says what we do the same week.",
        "What do we do in the week in which we see the sign?",
    ),
    "owner": Blank(
        "who watches it",
        "Nobody watches it.",
        "{what} is likely here, and nobody watches for it.",
        "Who will say it aloud when it happens?",
    ),
}


def find(case: Case) -> Iterator[Finding]:
    """Yield what a likely pitfall lacks, and those that were not rated."""
    rows = case.rows(Pitfall)
    for row in rows:
        if row.likely is not None and row.likely >= LIKELY:
            yield from _unprepared(case, row)
    yield from _unrated(case, rows)
    for row in rows:
        if row.likely is None and not row.known and row.pitfall.strip():
            yield case.about_row(
                "P2",
                Level.WARN,
                row,
                "likely",
                said=row.pitfall,
                title="Our own, and not looked at.",
                sentence=f"The room has not said how likely {quoted(row.pitfall)} is here.",
                question="From 1 to 5, how likely is it here?",
            )


def _unprepared(case: Case, row: Pitfall) -> Iterator[Finding]:
    """P1: what is likely has an early sign, an action for the same week, and an owner."""
    blanks = [blank for name, blank in _LACKS.items() if not getattr(row, name).strip()]
    if not blanks:
        return
    known = {one.key: case.words.say(one.name) for one in case.kit.pitfalls}
    what = quoted(row.pitfall or known.get(row.known, ""))
    sentence = f"{what} is likely here. {still_to_write(blanks)}"
    if len(blanks) == 1:
        sentence = blanks[0].sentence.replace("{what}", what)
    yield from about_blanks(case, "P1", row, blanks, sentence=sentence)


def _unrated(case: Case, rows: tuple[Pitfall, ...]) -> Iterator[Finding]:
    """P2: the six that sink most programmes are looked at, even if only to say “not here”."""
    rated = {row.known for row in rows if row.likely is not None}
    unrated = [one for one in case.kit.pitfalls if one.six and one.key not in rated]
    if not unrated:
        return
    known = [quoted(case.words.say(one.name)) for one in unrated]
    yield case.about_all(
        "P2",
        Level.WARN,
        Pitfall.table,
        field="likely",
        about="Known pitfalls",
        said="\n".join(one.key for one in unrated),
        title="Not looked at.",
        sentence=f"The room has not said how likely {several(known, longest=6)} "
        f"{'is' if len(known) == 1 else 'are'} here.",
        question="From 1 to 5, how likely is each of them here?",
    )
