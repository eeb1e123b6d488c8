"""The library file: a step against a bare insert, opening a large workshop, searching many."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.timing import Claim, percentile_95, seconds, side_by_side
from crm_workshop.model.capture import Card
from crm_workshop.model.commitment import HardDecision
from crm_workshop.model.success import Measure
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed
from crm_workshop.model.workshop import Activity, Person, Workshop
from crm_workshop.store.columns import to_row
from crm_workshop.store.connection import connect
from crm_workshop.store.library import Store

_WORDS = (
    *("client", "call", "review", "partner", "matter", "promise", "note", "handover", "complaint"),
    *("answer", "week", "board", "first", "meeting", "bill", "list", "team", "letter", "lead"),
    *("colleague", "visit", "question", "today", "morning"),
)
_FIRMS = ("Alder", "Finch", "Norrland", "Eastmere", "Brandt", "Whitcombe", "Marlow", "Quill")


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=9))


def step_against_insert(folder: Path) -> Claim:
    """One step with its undo record and search entry, against the same row inserted barely."""
    store = Store.open(folder / "ours.crmw")
    with store.step("Make", None) as pen:
        workshop = pen.insert(Workshop(firm="Alder & Finch LLP"))
    with store.step("Plan", workshop.id) as pen:
        activity = pen.insert(Activity(key="2.1"))
    bare = _bare_file(folder / "bare.db", store)
    numbers = iter(range(1_000_000))
    names = list(to_row(Card()))
    insert_card = f"INSERT INTO card ({', '.join(names)}) VALUES (:{', :'.join(names)})"

    def step() -> None:
        with store.step("Add card", workshop.id) as pen:
            pen.insert(Card(activity_id=activity.id, text=f"card {next(numbers)}"))

    def insert() -> None:
        card = Card(workshop_id=workshop.id, activity_id=activity.id, text=f"card {next(numbers)}")
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(insert_card, to_row(card))
        bare.execute("COMMIT")

    for _ in range(30):
        step()
        insert()
    ours, theirs = side_by_side(step, insert, rounds=300)
    detail = f"{ours * 1e3:.2f} ms against {theirs * 1e3:.2f} ms"
    return Claim("One step against a bare insert", ours / theirs, 2.0, "×", detail)


def _bare_file(path: Path, like: Store) -> sqlite3.Connection:
    """Return a plain connection, as careful as ours, with only the table of cards.

    Without the tables it points to, its foreign keys cannot be checked; ours are.
    """
    conn = connect(path)
    conn.execute("PRAGMA foreign_keys=OFF")
    for (sql,) in like.conn.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name='card' AND sql IS NOT NULL"
    ):
        conn.execute(sql)
    return conn


def opening_a_large_workshop(folder: Path) -> Claim:
    """Opening the file and reading a workshop of 1,000 cards and 200 records."""
    path = folder / "large.crmw"
    chance = random.Random(1)
    with Store.open(path) as store:
        with store.step("Make", None) as pen:
            workshop = pen.insert(Workshop(firm="Alder & Finch LLP"))
        with store.step("Fill", workshop.id) as pen:
            activity = pen.insert(Activity(key="2.1"))
            for _ in range(1000):
                pen.insert(Card(activity_id=activity.id, text=_sentence(chance)))
            for record, field in (
                (HardDecision, "decision"),
                (Measure, "measure"),
                (ReleaseItem, "item"),
                (TechnologyNeed, "need"),
            ):
                for _ in range(50):
                    content: dict[str, Any] = {field: _sentence(chance)}
                    pen.insert(record(**content))

    def open_it() -> None:
        with Store.open(path) as store:
            store.load(workshop.id)

    measured = [seconds(open_it) for _ in range(15)]
    return Claim(
        "Opening 1,000 cards and 200 records", percentile_95(measured) * 1e3, 50, "ms", "p95 of 15"
    )


def searching_a_large_library(folder: Path) -> Claim:
    """Typing into search, over 2,000 workshops of 40 rows each."""
    chance = random.Random(2)
    with Store.open(folder / "many.crmw") as store:
        with store.step("Make many", None) as pen:
            for number in range(2000):
                workshop = pen.insert(Workshop(firm=f"{chance.choice(_FIRMS)} {number} LLP"))
                for row in small_workshop(workshop.id, chance):
                    pen.insert(row)
        queries = list(_typing("client promise")) + list(_typing("alder 19")) + ["board", "no such"]
        measured = [seconds(_searching(store, query)) for _ in range(10) for query in queries]
    return Claim("Search in 2,000 workshops", percentile_95(measured) * 1e3, 50, "ms", "p95")


def small_workshop(workshop_id: int, chance: random.Random) -> Iterator[Person | HardDecision]:
    """Yield the rows of a workshop: 8 people and 32 decisions."""
    for number in range(8):
        yield Person(workshop_id=workshop_id, name=f"{chance.choice(_FIRMS)} {number}", role="Lead")
    for _ in range(32):
        yield HardDecision(
            workshop_id=workshop_id, decision=_sentence(chance), reason=_sentence(chance)
        )


def _typing(text: str) -> Iterator[str]:
    """Yield what the search field holds after each key."""
    return (text[:length] for length in range(1, len(text) + 1))


def _searching(store: Store, query: str) -> Callable[[], object]:
    return lambda: store.search(query)
