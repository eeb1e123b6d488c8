"""The content code in a charter's footer, by which two prints can be compared."""

import hashlib
from typing import Any, Final

import msgspec

from crm_workshop.charter.document import Charter

#: How it is laid out is not what it says: the same charter on A4 and on Letter has one code.
_LAYOUT: Final = frozenset(
    {"paper", "locale", "logo", "hue", "weight", "numeric", "quiet", "strong", "run_on"}
    | {"origins"}  # nor is the number of the row it was read from
)
#: Nor is what happens to it: issued, dated, signed. What the room read back and what it signs have
#: one code, and a charter that was signed later keeps it.
_FATE: Final = frozenset(
    {"code", "version", "status_line", "draft", "dated", "date_text", "open_points", "when"}
)


def content_code(charter: Charter) -> str:
    """Return eight hexadecimal digits computed from everything the charter says.

    They are the beginning of the SHA-256 of its text in a canonical JSON, the same on every
    machine. Neither its layout counts nor its version, its dates and who has signed yet.
    """
    said = msgspec.json.encode(_said(msgspec.to_builtins(charter)), order="sorted")
    return hashlib.sha256(said).hexdigest()[:8]


def _said(value: Any) -> Any:
    """Return plain data without what belongs to the layout."""
    if isinstance(value, dict):
        return {key: _said(held) for key, held in value.items() if key not in _LAYOUT | _FATE}
    if isinstance(value, list | tuple):
        return [_said(held) for held in value]
    return value
