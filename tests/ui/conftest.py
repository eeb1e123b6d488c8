"""What every test of the windows shares: garbage is collected where nothing happens."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _collected_afterwards() -> Iterator[None]:
    """Let windows of an earlier test go between tests: within an event, Qt may still be at them."""
    gc.disable()
    yield
    gc.collect(0)
    gc.enable()
