"""P1 and P2: what may go wrong, its early sign, and what is done the same week (R41)."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level, listed, quoted
from crm_workshop.model.success import Pitfall

#: From this score on a pitfall is taken seriously and printed.
LIKELY: Final = 3

_LACKS: Final = {
    "early_sign": (
        "How would we notice?",
        "{what} is likely here, and has no early sign.",
        "What would be the first thing we see?",
    ),
    "same_week": (
        "And then?",
        "{what} is likely here, and nothing says what we do the same week.",
        "What do we do in the week in which we see the sign?",
    ),
    "owner": (
        "Nobody watches it.",
        "{what} is likely here, and nobody watches for it.",
        "Who will say it aloud when it happens?",
    ),
}


def find(case: Case) -> Iterator[Finding]:
    """Yield what a likely pitfall lacks, and the known ones that were not rated."""
    rows = case.rows(Pitfall)
    known = {one.key: case.words.say(one.name) for one in case.kit.pitfalls}
    for row in rows:
        if row.likely is None or row.likely < LIKELY:
            continue
        what = quoted(row.pitfall or known.get(row.known, ""))
        for name, (title, sentence, question) in _LACKS.items():
            if not getattr(row, name).strip():
                yield case.about_row(
                    "P1",
                    Level.STOP,
                    row,
                    name,
                    title=title,
                    sentence=sentence.replace("{what}", what),
                    question=question,
                )
    yield from _unrated(case, rows)


def _unrated(case: Case, rows: tuple[Pitfall, ...]) -> Iterator[Finding]:
    """P2: the six that sink most programmes are looked at, even if only to say “not here”."""
    rated = {row.known for row in rows if row.likely is not None}
    unrated = [one for one in case.kit.pitfalls if one.six and one.key not in rated]
    if not unrated:
        return
    names = [quoted(case.words.say(one.name)) for one in unrated]
    yield case.about_all(
        "P2",
        Level.WARN,
        Pitfall.table,
        field="likely",
        about="Known pitfalls",
        said="\n".join(one.key for one in unrated),
        title="Not looked at.",
        sentence=f"The room has not said how likely {listed(names, longest=6)} "
        f"{'is' if len(names) == 1 else 'are'} here.",
        question="From 1 to 5, how likely is each of them here?",
    )
