"""Small helpers of these tests."""

from typing import TypeVar

T = TypeVar("T")


def some(value: T | None) -> T:
    """Return what has to be there."""
    assert value is not None
    return value
