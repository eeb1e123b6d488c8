"""Kits: the standard one that ships with the program, and a firm's own."""

from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

import msgspec

from crm_workshop.errors import KitError
from crm_workshop.kit import own
from crm_workshop.kit.design import (
    ActivityDesign,
    BreakDesign,
    Kit,
    KnownPitfall,
    Quotation,
    StageDesign,
)
from crm_workshop.kit.reading import Problems, convert, dotted, parse
from crm_workshop.kit.validate import note_problems
from crm_workshop.model.workshop import Workshop
from crm_workshop.text import one_line

STANDARD: Final = "standard.toml"

_LISTS: Final[dict[str, tuple[str, type[msgspec.Struct]]]] = {
    "stages": ("stages", StageDesign),
    "activities": ("activities", ActivityDesign),
    "pitfalls": ("pitfalls", KnownPitfall),
    "quotations": ("quotations", Quotation),
    "breaks": ("pauses", BreakDesign),
}


def load_kit(source: str | None = None, file: str = "") -> Kit:
    """Return the kit that the TOML text `source` describes; None means the standard kit.

    `file` names it in errors. Raises `KitError` with one sentence a mistake: file, key, expected.
    """
    return _standard() if source is None else _load(source, file)


def kit_of(workshop: Workshop) -> Kit:
    """Return the kit that a workshop was prepared with."""
    return load_kit(workshop.kit_source or None, "The workshop’s own kit")


@cache
def _standard() -> Kit:
    return _whole(_standard_tables(), STANDARD)


@cache
def _standard_tables() -> dict[str, Any]:
    """Return the standard kit's tables, which nothing may change."""
    text = resources.files("resources").joinpath("kits", STANDARD).read_text("utf-8")
    return parse(text, STANDARD)


@lru_cache(maxsize=16)
def _load(source: str, file: str) -> Kit:
    try:
        tables = parse(source, file)
        return _based(tables, file) if "based_on" in tables else _whole(tables, file)
    except RecursionError as error:
        name = one_line(file) or "The kit"
        raise KitError(f"{name}: its tables are nested too deeply.") from error


def _based(tables: dict[str, Any], file: str) -> Kit:
    """Return a firm's own kit, checked as a whole."""
    problems = Problems(file)
    kit = own.build(tables, _standard(), _standard_tables(), problems)
    problems.raise_if_any()
    if kit is None:
        raise problems.error()
    added = {one.get("key") for one in tables.get("add", ())}

    def place(key: str) -> str:
        known = "add" if key in added else "change" if key in tables.get("change", ()) else ""
        return dotted(known or "activities", key)

    note_problems(kit, place, problems)
    problems.raise_if_any()
    return kit


def _whole(tables: dict[str, Any], file: str) -> Kit:
    """Return a kit that says everything itself, read list by list and checked as a whole."""
    problems = Problems(file)
    if own.ONLY_THERE & tables.keys():
        problems.add("based_on", 'is missing: write based_on = "standard".')
        raise problems.error()
    lists = {key: tables[key] for key in _LISTS if isinstance(tables.get(key), list)}
    frame = convert(tables | dict.fromkeys(lists, ()), Kit, "", problems)
    found = {
        _LISTS[key][0]: tuple(own.pieces(raw, _LISTS[key][1], key, problems))
        for key, raw in lists.items()
    }
    if frame is None:
        raise problems.error()
    problems.raise_if_any()
    kit = msgspec.structs.replace(frame, **found)
    note_problems(kit, lambda key: dotted("activities", key), problems)
    problems.raise_if_any()
    return kit
