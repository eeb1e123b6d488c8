"""How a record's fields are declared: once, on the dataclass, for every use.

Forms, tables, the exchange file, the checks and the charter read the same `FieldSpec`. A field
made with `entry()` is content that people type; one made with `link()` points to another row; any
other field is the program's own (ids, positions, times).
"""

import dataclasses
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar, cast

_SPEC: Final = "crm_workshop.spec"

F = TypeVar("F", bound=Callable[..., Any])


def per_type(function: F) -> F:
    """Let a function of a record type compute once for each type.

    `functools.cache` itself does not count a class object as hashable for the type checker.
    """
    return cast(F, cache(function))


class Kind(StrEnum):
    """What a field holds, which decides its editor, its column and its print."""

    TEXT = "text"  # one line
    LONG = "long"  # paragraphs
    DATE = "date"
    TIME = "time"
    INT = "int"
    NUM = "num"
    BOOL = "bool"
    CHOICE = "choice"
    LIST = "list"  # short lines, in order
    PERSON = "person"  # a name, completed from the register of people
    PEOPLE = "people"  # several such names
    PROMISE = "promise"  # the name of an experience step, or the main objective
    BYTES = "bytes"


class Choice(StrEnum):
    """Base of every closed list of answers; the value is stored, the label is shown."""

    _label: str

    def __new__(cls, value: str, label: str = "") -> "Choice":
        """Make a member from its stored value and the label people read."""
        member = str.__new__(cls, value)
        member._value_ = value
        member._label = label
        return member

    @property
    def label(self) -> str:
        """The words people read; may hold vocabulary placeholders."""
        return self._label


@dataclasses.dataclass(frozen=True, slots=True)
class FieldSpec:
    """Everything the rooms need to know of one field that people fill in.

    `label` and `help` may hold vocabulary placeholders such as `{client}`. `required` means that a
    final charter needs it. A `private` field is for the facilitator and never reaches the room.
    """

    name: str
    label: str
    kind: Kind
    help: str = ""
    required: bool = False
    choices: type[Choice] | None = None
    private: bool = False


def entry(
    label: str,
    kind: Kind = Kind.TEXT,
    *,
    help: str = "",
    required: bool = False,
    choices: type[Choice] | None = None,
    private: bool = False,
    default: Any = ...,
) -> Any:
    """Declare a field people fill in; its empty value follows from `kind` unless given."""
    if kind is Kind.CHOICE and choices is None:
        raise TypeError(f"the choice field “{label}” needs its choices")
    if default is ...:
        default = _EMPTY[kind]
    spec = FieldSpec("", label, kind, help, required, choices, private)
    return dataclasses.field(default=default, metadata={_SPEC: spec})


def link(table: str, *, default: Any = dataclasses.MISSING) -> Any:
    """Declare a reference to another row of the same workshop; None where it may be unset."""
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata={"link": table})
    return dataclasses.field(default=default, metadata={"link": table})


@per_type
def specs(record: type[Any]) -> tuple[FieldSpec, ...]:
    """Return the specs of `record`'s typed fields, in the order in which they are asked."""
    return tuple(
        dataclasses.replace(field.metadata[_SPEC], name=field.name)
        for field in dataclasses.fields(record)
        if _SPEC in field.metadata
    )


@per_type
def spec(record: type[Any], name: str) -> FieldSpec:
    """Return the spec of one typed field; `KeyError` if there is no such field."""
    for candidate in specs(record):
        if candidate.name == name:
            return candidate
    raise KeyError(f"{record.__name__} has no field {name}")


@per_type
def links(record: type[Any]) -> dict[str, str]:
    """Return `record`'s references: field name to the table it points to."""
    return {
        field.name: field.metadata["link"]
        for field in dataclasses.fields(record)
        if "link" in field.metadata
    }


def is_blank(value: object) -> bool:
    """Tell whether nothing was filled in: None, no text but white space, a list of no more."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(is_blank(one) for one in value)
    return value is None


def is_written(record: Any) -> bool:
    """Tell whether anybody filled in a field of `record`; blanks, and what it began with, are none.

    A row in which nothing is written is neither judged by the checks nor printed.
    """
    return any(
        not is_blank(getattr(record, name)) and getattr(record, name) != begun
        for name, begun in _beginnings(type(record))
    )


def missing(record: Any) -> Iterator[FieldSpec]:
    """Yield the required fields of `record` that are still blank."""
    for candidate in specs(type(record)):
        if candidate.required and is_blank(getattr(record, candidate.name)):
            yield candidate


@per_type
def _beginnings(record: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return each typed field's name with the value that a new record holds there."""
    begun = {one.name: one.default for one in dataclasses.fields(record)}
    return tuple((one.name, begun[one.name]) for one in specs(record))


_EMPTY: Final[dict[Kind, Any]] = {
    Kind.TEXT: "",
    Kind.LONG: "",
    Kind.PERSON: "",
    Kind.PROMISE: "",
    Kind.LIST: (),
    Kind.PEOPLE: (),
    Kind.BOOL: False,
    Kind.DATE: None,
    Kind.TIME: None,
    Kind.INT: None,
    Kind.NUM: None,
    Kind.CHOICE: None,
    Kind.BYTES: b"",
}
