"""What every test shares: no screen is needed, and hypothesis repeats itself exactly."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from crm_workshop.store.library import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci")


@pytest.fixture(autouse=True)
def _closed_stores(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close whatever libraries a test has opened: from Python 3.13 an open one is a warning."""
    opened: list[Store] = []
    made = Store.__init__

    def remembered(self: Store, *arguments: Any) -> None:
        made(self, *arguments)
        opened.append(self)

    monkeypatch.setattr(Store, "__init__", remembered)
    yield
    for store in opened:
        store.close()
