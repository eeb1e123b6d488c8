"""Sections 3 to 6: why, what CRM means, the experience, and technology's part."""

from datetime import date

import pytest

from crm_workshop.charter.document import Bullets, Paragraph, Quote, Table
from crm_workshop.model.capture import Dot, DotRound
from crm_workshop.model.choices import (
    Bucket,
    Job,
    Release,
)
from crm_workshop.model.meaning import Definition, ExperienceStep, Lesson, Line, Opening
from crm_workshop.model.technology import ReleaseItem, Remit, TechnologyNeed, UserNeed
from tests.charter.dossiers import (
    blocks_of,
    cells,
    charter,
    said,
    section,
    table,
    unsettled,
)


def test_lessons_are_printed_from_the_second_attempt_on() -> None:
    rows = (
        Opening(purpose="One page", it_project_calls=2),
        Definition(why="Because."),
        Lesson(
            year=2019, what="A list", happened="Nothing", lesson="Agree first", bucket=Bucket.PEOPLE
        ),
    )
    first, second = (section(charter(*rows, attempt_no=number), "why") for number in (1, 2))
    assert "A list" not in said(first)
    assert first.title == "Why we do this"
    learned = blocks_of(second, Table)[0]
    assert cells(learned) == [["A list", "Nothing", "Agree first"]]
    assert learned.rows[0][0].note == "2019 · People"
    assert "“IT project” was called 2 times" in said(section(charter(*rows), "annex-a"))
    assert (
        unsettled(section(charter(rows[1], attempt_no=2), "why"))[0].what
        == "What we learned before"
    )


def test_the_line_is_said_in_a_sentence_and_explained_where_no_chart_does() -> None:
    made = section(
        charter(Line(agreed_today=2, agreed_target=4, spread_note="Two differ")), "definition"
    )
    (line, note) = blocks_of(made, Paragraph)
    assert (line.lead, line.text) == (
        "The line",
        "From 2 today to 4 in twelve months. On the line, 1 is an address list and 5 is how we "
        "choose, win and keep clients.",
    )
    assert (note.lead, note.text) == ("Why the room still differs", "Two differ.")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line(agreed_target=4), "At 4 in twelve months."),
        (Line(agreed_today=2), "At 2 today; where in twelve months is not settled."),
    ],
)
def test_half_a_line_says_which_half(line: Line, expected: str) -> None:
    assert expected in said(section(charter(line), "definition"))


def test_what_crm_is_not_and_the_sentence_for_staff() -> None:
    row = Definition(
        expands_to="Client", not_this=("A list", " ", "A tool"), staff_sentence="Ask once."
    )
    made = section(charter(row), "definition")
    (held,) = blocks_of(made, Bullets)
    assert (held.title, held.items) == ("What CRM is not here", ("A list", "A tool"))
    assert blocks_of(made, Quote) == [Quote("Ask once.", "One sentence for staff")]


def test_promises_are_the_dotted_steps_and_the_annex_has_the_whole_journey() -> None:
    steps = [
        ExperienceStep(
            id=number, step=f"Step {number}", today="Now", wanted="Then", hand_offs=number
        )
        for number in range(1, 7)
    ]
    dots = [
        Dot(activity_id=9, step_id=step, count=count) for step, count in ((5, 9), (2, 4), (6, 1))
    ]
    shown = charter(*steps, *dots, DotRound(activity_id=9, revealed=True))
    promised = table(section(shown, "experience"))
    assert [row[0] for row in cells(promised)] == ["Step 5", "Step 2", "Step 6"]
    assert promised.columns[-1].numeric
    assert "; the whole journey is in annex C." in said(section(shown, "experience"))
    journey = table(section(shown, "annex-c"))
    assert [row[-1] for row in cells(journey)] == ["", "4", "", "", "9", "1"]
    hidden = charter(*steps, *dots, DotRound(activity_id=9))
    assert "Dots" not in said(section(hidden, "annex-c"))
    assert len(cells(table(section(hidden, "experience")))) == 5


