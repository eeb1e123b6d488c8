"""What a record lacks, said at once: one finding of a rule, however many fields are still empty.

Rules stay apart: what E1 asks of a record is another question than what F1 asks of it.
"""

from collections.abc import Sequence
from typing import Any, Final

from crm_workshop.checks.blank_meaning import MEANING
from crm_workshop.checks.blank_promises import PROMISES
from crm_workshop.checks.blank_text import Blank
from crm_workshop.checks.case import Case
from crm_workshop.checks.finding import Finding, Level
from crm_workshop.model.base import Row
from crm_workshop.model.fields import is_blank

#: The texts of each required field that no rule of its own asks for, by table and field.
TEXTS: Final[dict[tuple[str, str], Blank]] = MEANING | PROMISES


def blanks_of(case: Case, row: Row) -> list[Blank]:
    """Return what is said of each required field left blank, the one to settle first before."""
    return [
        said(case, blank)
        for (table, name), blank in TEXTS.items()
        if table == row.table and is_blank(getattr(row, name))
    ]


def said(case: Case, blank: Blank) -> Blank:
    """Return a blank's texts in the firm's words."""
    return Blank(*(case.words.say(text) for text in blank))


def about_blanks(
    case: Case,
    rule: str,
    row: Row,
    blanks: Sequence[Blank],
    *,
    level: Level = Level.STOP,
    **texts: Any,
) -> list[Finding]:
    """Return a rule's one finding about what a record lacks; none if it lacks nothing.

    A single blank speaks for itself. Several are named in one sentence, and the room is asked what
    the first asks. The finding is about the whole record, so that its key stays while it is
    filled in.
    """
    if not blanks:
        return []
    first = blanks[0]
    title, sentence = first.title, first.sentence
    if len(blanks) > 1:
        title, sentence = "Not finished.", still_to_write(blanks)
    texts = {"title": title, "sentence": sentence, "question": first.question} | texts
    return [case.about_row(rule, level, row, **texts)]


def still_to_write(blanks: Sequence[Blank]) -> str:
    """Return what is blank as a sentence: “Still to write: the target; the owner.”"""
    return f"Still to write: {'; '.join(one.name for one in blanks)}."
