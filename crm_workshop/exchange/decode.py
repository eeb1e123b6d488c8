"""The bytes of a file as plain JSON values, with everything that hides in bytes refused."""

import json
import re
from collections import Counter
from typing import Any, Final, Never

from crm_workshop.exchange.problems import ExchangeError, Problem

#: Larger files are no exchange files: it has room for the charters of a hundred versions.
LARGEST_FILE: Final = 32 * 2**20

#: A whole number with more digits fits into no field, and converting it could take minutes.
_MOST_DIGITS: Final = 400


class Pairs(dict[str, Any]):
    """A JSON object that remembers which of its keys were there more than once."""

    repeated: tuple[str, ...] = ()


def decode(data: bytes) -> object:
    """Return what the file says as plain values; its objects are `Pairs`.

    Raises ExchangeError for bytes that are not UTF-8, text that is not JSON, and files that are
    too large or too deeply nested to be a workshop.
    """
    if len(data) > LARGEST_FILE:
        _refuse(f"the file is larger than {LARGEST_FILE // 2**20} MB; it holds no workshop")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(
            f"byte {error.start + 1} is not UTF-8 text; save the file as JSON with UTF-8 encoding"
        )
    if not text.strip():
        _refuse("the file is empty")
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_int=_whole, parse_constant=_number)
    except json.JSONDecodeError as error:
        _refuse(_not_json(error))
    except RecursionError:
        _refuse("lists or objects stand inside one another too deeply")


def _refuse(message: str) -> Never:
    """Refuse the whole file."""
    raise ExchangeError([Problem("$", message)]) from None


def _not_json(error: json.JSONDecodeError) -> str:
    """Tell where a text stops being JSON; what people often write there, in words."""
    text, at = error.doc, error.pos
    before = text[:at].rstrip()
    if text[at : at + 1] in ("}", "]") and before.endswith(","):
        at = len(before) - 1
    slip = next((told for slip, told in _SLIPS if slip.match(text, at)), "")
    if not slip:
        return f"line {error.lineno}, column {error.colno} is not JSON: {error.msg}"
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return f"line {line}, column {column}: JSON {slip}"


_SLIPS: Final = (
    (re.compile(r",\s*[}\]]"), "has no comma after the last of a list or an object; take it out"),
    (re.compile(r"//|/\*|#"), "has no comments; take them out"),
    (re.compile("[“”„«‘’']"), "writes names and text in straight double quotation marks"),
)


def _pairs(pairs: list[tuple[str, Any]]) -> Pairs:
    """Make an object and note the keys that were repeated."""
    found = Pairs(pairs)
    if len(found) < len(pairs):
        times = Counter(key for key, _ in pairs)
        found.repeated = tuple(key for key in found if times[key] > 1)
    return found


def _whole(digits: str) -> int | float:
    """Return a whole number; one too long for any field as infinity, which no field takes."""
    return int(digits) if len(digits) <= _MOST_DIGITS else float("inf")


def _number(constant: str) -> float:
    """Return NaN or Infinity, which JSON does not know and no field takes."""
    return float(constant)
