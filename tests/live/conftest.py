"""A workshop in a library in memory, with a clock that the test sets."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from crm_workshop.activities.workshops import create_workshop
from crm_workshop.kit.design import Kit
from crm_workshop.kit.load import load_kit
from crm_workshop.model.workshop import Workshop
from crm_workshop.store.library import Store

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Time:
    """The moment that the store is told; the test moves it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def on(self, **span: float) -> datetime:
        self.now += timedelta(**span)
        return self.now


@pytest.fixture
def moment() -> Time:
    return Time()


@pytest.fixture
def store(moment: Time) -> Iterator[Store]:
    with Store.open(":memory:", now=moment) as opened:
        yield opened


@pytest.fixture
def kit() -> Kit:
    return load_kit()


@pytest.fixture
def workshop(store: Store) -> Workshop:
    return create_workshop(
        store,
        "Quillfeather & Moss LLP",
        held_on=date(2026, 11, 21),
        starts=time(9, 0),
        facilitator="P. Thornbury",
    )
