"""Section 6: technology's part; and 6b, the frame it works in."""

from crm_workshop.charter import prose
from crm_workshop.charter.document import Bullets, Section
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import Shown, bullets, paragraph, record_table
from crm_workshop.model.choices import Job, Release
from crm_workshop.model.technology import ReleaseItem, Remit, TechnologyNeed, UserNeed

_NEEDS = (Shown("need", 3), Shown("bucket", 1.4), Shown("serves", 1.8))
_FIRST = (
    Shown("item", 3.2, notes=("old_system", "retire_on"), strong=True),
    Shown("for_whom", 1.8),
    Shown("serves", 1.8),
    Shown("revisit", 1.2),
)
_REST = (_FIRST[0], Shown("bucket", 1.1), *_FIRST[1:])
_USERS = (
    Shown("user_group", 2.4, notes=("use", "fit"), strong=True, plain=True),
    Shown("information", 2.2, notes=("kept_true_by",)),
    Shown("output", 2, notes=("output_used_for",)),
)
_USERS_TITLE = "Users, information and its keepers, outputs"


def compose_technology(source: Source) -> Section:
    """Return what technology does and does not do, what comes first, and what it all needs."""
    remit = source.dossier.one(Remit)
    users = source.written(UserNeed)
    parts = (
        *_jobs(source),
        Part(bullets(source, remit, "will_not_fix"), source.label(Remit, "will_not_fix"), (Remit,)),
        *_releases(source),
        Part(record_table(source, users, _USERS, _USERS_TITLE), _USERS_TITLE, (UserNeed,)),
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
    """Return what comes first, and what comes later or is safe where it is.

    An item that replaces an old system says which, and when that retires.
    """
    items = source.written(ReleaseItem)
    order = {bucket: place for place, bucket in enumerate(Release)}
    first = [item for item in items if item.bucket is Release.FIRST]
    rest = sorted(
        (item for item in items if item.bucket is not Release.FIRST),
        key=lambda item: order[item.bucket] if item.bucket else len(order),
    )
    start, not_now = Release.FIRST.label, Release.NOT_NOW.label
    parked = any(item.bucket is Release.NOT_NOW for item in items)
    labels = list(dict.fromkeys(item.bucket.label.lower() for item in rest if item.bucket))
    after = prose.upper_first(prose.listed(labels)) or "Not sorted yet"
    return (
        Part(record_table(source, first, _FIRST, start), start, (ReleaseItem,)),
        Part(record_table(source, rest, _REST, after)),
        Part((), "" if parked else not_now, (ReleaseItem,)),
    )
