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
_SPELT_OUT: Final = 50
_SHOWN: Final = 40

#: How alike two words have to be for one to be a slip of the other (1 is the same).
_ALIKE: Final = 0.75
#: With fewer letters, that one word begins with another says nothing.
_SHORTEST_BEGINNING: Final = 3

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
    """A file that cannot be taken in; `errors` holds everything that is wrong with it.

    As text, a single error is one sentence; several stand below one another, a line each.
    """

    def __init__(self, errors: Iterable[Problem]) -> None:
        self.errors: Final = tuple(errors)
        count = len(self.errors)
        lines = [_ended(str(one)) for one in self.errors[:_SPELT_OUT]]
        if count > _SPELT_OUT:
            lines.append(f"And {count - _SPELT_OUT} more.")
        told = f"one error: {lines[0]}" if count == 1 else "\n".join([f"{count} errors:", *lines])
        super().__init__(f"Nothing was imported, the file has {told}")


def _ended(sentence: str) -> str:
    """Return a sentence with a full stop, unless it ends already."""
    return sentence if sentence[-1] in ".?!…" else f"{sentence}."


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
    """Return “; did you mean …?” if one of the `known` words is close, else nothing.

    Close is a slip of the fingers, or a word of which the other is the beginning.
    """
    by_fold = {one.casefold(): one for one in known}
    said = word.casefold()[:200]
    close = difflib.get_close_matches(said, by_fold, n=1, cutoff=_ALIKE)
    close += [one for one in by_fold if _begins(one, said) or _begins(said, one)]
    return f"; did you mean “{by_fold[close[0]]}”?" if close else ""


def _begins(beginning: str, word: str) -> bool:
    """Tell whether a word begins with another that is long enough to say something."""
    return len(beginning) >= _SHORTEST_BEGINNING and word.startswith(beginning)
