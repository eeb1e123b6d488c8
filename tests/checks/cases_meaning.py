"""G0, D, O and T: the gate, the definition, the objective, and where technology fits."""

from datetime import date

from crm_workshop.model.capture import Ballot, Card, Draft, Poll
from crm_workshop.model.choices import Presence, Release, Scale
from crm_workshop.model.meaning import Definition, Line
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed, UserNeed
from crm_workshop.model.workshop import Person
from tests.checks.room import HELD, Edit, add, also, drop, put
from tests.checks.table import ASK, STOP, WARN, Yields


def wording(text: str) -> Edit:
    return put(Draft, text=text)


#: As long as a definition may be, but for dashes that stand alone.
DASHED = "We — who serve — agree with every client who leads and all of us keep —"


def with_words(count: int) -> Edit:
    return wording(" ".join(["We", "serve", "clients", *["well"] * (count - 3)]))


def first_release(count: int, not_now: int) -> Edit:
    """So many items in the first release, and so many not now."""
    buckets = [Release.FIRST] * count + [Release.NOT_NOW] * not_now
    items = [
        ReleaseItem(id=n, item=f"Item {n}", bucket=one, serves="First call", for_whom="All of tax")
        for n, one in enumerate(buckets, 1)
    ]
    return also(drop(ReleaseItem), add(*items))


def absent(presence: Presence) -> Edit:
    return also(put(Person, 1, present=presence), put(Person, 2, present=Presence.NO))


#: Those who are not in the room sign later; that is another finding.
NO_SIGNATURES = ("G1:person:1:signs:signature", "G1:person:2:signs:signature")

