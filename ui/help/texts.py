"""What the help says, declared in resources/help."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec


@dataclass(frozen=True, slots=True)
class Method:
    """The method of an activity in one paragraph; `source` is where it comes from."""

    key: str
    name: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the tour."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class _Methods:
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class _Tour:
    steps: tuple[Step, ...]


@cache
def methods() -> tuple[Method, ...]:
    """Return the method of each activity of the standard kit, in the kit's order."""
    return msgspec.toml.decode(_read("methods"), type=_Methods).methods


@cache
def tour_steps() -> tuple[Step, ...]:
    """Return the steps of the tour, in their order."""
    return msgspec.toml.decode(_read("tour"), type=_Tour).steps


def _read(name: str) -> str:
    return files("resources").joinpath("help", f"{name}.toml").read_text("utf-8")
