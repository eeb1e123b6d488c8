"""The charter as a whole: its sections in order, what is not settled, whose words it speaks."""

from datetime import date

import pytest

from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Bullets, NotSettled
from crm_workshop.kit.load import load_kit
from crm_workshop.model.choices import (
    Locale,
    Sector,
    Variant,
)
from crm_workshop.model.commitment import Champion
from crm_workshop.model.meaning import ExperienceStep, Line, Opening
from crm_workshop.model.success import Milestone
from crm_workshop.model.technology import Remit
from crm_workshop.model.workshop import Activity, Word
from tests.charter.dossiers import (
    TODAY,
    blocks_of,
    cells,
    charter,
    dossier,
    said,
    section,
    table,
    unsettled,
)

KEYS = [
    *("why", "definition", "experience", "technology", "decisions", "commitments", "cascade"),
    *("measures", "wins", "pitfalls", "reviews", "mandate"),
]


def test_sections_stand_in_order_and_none_is_missing() -> None:
    made = charter()
    assert [one.key for one in made.sections] == KEYS
    assert [one.number for one in made.sections] == [str(number) for number in range(3, 15)]
    assert [one.number for one in made.annexes] == list("ABCDEFG")
    assert [one.key for one in made.annexes] == [f"annex-{letter}" for letter in "abcdefg"]


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_section_says_once_that_it_is_not_settled(key: str) -> None:
    assert section(charter(), key).blocks == (NotSettled(),)


@pytest.mark.parametrize("key", ["annex-b", "annex-c"])
def test_an_empty_annex_of_the_room_s_work_is_not_settled(key: str) -> None:
    assert section(charter(), key).blocks == (NotSettled(),)


def test_what_was_left_out_of_the_short_form_names_who_finishes_it_by_when() -> None:
    late = date(2026, 12, 4)
    left = [
        Activity(id=number, key=key, finish_owner=owner, finish_by=late)
        for number, (key, owner) in enumerate(
            [("1.2", "A. Lamb"), ("2.2", "B. Kaye"), ("3.1", "C. Moss"), ("4.4", "D. Vane")], 1
        )
    ]
    remit = Remit(text="The sixty largest clients")
    made = charter(*left, remit, variant=Variant.SHORT, attempt_no=2)
    assert unsettled(section(made, "cascade")) == [NotSettled("D. Vane", "by 4 Dec 2026")]
    keepers = [one for one in unsettled(section(made, "technology")) if one.owner]
    assert [(one.what, one.owner) for one in keepers] == [
        ("Users, information and its keepers, outputs", "C. Moss")
    ]
    assert unsettled(section(made, "why"))[0].owner == "A. Lamb"
    rows = cells(table(section(made, "reviews"), "Still to be finished"))
    assert [row[1:] for row in rows] == [
        [owner, "4 Dec 2026"] for owner in ("A. Lamb", "B. Kaye", "C. Moss", "D. Vane")
    ]
    assert rows[1][0] == "People, process, technology"


def test_a_part_that_is_missing_is_named_where_the_rest_stands() -> None:
    made = section(charter(Champion(person="P. Nair")), "cascade")
    assert [one.what for one in unsettled(made)] == [
        "Who tells whom",
        "Who looks after the data",
        "What everybody does",
    ]
    assert blocks_of(made, Bullets) == [Bullets(("P. Nair",), "Champions")]


def test_headings_and_labels_speak_the_firm_s_words() -> None:
    council = charter(ExperienceStep(id=1, step="Ask", wanted="Answer"), sector=Sector.PUBLIC)
    assert section(council, "cascade").title == "Down to every officer"
    own = charter(Word(key="professional", text="surveyor"))
    assert section(own, "cascade").title == "Down to every surveyor"
    step = said(section(council, "experience"))
    assert "Each step as a resident tells it." in step


def test_typed_braces_are_text() -> None:
    made = charter(Opening(purpose="Say {client} and {nonsense}"))
    assert "Say {client} and {nonsense}." in said(section(made, "why"))


def test_dates_follow_the_locale() -> None:
    made = charter(Milestone(outcome="Done", by=date(2027, 9, 1)), locale=Locale.US)
    assert "Done, by Sep 1, 2027" in said(section(made, "measures"))
    assert made.date_text == "November 21, 2026"


def test_a_kit_without_the_activities_still_makes_a_charter() -> None:
    kit = load_kit()
    bare = type(kit)(
        name="bare",
        title="Bare",
        version=1,
        stages=kit.stages,
        activities=(),
        set_up=kit.set_up,
    )
    made = compose(dossier(Line(agreed_today=1, agreed_target=2)), bare, (), today=TODAY)
    assert "From 1 today to 2 in twelve months." in said(section(made, "definition"))
