"""What is wrong in a file: where, what was expected, and what stands there instead."""

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from crm_workshop.errors import InputError
from crm_workshop.model.base import Row
from crm_workshop.text import one_line

#: How many errors the message spells out, and how much of a wrong value it repeats.
_SPELT_OUT: Final = 3
_SHOWN: Final = 40

#: Where in the file a row stands, by its type and its id in the parsed dossier.
Paths = dict[tuple[type[Row], int], str]


@dataclass(frozen=True, slots=True)
class Problem:
    """One error: the JSON path of the place (`$.people[2].name`) and what is wrong there."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class ExchangeError(InputError):
    """A file that cannot be taken in; `errors` holds everything that is wrong with it."""

    def __init__(self, errors: Iterable[Problem]) -> None:
        self.errors: Final = tuple(errors)
        count = len(self.errors)
        told = "; ".join(str(one) for one in self.errors[:_SPELT_OUT])
        more = f"; and {count - _SPELT_OUT} more" if count > _SPELT_OUT else ""
        errors_are = "one error" if count == 1 else f"{count} errors"
        super().__init__(f"Nothing was imported, the file has {errors_are}: {told}{more}.")


def key_path(at: str, key: str) -> str:
    """Return the path of `key` inside the object at `at`."""
    if key.isidentifier():
        return f"{at}.{shown(key, bare=True)}"
    return f"{at}[{shown(key)}]"


def shown(value: object, *, bare: bool = False) -> str:
    """Return a value as it stands in the file, on one line and cut short."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = one_line(value if bare and isinstance(value, str) else json_text(value))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def json_text(value: object) -> str:
    """Return a plain value as JSON writes it; whole numbers of any length are not spelt out."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10**_SHOWN:
        return "an enormous number"
    return json.dumps(value, ensure_ascii=False)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return “; did you mean …?” if one of the `known` words is close, else nothing."""
    by_fold = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(word.casefold()[:200], by_fold, n=1, cutoff=0.6)
    return f"; did you mean “{by_fold[close[0]]}”?" if close else ""
