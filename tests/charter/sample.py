"""A charter of the invented firm Alder & Finch LLP, as composing one would give it."""

from dataclasses import replace
from datetime import date

from crm_workshop.charter.document import Cell, Charter, Column, FrontPage, OpenPoint, Table
from crm_workshop.model.choices import Locale, Paper
from tests.charter.sample_annexes import ANNEXES
from tests.charter.sample_promises import FROM_COMMITMENTS
from tests.charter.sample_sections import UP_TO_DECISIONS

DEFINITION = (
    "CRM here is how we make every client feel known by the whole firm, by agreeing one lead for "
    "each client and one way to hand over, and every fee earner writes down what the client said "
    "before the day ends."
)
LEADERS = (
    ("R. Okafor", "Managing partner"),
    ("S. Lindqvist", "Head of disputes"),
    ("M. Ferreira", "Finance partner"),
    ("T. Brightwater", "Head of property"),
)


def who(number: int) -> Cell:
    name, role = LEADERS[number]
    return Cell(name, role, strong=True)


FRONT = FrontPage(
    definition=DEFINITION,
    objective="No client repeats to us what they have already told us.",
    done_when="eight of ten clients say so in the review of November 2027.",
    technology_does="Shows who spoke to whom and what was promised.",
    technology_does_not="It does not choose clients, win trust or make anyone share.",
    commitments=Table(
        (Column("Who", 22), Column("Will", 62), Column("By", 16)),
        (
            (
                who(0),
                Cell(
                    "Open every board meeting with the client review, before the figures. "
                    "Seen when it is item 1 on the minutes."
                ),
                Cell("14 Jan 2027, then monthly"),
            ),
            (
                who(1),
                Cell(
                    "Hand the first call on new matters to one client lead and say why to the "
                    "group."
                ),
                Cell("1 Feb 2027"),
            ),
            (who(2), Cell("Put my own ten clients into the first review."), Cell("12 Dec 2026")),
        ),
    ),
    commitments_more="and 1 more in section 8",
    measures=Table(
        (
            Column("Measure", 41),
            Column("From", 12),
            Column("To", 12),
            Column("By", 15),
            Column("Answers for it", 20),
        ),
        (
            (
                Cell("Clients who did not have to repeat themselves"),
                Cell("4 of 10"),
                Cell("8 of 10"),
                Cell("Nov 2027"),
                Cell("R. Okafor"),
            ),
            (
                Cell("New matters from existing clients, per quarter"),
                Cell("31"),
                Cell("38"),
                Cell("Sep 2027"),
                Cell("S. Lindqvist"),
            ),
            (
                Cell("Days from complaint to a partner’s call"),
                Cell("6"),
                Cell("1"),
                Cell("Mar 2027"),
                Cell("M. Ferreira"),
            ),
        ),
    ),
    measures_more="",
    first_win=(
        "The property team keeps its three largest clients’ promises on one page by "
        "28 February; told to the whole firm on 5 March."
    ),
    reviews=(
        "22 Dec · 21 Jan · 19 Feb 2027, chaired by R. Okafor. What the project cannot decide "
        "goes to the board and is answered in 5 days."
    ),
)


FINAL = Charter(
    firm="Alder & Finch LLP",
    version="1.0",
    status_line="Version 1.0 · agreed 21 November 2026 · second attempt",
    draft=False,
    paper=Paper.A4,
    locale=Locale.GB,
    dated=date(2026, 11, 21),
    date_text="21 November 2026",
    code="7f3ac219",
    front=FRONT,
    sections=UP_TO_DECISIONS + FROM_COMMITMENTS,
    annexes=ANNEXES,
    open_points=(),
)

DRAFT = replace(
    FINAL,
    version="",
    status_line="Draft · 21 November 2026 · second attempt",
    draft=True,
    paper=Paper.LETTER,
    locale=Locale.US,
    open_points=(
        OpenPoint("8", "T. Brightwater has not answered: a commitment or a refusal is missing."),
        OpenPoint("7", "Who pays for the hours of the champion is not decided."),
        OpenPoint("10", "“Days from complaint to a partner’s call” has no source."),
    ),
)
