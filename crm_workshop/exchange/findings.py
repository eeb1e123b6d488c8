"""How an accepted finding names its record: by id in the library, by count in the file.

A finding's key is its rule, table, row and field, such as `W1:win:2:by`. In the file the row is
counted from 1 among the file's rows of that table; 0 says that the finding is about no single row.
"""

from collections.abc import Mapping

from crm_workshop.model.base import Row
from crm_workshop.model.dossier import BY_TABLE

_SEPARATOR = ":"


def renumber(finding: str, numbers: Mapping[tuple[type[Row], int], int]) -> str | None:
    """Return a finding's key with its row's number exchanged for the one in `numbers`.

    A key about no single row stays as it is. None if the row is not (or no longer) there: nothing
    can be accepted of it any more.
    """
    parts = finding.split(_SEPARATOR)
    if len(parts) < 3 or parts[1] not in BY_TABLE or not parts[2].isdecimal():
        return finding
    row_id = int(parts[2])
    if not row_id:
        return finding
    number = numbers.get((BY_TABLE[parts[1]], row_id))
    if number is None:
        return None
    return _SEPARATOR.join([*parts[:2], str(number), *parts[3:]])
