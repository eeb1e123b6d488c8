"""What the advising rules make of wordings heard in rooms.

`phrases.tsv` is the table that came with the rules; `fresh_phrases.tsv` holds further wordings.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from crm_workshop.checks import Level, check
from crm_workshop.kit.load import load_kit
from crm_workshop.model.capture import Draft
from crm_workshop.model.choices import MeasureKind
from crm_workshop.model.commitment import Commitment, HardDecision
from crm_workshop.model.success import Measure, Milestone, Review
from tests.checks.room import HELD, Edit, put, settled

FOLDER = Path(__file__).parent
KIT = load_kit()


def edit_of(rule: str, phrase: str) -> tuple[Edit, str]:
    """Return where a phrase is written to be judged, and the key under which it would be found."""
    edits: dict[str, tuple[Edit, str]] = {
        "D1": (put(Draft, text=phrase), "draft:1:text"),
        "M1": (put(Measure, measure=phrase, kind=MeasureKind.RESULT), "measure:1:measure"),
        "M2": (put(Measure, measure=phrase), "measure:1:measure"),
        "M3": (put(Milestone, outcome=phrase), "milestone:1:outcome"),
        "E1": (put(Review, chair=phrase), "review:1:chair"),
        "E2": (put(Commitment, action=phrase), "commitment:1:action"),
        "H1": (put(HardDecision, decider=phrase), "hard_decision:1:decider"),
    }
    edit, place = edits[rule]
    return edit, f"{rule}:{place}"


def level_of(rule: str, phrase: str) -> Level | None:
    edit, key = edit_of(rule, phrase)
    findings = {one.key: one for one in check(edit(settled()), KIT, HELD)}
    return findings[key].level if key in findings else None


def table(name: str) -> Iterator[tuple[str, str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            yield row["rule"], row["phrase"], row["wanted"]


GIVEN, FRESH = tuple(table("phrases.tsv")), tuple(table("fresh_phrases.tsv"))


@pytest.mark.parametrize(("rule", "phrase", "wanted"), [*GIVEN, *FRESH])
def test_a_phrase_is_judged_as_wanted(rule: str, phrase: str, wanted: str) -> None:
    level = level_of(rule, phrase)
    assert (level.value if level else "none") in wanted.split(" or ")


def test_the_given_table_is_whole() -> None:
    assert len(GIVEN) == 60


def test_no_phrase_stands_twice() -> None:
    phrases = [(rule, phrase) for rule, phrase, _ in (*GIVEN, *FRESH)]
    assert len(phrases) == len(set(phrases))


def test_what_only_reads_words_never_blocks() -> None:
    words = " ".join(phrase for _, phrase, _ in (*GIVEN, *FRESH))
    edit, key = edit_of("M1", words)
    findings = check(edit(settled()), KIT, HELD)
    assert all(one.level is not Level.STOP for one in findings if one.key == key)
