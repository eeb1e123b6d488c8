"""How the tables of this folder are written: what yields a finding, and what nearly does."""

from typing import NamedTuple

from crm_workshop.checks import Level
from tests.checks.room import Edit, as_is

STOP, WARN, ASK = Level.STOP, Level.WARN, Level.ASK


class Yields(NamedTuple):
    """`bad` gives exactly the finding `key` and those in `too`; `good`, the nearest, not `key`."""

    level: Level
    key: str
    bad: Edit
    good: Edit = as_is
    too: tuple[str, ...] = ()
