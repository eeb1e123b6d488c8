"""The live windows: a card from the key to the room's picture, and going from one to the next."""

import statistics
import time
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from benchmarks.stage import application, stage, wait_for
from benchmarks.timing import Claim, percentile_95, seconds
from crm_workshop.activities.cards import add_card
from crm_workshop.live import scene
from crm_workshop.live.views import View
from crm_workshop.model.capture import Card
from crm_workshop.model.workshop import Activity
from ui.activities.cards import CardsPanel
from ui.live import LiveWorkshop
from ui.room.screen import spoken

#: The activity in which cards are written.
_WALL: Final = "2.1"

#: Beyond the last page: a room that is turned there shows the newest cards.
_LAST: Final = 99


class _Painted(QObject):
    """Notes when the room's picture was last painted to its end."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the room screen paint, then look at the clock."""
        if event.type() != QEvent.Type.Paint:
            return False
        watched.event(event)
        self.at = time.perf_counter()
        return True


def card_to_room(folder: Path, *, cards: int = 200, rounds: int = 60) -> Claim:
    """From Enter in the field for cards until the card is painted on the room screen.

    Counted is everything between: the key, the step in the file with its sync to the disk, reading
    it again, what the room may see of it, the layout of all cards and the painting of the picture
    at 1920 × 1080. The last rounds of `cards` are measured, each card being shown as it is added.
    """
    with stage(folder) as live:
        panel = _wall(live, cards - rounds)
        painted = _Painted()
        live.room.room.installEventFilter(painted)
        measured = [_enter(live, panel, painted, number) for number in range(rounds)]
    told = f"median {statistics.median(measured) * 1e3:.1f} ms, up to {cards} cards"
    return Claim("Enter to a card on the room screen", _p95(measured), 16, "ms", told)


def changing_activity(folder: Path, *, rounds: int = 2) -> Claim:
    """From one activity to the next through the day, until console and room screen are painted.

    The room stays long enough at each for the next panel to be made ahead.
    """
    app = application()
    measured = []
    with stage(folder) as live:
        agenda = live.session.store.all(Activity, live.session.workshop_id)

        def go(activity: Activity) -> None:
            live.console.go_to(activity.id)
            app.processEvents()

        for activity in agenda * rounds:
            measured.append(seconds(partial(go, activity)))
            wait_for(lambda: live.console.work.is_ready)
            QTest.qWait(50)
    told = f"median {statistics.median(measured) * 1e3:.0f} ms, {len(measured)} changes"
    return Claim("Changing the activity, p95", _p95(measured), 50, "ms", told)


def _wall(live: LiveWorkshop, cards: int) -> CardsPanel:
    """Go to an activity with so many cards, all shown, the newest in sight; return its panel."""
    session = live.session
    store, workshop_id = session.store, session.workshop_id
    activity = session.dossier.activity(_WALL)
    assert activity is not None, "the sample has the standard kit's activities"
    with store.step("Fill the wall", workshop_id):
        for number in range(cards - len(session.dossier.of(Card, activity.id))):
            add_card(store, activity.id, _words(number), revealed=True)
    live.console.go_to(activity.id)
    scene.set_view(store, workshop_id, View.CARDS)
    scene.turn_to_page(store, workshop_id, _LAST)
    panel = live.console.work.panel
    assert isinstance(panel, CardsPanel), "its method is cards"
    mode = next(one for one in panel.findChildren(QPushButton) if "room sees" in one.toolTip())
    mode.setChecked(True)
    QTest.qWait(300)
    return panel


def _enter(live: LiveWorkshop, panel: CardsPanel, painted: _Painted, number: int) -> float:
    """Write a card as a hand does and return the seconds from its Enter to the room's picture."""
    text = f"{number}: {_words(number)}"
    QTest.keyClicks(panel.capture, text)
    QTest.qWait(20)
    begun = time.perf_counter()
    QTest.keyClick(panel.capture, Qt.Key.Key_Return)
    wait_for(lambda: painted.at > begun)
    took = painted.at - begun
    assert text in spoken(live.room.room.frame), "the picture that was painted shows the card"
    QTest.qWait(20)
    return took


def _words(number: int) -> str:
    return f"ring the client before they ring us, and write down who did so, no. {number}"


def _p95(measured: list[float]) -> float:
    return percentile_95(measured) * 1e3
