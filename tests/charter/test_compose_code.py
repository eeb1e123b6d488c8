"""The content code, drafts and versions."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from crm_workshop.charter import wording
from crm_workshop.charter.code import content_code
from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import OpenPoint, Paragraph
from crm_workshop.checks import Finding, Level
from crm_workshop.model.choices import Paper, Presence, SignatureState
from crm_workshop.model.commitment import Champion
from crm_workshop.model.meaning import Opening
from crm_workshop.model.workshop import Person, Signature, Version
from tests.charter.dossiers import KIT, SPONSOR, TODAY, charter, dossier, said, section

STOP = Finding(
    id="E3",
    level=Level.STOP,
    table="commitment",
    row_id=4,
    title="No date.",
    sentence="“Support it” has no date.",
    question="What will be in your diary?",
    about="M. Ferreira",
    section="8",
)
LATER = date(2027, 2, 19)


def test_the_code_is_eight_digits_and_follows_what_is_said() -> None:
    made = charter(Opening(purpose="One page"))
    assert len(made.code) == 8
    assert int(made.code, 16) >= 0
    assert made.code == charter(Opening(purpose="One page")).code
    assert made.code != charter(Opening(purpose="One pane")).code
    assert made.code == content_code(replace(made, code="other"))


def test_paper_status_and_signatures_do_not_change_the_code() -> None:
    signer = Person(id=2, name="S. Lind", role="Partner", signs=True)
    made = charter(signer)
    assert made.code == charter(signer, paper=Paper.LETTER).code
    assert made.code == charter(signer, findings=(STOP,)).code
    signed = Signature(id=1, person_id=2, state=SignatureState.SIGNED, signed_on=TODAY)
    assert "signed on paper 21 November 2026" in said(charter(signer, signed))
    assert made.code == charter(signer, signed).code


def test_the_code_is_the_same_in_another_process() -> None:
    program = (
        "from tests.charter.dossiers import charter\n"
        "from crm_workshop.model.meaning import Opening\n"
        "print(charter(Opening(purpose='One page')).code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        env={"PYTHONHASHSEED": "7", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == charter(Opening(purpose="One page")).code


def test_a_charter_that_was_not_issued_is_a_draft() -> None:
    made = charter(attempt_no=2)
    assert made.draft
    assert made.version == ""
    assert made.status_line == "Draft · 21 November 2026 · second attempt"
    assert charter(held_on=None).status_line == "Draft"
    assert charter(held_on=None).dated is None


def test_the_first_version_bears_the_day_of_the_workshop() -> None:
    made = compose(dossier(attempt_no=2), KIT, (), today=LATER, version="1.0")
    assert not made.draft
    assert made.status_line == "Version 1.0 · agreed 21 November 2026 · second attempt"
    assert (made.dated, made.date_text) == (TODAY, "21 November 2026")
    undated = compose(dossier(held_on=None), KIT, (), today=LATER, version="1.0")
    assert undated.status_line == "Version 1.0 · agreed 19 February 2027"


def test_a_later_version_bears_the_day_of_its_issue() -> None:
    first = Version(id=1, number="1.0", code="00000000", issued=datetime(2026, 11, 21, tzinfo=UTC))
    made = compose(dossier(first), KIT, (), today=LATER, version="1.1")
    assert made.status_line == "Version 1.1 · amended 19 February 2027"


def test_what_says_the_same_as_the_last_version_is_that_version() -> None:
    code = charter(Opening(purpose="One page")).code
    issued = Version(id=1, number="1.0", code=code, issued=datetime(2026, 11, 21, tzinfo=UTC))
    again = charter(Opening(purpose="One page"), issued)
    assert (again.version, again.draft, again.open_points) == ("1.0", False, ())
    reopened = charter(Opening(purpose="One page"), issued, findings=(STOP,))
    assert (reopened.version, reopened.draft, len(reopened.open_points)) == ("", True, 1)
    changed = charter(Opening(purpose="Two pages"), issued)
    assert (changed.version, changed.draft) == ("", True)
    noon = datetime(2027, 2, 19, 12, tzinfo=UTC)
    second = Version(id=2, number="1.1", code=code, issued=noon)
    amended = charter(Opening(purpose="One page"), replace(issued, code="0"), second)
    assert amended.status_line == "Version 1.1 · amended 19 February 2027"


def test_an_open_stop_keeps_it_a_draft_and_is_listed_with_its_section() -> None:
    made = compose(dossier(), KIT, (STOP,), today=TODAY, version="1.0")
    assert made.draft
    assert made.open_points == (OpenPoint("commitments", "M. Ferreira: “Support it” has no date."),)
    warned = replace(STOP, level=Level.WARN)
    assert not compose(dossier(), KIT, (warned,), today=TODAY, version="1.0").draft


@pytest.mark.parametrize(
    ("where", "expected"), [("2", "Page 1"), ("13", "reviews"), ("annex-d", "annex-d")]
)
def test_open_points_lead_to_a_section_that_is_there(where: str, expected: str) -> None:
    point = replace(STOP, section=where, about="", sentence="It is open.")
    made = charter(findings=(point,))
    assert made.open_points == (OpenPoint(expected, "It is open."),)


def test_a_record_that_its_sentence_names_is_not_named_twice() -> None:
    point = replace(STOP, sentence="M. Ferreira has no date.")
    assert charter(findings=(point,)).open_points[0].sentence == "M. Ferreira has no date."


@pytest.mark.parametrize("present", [Presence.NO, Presence.LATE])
def test_without_an_executive_these_are_notes(present: Presence) -> None:
    away = replace(SPONSOR, present=present)
    held = dossier(away, Champion(person="P. Nair"), leaders=False)
    made = compose(held, KIT, (), today=TODAY, version="1.0")
    assert made.draft
    assert made.kind == "CRM notes"
    assert wording.document_title(made) == "CRM notes, Alder & Finch LLP"
    assert charter().kind == "CRM charter"
    assert made.status_line == "Not a charter: no executive was in the room · 21 November 2026"
    before = compose(held, KIT, (), today=TODAY - timedelta(days=1))
    assert before.status_line.startswith("Not a charter: no executive is down for the room")
    (told,) = section(made, "mandate").blocks
    assert isinstance(told, Paragraph)
    assert told.text.startswith("No executive was in the room")
