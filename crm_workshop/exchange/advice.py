"""What somebody perhaps meant by a key that is not known where it stands."""

from collections.abc import Iterable
from functools import cache

from crm_workshop.exchange.layout import children, owner, section
from crm_workshop.exchange.problems import suggestion
from crm_workshop.model.base import Row
from crm_workshop.model.dossier import TABLES
from crm_workshop.model.workshop import Word, Workshop


def advise(key: str, known: Iterable[str], record: type[Row] | None) -> str:
    """Return where a list belongs that stands in `record` (None: at the top) by mistake.

    Failing that, the `known` key that is nearly the same, if there is one; else nothing.
    """
    home = _homes().get(key, record)
    if home is record or (record and section(record) == key):
        return suggestion(key, known)
    return f"; it belongs {_inside(home)}"


@cache
def _homes() -> dict[str, type[Row] | None]:
    """Return the record in which each list of the format stands; None is the top of the file."""
    found = {section(one): owner(one) for parent in (None, *TABLES) for one in children(parent)}
    return {**found, section(Workshop): None, section(Word): None}


def _inside(record: type[Row] | None) -> str:
    """Return the place inside a record, in words."""
    return f"inside one of the “{section(record)}”" if record else "at the top of the file"
