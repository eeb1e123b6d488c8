"""A store in memory with one workshop, for the tests of its history."""

from datetime import UTC, datetime
from pathlib import Path

from crm_workshop.model.capture import Card
from crm_workshop.model.workshop import Activity, Workshop
from crm_workshop.store.library import Store


class Room:
    """A store in memory with one workshop, one activity, and a clock that is set by hand."""

    def __init__(self, path: Path | str = ":memory:") -> None:
        self.at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
        self.store = Store.open(path, now=lambda: self.at)
        with self.store.step("Create workshop", None) as pen:
            self.id = pen.insert(Workshop(firm="Alder & Finch LLP")).id
        with self.store.step("Plan", self.id) as pen:
            self.activity = pen.insert(Activity(key="2.1"))

    def add(self, text: str, workshop_id: int | None = None) -> Card:
        with self.store.step("Add card", workshop_id or self.id) as pen:
            return pen.insert(Card(activity_id=self.activity.id, text=text))

    def texts(self) -> list[str]:
        return [card.text for card in self.store.all(Card, self.id)]
