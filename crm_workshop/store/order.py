"""Where a row goes among its like, without renumbering the others.

A position is a number between its neighbours'. Only when two neighbours have no number left
between them are the rows around renumbered, so a drag changes one row.
"""

from collections.abc import Sequence
from typing import Final

#: Neighbours closer than this are renumbered; far above the grain of a float near 10⁶.
CLOSEST: Final = 1e-6


def between(before: float | None, after: float | None) -> float | None:
    """Return a position between two neighbours (None: there is none on that side).

    Returns None when they are too close and the list has to be renumbered.
    """
    if before is None and after is None:
        return 1.0
    if before is None:
        return after - 1.0 if after is not None else None
    if after is None:
        return before + 1.0
    return (before + after) / 2 if after - before > CLOSEST else None


def renumbered(count: int) -> Sequence[float]:
    """Return fresh positions for a list of `count` rows."""
    return [float(place) for place in range(1, count + 1)]
