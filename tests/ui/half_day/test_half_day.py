"""A whole half-day through the real windows, by keys and mouse only, writes the very same file.

Only what preparing does is in the library at first: the firm, its people, the agenda. Everything
that the room of the sample wrote, voted, decided and signed is typed, in the order of the day, at
the sample's own times; the words come from the sample itself, so that there is one source. Then
the two files are compared byte by byte: no word, vote, time or owner may be lost on the way.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crm_workshop.exchange import dump, import_workshop
from crm_workshop.exchange.samples import samples
from crm_workshop.kit.load import kit_of
from crm_workshop.kit.words import words_of
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity
from crm_workshop.rehearsal import prepare
from crm_workshop.store.library import Store
from tests.ui.half_day.day import Day, come_to, leave
from tests.ui.half_day.hands import Hands
from tests.ui.half_day.stages import play
from ui.bridge import StoreBridge
from ui.live import LiveWorkshop
from ui.theme.look import dress
from ui.theme.tokens import load_theme

SAMPLE = samples()[0]


class Clock:
    """A clock that is set, and stands still in between."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def set(self, now: datetime) -> None:
        self.now = now


@pytest.fixture
def script() -> Dossier:
    store = Store.open(":memory:")
    return store.load(import_workshop(store, SAMPLE.data))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, script: Dossier, clock: Clock
) -> LiveWorkshop:
    store = Store.open(":memory:", now=clock)
    workshop_id = prepare(store, script, clock.set)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    theme = dress(qapp, load_theme("light"))
    made = LiveWorkshop(store, StoreBridge(store), workshop_id, theme, settings)
    qtbot.addWidget(made.console)
    qtbot.addWidget(made.room)
    return made


def come_forward(qtbot: QtBot, live: LiveWorkshop) -> None:
    """Put the console in front, where it is on a desktop: the platform without a screen is none."""
    live.console.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is live.console)


def test_the_half_day(qtbot: QtBot, live: LiveWorkshop, script: Dossier, clock: Clock) -> None:
    hands = Hands(live.console)
    day = Day(hands, script, kit_of(script.workshop), words_of(script), clock.set)
    come_forward(qtbot, live)
    hands.press("F5")
    come_forward(qtbot, live)
    for activity in script.all(Activity):
        come_to(day, activity)
        play(day, activity)
        assert not hands.sees("BLACK"), f"something typed in {activity.key} made the room black"
        leave(day, activity)
    written = dump(live.session.store.load(live.session.workshop_id))
    assert written.decode() == SAMPLE.data.decode()
