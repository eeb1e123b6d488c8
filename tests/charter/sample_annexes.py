"""The annexes of the sample charter."""

from crm_workshop.charter.document import Bullets, LogForm, Paragraph, Section
from tests.charter.sample_sections import table

_CARDS = (
    "Clients repeat themselves to every team",
    "Nobody knows who leads the Harrow account",
    "New partners never meet old clients",
    "We learn about complaints from the bill not being paid",
    "Reception has no idea who is in which matter",
    "Credit goes to whoever opened the file",
    "The address list is three years old",
    "No time after calls to write anything",
    "Conflict checks take four days and nobody calls the client",
    "Christmas cards to people who left",
    "Two teams pitched to the same client in one week",
    "We promise on Friday and forget by Monday",
)

ANNEXES = (
    Section(
        "annex-a",
        "A",
        "Participants and polls",
        "close",
        (
            table(
                "Name 3 | Role 4 | In the room 3 | Votes 2",
                ("*R. Okafor", "Managing partner, sponsor", "Present", "Yes"),
                ("*S. Lindqvist", "Head of disputes", "Present", "Yes"),
                ("*M. Ferreira", "Finance partner", "Present", "Yes"),
                ("*T. Brightwater", "Head of property", "Part of the time", "Yes"),
                ("*A. Quill", "Senior associate, property", "Present", "Yes"),
                ("*P. Marlowe", "Practice support", "Present", "Yes"),
                ("*Đỗ Thị Hường", "Associate, disputes", "Present", "Yes"),
                ("*Ελένη Παππά", "Associate, commercial", "Present", "Yes"),
                ("*Юлія Ковальчук", "Reception", "Present", "Yes"),
            ),
        ),
    ),
    Section(
        "annex-b",
        "B",
        "All cards",
        "open",
        (
            Paragraph("12 cards: 5 people, 6 process, 1 technology."),
            Bullets(_CARDS[:5], title="People"),
            Bullets(_CARDS[5:11], title="Process"),
            Bullets(_CARDS[11:], title="Technology"),
        ),
    ),
    Section(
        "annex-c",
        "C",
        "The journey",
        "meaning",
        (
            table(
                "Step 3 | Today 5 | Wanted 5 | Dots 1 #",
                ("*Hear of us", "From a friend.", "From a friend.", "0"),
                ("*First call", "Put through twice.", "One person stays with the caller.", "7"),
                ("*The matter", "Asked twice for papers.", "Asked once.", "9"),
                ("*The bill", "A surprise.", "Nothing on it is new.", "4"),
                ("*After the matter", "Silence.", "A call after three months.", "2"),
            ),
        ),
    ),
    Section(
        "annex-d",
        "D",
        "Parked items",
        "close",
        (
            table(
                "Item 6 | Where it went 4",
                ("Which system do we buy?", "Another meeting"),
                ("Bonus scheme for associates", "Hard decision"),
            ),
        ),
    ),
    Section(
        "annex-e",
        "E",
        "Accepted exceptions",
        "pitfalls",
        (
            table(
                "What the check said 6 | Why it stands 5",
                (
                    "The measure “New matters” has no early sign.",
                    "The complaints book moves first and is read monthly.",
                ),
            ),
        ),
    ),
    Section(
        "annex-f",
        "F",
        "Review log",
        "close",
        (LogForm(("Date", "Commitment", "Seen, not seen, changed", "What we do", "Initials"), 8),),
    ),
    Section("annex-g", "G", "Sources of figures quoted", "close", (Paragraph("None quoted."),)),
)
