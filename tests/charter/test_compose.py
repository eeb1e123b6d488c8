"""The charter as a whole: its sections in order, what is not settled, and what each one prints."""

from datetime import date

import pytest

from crm_workshop.charter.compose import compose
from crm_workshop.charter.document import Bullets, NotSettled, Paragraph, Quote
from crm_workshop.kit.load import load_kit
from crm_workshop.model.capture import Dot, DotRound
from crm_workshop.model.choices import (
    Bucket,
    CommitmentState,
    Job,
    Locale,
    Release,
    ReviewKind,
    Rhythm,
    Sector,
    Variant,
)
from crm_workshop.model.commitment import CascadeRow, Champion, Commitment, HardDecision, UseRule
from crm_workshop.model.meaning import Definition, ExperienceStep, Lesson, Line, Opening
from crm_workshop.model.success import Governance, Measure, Milestone, Pitfall, Review, Win
from crm_workshop.model.technology import ReleaseItem, Remit, TechnologyNeed, UserNeed
from crm_workshop.model.workshop import Activity, Word
from tests.charter.dossiers import (
    TODAY,
    activity_id,
    blocks_of,
    cell,
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
    learned = table(second, "What we learned before")
    assert cells(learned) == [["A list", "Nothing", "Agree first"]]
    assert learned.rows[0][0].note == "2019 · People"
    assert "“IT project” was called 2 times in the workshop." in said(first)
    assert unsettled(section(charter(rows[1], attempt_no=2), "why"))[0].what == learned.title


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
    assert "The whole journey is in annex C." in said(section(shown, "experience"))
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
        Remit(text="Sixty clients", who_may_change="R. Okafor", will_not_fix=("Slow bills",)),
    )
    made = section(charter(*rows), "technology")
    assert cells(table(made, "What technology does")) == [
        ["Show who leads", "Inform leaders", "First call"],
        ["File notes", "Save routine work", "The matter"],
        ["Talk to billing", "Not settled", "Not settled"],
    ]
    stays, not_fixed = blocks_of(made, Bullets)
    assert stays.items == ("Ring with bad news · Serves: The matter",)
    assert (not_fixed.title, not_fixed.items) == ("CRM will not fix", ("Slow bills",))
    assert "Sixty clients." in said(made)
    assert "R. Okafor." in said(made)


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
    )
    made = section(charter(*rows), "technology")
    (first,) = table(made, "First release").rows
    assert [one.text for one in first] == ["One page", "All", "First call"]
    assert first[0].note == "Replaces: The list of 2019 · Old one retired on: 30 Jun 2027"
    rest = table(made, "Next, later and not now")
    assert [row[:2] for row in cells(rest)] == [
        ["Bills", "Next"],
        ["Alerts", "Later"],
        ["Newsletter", "Not now"],
        ["Loose end", "Not settled"],
    ]
    assert cell(rest, 2, "Look again on").text == "20 May 2027"


def test_a_list_of_not_now_that_is_empty_is_not_settled() -> None:
    made = section(charter(ReleaseItem(item="Alerts")), "technology")
    assert table(made, "Not sorted yet").rows
    assert [one.what for one in unsettled(made) if "ow" in one.what] == ["Not now"]


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
    users = table(made, "Users, information and its keepers, outputs")
    assert cells(users) == [
        ["Secretaries", "Not settled", "Names"],
        ["The board", "Three figures", "One page"],
    ]
    assert [[one.note for one in row] for row in users.rows] == [
        ["At 8 · By the diary", "Kept true by: not settled", ""],
        ["", "Kept true by: P. Nair", "Used for: Deciding"],
    ]


def test_decisions_name_who_alone_decides() -> None:
    row = HardDecision(decision="One lead", decider="R. Okafor", by=date(2026, 12, 18))
    made = table(section(charter(row), "decisions"))
    assert cells(made) == [["One lead", "R. Okafor", "18 Dec 2026", "Not settled"]]
    assert [one.note for one in made.rows[0]] == [
        "Kind: not settled · For which promise: not settled",
        "",
        "State: not settled",
        "Who tells: not settled",
    ]


