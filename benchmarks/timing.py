"""Measuring two things side by side, so that a busy machine slows both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """One measured claim: what, the figure, its limit and unit."""

    what: str
    figure: float
    limit: float
    unit: str
    detail: str

    @property
    def holds(self) -> bool:
        """Whether the figure keeps within its limit."""
        return self.figure <= self.limit


def seconds(action: Callable[[], object]) -> float:
    """Return how long one call takes, in seconds."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int
) -> tuple[float, float]:
    """Return the median seconds of both, measured in turns."""
    measured = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return (
        statistics.median(one for one, _ in measured),
        statistics.median(other for _, other in measured),
    )


def percentile_95(measured: list[float]) -> float:
    """Return the value that 95 of 100 stay under."""
    return statistics.quantiles(measured, n=20)[-1]
