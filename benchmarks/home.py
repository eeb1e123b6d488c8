"""The library's window over thousands of workshops: how soon it is there, how soon it finds."""

import random
import statistics
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView

from benchmarks.library import small_workshop
from benchmarks.processes import until_painted
from benchmarks.stage import application, wait_for
from benchmarks.timing import Claim, percentile_95, seconds
from crm_workshop.kit.load import load_kit
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Store
from ui.bridge import StoreBridge
from ui.home.window import HomeWindow
from ui.theme.look import dress
from ui.theme.tokens import load_theme

_MANY: Final = 2000
_DAY: Final = date(2026, 11, 21)
_FIRMS: Final = ("Alder", "Finch", "Norrland", "Eastmere", "Brandt", "Whitcombe", "Marlow")

#: What is typed, letter by letter: a firm, somebody, a sentence, nothing that is there.
_TYPED: Final = ("alder 19", "finch 3", "client promise", "board", "no such")


def first_paint_of_many(folder: Path, *, many: int = _MANY, rounds: int = 9) -> Claim:
    """From starting the program to its first painted window, in turns with an empty library."""
    full, empty = folder / "many.crmw", folder / "empty.crmw"
    fill(full, many)
    Store.open(empty).close()
    measured = [
        tuple(until_painted(folder, "ours", str(one)) for one in (full, empty))
        for _ in range(rounds)
    ]
    ours, bare = (statistics.median(one) for one in zip(*measured, strict=True))
    told = f"{ours * 1e3:.0f} ms against {bare * 1e3:.0f} ms"
    return Claim(f"Library of {many:,} against an empty one", ours / bare, 1.2, "×", told)


def finding_as_one_types(folder: Path, *, many: int = _MANY) -> Claim:
    """From a letter in the find field until the list that it finds is painted."""
    app = application()
    dress(app, load_theme("light"))
    path = folder / "many.crmw"
    fill(path, many)
    with Store.open(path) as store:
        home = HomeWindow(store, StoreBridge(store))
        home.resize(QSize(1440, 900))
        home.show()
        (field,), (shelf,) = home.findChildren(QLineEdit), home.findChildren(QListView)
        wait_for(shelf.isVisible)
        measured = [seconds(partial(_type, field, letter)) for letter in _letters(field)]
        home.close()
        home.deleteLater()
        app.processEvents()
    told = f"median {statistics.median(measured) * 1e3:.0f} ms, {len(measured)} letters"
    figure = percentile_95(measured) * 1e3
    return Claim(f"Finding in {many:,} as one types, p95", figure, 50, "ms", told)


def _letters(field: QLineEdit) -> Iterator[str]:
    """Yield what is typed; before each text the field is emptied, and rests before each letter."""
    for text in _TYPED * 2:
        field.clear()
        for letter in text:
            QTest.qWait(30)
            yield letter


def _type(field: QLineEdit, letter: str) -> None:
    """Type a letter, and let everything be painted that follows from it."""
    QTest.keyClicks(field, letter)
    application().processEvents()


def fill(path: Path, many: int) -> None:
    """Make a library of so many workshops: most signed, some running, some to come."""
    chance = random.Random(3)
    begun = datetime(2026, 11, 20, 9, tzinfo=UTC)
    keys = [one.key for one in load_kit().activities]
    with Store.open(path) as store, store.step("Make many", None) as pen:
        for number in range(many):
            held_on = _DAY + timedelta(days=chance.randrange(-900, 200))
            is_over = held_on < _DAY
            firm = f"{chance.choice(_FIRMS)} {number} LLP"
            version = "1.0" if is_over and number % 20 else ""
            workshop = pen.insert(Workshop(firm=firm, held_on=held_on, charter_version=version))
            for row in small_workshop(workshop.id, chance):
                pen.insert(row)
            for key in keys:
                started = begun if is_over else None
                pen.insert(
                    Activity(workshop_id=workshop.id, key=key, minutes_planned=9, started=started)
                )
