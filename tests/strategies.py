"""Random values and rows of every stored type, made from the model's own declarations."""

import dataclasses
import typing
from datetime import UTC, date, datetime, time
from enum import StrEnum
from types import NoneType
from typing import Any

from hypothesis import strategies as st

from crm_workshop.model.base import Row
from crm_workshop.model.fields import links

#: Text as people paste it: any alphabet, control characters, lone surrogates.
any_text = st.text(max_size=40)

_PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: any_text,
    int: st.integers(-(2**31), 2**31),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=30),
    tuple: st.lists(any_text, max_size=4).map(tuple),
    date: st.dates(),
    time: st.times(),
    datetime: st.datetimes(timezones=st.just(UTC)),
}


def values_of(record: type[Row], name: str) -> st.SearchStrategy[Any]:
    """Return random values of one field that is not a reference."""
    hint = typing.get_type_hints(record)[name]
    options = [one for one in (typing.get_args(hint) or (hint,)) if one is not NoneType]
    if typing.get_origin(hint) is tuple:
        return _PLAIN[tuple]
    base = options[0]
    one = st.sampled_from(base) if issubclass(base, StrEnum) else _PLAIN[base]
    return st.none() | one if NoneType in typing.get_args(hint) else one


def contents_of(record: type[Row]) -> st.SearchStrategy[dict[str, Any]]:
    """Return random values for every field of a type but its ids, places and references."""
    fixed = {"id", "workshop_id", "position", *links(record)}
    names = [field.name for field in dataclasses.fields(record) if field.name not in fixed]
    return st.fixed_dictionaries({name: values_of(record, name) for name in names})
