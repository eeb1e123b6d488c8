"""A finding: what a check says about one record, and the question to ask the room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crm_workshop.model.fields import Choice
from crm_workshop.text import listed, one_line

#: The sections of the charter in which findings can stand, in its order.
SECTIONS: Final = (
    *(str(number) for number in range(1, 15)),
    *(f"annex-{letter}" for letter in "abcdefg"),
)

#: Where the charter prints the rows of a table.
SECTION_OF: Final[dict[str, str]] = {
    "workshop": "1",
    "person": "annex-a",
    "activity": "annex-a",
    "card": "annex-b",
    "opening": "3",
    "lesson": "3",
    "definition": "4",
    "draft": "4",
    "line": "4",
    "experience_step": "5",
    "user_need": "6",
    "technology_need": "6",
    "release_item": "6",
    "remit": "6",
    "hard_decision": "7",
    "commitment": "8",
    "cascade_row": "9",
    "champion": "9",
    "data_owner": "9",
    "use_rule": "9",
    "measure": "10",
    "milestone": "10",
    "win": "11",
    "pitfall": "12",
    "review": "13",
    "governance": "13",
    "signature": "14",
    "poll": "14",
    "parked_item": "annex-d",
}


class Level(Choice):
    """How much a finding weighs, the heaviest first."""

    STOP = "stop", "Stop"  # keeps the charter a draft
    WARN = "warn", "Warn"  # may be accepted with a written reason
    ASK = "ask", "Ask"  # a quiet hint on the console

    @property
    def rank(self) -> int:
        """Its place in an ordered list: 0 comes first."""
        return list(type(self)).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to settle.

    `id` names the rule, `part` what of it where a rule has several parts for one field. It is
    about field `field` of row `row_id` of `table`; row 0 means no single row, an empty field the
    whole row. `about` is the record's short name; `said` the words it judged; `accepted` the
    reason for which the room lives with it. Texts are plain, and end as sentences do.
    """

    id: str
    level: Level
    table: str
    title: str
    sentence: str
    question: str
    row_id: int = 0
    field: str = ""
    part: str = ""
    about: str = ""
    said: str = ""
    section: str = ""
    accepted: str = ""

    @property
    def key(self) -> str:
        """What an acceptance remembers it by: rule, table, row, field and, if any, part."""
        parts = [self.id, self.table, str(self.row_id), self.field, self.part]
        return ":".join(parts).rstrip(":")

    @property
    def order(self) -> tuple[int, int]:
        """Its place among all findings: by the charter's section, then by level."""
        return SECTIONS.index(self.section), self.level.rank


def brief(text: str, longest: int = 48) -> str:
    """Return `text` on one line, cut at a word when it has more than `longest` characters."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    cut = line[:longest]
    head = cut.rpartition(" ")[0] or cut
    return head.rstrip(" ,.;:–—-") + "…"


def quoted(text: str, longest: int = 48) -> str:
    """Return `text` in quotation marks, briefly; marks it already has are not doubled."""
    return f"“{brief(text, longest).strip('“”')}”"


def several(names: Sequence[str], longest: int = 4) -> str:
    """Return names briefly, as people say them: “A, B and C”, “A, B, C, D and 3 others”."""
    shown = [brief(name) for name in names]
    if len(shown) > longest + 1:
        shown = [*shown[:longest], f"{len(shown) - longest} others"]
    return listed(shown)
