"""Small changes to the kit that a workshop keeps: its breaks, and activities of its own.

A kit is text, and stays text: what is changed here could have been written by hand. Comments in
a file that somebody wrote are lost; the file itself is not touched.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec
import tomli_w

from crm_workshop.kit.design import ActivityDesign, BreakDesign
from crm_workshop.kit.load import load_kit
from crm_workshop.kit.reading import parse

#: Named in errors, as the workshop's own kit is.
_FILE: Final = "The workshop’s own kit"


def with_breaks(source: str, pauses: Sequence[BreakDesign]) -> str:
    """Return a kit with these breaks instead of its own; raises `KitError` if they cannot be."""

    def change(tables: dict[str, Any]) -> None:
        tables["breaks"] = [_plain(one) for one in pauses]

    return _edited(source, change)


def with_activity(source: str, design: ActivityDesign, after: str) -> str:
    """Return a kit with one more activity behind the one named `after`.

    Raises `KitError` if the activity cannot be: a key that is taken, a word in braces nobody knows.
    """

    def change(tables: dict[str, Any]) -> None:
        if "based_on" in tables:
            tables["add"] = [*tables.get("add", ()), _plain(design) | {"after": after}]
        else:
            keys = [one["key"] for one in tables["activities"]]
            tables["activities"].insert(keys.index(after) + 1, _plain(design))
        if tables.get("order"):
            tables["order"].insert(tables["order"].index(after) + 1, design.key)

    return _edited(source, change)


def with_design(source: str, design: ActivityDesign) -> str:
    """Return a kit in which an activity of its own is designed anew; raises `KitError`."""

    def change(tables: dict[str, Any]) -> None:
        for name in ("add", "activities"):
            for one in tables.get(name, ()):
                if one.get("key") == design.key:
                    after = {"after": one["after"]} if "after" in one else {}
                    one.clear()
                    one.update(_plain(design) | after)

    return _edited(source, change)


def without_activity(source: str, key: str) -> str:
    """Return a kit without an activity; a break behind it moves to the one before.

    Raises `KitError` if another activity needs it.
    """
    kit = load_kit(source or None, _FILE)
    keys = [one.key for one in kit.activities]
    before = keys[keys.index(key) - 1]
    pauses = [
        msgspec.structs.replace(one, after=before) if one.after == key else one
        for one in kit.pauses
    ]

    def change(tables: dict[str, Any]) -> None:
        tables["breaks"] = [_plain(one) for one in pauses]
        for name in ("add", "activities"):
            if name in tables:
                tables[name] = [one for one in tables[name] if one.get("key") != key]
        if tables.get("order"):
            tables["order"] = [one for one in tables["order"] if one != key]

    return _edited(source, change)


def _edited(source: str, change: Callable[[dict[str, Any]], None]) -> str:
    """Return a kit's text after a change of its tables, if it is still a kit."""
    tables = parse(source, _FILE) if source else _standard()
    change(tables)
    text = tomli_w.dumps(tables)
    load_kit(text, _FILE)
    return text


def _standard() -> dict[str, Any]:
    """Return what a kit of one's own says that differs from the standard kit in nothing."""
    booking = load_kit().booking
    frame: dict[str, Any] = {"based_on": "standard", "name": "own"}
    return frame | ({"booking": _plain(booking)} if booking else {})


def _plain(part: msgspec.Struct) -> dict[str, Any]:
    """Return a part of a kit as TOML says it: without what is not set."""
    return {key: _set(value) for key, value in msgspec.to_builtins(part).items() if _told(value)}


def _set(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _set(one) for key, one in value.items() if _told(one)}
    if isinstance(value, list | tuple):
        return [_set(one) for one in value]
    return value


def _told(value: Any) -> bool:
    return value is not None