def test_commitments_stand_with_the_sponsor_first_and_not_yet_visible() -> None:
    rows = (
        Commitment(
            id=1,
            person="M. Ferreira",
            state=CommitmentState.NOT_YET,
            answer_by=date(2026, 12, 5),
        ),
        Commitment(
            id=2,
            person="r. okafor",
            action="open every board meeting with the client review",
            first_on=date(2027, 1, 14),
            rhythm="then monthly",
            seen_when="Seen when it is item 1 on the minutes",
            hours_per_month=2.5,
            initialled=True,
        ),
    )
    made = table(section(charter(*rows), "commitments"))
    assert cells(made) == [
        [
            "r. okafor",
            "Open every board meeting with the client review.",
            "14 Jan 2027, then monthly",
            "",
        ],
        ["M. Ferreira", "Not yet: answers by 5 Dec 2026.", "", ""],
    ]
    assert made.rows[0][1].note == ("Seen when it is item 1 on the minutes.\nHours a month: 2.5")
    assert made.rows[0][0].note == "Managing partner"
    assert made.rows[0][2].note == "Initialled"
    assert made.columns[-1].initials


def test_a_given_commitment_without_act_or_date_says_so() -> None:
    made = table(section(charter(Commitment(person="R. Okafor")), "commitments"))
    assert cells(made) == [["R. Okafor", "Not settled", "Not settled", ""]]


def test_the_cascade_says_who_tells_whom_what() -> None:
    rows = (
        CascadeRow(leader="R. Okafor", group_told="Partners", message="One lead", on_date=TODAY),
        UseRule(
            what="What was said",
            who_records="Anybody",
            worth="No calls",
            if_not="",
            training="20 min",
        ),
    )
    made = section(charter(*rows), "cascade")
    assert cells(table(made, "Who tells whom")) == [
        ["R. Okafor", "Partners", "One lead", "21 Nov 2026"]
    ]
    rule = table(made, "What everybody does").rows[0]
    assert (rule[2].note, rule[3].text) == ("Training offered: 20 min", "Not settled")


def test_measures_print_numbers_with_units_and_say_who_finds_a_baseline() -> None:
    rows = (
        Measure(id=1, measure="Repeated", baseline=4, target=8, unit="of 10", owner="R. Okafor"),
        Measure(
            id=2,
            measure="Complaints",
            baseline_person="P. Nair",
            baseline_by=date(2026, 12, 12),
            target=12,
            unit="%",
            by=date(2027, 9, 30),
            source="The book",
        ),
        Milestone(id=1, outcome="Later", by=date(2027, 9, 1)),
        Milestone(id=2, outcome="Sooner", by=date(2027, 1, 31)),
        Governance(not_success=("It went live",)),
    )
    made = section(charter(*rows), "measures")
    first, second = table(made).rows
    assert [one.text for one in first] == [
        "Repeated",
        "4 of 10",
        "8 of 10",
        "Not settled",
        "R. Okafor",
    ]
    assert [one.text for one in second] == [
        *("Complaints", "Not known", "12\N{NO-BREAK SPACE}%", "30 Sept 2027", "Not settled")
    ]
    assert second[1].note == "Who finds the baseline: P. Nair · Baseline found by: 12 Dec 2026"
    assert second[0].note == (
        "Kind: not settled · Moves: not settled · Direction: not settled · Serves: not settled · "
        "Read from: The book"
    )
    stones, not_success = blocks_of(made, Bullets)
    assert stones.items == ("Sooner, by 31 Jan 2027", "Later, by 1 Sept 2027")
    assert not_success.title == "What does not count as success"


def test_wins_say_who_tells_them_to_whom() -> None:
    row = Win(
        who_helped="Property",
        willing=True,
        problem="Lost notes",
        result="One page",
        by=date(2027, 2, 28),
        helper="P. Nair",
        told_by="L. Whitlock",
        told_to="The whole firm",
        told_on=date(2027, 3, 5),
        next_group="Tax",
    )
    made = table(section(charter(row), "wins"))
    assert cells(made) == [
        [
            *("Property", "Lost notes", "One page"),
            "Told by L. Whitlock to the whole firm on 5 March 2027.",
        ]
    ]
    assert [one.note for one in made.rows[0]] == [
        "Willing",
        "",
        "By: 28 Feb 2027 · Who helps: P. Nair",
        "Next willing group: Tax",
    ]
    unwilling = table(section(charter(Win(who_helped="Tax")), "wins"))
    assert unwilling.rows[0][0].note == "Not yet willing"


