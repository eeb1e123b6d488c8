"""The sections of the sample charter up to the decisions."""

from crm_workshop.charter.document import (
    Bullets,
    Cell,
    Column,
    DotRow,
    NotSettled,
    Paragraph,
    PollChart,
    Quote,
    Section,
    Table,
)


def table(heads: str, *rows: tuple[str, ...], title: str = "") -> Table:
    """Make a table from heads such as “Who 3 | Share 1 #” (# numeric, ! initials) and rows.

    In a cell “main // note” gives a note, and a leading * makes it strong.
    """
    columns = []
    for head in heads.split("|"):
        words = head.split()
        marks = {word for word in words if word in "#!"}
        plain = [word for word in words if word not in marks]
        name = " ".join(plain[:-1])
        columns.append(Column(name, float(plain[-1]), "#" in marks, "!" in marks))
    return Table(tuple(columns), tuple(tuple(map(_cell, row)) for row in rows), title)


def _cell(text: str) -> Cell:
    main, _, note = text.partition(" // ")
    return Cell(main.removeprefix("*"), note, main.startswith("*"))


WHY = Section(
    "why",
    "3",
    "Why, and what we learned before",
    "open",
    (
        Paragraph(
            "Three of our ten largest clients told us last year that they had to explain the same "
            "thing to three of our teams. Two of them put work out to tender afterwards. We can "
            "name the partner who knew, and nobody who was told."
        ),
        table(
            "When 1 # | What happened 4 | What we take from it 5",
            (
                "2019",
                "The client database was bought before anybody had said what it was for; "
                "38 of 120 fee earners ever signed in.",
                "*Decide what we do for clients first. // People",
            ),
            (
                "2022",
                "Marketing kept the records for the fee earners, and they were a quarter old.",
                "*Who speaks with the client writes it down, the same day. // Process",
            ),
            title="What we learned before",
        ),
    ),
)

MEANING = Section(
    "meaning",
    "4",
    "What CRM means",
    "meaning",
    (
        Quote("Customers, relationships, managed by people who keep their promises."),
        PollChart(
            values=(1, 2, 3, 4, 5),
            low="an address list",
            high="how we choose, win and keep clients",
            rows=(
                DotRow("Today", ((2, 1), (4, 1), (1, 0), (0, 0), (0, 0))),
                DotRow("In twelve months", ((0, 0), (1, 0), (3, 0), (2, 1), (0, 1))),
            ),
            legend="",
            caption="Votes: 9 of 9 who could vote. From 2 to 4 in twelve months.",
        ),
        Bullets(
            (
                "A system that the technology team runs for us.",
                "A list of contacts that belongs to marketing.",
                "A way to watch over fee earners.",
            ),
            title="What CRM is not here",
        ),
        Quote(
            "You will be asked one question after every client call, and you will never again "
            "be the last to know.",
            "The sentence for all staff",
        ),
        PollChart(
            values=(1, 2, 3, 4, 5, 6, 7),
            low="wholehearted",
            high="block",
            rows=(
                DotRow("This definition", ((3, 2), (1, 1), (1, 1), (0, 0), (0, 0), (0, 0), (0, 0))),
            ),
            legend="1 wholehearted, 2 minor point, 3 support with reservation, 4 stand aside, "
            "5 need more talk, 6 disagree, 7 block. Consent is reached when everybody is at 4 "
            "or better.",
            caption="Votes: 9 of 9 who could vote.",
        ),
        Paragraph("Consent in the second round.", "This definition"),
    ),
)

EXPERIENCE = Section(
    "experience",
    "5",
    "The experience we promise",
    "meaning",
    (
        table(
            "Step 3 | Today 5 | Wanted 5 | Hand-offs 2 #",
            (
                "*First call",
                "The caller is put through twice and explains the matter each time.",
                "Whoever answers knows the client and stays until the right person has it.",
                "3",
            ),
            (
                "*Conflict check and engagement",
                "Four days without a word.",
                "A call on the second day, whatever the state of the check.",
                "4",
            ),
            (
                "*The matter",
                "Each team asks for its own copy of the same papers.",
                "Asked once, kept in one place, seen by all who act.",
                "5",
            ),
            (
                "*The bill",
                "Arrives six weeks later and is a surprise.",
                "Said before it is sent; nothing on it is new.",
                "2",
            ),
        ),
    ),
)

TECHNOLOGY = Section(
    "technology",
    "6",
    "Technology",
    "technology",
    (
        Bullets(
            (
                "Show who spoke to whom and what was promised.",
                "Remind the client lead of a promise a week before it falls due.",
                "Put each client’s open matters on one page.",
            ),
            title="It does",
        ),
        Bullets(
            (
                "Choose clients, win trust or make anyone share.",
                "Decide who leads a client.",
            ),
            title="It does not",
        ),
        table(
            "Item 5 | Serves 4 | For whom 3",
            ("One page for each client", "The matter", "Fee earners, reception"),
            ("Note after a call, by voice", "First call", "Fee earners"),
            ("Promise reminder", "Main objective", "Client leads"),
            title="First release",
        ),
        table(
            "Item 5 | Looked at again 3",
            ("Marketing e-mails", "September 2027"),
            ("Automatic scoring of prospects", "January 2028"),
            title="Not now",
        ),
        table(
            "Who uses it 3 | Information 4 | Kept true by 3 | Output 4",
            ("Fee earners", "Who spoke to whom", "*S. Lindqvist", "The client page"),
            (
                "Client leads",
                "Promises and dates",
                "*T. Brightwater",
                "Monday’s list // decides whom to call",
            ),
            ("Leaders", "What clients said", "*R. Okafor", "Monthly client review"),
            title="Information and its keepers",
        ),
        table(
            "Old system 6 | Retired on 3",
            ("The marketing contact list in spreadsheets", "31 March 2027"),
            title="Old systems",
        ),
        Paragraph(
            "R. Okafor, after the partners’ meeting has been told.", "Who may change this remit"
        ),
    ),
)

BUDGET = Section(
    "budget",
    "6b",
    "Money and assumptions",
    "technology",
    (
        Paragraph("£120,000 in the first year, €0 for custom code.", "Ceiling"),
        Bullets(
            ("No new hire before July.", "The conflict-check system stays."), title="Assumptions"
        ),
    ),
)

DECISIONS = Section(
    "decisions",
    "7",
    "Decisions only leadership can make",
    "commitment",
    (
        table(
            "Decision 6 | For the client because 5 | Decides 3 | By 2",
            (
                "Credit for a new matter is shared between who brought it and who leads the "
                "client. // Reward · decided",
                "Nobody holds a client back for the credit.",
                "*R. Okafor // Managing partner",
                "15 Dec 2026",
            ),
            (
                "One client lead for each of the fifty largest clients. // Structure · to be "
                "decided by the date",
                "One name to call.",
                "*S. Lindqvist // Head of disputes",
                "31 Jan 2027",
            ),
        ),
        NotSettled("M. Ferreira", "31 Jan 2027", "Who pays for the hours of the champion"),
    ),
)

UP_TO_DECISIONS = (WHY, MEANING, EXPERIENCE, TECHNOLOGY, BUDGET, DECISIONS)
