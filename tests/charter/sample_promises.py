"""The sections of the sample charter from the commitments to the signatures."""

from crm_workshop.charter.document import Bullets, Paragraph, Section, Signatory, Signatures
from tests.charter.sample_sections import table

MANDATE = (
    "We decide that this is how the firm treats its clients, give the work the people and the "
    "time it needs, and answer for it to the partnership."
)


COMMITMENTS = Section(
    "commitments",
    "8",
    "Executive commitments",
    "commitment",
    (
        table(
            "Who 4 | Will 8 | Seen when 6 | By 3 | Initials 2 !",
            (
                "*R. Okafor // Managing partner",
                "Open every board meeting with the client review, before the figures.",
                "It is item 1 on the minutes.",
                "14 Jan 2027, then monthly",
                "",
            ),
            (
                "*S. Lindqvist // Head of disputes",
                "Hand the first call on new matters to one client lead and say why to the group.",
                "The group hears it on the first Monday.",
                "1 Feb 2027",
                "",
            ),
            (
                "*M. Ferreira // Finance partner",
                "Put my own ten clients into the first review.",
                "The review lists them.",
                "12 Dec 2026",
                "",
            ),
            ("*T. Brightwater // Head of property", "Not yet.", "", "", ""),
        ),
    ),
)

EVERYBODY = Section(
    "cascade",
    "9",
    "Down to every fee earner",
    "commitment",
    (
        table(
            "Leader 3 | Tells 3 | What 6 | By 2",
            (
                "*R. Okafor",
                "All partners",
                "What we decided and why it is not a system.",
                "30 Nov 2026",
            ),
            ("*S. Lindqvist", "Disputes", "One client lead a client, from February.", "4 Dec 2026"),
            ("*T. Brightwater", "Property", "We go first, and what we get for it.", "4 Dec 2026"),
            title="Who tells whom",
        ),
        Paragraph("A. Quill, trusted by colleagues.", "Champion"),
        Paragraph("P. Marlowe.", "Data owner"),
        table(
            "What 5 | Who 3 | What is in it for them 5 | If not done 5",
            (
                "After a client call: who, what was said, what we promised.",
                "Whoever made the call",
                "Never asked again by a colleague what the client said.",
                "The client lead asks the same evening; after three times, the head of group.",
            ),
            title="The use rule",
        ),
    ),
)

MEASURES = Section(
    "measures",
    "10",
    "Measures and milestones",
    "success",
    (
        table(
            "Measure 6 | From 2 # | To 2 # | By 3 | Source 4 | Answers for it 3",
            (
                "Clients who did not have to repeat themselves // Result · late",
                "4 of 10",
                "8 of 10",
                "Nov 2027",
                "Client review, ten calls a quarter",
                "*R. Okafor",
            ),
            (
                "New matters from existing clients, per quarter // Result · late",
                "31",
                "38",
                "Sep 2027",
                "Matter register",
                "*S. Lindqvist",
            ),
            (
                "Days from complaint to a partner’s call // Result · early",
                "6",
                "1",
                "Mar 2027",
                "Complaints book",
                "*M. Ferreira",
            ),
            title="Measures",
        ),
        table(
            "Milestone 8 | By 3",
            ("Every one of the fifty largest clients knows its lead by name", "1 Mar 2027"),
            ("No client in the property group has been asked twice for papers", "1 Jun 2027"),
            title="Milestones",
        ),
        Bullets(
            ("Number of sign-ins.", "Number of contacts recorded."),
            title="What does not count as success",
        ),
    ),
)

WINS = Section(
    "wins",
    "11",
    "First wins",
    "wins",
    (
        table(
            "For whom 3 | Problem 5 | Result 5 | By 2 | Helped by 3",
            (
                "*Property team // willing",
                "Three clients’ promises live in four people’s heads.",
                "All promises on one page, read on Mondays.",
                "28 Feb 2027",
                "*T. Brightwater // told by R. Okafor to the whole firm on 5 Mar 2027",
            ),
        ),
    ),
)

PITFALLS = Section(
    "pitfalls",
    "12",
    "Pitfalls, early signs, same-week action",
    "pitfalls",
    (
        table(
            "Pitfall 4 | Likely 1 # | Early sign 4 | What we do the same week 5 | Owner 3",
            (
                "Leaders delegate it",
                "4",
                "A leader is away from the second review.",
                "R. Okafor calls them that day; the review is held again within the week.",
                "*R. Okafor",
            ),
            (
                "It is called the IT project",
                "5",
                "The words fall in a meeting.",
                "Whoever hears it says what it is for; counted in the review.",
                "*A. Quill",
            ),
            (
                "Notes are kept privately",
                "3",
                "A client page is empty for two weeks.",
                "The client lead sits down with the fee earner for ten minutes.",
                "*P. Marlowe",
            ),
        ),
    ),
)

REVIEWS = Section(
    "reviews",
    "13",
    "Reviews, escalation, how this charter changes",
    "close",
    (
        table(
            "Review 2 | On 3 | Chaired by 3",
            ("Day 30", "22 December 2026", "*R. Okafor"),
            ("Day 60", "21 January 2027", "*R. Okafor"),
            ("Day 90", "19 February 2027", "*R. Okafor"),
        ),
        Paragraph("Monthly, first item, one page.", "Report to the board"),
        Paragraph(
            "What the project cannot decide goes to the board and is answered in 5 days.",
            "Escalation",
        ),
        Paragraph(
            "A change is proposed in a review, agreed by those who signed, and printed as a new "
            "version.",
            "How this charter changes",
        ),
    ),
)

SIGNING = Section(
    "signatures",
    "14",
    "Mandate and signatures",
    "close",
    (
        Signatures(
            MANDATE,
            (
                Signatory("R. Okafor", "Managing partner", "Sponsor"),
                Signatory(
                    "S. Lindqvist",
                    "Head of disputes",
                    "",
                    "One client lead a client cannot mean that the lead is told of matters under "
                    "seal.",
                ),
                Signatory("M. Ferreira", "Finance partner"),
                Signatory("T. Brightwater", "Head of property", "Signs later, by 30 Nov 2026"),
            ),
        ),
    ),
)

FROM_COMMITMENTS = (COMMITMENTS, EVERYBODY, MEASURES, WINS, PITFALLS, REVIEWS, SIGNING)