def test_technology_does_and_does_not() -> None:
    rows = (
        TechnologyNeed(id=1, need="File notes", bucket=Job.ROUTINE, serves="The matter"),
        TechnologyNeed(id=2, need="Ring with bad news", bucket=Job.NONE, serves="The matter"),
        TechnologyNeed(id=3, need="Show who leads", bucket=Job.LEADERS, serves="First call"),
        TechnologyNeed(id=4, need="Talk to billing"),
        TechnologyNeed(id=5, need="File bills", bucket=Job.ROUTINE),
        Remit(text="Sixty clients", who_may_change="R. Okafor", will_not_fix=("Slow bills",)),
    )
    made = section(charter(*rows), "technology")
    assert cells(table(made, "What technology does")) == [
        ["Inform leaders", "Show who leads (First call)"],
        ["Save routine work", "File notes (The matter)\nFile bills (not settled)"],
        ["Not settled", "Talk to billing (not settled)"],
    ]
    stays, not_fixed = blocks_of(made, Bullets)
    assert stays.items == ("Ring with bad news (The matter)",)
    assert (not_fixed.title, not_fixed.items) == ("CRM will not fix", ("Slow bills",))
    assert "Sixty clients." in said(made)
    assert "Sixty clients. May be changed by: R. Okafor." in said(made)


def test_releases_stand_in_their_order_with_what_retires() -> None:
    rows = (
        ReleaseItem(id=1, item="Newsletter", bucket=Release.NOT_NOW, revisit=date(2027, 5, 20)),
        ReleaseItem(
            id=2,
            item="One page",
            bucket=Release.FIRST,
            serves="First call",
            for_whom="All",
            old_system="The list of 2019",
            retire_on=date(2027, 6, 30),
        ),
        ReleaseItem(id=3, item="Alerts", bucket=Release.LATER),
        ReleaseItem(id=4, item="Bills", bucket=Release.NEXT),
        ReleaseItem(id=5, item="Loose end"),
        ReleaseItem(id=6, item="Second page", bucket=Release.FIRST),
    )
    made = section(charter(*rows), "technology")
    items = table(made, "What comes when")
    assert cells(items) == [
        ["First release", "One page"],
        ["", "Second page"],
        ["Next", "Bills"],
        ["Later", "Alerts"],
        ["Not now", "Newsletter"],
        ["Not settled", "Loose end"],
    ]
    assert items.rows[0][1].note == (
        "All · First call · Replaces: The list of 2019 · Old one retired on: 30 Jun 2027"
    )
    assert items.rows[4][1].note == (
        "For whom: not settled · Serves: not settled · Look again on: 20 May 2027"
    )


def test_a_list_of_not_now_that_is_empty_is_not_settled() -> None:
    made = section(charter(ReleaseItem(item="Alerts")), "technology")
    assert table(made, "What comes when").rows
    whats = [one.what for one in unsettled(made)]
    assert [one for one in whats if one in ("First release", "Not now")] == [
        "First release",
        "Not now",
    ]


def test_the_frame_is_there_only_if_something_of_it_was_written() -> None:
    made = charter(Remit(budget="£85,000", assumptions=("No new people",), lead="P. Nair"))
    assert [one.number for one in made.sections][:5] == ["3", "4", "5", "6", "6b"]
    (assumptions,) = blocks_of(section(made, "frame"), Bullets)
    assert (assumptions.title, assumptions.items) == ("Assumptions", ("No new people",))
    assert [(one.lead, one.text) for one in blocks_of(section(made, "frame"), Paragraph)] == [
        ("Budget ceiling", "£85,000."),
        ("Programme lead", "P. Nair."),
    ]


def test_users_stand_with_what_they_must_know_and_want() -> None:
    rows = (
        UserNeed(id=1, user_group="Secretaries", use="At 8", fit="By the diary", output="Names"),
        UserNeed(
            id=2,
            user_group="The board",
            information="Three figures",
            kept_true_by="P. Nair",
            output="One page",
            output_used_for="Deciding",
        ),
    )
    made = section(charter(*rows), "technology")
    users = table(made, "Users, information and its keepers, outputs; their use in annex C")
    assert cells(users) == [
        ["Secretaries", "Not settled", "Not settled", "Names"],
        ["The board", "Three figures", "P. Nair", "One page"],
    ]
    assert [row[-1].note for row in users.rows] == ["", "Used for: Deciding"]
    uses = table(section(charter(*rows), "annex-c"), "Who will use the technology, and how")
    assert cells(uses) == [["Secretaries", "At 8", "By the diary"]]
    alone = section(charter(rows[1]), "technology")
    assert table(alone, "Users, information and its keepers, outputs").rows