CASES = (
    Yields(STOP, "G0:person:0:present", absent(Presence.NO), absent(Presence.PART), NO_SIGNATURES),
    Yields(
        STOP,
        "G0:person:0:present",
        also(put(Person, 1, is_exec=False), put(Person, 2, is_exec=False)),
        put(Person, 1, is_exec=False),
        tuple(f"H1:hard_decision:{n}:decider" for n in (1, 2, 3)),
    ),
    Yields(
        STOP,
        "D1:draft:1:text",
        wording("CRM is a platform on which every client is served by people who know them well."),
        wording("CRM is not a platform; it is how each client is served by people who know them."),
    ),
    Yields(
        WARN,
        "D1:draft:1:text",
        wording("One solution with dashboards " + "and modules " * 8),
        wording("One solution with dashboards for clients " + "and modules " * 8),
    ),
    Yields(  # “customer” only describes the box here
        WARN,
        "D1:draft:1:text",
        wording("A single customer view held by the council, " + "complete and correct " * 3),
        wording("A single customer view held by the council for its customers " + "now " * 6),
    ),
    Yields(WARN, "D2:draft:1:says_experience", put(Draft, says_experience=False)),
    Yields(WARN, "D2:draft:1:says_process", put(Draft, says_process=False)),
    Yields(WARN, "D2:draft:1:says_followed", put(Draft, says_followed=False)),
    Yields(WARN, "D3:draft:1:text:length", with_words(14), with_words(15)),
    Yields(WARN, "D3:draft:1:text:length", with_words(61), with_words(60)),
    Yields(WARN, "D3:draft:1:text:length", wording(DASHED), wording(DASHED + " it")),
    Yields(
        WARN,
        "D3:draft:1:text:product",
        wording(
            "How we serve clients together, agreed by all, and written down in Outlook at once."
        ),
        wording(
            "How we serve clients together, agreed by all, with an outlook for each one of them."
        ),
    ),
    Yields(WARN, "D4:line:1:spread_note", put(Ballot, 2, value=2), put(Ballot, 2, value=3)),
    Yields(
        WARN,
        "D4:line:1:spread_note",
        put(Ballot, 2, value=2),
        also(put(Ballot, 2, value=2), put(Line, spread_note="Two of us think of the whole firm.")),
    ),
    Yields(  # only a round that was revealed, and the last of them
        WARN,
        "D4:line:1:spread_note",
        add(
            Poll(id=3, activity_id=2, question="later", round=2, scale=Scale.LINE, revealed=True),
            Ballot(id=5, poll_id=3, value=1),
            Ballot(id=6, poll_id=3, value=5),
        ),
        add(
            Poll(id=3, activity_id=2, question="later", round=2, scale=Scale.LINE),
            Ballot(id=5, poll_id=3, value=1),
            Ballot(id=6, poll_id=3, value=5),
        ),
    ),
    Yields(
        STOP,
        "O1:definition:1:main_objective",
        put(Definition, main_objective="- Faster first calls\n- Clearer bills"),
        put(Definition, main_objective="- Faster first calls\n-\n"),
    ),
    Yields(STOP, "O1:definition:1", put(Definition, main_objective=" ")),
    Yields(STOP, "O1:definition:1", put(Definition, main_objective="", done_when="", done_by=None)),
    Yields(STOP, "O1:definition:1", put(Definition, done_when="")),
    Yields(
        STOP,
        "O1:definition:1",
        put(Definition, done_by=None),
        put(Definition, done_by=HELD),
    ),
    Yields(
        STOP,
        "M2:definition:1:done_when",
        put(Definition, done_when="The new system is live"),
        put(Definition, done_when="Half the complaints, a year after the new system is live"),
    ),
    Yields(
        STOP,
        "M2:definition:1:done_when",
        put(Definition, done_when="Hub live on 1 May"),
        put(Definition, done_when="Live calls answered on 1 May"),
    ),
    Yields(
        STOP,
        "M2:definition:1:main_objective",
        put(Definition, main_objective="The hub is live"),
        put(Definition, main_objective="Waiting time at the hub is halved"),
    ),
    Yields(
        STOP,
        "M3:definition:1:main_objective",
        put(Definition, main_objective="All contacts recorded"),
        put(Definition, main_objective="All complaints answered"),
    ),
    Yields(
        STOP,
        "M3:definition:1:done_when",
        put(Definition, done_when="Every partner records every contact"),
        put(Definition, done_when="Partners record 80 % of what clients tell them"),
    ),
    Yields(
        ASK,
        "T1:card:0:bucket:2.2",
        put(Card, 0, bucket="technology"),
        also(
            put(Card, 0, bucket="technology"),
            put(Card, 2, parked=True),
            put(Card, 3, merged_into_id=0),
        ),
    ),
    Yields(WARN, "T2:release_item:0:bucket:count", first_release(6, 4), first_release(5, 4)),
    Yields(STOP, "T2:release_item:0:bucket:count", first_release(8, 6), first_release(7, 6)),
    Yields(WARN, "T2:release_item:0:bucket:share", first_release(3, 1), first_release(3, 2)),
    Yields(  # of so few, a share says nothing
        WARN, "T2:release_item:0:bucket:share", first_release(4, 2), first_release(2, 1)
    ),
    Yields(
        WARN,
        "T3:release_item:0:bucket",
        put(ReleaseItem, 5, bucket=Release.LATER, serves="First call"),
    ),
    Yields(
        WARN,
        "T4:release_item:1:serves",
        put(ReleaseItem, serves="The bill"),  # a step that promises nothing
        put(ReleaseItem, serves="FIRST  call"),
    ),
    Yields(
        WARN,
        "T4:release_item:5:serves",
        put(ReleaseItem, 5, bucket=Release.LATER),
        too=("T3:release_item:0:bucket",),
    ),
    Yields(
        WARN,
        "T4:technology_need:1:serves",
        put(TechnologyNeed, serves=""),
        put(TechnologyNeed, serves="main objective"),
    ),
    Yields(
        WARN,
        "T4:release_item:1:retire_on",
        put(ReleaseItem, old_system="The card index"),
        put(ReleaseItem, old_system="The card index", retire_on=date(2027, 6, 30)),
    ),
    Yields(WARN, "T4:user_need:1:kept_true_by", put(UserNeed, kept_true_by="")),
    Yields(
        WARN,
        "T4:user_need:1:kept_true_by",
        put(UserNeed, kept_true_by="All secretaries"),
        put(UserNeed, kept_true_by="B. Notyet"),
    ),
    Yields(WARN, "T4:user_need:1:user_group", put(UserNeed, user_group="")),
)
