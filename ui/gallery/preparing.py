"""The preparation at each of its pages, and as a new workshop has them."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from crm_workshop.activities.prework import answer_prework, note_sponsor_call
from crm_workshop.activities.workshops import create_workshop
from crm_workshop.model.workshop import Person
from ui.bridge import StoreBridge
from ui.gallery.stage import Stage, settle, shown
from ui.prepare.pages import PAGES
from ui.prepare.window import PrepareWindow
from ui.ways import Spot

#: What the first two people sent back before the day.
_SENT: Final = (
    ("we know who is calling.", "She told it four times, to four of us.", "41 % come back."),
    ("", "He was asked for the same form twice.", ""),
)


def preparations(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Yield every page of the preparation: of the sample, and of a workshop that has just begun."""
    if any(stage.wanted(f"prepare/{one.key}") for one in PAGES):
        _send_back(stage)
        yield from _pages(stage, stage.workshop_id, "prepare")
    if any(stage.wanted(f"prepare/new-{one.key}") for one in PAGES):
        new = create_workshop(stage.store, "Marlowe & Vane").id
        yield from _pages(stage, new, "prepare/new")


def _pages(stage: Stage, workshop_id: int, name: str) -> Iterator[tuple[str, QWidget]]:
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = PrepareWindow(stage.store, StoreBridge(stage.store), workshop_id, settings)
        shown(window, stage.size)
        for page in PAGES:
            screen = f"{name}-{page.key}" if name.endswith("new") else f"{name}/{page.key}"
            if stage.wanted(screen):
                window.go_to_spot(Spot(page=page.key))
                settle()
                yield screen, window
        window.close()
        window.deleteLater()
        settle()


def _send_back(stage: Stage) -> None:
    """Let some of the pre-work have come back."""
    for person, texts in zip(stage.store.all(Person, stage.workshop_id), _SENT, strict=False):
        for line, text in enumerate(texts, 1):
            answer_prework(stage.store, person.id, line, text)
    note_sponsor_call(stage.store, stage.workshop_id, "Would change who answers the first call.")
