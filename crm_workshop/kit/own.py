"""A firm's own kit: the standard kit with what the firm changes, leaves out, reorders and adds."""

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeVar

import msgspec

from crm_workshop.kit.design import (
    ActivityDesign,
    BreakDesign,
    Kit,
    KnownPitfall,
    Minutes,
    SetUpDesign,
)
from crm_workshop.kit.reading import Problems, convert, dotted

T = TypeVar("T")


class OwnKit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys of a firm's own kit file; what it does not say stays as in the standard kit."""

    based_on: Literal["standard"]
    name: str
    title: str = ""
    version: int = 1
    leave_out: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    change: dict[str, Any] = {}
    add: tuple[Any, ...] = ()
    stages: dict[str, Any] = {}
    set_up: dict[str, Any] = {}
    breaks: tuple[Any, ...] | None = None
    pitfalls: tuple[Any, ...] = ()
    booking: Minutes | None = None


#: Keys that only make sense on top of another kit.
ONLY_THERE: Final = frozenset({"leave_out", "order", "change", "add"})


def pieces(raw: tuple[Any, ...], wanted: type[T], path: str, problems: Problems) -> list[T]:
    """Return the items of a list that are what is `wanted`; note what is wrong with the others."""
    found = (
        convert(one, wanted, place_of(path, number, one), problems)
        for number, one in enumerate(raw, start=1)
    )
    return [one for one in found if one is not None]


def place_of(path: str, number: int, one: object) -> str:
    """Return the path of an item of a list: by its key if it has one, else by its number."""
    key = one.get("key") if isinstance(one, Mapping) else None
    return dotted(path, key) if isinstance(key, str) and key else f"{path}[{number}]"


def build(
    raw: dict[str, Any], standard: Kit, standard_tables: Mapping[str, Any], problems: Problems
) -> Kit | None:
    """Return the whole kit that a firm's own file asks for; None after noting why it cannot be."""
    own = convert(raw, OwnKit, "", problems)
    if own is None:
        return None
    _check_keys(own, standard, problems)
    kept = _changed(own, standard, standard_tables, problems)
    activities = _in_order(own, _with_added(own, kept, problems), problems)
    titles = {
        key: convert(title, str, dotted("stages", key), problems)
        for key, title in own.stages.items()
    }
    set_up = convert(merged(standard_tables["set_up"], own.set_up), SetUpDesign, "set_up", problems)
    pitfalls = pieces(own.pitfalls, KnownPitfall, "pitfalls", problems)
    if own.breaks is None:
        pauses = _moved(standard, activities)
    else:
        pauses = pieces(own.breaks, BreakDesign, "breaks", problems)
    here = {one.key for one in activities} | {""}
    return msgspec.structs.replace(
        standard,
        name=own.name,
        title=own.title or standard.title,
        version=own.version,
        stages=tuple(
            msgspec.structs.replace(one, title=titles.get(one.key, one.title))
            for one in standard.stages
        ),
        activities=tuple(activities),
        set_up=set_up or standard.set_up,
        pitfalls=(*standard.pitfalls, *pitfalls),
        quotations=tuple(one for one in standard.quotations if one.activity in here),
        pauses=tuple(pauses),
        booking=own.booking,
    )


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return `below` with what `above` says: tables are merged, everything else replaced."""
    result = dict(below)
    for key, value in above.items():
        under = result.get(key)
        if isinstance(under, Mapping) and isinstance(value, Mapping):
            result[key] = merged(under, value)
        else:
            result[key] = value
    return result


def _changed(
    own: OwnKit, standard: Kit, tables: Mapping[str, Any], problems: Problems
) -> list[ActivityDesign]:
    """Return the standard activities that stay, as the firm changed them."""
    kept = []
    for activity, table in zip(standard.activities, tables["activities"], strict=True):
        key = activity.key
        result: ActivityDesign | None = activity
        if key in own.change:
            result = _change(own.change[key], table, dotted("change", key), problems)
        if key not in own.leave_out:
            kept.append(result or activity)
    return kept


def _change(
    change: object, table: Mapping[str, Any], path: str, problems: Problems
) -> ActivityDesign | None:
    if not isinstance(change, Mapping):
        problems.add(path, "should be a table of keys.")
        return None
    if "key" in change:
        problems.add(dotted(path, "key"), "cannot be changed; leave the activity out and add one.")
        return None
    return convert(merged(table, change), ActivityDesign, path, problems)


def _with_added(
    own: OwnKit, kept: list[ActivityDesign], problems: Problems
) -> list[ActivityDesign]:
    """Return the activities with the added ones after the activity they name, or their stage."""
    result = list(kept)
    standard = {one.key for one in kept}
    for number, one in enumerate(own.add, start=1):
        path = place_of("add", number, one)
        table = dict(one) if isinstance(one, Mapping) else one
        after = table.pop("after", "") if isinstance(table, dict) else ""
        activity = convert(table, ActivityDesign, path, problems)
        if activity is None:
            continue
        if any(other.key == activity.key for other in result):
            problems.add(path, _taken(activity.key, activity.key in standard))
            continue
        before = [
            index
            for index, other in enumerate(result)
            if (other.key == after if after else other.stage == activity.stage)
        ]
        if after and not before:
            problems.add(dotted(path, "after"), f"names “{after}”, which is not on the agenda.")
        result.insert(before[-1] + 1 if before else len(result), activity)
    return result


def _taken(key: str, standard: bool) -> str:
    """Return what to do about an added activity whose key another one has."""
    if not standard:
        return "is there more than once; give each a key of its own."
    return (
        f"has the key of a standard activity: write under [change.{dotted('', key)}] what differs, "
        "put it in leave_out, or give this one another key."
    )


def _in_order(
    own: OwnKit, activities: list[ActivityDesign], problems: Problems
) -> list[ActivityDesign]:
    """Return the activities in the firm's order, which has to name each of them once."""
    if not own.order:
        return activities
    keys = {one.key for one in activities}
    for key in dict.fromkeys(own.order):
        if key not in keys:
            problems.add("order", f"names “{key}”, which is not on the agenda.")
        elif own.order.count(key) > 1:
            problems.add("order", f"names “{key}” more than once.")
    forgotten = [one.key for one in activities if one.key not in own.order]
    if forgotten:
        names = ", ".join(forgotten)
        problems.add("order", f"has no place for {names}; name each, or put it in leave_out.")
    place = {key: index for index, key in enumerate(own.order)}
    return sorted(activities, key=lambda one: place.get(one.key, len(place)))


def _check_keys(own: OwnKit, standard: Kit, problems: Problems) -> None:
    for key in own.leave_out:
        if standard.activity(key) is None:
            problems.add("leave_out", f"names “{key}”, which is not in the standard kit.")
    for key in own.change:
        if standard.activity(key) is None:
            problems.add(dotted("change", key), "is not an activity of the standard kit.")
    for key in own.stages:
        if standard.stage(key) is None:
            known = ", ".join(one.key for one in standard.stages)
            problems.add(dotted("stages", key), f"is not a stage; the stages are {known}.")


def _moved(standard: Kit, activities: list[ActivityDesign]) -> list[BreakDesign]:
    """Return the standard breaks; one after an activity left out moves before it, or goes."""
    here = {one.key for one in activities}
    keys = [one.key for one in standard.activities]
    result = []
    for pause in standard.pauses:
        earlier = [key for key in keys[: keys.index(pause.after) + 1] if key in here]
        if earlier:
            result.append(msgspec.structs.replace(pause, after=earlier[-1]))
    return result
