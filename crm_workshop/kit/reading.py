"""From the text of a TOML file to typed data, with errors a facilitator can mend.

A file is read in pieces so that one reading finds the mistakes of all pieces. Each mistake is one
sentence that names the key as it stands in the file (lists count from 1) and what was expected.
"""

import difflib
import re
import tomllib
from collections.abc import Iterator
from enum import EnumType
from typing import Any, Final, TypeVar

import msgspec

from crm_workshop.errors import KitError
from crm_workshop.kit import design
from crm_workshop.model.choices import Scale, Sector
from crm_workshop.text import clean, one_line

T = TypeVar("T")

#: Longer than any agenda, short enough to be read at once (characters).
_LONGEST: Final = 500_000
#: More sentences, or longer ones, would hide the first, which is the one to mend first.
_MOST_SHOWN: Final = 20
_LONGEST_SENTENCE: Final = 400

_NAMES: Final = {
    "int": "a whole number",
    "float": "a number",
    "str": "a text in quotes",
    "bool": "true or false",
    "array": "a list",
    "object": "a table of keys",
    "null": "nothing",
}
_ANSWERS: Final[dict[str, EnumType | tuple[str, ...]]] = {
    "method": design.Method,
    "scale": Scale,
    "short_scale": Scale,
    "sector": Sector,
    "subject": ("card", "technology_need", "release_item"),
    "hue": design.HUES,
    "based_on": ("standard",),
}
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


class Problems:
    """The mistakes found in one file, in the order in which they were found."""

    def __init__(self, file: str) -> None:
        self.file = one_line(file) or "The kit"
        self._sentences: list[str] = []

    def add(self, path: str, complaint: str) -> None:
        """Note that the value at `path` has `complaint`, which continues the sentence."""
        sentence = one_line(f"{self.file}: {path} {complaint}")
        if len(sentence) > _LONGEST_SENTENCE:
            sentence = sentence[: _LONGEST_SENTENCE - 1] + "…"
        if sentence not in self._sentences:
            self._sentences.append(sentence)

    def raise_if_any(self) -> None:
        """Raise the error if there is anything to say."""
        if self._sentences:
            raise self.error()

    def error(self) -> KitError:
        """Return all mistakes as one error, one sentence a line, the first one first."""
        shown = self._sentences[:_MOST_SHOWN]
        more = len(self._sentences) - len(shown)
        if more:
            shown.append(f"{self.file}: {more} more, once these are mended.")
        return KitError("\n".join(shown))


def parse(source: str, file: str) -> dict[str, Any]:
    """Return the tables of a TOML text, its strings cleaned; `KitError` names the wrong line."""
    name = one_line(file) or "The kit"
    if len(source) > _LONGEST:
        raise KitError(f"{name}: it holds {len(source):,} characters; the most is {_LONGEST:,}.")
    try:
        tables: dict[str, Any] = _cleaned(tomllib.loads(source.removeprefix("\ufeff")))
    except tomllib.TOMLDecodeError as error:
        raise KitError(f"{name}: {_syntax(str(error), source)}") from error
    except RecursionError as error:
        raise KitError(f"{name}: its tables or lists are nested too deeply.") from error
    except ValueError as error:  # a number or date that no calendar and no computer knows
        raise KitError(f"{name}: it holds a number or a date that cannot be: {error}.") from error
    return tables


def convert(raw: object, wanted: type[T], path: str, problems: Problems) -> T | None:
    """Return `raw` as `wanted`, or None after noting what is wrong at or under `path`."""
    try:
        return msgspec.convert(raw, wanted)
    except msgspec.ValidationError as error:
        problems.add(*_explained(str(error), raw, path))
    return None


def read_whole(source: str, file: str, wanted: type[T]) -> T:
    """Return a file that is one piece; `KitError` if it is not what is `wanted`."""
    problems = Problems(file)
    whole = convert(parse(source, file), wanted, "", problems)
    if whole is None:
        raise problems.error()
    return whole


def dotted(path: str, key: str) -> str:
    """Return the path of `key` under `path` as TOML writes it: `change."2.1"`."""
    step = key if _BARE.fullmatch(key) else '"' + key.replace('"', '\\"') + '"'
    return f"{path}.{step}" if path else step


def _cleaned(value: object) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return value


def _syntax(message: str, source: str) -> str:
    """Return TOML's own complaint as a sentence that begins with the line."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    if not found:
        return f"it is not TOML: {message}."
    what, line, column = found.groups()
    if what == "Cannot overwrite a value":
        what = "a key is given twice"
    what = what[:1].lower() + what[1:]
    if not line:
        return f"line {len(source.splitlines()) or 1}, the end: {what}."
    return f"line {line}, column {column}: {what}."


def _explained(message: str, raw: object, path: str) -> tuple[str, str]:
    """Return the path and the complaint of one msgspec message about `raw`."""
    found = re.fullmatch(r"(.*?)(?: - at `(?:key in )?\$(.*)`)?", message, re.DOTALL)
    what, inner = (found[1], found[2] or "") if found else (message, "")
    here = (path + _from_one(inner)).lstrip(".")
    if key := re.fullmatch(r"Object contains unknown field `(.*)`", what, re.DOTALL):
        return dotted(here, key[1]), "is not a key here" + _did_you_mean(key[1])
    if key := re.fullmatch(r"Object missing required field `(.*)`", what):
        return dotted(here, key[1]), "is missing."
    here = here or "the file"
    if what.startswith("Invalid enum value"):
        last = re.sub(r"\[\d+\]$", "", here).rsplit(".", 1)[-1]
        given = what.removeprefix("Invalid enum value ").strip("'")
        return here, f"should be {_answers(last)}, not “{given}”."
    if size := re.fullmatch(r"Expected `array` of length (\d+), got (\d+)", what):
        return here, f"should be a list of {size[1]}, not of {size[2]}."
    if kinds := re.fullmatch(r"Expected `(.*)`, got `(.*)`", what):
        given = _number_at(raw, inner) or _named(kinds[2])
        return here, f"should be {_named(kinds[1])}, not {given}."
    return here, f"cannot be used: {what}."


def _number_at(raw: object, inner: str) -> str:
    """Return the number at msgspec's path `inner` of `raw` as it was typed; empty for the rest."""
    value: Any = raw
    for key, index in re.findall(r"\.([^.\[]+)|\[(\d+)\]", inner):
        if key and isinstance(value, dict):
            value = value.get(key)
        elif index and isinstance(value, list | tuple):
            value = value[int(index)]
        else:
            return ""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _from_one(inner: str) -> str:
    return re.sub(r"\[(\d+)\]", lambda found: f"[{int(found[1]) + 1}]", inner)


def _named(kinds: str) -> str:
    wanted = [kind for kind in kinds.split(" | ") if kind != "null"] or ["null"]
    return " or ".join(_NAMES.get(kind, f"a {kind}") for kind in wanted)


def _answers(key: str) -> str:
    answers = [str(one) for one in _ANSWERS.get(key, ())]
    return "one of " + ", ".join(answers) if len(answers) > 1 else "“" + "".join(answers) + "”"


def _did_you_mean(key: str) -> str:
    close = difflib.get_close_matches(key, sorted(set(_known_keys())), n=1)
    return f"; did you mean “{close[0]}”?" if close else "."


def _known_keys() -> Iterator[str]:
    for one in vars(design).values():
        if isinstance(one, type) and issubclass(one, msgspec.Struct):
            yield from (field.encode_name for field in msgspec.structs.fields(one))
