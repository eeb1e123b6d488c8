"""A hall for each test."""

import pytest

from tests.activities.hall import Hall


@pytest.fixture
def hall() -> Hall:
    return Hall()
