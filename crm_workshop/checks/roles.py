"""C1 to C3: a champion, a data owner, a use rule (R50 to R52)."""

from collections.abc import Iterator
from typing import Final

from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level
from crm_workshop.model.base import Row
from crm_workshop.model.commitment import Champion, DataOwner, UseRule

_NEEDED: Final[tuple[tuple[str, type[Row], str, str, str, str], ...]] = (
    (
        "C1",
        Champion,
        "Champion",
        "No champion.",
        "Nobody is named who wins hearts for it.",
        "Who used one before, or saw the flaw, and is trusted by colleagues?",
    ),
    (
        "C2",
        DataOwner,
        "Data owner",
        "Nobody looks after the data.",
        "No data owner is named, so everybody will think it is somebody else.",
        "Who will be told when a record is wrong?",
    ),
    (
        "C3",
        UseRule,
        "Use rule",
        "If nobody has to, nobody will.",
        "No rule says what everybody has to do.",
        "What must every {professional} do, and why is it worth it to them?",
    ),
)


def find(case: Case) -> Iterator[Finding]:
    """Yield which of the three is missing."""
    for rule, record, about, title, sentence, question in _NEEDED:
        if not case.rows(record):
            yield case.about_all(
                rule,
                Level.WARN,
                record.table,
                about=about,
                title=title,
                sentence=sentence,
                question=case.words.say(question),
            )
