"""Measure every claim in one run and print them as a table; exit 1 if one does not hold."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import charter, desk, home, library, live, processes
from benchmarks.timing import Claim

_CLAIMS: tuple[Callable[[Path], Claim], ...] = (
    library.step_against_insert,
    library.opening_a_large_workshop,
    library.searching_a_large_library,
    charter.charter_against_plain_document,
    processes.first_window,
    processes.memory,
    home.first_paint_of_many,
    home.finding_as_one_types,
    live.card_to_room,
    live.changing_activity,
    desk.clause_on_the_page,
)


def main() -> int:
    """Run all benchmarks; return 0 if all claims hold."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    failed = 0
    print(f"{'claim':40} {'measured':>10} {'limit':>8}")
    for measure in _CLAIMS:
        with tempfile.TemporaryDirectory() as folder:
            claim = measure(Path(folder))
        failed += not claim.holds
        mark = "" if claim.holds else "  TOO SLOW"
        print(
            f"{claim.what:40} {claim.figure:7.2f} {claim.unit:2} {claim.limit:5g} {claim.unit:2} "
            f" {claim.detail}{mark}",
            flush=True,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
