"""What the tests of the store share."""

import pytest

from tests.store.room import Room


@pytest.fixture
def room() -> Room:
    return Room()
