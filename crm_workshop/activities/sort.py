"""Sorting: cards or records into a few buckets, with each bucket's share.

There is no “both”. Above half in the bucket that the kit watches, the console offers a question.
"""

from dataclasses import dataclass

from crm_workshop.activities.shared import design_in
from crm_workshop.activities.standing import sort_cards
from crm_workshop.errors import InputError, NotFoundError, RuleError
from crm_workshop.kit.design import Kit, SortDesign
from crm_workshop.kit.load import kit_of
from crm_workshop.model.capture import Card
from crm_workshop.model.choices import Job, Release
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.technology import ReleaseItem, TechnologyNeed
from crm_workshop.model.workshop import Activity
from crm_workshop.store.library import Store

Sortable = Card | TechnologyNeed | ReleaseItem

_RECORDS: dict[str, type[TechnologyNeed] | type[ReleaseItem]] = {
    record.table: record for record in (TechnologyNeed, ReleaseItem)
}
_CHOICES: dict[str, type[Job] | type[Release]] = {
    TechnologyNeed.table: Job,
    ReleaseItem.table: Release,
}


@dataclass(frozen=True, slots=True)
class BucketState:
    """One bucket: its stored value, its label, what is in it, and its share of all sorted (0–1)."""

    value: str
    label: str
    rows: tuple[Sortable, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Sorted:
    """A sort as it stands; `hint` is the question to ask while one bucket holds above half."""

    buckets: tuple[BucketState, ...]
    unsorted: tuple[Sortable, ...]
    hint: str


def buckets(dossier: Dossier, kit: Kit, activity: Activity) -> Sorted:
    """Return what is in which bucket; raises `RuleError` where the kit has no sort."""
    design = _design(kit, activity)
    rows = _rows(dossier, activity, design)
    values = _values(design)
    count = sum(_bucket(row) in values for row in rows)
    states = tuple(_state(rows, value, label, count) for value, label in values.items())
    above = any(one.value == design.ask_above and one.share > 0.5 for one in states)
    unsorted = tuple(row for row in rows if _bucket(row) not in values)
    return Sorted(states, unsorted, design.ask if above else "")


def put_in_bucket(
    store: Store, activity_id: int, row_ids: list[int], value: str, *, by: str = ""
) -> None:
    """Put cards or records of a sort into a bucket, or (empty value) out of theirs.

    Raises `InputError` for a bucket that the kit does not have, `NotFoundError` for a row that is
    not part of this sort.
    """
    activity = store.get(Activity, activity_id)
    dossier = store.load(activity.workshop_id)
    design = _design(kit_of(dossier.workshop), activity)
    values = _values(design)
    if value and value not in values:
        raise InputError(f"“{value}” is none of the buckets {', '.join(values)}.")
    rows = {row.id: row for row in _rows(dossier, activity, design)}
    if not rows.keys() >= set(row_ids):
        raise NotFoundError("That is not (or no longer) among what is sorted here.")
    with store.step(
        "Put in bucket" if value else "Take out of bucket", activity.workshop_id, by=by
    ) as pen:
        for row_id in row_ids:
            row = rows[row_id]
            pen.update(row, bucket=value if isinstance(row, Card) else value or None)


def _design(kit: Kit, activity: Activity) -> SortDesign:
    design = design_in(kit, activity)
    if design.sort is None:
        raise RuleError(f"Nothing is sorted in {activity.key} {design.title}.")
    return design.sort


def _values(design: SortDesign) -> dict[str, str]:
    """Return the buckets' labels by their stored values; a record's own choices are its buckets."""
    if design.subject == Card.table:
        return {one.value: one.label for one in design.buckets}
    labels = {one.value: one.label for one in design.buckets}
    choices = _CHOICES[design.subject]
    return {one.value: labels.get(one.value, one.label) for one in choices}


def _rows(dossier: Dossier, activity: Activity, design: SortDesign) -> tuple[Sortable, ...]:
    if design.subject == Card.table:
        return sort_cards(dossier, activity, design.cards_from)
    return dossier.all(_RECORDS[design.subject])


def _bucket(row: Sortable) -> str:
    return row.bucket or ""


def _state(rows: tuple[Sortable, ...], value: str, label: str, count: int) -> BucketState:
    inside = tuple(row for row in rows if _bucket(row) == value)
    return BucketState(value, label, inside, len(inside) / count if count else 0.0)
