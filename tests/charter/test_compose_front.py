"""Page 1: the charter in one minute."""

from datetime import date

import pytest

from crm_workshop.charter.document import FrontPage
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Draft
from crm_workshop.model.choices import CommitmentState, Job, ReviewKind
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.meaning import Definition
from crm_workshop.model.success import Governance, Measure, Review, Win
from crm_workshop.model.technology import Remit, TechnologyNeed
from tests.charter.dossiers import activity_id, cells, charter

END = date(2027, 11, 30)


def front(*rows: Row) -> FrontPage:
    return charter(*rows).front


def test_everything_empty_is_left_for_the_layout_to_call_unsettled() -> None:
    made = front()
    texts = (made.definition, made.objective, made.done_when, made.first_win, made.reviews)
    assert set(texts) == {""}
    assert made.technology_does == made.technology_does_not == ""
    assert made.commitments.rows == made.measures.rows == ()


def test_the_last_wording_stands() -> None:
    statement = activity_id("2.5")
    drafts = [
        Draft(id=number, activity_id=statement, text=text)
        for number, text in enumerate(("First", " CRM here is how we listen. ", " "), 1)
    ]
    assert front(*drafts).definition == "CRM here is how we listen."


@pytest.mark.parametrize(
    ("done_when", "done_by", "expected"),
    [
        ("eight of ten say so.", END, "eight of ten say so, by 30 November 2027."),
        ("Eight of ten say so", None, "Eight of ten say so."),
        ("", END, "by 30 November 2027."),
        ("", None, ""),
    ],
)
def test_done_when_ends_with_its_date(done_when: str, done_by: date | None, expected: str) -> None:
    made = front(Definition(main_objective="ask once", done_when=done_when, done_by=done_by))
    assert (made.objective, made.done_when) == ("Ask once.", expected)


def test_technology_s_part_takes_one_need_of_each_job_before_a_second() -> None:
    needs = [
        TechnologyNeed(id=1, need="Show the figures", bucket=Job.LEADERS),
        TechnologyNeed(id=2, need="Show the trend", bucket=Job.LEADERS),
        TechnologyNeed(id=3, need="show who spoke to whom", bucket=Job.FRONT_LINE),
        TechnologyNeed(id=4, need="File notes", bucket=Job.ROUTINE),
        TechnologyNeed(id=5, need="Ring with bad news", bucket=Job.NONE),
    ]
    made = front(*needs)
    assert made.technology_does == (
        "Show the figures. Show who spoke to whom. File notes. More in section 6."
    )
    assert made.technology_does_not == "None of these: people and process. Ring with bad news."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("The mood", "slow bills"), "CRM will not fix: the mood or slow bills."),
        (("Partners, mostly", "Fees"), "CRM will not fix: Partners, mostly; Fees."),
        (("a", "b", "c", "d"), "CRM will not fix: a, b or c; more in section 6."),
    ],
)
def test_what_crm_will_not_fix(lines: tuple[str, ...], expected: str) -> None:
    assert front(Remit(will_not_fix=lines)).technology_does_not == expected


def test_commitments_read_as_act_and_sign_in_one_breath() -> None:
    row = Commitment(
        person="R. Okafor",
        action="Open every board meeting with the client review, before the figures.",
        seen_when="it is item 1 on the minutes",
        first_on=date(2027, 1, 14),
        rhythm="Monthly",
    )
    assert cells(front(row).commitments) == [
        [
            "R. Okafor",
            "Open every board meeting with the client review, before the figures. "
            "Seen when it is item 1 on the minutes.",
            "14 Jan 2027, then monthly",
        ]
    ]


def test_not_yet_stays_visible_even_where_its_row_does_not_fit() -> None:
    given = [Commitment(id=number, person=f"Leader {number}", action="Act") for number in range(7)]
    waiting = Commitment(
        id=9,
        person="M. Ferreira",
        state=CommitmentState.NOT_YET,
        answer_by=date(2026, 12, 5),
    )
    made = front(*given, waiting)
    assert len(made.commitments.rows) == 6
    assert made.commitments_more == (
        "and 2 more in section 8; not yet: M. Ferreira (answers by 5 Dec 2026)"
    )
    assert "Not yet: answers by 5 Dec 2026." in cells(front(waiting).commitments)[0]


def test_measures_say_the_month_and_how_many_more_there_are() -> None:
    rows = [
        Measure(id=number, measure="Matters", baseline=31, target=38, unit="matters", by=END)
        for number in range(8)
    ]
    made = front(*rows)
    assert cells(made.measures)[0] == ["Matters", "31", "38", "Nov 2027", "Not settled"]
    assert made.measures_more == "and 2 more in section 10"


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("one page of promises", "Property: one page of promises by 28 February 2027."),
        ("Property keeps one page.", "Property keeps one page by 28 February 2027."),
        ("Outlook, tidy", "Property: Outlook, tidy by 28 February 2027."),
    ],
)
def test_the_first_win_says_who_will_have_what(result: str, expected: str) -> None:
    win = Win(id=1, who_helped="Property", result=result, by=date(2027, 2, 28))
    assert front(win).first_win == expected
    told = Win(id=2, who_helped="Tax", told_by="R. Okafor", told_to="All partners")
    assert (
        front(told, win).first_win
        == "Tax. Told by R. Okafor to all partners. 1 more in section 11."
    )


def test_reviews_say_dates_chair_and_what_reaches_the_board() -> None:
    rows = (
        Review(id=1, kind=ReviewKind.DAY_60, on_date=date(2027, 1, 21), chair="R. Okafor"),
        Review(id=2, kind=ReviewKind.DAY_30, on_date=date(2026, 12, 22), chair="R. Okafor"),
        Review(id=3, kind=ReviewKind.YEARLY, on_date=date(2027, 11, 19), chair="S. Lind"),
        Governance(
            escalate_what="what the project cannot decide", escalate_to="the board", answer_days=5
        ),
    )
    assert front(*rows).reviews == (
        "22 Dec 2026 · 21 Jan 2027, then yearly from 19 Nov 2027, "
        "chaired by R. Okafor and S. Lind. What the project cannot decide goes to the board and "
        "is answered within 5 days."
    )
