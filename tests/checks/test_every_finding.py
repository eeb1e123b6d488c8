"""Every rule: what yields its finding, and the nearest that does not."""

import dataclasses
import re

import pytest

from crm_workshop.checks import Finding, check
from crm_workshop.checks.finding import SECTIONS
from crm_workshop.kit.load import load_kit
from crm_workshop.kit.words import NOUNS
from crm_workshop.model.commitment import UseRule
from crm_workshop.model.dossier import BY_TABLE
from crm_workshop.model.meaning import Line
from crm_workshop.model.success import Governance, Milestone, Review
from crm_workshop.model.workshop import Word
from tests.checks import cases_close, cases_leaders, cases_meaning, cases_required, cases_success
from tests.checks.room import HELD, Edit, add, also, put, settled
from tests.checks.table import Yields

CASES = (
    *cases_meaning.CASES,
    *cases_leaders.CASES,
    *cases_success.CASES,
    *cases_close.CASES,
    *cases_required.CASES,
)
#: The rules of checks.md, then our own.
RULES = (
    *("D1", "D2", "D3", "D4", "D5", "O1", "T1", "T2", "T3", "T4", "E1", "E2"),
    *(
        "E3",
        "E4",
        "E5",
        "H1",
        "H2",
        "H3",
        "M1",
        "M2",
        "M3",
        "M4",
        "M5",
        "M6",
        "M7",
        "W1",
        "P1",
        "P2",
    ),
    *("C1", "C2", "C3", "R1", "R2", "G1", "X1", "G0", "F1", "F2", "F3"),
)
KIT = load_kit()


def found(edit: Edit) -> dict[str, Finding]:
    findings = check(edit(settled()), KIT, HELD)
    by_key = {one.key: one for one in findings}
    assert len(by_key) == len(findings), "each finding has a key of its own"
    return by_key


NAMES = [f"{number}-{case.key}-{case.level.value}" for number, case in enumerate(CASES)]
each_case = pytest.mark.parametrize("case", CASES, ids=NAMES)


@each_case
def test_what_is_wrong_is_found_and_nothing_else(case: Yields) -> None:
    findings = found(case.bad)
    assert findings.keys() == {case.key, *case.too}
    assert findings[case.key].level is case.level


@each_case
def test_the_nearest_is_not_found(case: Yields) -> None:
    now = found(case.good).get(case.key)
    assert now is None or now.level is not case.level


def test_a_settled_workshop_has_nothing_to_settle() -> None:
    assert check(settled(), KIT, HELD) == ()


def test_a_row_in_which_nobody_wrote_is_no_row() -> None:
    blank = (UseRule(id=2, what=" "), Milestone(id=2, outcome="\n"), Review(id=4, attends=(" ",)))
    assert found(add(*blank)) == {}


def test_what_a_record_lacks_reads_as_a_list_to_be_filled() -> None:
    said = {
        put(Governance, escalate_what="", message_on=None): "what goes up; the day of the message",
        put(UseRule, worth="", if_not=""): "what is in it for them; what follows if it is not done",
        put(Line, agreed_today=None, agreed_target=None): "where on the line today; "
        "where on the line in twelve months",
    }
    for edit, lacks in said.items():
        (one,) = found(edit).values()
        assert one.title == "Not finished."
        assert one.sentence == f"Still to write: {lacks}."


def test_every_rule_is_in_the_tables() -> None:
    assert {case.key.partition(":")[0] for case in CASES} == set(RULES)


@each_case
def test_each_finding_reads_well(case: Yields) -> None:
    for one in found(case.bad).values():
        for text in (one.title, one.sentence, one.question):
            assert text == text.strip()
            assert "{" not in text, "a placeholder was left"
            assert "  " not in text
            assert "'" not in text, "typographic apostrophes"
        assert re.search(r"[.?]$", one.title), one.title
        assert one.sentence.endswith(".")
        assert one.question.endswith("?")
        assert len(one.title) <= 45
        assert len(one.sentence) + len(one.question) <= 220
        assert re.match(r"[“\w]", one.sentence)


@each_case
def test_each_finding_names_a_real_place(case: Yields) -> None:
    for one in found(case.bad).values():
        assert one.section in SECTIONS
        record = BY_TABLE[one.table]
        assert one.field in {"", *(field.name for field in dataclasses.fields(record))}
        assert one.about.strip()
        assert one.key.split(":")[:3] == [one.id, one.table, str(one.row_id)]


@each_case
def test_each_finding_speaks_the_firms_words(case: Yields) -> None:
    own = {noun: f"q{noun}" for noun in NOUNS}
    words = [Word(id=n, key=key, text=text) for n, (key, text) in enumerate(own.items(), 1)]
    for one in found(also(add(*words), case.bad)).values():
        text = re.sub("“.*?”", "", f"{one.title} {one.sentence} {one.question}")
        assert not re.search(r"\b(clients?|partners?|board|firm|fee earners?)\b", text.casefold())
