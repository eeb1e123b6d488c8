"""One desk for all tests of a module."""

from collections.abc import Iterator

import pytest

from tests.ui.real import desk as real


@pytest.fixture(scope="module")
def desk() -> Iterator[real.Desk]:
    with real.desk() as made:
        yield made
