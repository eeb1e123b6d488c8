"""A small structural check against the part of JSON Schema that our schema uses."""

import re
from collections.abc import Iterator
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
#: What tells people something and tests nothing.
_TOLD = {"title", "description", "default", "$schema", "$defs", "format", "contentEncoding"}


def faults(value: Any, rule: dict[str, Any], root: dict[str, Any], at: str = "$") -> Iterator[str]:
    """Yield where `value` does not follow `rule`; a keyword not known here is an error."""
    for keyword, wanted in rule.items():
        if keyword not in _TOLD:
            yield from _CHECKS[keyword](value, wanted, rule, root, at)


def _type(value: Any, wanted: Any, _rule: Any, _root: Any, at: str) -> Iterator[str]:
    allowed = [wanted] if isinstance(wanted, str) else wanted
    fits = [isinstance(value, _TYPES[one]) for one in allowed]
    if not any(fits) or (isinstance(value, bool) and "boolean" not in allowed):
        yield f"{at} is not {wanted}"


def _properties(value: Any, wanted: Any, _rule: Any, root: Any, at: str) -> Iterator[str]:
    for key in value if isinstance(value, dict) else ():
        if key in wanted:
            yield from faults(value[key], wanted[key], root, f"{at}.{key}")


def _additional(value: Any, wanted: Any, rule: Any, _root: Any, at: str) -> Iterator[str]:
    assert wanted is False
    for key in value if isinstance(value, dict) else ():
        if key not in rule["properties"]:
            yield f"{at}.{key} is unknown"


def _required(value: Any, wanted: Any, _rule: Any, _root: Any, at: str) -> Iterator[str]:
    found = value if isinstance(value, dict) else wanted
    yield from (f"{at}.{key} is missing" for key in wanted if key not in found)


def _items(value: Any, wanted: Any, _rule: Any, root: Any, at: str) -> Iterator[str]:
    for index, one in enumerate(value if isinstance(value, list) else ()):
        yield from faults(one, wanted, root, f"{at}[{index}]")


def _one_of(value: Any, wanted: Any, _rule: Any, root: Any, at: str) -> Iterator[str]:
    if sum(not list(faults(value, one, root)) for one in wanted) != 1:
        yield f"{at} is not exactly one of the answers"


def _const(value: Any, wanted: Any, _rule: Any, _root: Any, at: str) -> Iterator[str]:
    if value != wanted or type(value) is not type(wanted):
        yield f"{at} is not {wanted}"


def _bounds(value: Any, _wanted: Any, rule: Any, _root: Any, at: str) -> Iterator[str]:
    if isinstance(value, int | float) and not rule["minimum"] <= value <= rule["maximum"]:
        yield f"{at} is out of bounds"


def _pattern(value: Any, wanted: Any, _rule: Any, _root: Any, at: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(wanted, value):
        yield f"{at} does not match"


def _reference(value: Any, wanted: Any, _rule: Any, root: Any, at: str) -> Iterator[str]:
    yield from faults(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, at)


_CHECKS: dict[str, Any] = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
    "items": _items,
    "oneOf": _one_of,
    "const": _const,
    "minimum": _bounds,
    "maximum": _bounds,
    "pattern": _pattern,
    "$ref": _reference,
}
