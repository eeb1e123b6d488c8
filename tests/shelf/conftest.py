"""A library whose day is 21 November 2026, ten o'clock."""

from datetime import UTC, datetime

import pytest

from crm_workshop.store.library import Store

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture
def store() -> Store:
    return Store.open(":memory:", now=lambda: NOW)
