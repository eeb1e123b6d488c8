"""A section from its parts: what is missing says so, with who settles it by when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crm_workshop.charter.document import Block, Hue, NotSettled, Section
from crm_workshop.charter.origin import Origin
from crm_workshop.charter.source import Source
from crm_workshop.model.base import Row
from crm_workshop.model.workshop import Activity


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a section. An empty one is named (`what`) as not settled; nameless, left out.

    `records` are the types whose activity has to settle it.
    """

    blocks: tuple[Block, ...]
    what: str = ""
    records: tuple[type[Row], ...] = ()


def make_section(
    source: Source, key: str, number: str, title: str, hue: Hue, parts: Iterable[Part]
) -> Section:
    """Return a section of these parts; if all are empty it says once that nothing is settled."""
    held = tuple(parts)
    blocks = tuple(_blocks(source, number, held))
    if not any(part.blocks for part in held):
        blocks = (_not_settled(source, number, held),)
    return Section(key, number, source.say(title), hue, blocks)


def make_annex(source: Source, letter: str, title: str, hue: Hue, parts: Iterable[Part]) -> Section:
    """Return an annex of these parts, under its letter."""
    return make_section(source, f"annex-{letter.lower()}", letter, title, hue, parts)


def _blocks(source: Source, number: str, parts: tuple[Part, ...]) -> Iterator[Block]:
    for part in parts:
        yield from part.blocks
        if part.what and not part.blocks:
            yield _not_settled(source, number, (part,), part.what)


def _not_settled(
    source: Source, number: str, parts: tuple[Part, ...], what: str = ""
) -> NotSettled:
    """Return who settles it by when, from the activity that writes it or feeds the section."""
    tables = {record.table for part in parts for record in part.records}
    origins = tuple(Origin(record.table) for part in parts for record in part.records)
    writing, feeding = [], []
    for activity in source.dossier.all(Activity):
        design = source.kit.activity(activity.key)
        if design is None or not (activity.finish_owner.strip() or activity.finish_by):
            continue
        if tables & {record.record for record in design.records}:
            writing.append(activity)
        elif _feeds(design.feeds, number) and not tables:
            feeding.append(activity)
    for activity in writing + feeding:
        by = f"by {source.short(activity.finish_by)}" if activity.finish_by else ""
        return NotSettled(activity.finish_owner.strip(), by, what, origins)
    return NotSettled(what=what, origins=origins)


def _feeds(feeds: tuple[str, ...], number: str) -> bool:
    return bool({number, f"annex-{number.lower()}"} & {feed.lower() for feed in feeds})
