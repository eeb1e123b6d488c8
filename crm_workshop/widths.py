"""How the width of a table is shared out among its columns, on paper and on the screen."""

from collections.abc import Sequence


def share(room: float, weights: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Return `room` shared out by `weights`, each share at least its need where that can be."""
    total = sum(needs)
    if total >= room:
        return [need * room / total for need in needs]
    fixed: set[int] = set()
    while True:
        left = room - sum(needs[index] for index in fixed)
        weight = sum(weights[index] for index in range(len(weights)) if index not in fixed)
        short = {
            index
            for index, each in enumerate(weights)
            if index not in fixed and left * each / weight < needs[index]
        }
        if not short:
            break
        fixed |= short
    return [
        needs[index] if index in fixed else left * weights[index] / weight
        for index in range(len(weights))
    ]
