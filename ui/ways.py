"""Where a window may lead: another window, and in it one field of one record."""

from dataclasses import dataclass
from enum import Enum, auto


class Where(Enum):
    """The windows there are; all but the library, the settings and the help are of one workshop."""

    LIBRARY = auto()
    PREPARATION = auto()
    LIVE = auto()
    CHARTER = auto()
    SETTINGS = auto()
    HELP = auto()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place within a window: a field of a record (row 0: of the table), or a page by its key."""

    table: str = ""
    row_id: int = 0
    field: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a window; `workshop_id` is 0 where the window is of none."""

    where: Where
    workshop_id: int = 0
    spot: Spot | None = None