def test_likely_pitfalls_come_first_and_the_others_are_only_named() -> None:
    rows = [
        Pitfall(id=number, pitfall=f"Pitfall {number}", likely=score, early_sign="Sign")
        for number, score in enumerate([3, 5, 2, None], 1)
    ]
    made = section(charter(*rows), "pitfalls")
    assert [row[:2] for row in cells(table(made))] == [["Pitfall 2", "5"], ["Pitfall 1", "3"]]
    assert [(one.lead, one.text) for one in blocks_of(made, Paragraph)[1:]] == [
        ("Less likely here", "Pitfall 3 (2)."),
        ("Not rated", "Pitfall 4."),
    ]


def test_pitfalls_that_nobody_rated_are_not_settled() -> None:
    made = section(charter(Pitfall(pitfall="Too much at once")), "pitfalls")
    assert [one.what for one in unsettled(made)] == ["What is likely here"]
    assert "Too much at once." in said(made)
    low = section(charter(Pitfall(pitfall="Too much at once", likely=1)), "pitfalls")
    assert "The room rated no pitfall 3 or more of 5." in said(low)
    assert not unsettled(low)


def test_reviews_are_in_order_of_date_and_the_standing_rule_fills_in() -> None:
    rows = (
        Review(id=1, kind=ReviewKind.DAY_60, on_date=date(2027, 1, 21), chair="R. Okafor"),
        Review(id=2, kind=ReviewKind.DAY_30, on_date=date(2026, 12, 22), attends=("A", "B")),
        Governance(
            rhythm=Rhythm.QUARTERLY,
            escalate_what="What the project cannot decide",
            escalate_to="The board",
            answer_days=1,
            message_by="R. Okafor",
            message_on=date(2026, 11, 23),
        ),
    )
    made = section(charter(*rows), "reviews")
    assert cells(table(made)) == [
        ["Day 30", "22 Dec 2026", "Not settled", "A, B"],
        ["Day 60", "21 Jan 2027", "R. Okafor", ""],
    ]
    assert [(one.lead, one.text) for one in blocks_of(made, Paragraph)[:3]] == [
        ("Report to the board", "Quarterly."),
        (
            "What is escalated",
            "What the project cannot decide goes to the board and is answered within 1 day.",
        ),
        ("Who tells the firm", "R. Okafor, on 23 Nov 2026."),
    ]
    assert blocks_of(made, Paragraph)[3].text.startswith("A change is issued as a new version")
    own = section(charter(Governance(how_changed="At a review.")), "reviews")
    assert "A change is issued" not in said(own)


@pytest.mark.parametrize(
    ("governance", "expected"),
    [
        (
            Governance(escalate_what="Money above the ceiling", escalate_to="S. Lind"),
            "Money above the ceiling. This goes to S. Lind.",
        ),
        (Governance(answer_days=5), "This is answered within 5 days."),
        (Governance(escalate_what="money; time"), "Money; time."),
    ],
)
def test_an_escalation_that_is_half_said_is_printed_as_far_as_it_goes(
    governance: Governance, expected: str
) -> None:
    assert expected in said(section(charter(governance), "reviews"))


def test_headings_and_labels_speak_the_firm_s_words() -> None:
    council = charter(ExperienceStep(id=1, step="Ask", wanted="Answer"), sector=Sector.PUBLIC)
    assert section(council, "cascade").title == "Down to every officer"
    own = charter(Word(key="professional", text="surveyor"))
    assert section(own, "cascade").title == "Down to every surveyor"
    step = said(section(council, "experience"))
    assert "The step as a resident tells it" in step


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
    assert activity_id("1.1") == 1
