"""Section 6: technology's part; and 6b, the frame it works in."""

from collections.abc import Sequence

from crm_workshop.charter import prose
from crm_workshop.charter.document import Block, Bullets, Section
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import Shown, bullets, having, paragraph, record_table
from crm_workshop.model.choices import Job, Release
from crm_workshop.model.technology import ReleaseItem, Remit, TechnologyNeed, UserNeed

_NEEDS = (Shown("need", 3), Shown("bucket", 1.4), Shown("serves", 1.8))
_ITEMS = (Shown("item", 2.6, strong=True), Shown("for_whom", 1.8), Shown("serves", 1.8))
_OLD = (Shown("old_system", 2), Shown("retire_on", 1.4), Shown("item", 2.4, title="Replaced by"))
_USE = (Shown("user_group", 1.3, strong=True), Shown("use", 2.4), Shown("fit", 2.4))
_INFORMATION = (
    Shown("information", 2.8),
    Shown("kept_true_by", 1.6, role=True),
    Shown("user_group", 1.3),
)
_OUTPUTS = (Shown("output", 2.4), Shown("output_used_for", 2.2), Shown("user_group", 1.3))

_KEEPERS = "Information and its keepers"
_OUTPUT = "What comes out, and for what"


def compose_technology(source: Source) -> Section:
    """Return what technology does and does not do, what comes first, and what it all needs."""
    remit = source.dossier.one(Remit)
    users = source.written(UserNeed)
    parts = (
        *_jobs(source),
        Part(bullets(source, remit, "will_not_fix"), source.label(Remit, "will_not_fix"), (Remit,)),
        *_releases(source),
        Part(record_table(source, having(users, "use", "fit"), _USE, "How it will be used")),
        Part(
            record_table(source, having(users, "information"), _INFORMATION, _KEEPERS),
            _KEEPERS,
            (UserNeed,),
        ),
        Part(
            record_table(source, having(users, "output"), _OUTPUTS, _OUTPUT), _OUTPUT, (UserNeed,)
        ),
        Part(
            (*paragraph(source, remit, "text"), *paragraph(source, remit, "who_may_change")),
            source.label(Remit, "text"),
            (Remit,),
        ),
    )
    return make_section(source, "technology", "6", "Technology’s part", "technology", parts)


def compose_frame(source: Source) -> Section | None:
    """Return budget, assumptions, constraints and lead; None if nothing was written of them."""
    remit = source.dossier.one(Remit)
    blocks = (
        *paragraph(source, remit, "budget"),
        *bullets(source, remit, "assumptions"),
        *bullets(source, remit, "constraints"),
        *paragraph(source, remit, "lead"),
        *paragraph(source, remit, "lead_authority"),
    )
    if not blocks:
        return None
    return make_section(
        source, "frame", "6b", "Budget, assumptions and constraints", "technology", (Part(blocks),)
    )


def _jobs(source: Source) -> tuple[Part, ...]:
    """Return the needs that are technology's, then those that stay with people and process."""
    needs = source.written(TechnologyNeed)
    ours = [need for need in needs if need.bucket is Job.NONE]
    does = sorted(
        (need for need in needs if need.bucket is not Job.NONE),
        key=lambda need: list(Job).index(need.bucket) if need.bucket else len(Job),
    )
    kept = tuple(prose.notes(need.need.strip(), source.labelled(need, "serves")) for need in ours)
    does_title = "What technology does"
    stays = Bullets(kept, "What stays with people and process")
    return (
        Part(record_table(source, does, _NEEDS, does_title), does_title, (TechnologyNeed,)),
        Part((stays,) if kept else ()),
    )


def _releases(source: Source) -> tuple[Part, ...]:
    """Return what comes first, what next and later, what is safe where it is, and what retires."""
    items = source.written(ReleaseItem)
    first = _in(items, Release.FIRST)
    planned = (*_in(items, Release.NEXT), *_in(items, Release.LATER))
    unsorted = tuple(item for item in items if item.bucket is None)
    replacing = having(items, "old_system", "retire_on")
    records = (ReleaseItem,)
    return (
        Part(_items(source, first, Release.FIRST.label), Release.FIRST.label, records),
        Part(_items(source, planned, "Next and later", Shown("bucket", 1.1))),
        Part(
            _items(source, _in(items, Release.NOT_NOW), Release.NOT_NOW.label),
            Release.NOT_NOW.label,
            records,
        ),
        Part(_items(source, unsorted, "Not sorted yet")),
        Part(record_table(source, replacing, _OLD, "Old systems and when they retire")),
    )


def _items(
    source: Source, items: Sequence[ReleaseItem], title: str, *more: Shown
) -> tuple[Block, ...]:
    """Return a table of release items; the column for looking again is there where a date is."""
    return record_table(source, items, (*_ITEMS, *more, Shown("revisit", 1.2)), title)


def _in(items: Sequence[ReleaseItem], bucket: Release) -> tuple[ReleaseItem, ...]:
    return tuple(item for item in items if item.bucket is bucket)
