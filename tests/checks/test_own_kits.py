"""What the checks say of a workshop that runs a firm's own kit."""

import re
from pathlib import Path

import pytest

from crm_workshop.checks import check, open_stops
from crm_workshop.kit.load import load_kit
from crm_workshop.model.capture import Ballot, Card, Draft, Poll
from crm_workshop.model.dossier import RECORDS, Dossier
from crm_workshop.model.fields import specs
from crm_workshop.model.workshop import Activity
from tests.checks.room import HELD, add, also, as_is, drop, settled

STANDARD = load_kit()
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "short-kit.toml"
KITS = (Path(__file__).parents[2] / "docs" / "kits.md").read_text("utf-8")
ASKING = """
[[change."2.2".sort.buckets]]
value = "luck"
label = "Luck, at the {firm}"
[[change."2.2".sort.buckets]]
value = "habit"
label = "A habit"
[change."2.2".sort]
ask_above = "luck"
ask = "What did {clients} thank us for twice?"
"""


def own(text: str) -> str:
    return f'based_on = "standard"\nname = "own"\n{text}'


def test_the_share_of_cards_is_told_in_the_kits_own_words() -> None:
    thought = Card(id=1, activity_id=1, text="They rang back", bucket="luck")
    kit = load_kit(own(ASKING))
    (found,) = check(also(drop(Card), add(thought))(settled()), kit, HELD)
    assert found.id == "T1"
    assert found.title == "More than half is “Luck, at the firm”."
    assert found.sentence == "1 of 1 sorted cards lie in “Luck, at the firm”."
    assert found.question == "What did clients thank us for twice?"


def test_cards_written_while_sorting_count() -> None:
    thoughts = [Card(id=9 + n, activity_id=4, text="A tool", bucket="technology") for n in (1, 2)]
    (found,) = check(add(*thoughts)(settled()), STANDARD, HELD)
    assert found.sentence == "4 of 6 sorted cards lie in “Technology”."


def asked_in(table: str) -> str:
    """Return the key of the activity that asks most of what a record needs."""
    required = {one.name for one in specs(RECORDS[table]) if one.required}
    asked = {
        design.key: len(required.intersection(one.fields or required))
        for design in STANDARD.activities
        for one in design.records
        if one.record == table
    }
    return max(asked, key=asked.__getitem__)


def without(key: str) -> Dossier:
    """Return the settled workshop as it is when its kit has no such activity."""
    dossier = settled()
    activity = dossier.activity(key)
    polls = dossier.of(Poll, activity.id) if activity else ()
    cast = [one for one in dossier.all(Ballot) if one.poll_id in {poll.id for poll in polls}]
    return also(
        *(drop(record) for table, record in RECORDS.items() if asked_in(table) == key),
        drop(Draft) if key == "2.5" else as_is,
        *(drop(type(row), row.id) for row in (*polls, *cast)),
        drop(Activity, activity.id) if activity else as_is,
    )(dossier)


#: What the standard kit's agenda may lose for good, and what a charter cannot do without.
NEEDED = ("2.4", "2.5", "4.3", "8.1", "8.2")


@pytest.mark.parametrize("key", [one.key for one in STANDARD.activities])
def test_a_charter_needs_five_activities_and_no_other(key: str) -> None:
    keys = ["2.1", "2.2"] if key == "2.1" else [key]
    kit = load_kit(own(f"leave_out = {keys}"))
    stops = open_stops(check(without(key), kit, HELD))
    assert bool(stops) is (key in NEEDED), stops


def test_the_docs_name_what_a_charter_needs() -> None:
    (said,) = [line for line in KITS.splitlines() if line.startswith("A charter is final only")]
    assert tuple(re.findall(r"\((\d\.\d)\)", said)) == NEEDED
