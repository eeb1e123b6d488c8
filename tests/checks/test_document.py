"""docs/checks.md names every finding, its levels, and what the room is asked."""

import re
from collections.abc import Iterator
from pathlib import Path

from crm_workshop.checks import Level, check
from crm_workshop.checks.blank import TEXTS
from crm_workshop.kit.words import words_of
from tests.checks.room import HELD, settled
from tests.checks.test_every_finding import CASES, KIT, RULES

TEXT = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
SECTIONS = re.findall(r"^### (\w+) · (.+?): (.+)\n\n(.+?)\n\n((?:- .+\n)+)", TEXT, re.MULTILINE)

#: What is said of several blanks at once; the room is asked what the first of them asks.
SEVERAL = "Not finished."


def said() -> Iterator[tuple[str, Level, str, str]]:
    """Yield the rule, level, title and question of everything that the checks can say here."""
    for case in CASES:
        for one in check(case.bad(settled()), KIT, HELD):
            if one.title != SEVERAL:
                yield one.id, one.level, one.title, one.question
    words = words_of(settled())
    for (table, _), blank in TEXTS.items():
        rule = "M4" if table == "measure" else "F1"
        yield rule, Level.STOP, words.say(blank.title), words.say(blank.question)


SAID = set(said())


def test_every_rule_has_its_section() -> None:
    assert [rule for rule, *_ in SECTIONS] == [*RULES]


def test_each_section_says_what_the_rule_says() -> None:
    for rule, levels, _, _, asked in SECTIONS:
        mine = {one[1:] for one in SAID if one[0] == rule}
        assert levels == ", ".join(one.label for one in Level if one in {line[0] for line in mine})
        wanted = {f"{level.label}. *{title}* {question}" for level, title, question in mine}
        assert set(re.findall(r"^- (.+)$", asked, re.MULTILINE)) == wanted, rule
