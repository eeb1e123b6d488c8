"""A workshop in memory, with a clock set by hand; each operation is held to its promise."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest

from crm_workshop.activities import people, workshops
from crm_workshop.errors import WorkshopError
from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import kit_of
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.workshop import Activity, Person
from crm_workshop.store.library import Change, Store

T = TypeVar("T")


class Hall:
    """One workshop of an invented firm, as freshly created."""

    def __init__(self, **fields: Any) -> None:
        self.at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
        self.store = Store.open(":memory:", now=lambda: self.at)
        self.id = workshops.create_workshop(self.store, "Marlowe Quill LLP", **fields).id
        self.heard: list[Change] = []
        self.store.subscribe(self.heard.append)

    def dossier(self) -> Dossier:
        return self.store.load(self.id)

    def kit(self) -> Kit:
        return kit_of(self.dossier().workshop)

    def activity(self, key: str) -> Activity:
        found = self.dossier().activity(key)
        assert found is not None
        return found

    def person(self, name: str, **facts: Any) -> Person:
        return people.add_person(self.store, self.id, name, **facts)

    def wait(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)

    def does(self, action: Callable[[], T]) -> T:
        """Do what must be one step that changes something, can be undone and done again."""
        self.wait(120)  # so that it joins no earlier step
        before, self.heard[:] = self.dossier(), []
        result = action()
        after = self.dossier()
        assert after != before
        (change,) = self.heard
        assert self.store.undo(self.id) == change.name
        assert self.dossier() == before
        assert self.store.redo(self.id) == change.name
        assert self.dossier() == after
        return result

    def refuses(self, error: type[WorkshopError], said: str, action: Callable[[], object]) -> None:
        """Try what must be refused with a sentence that matches `said`, and change nothing."""
        before, name = self.dossier(), self.store.undo_name(self.id)
        with pytest.raises(error, match=said) as caught:
            action()
        assert str(caught.value)[-1] in ".!?)"
        assert self.dossier() == before
        assert self.store.undo_name(self.id) == name
