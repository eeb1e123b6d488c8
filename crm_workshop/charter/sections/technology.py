"""Section 6: technology's part; and 6b, the frame it works in."""

from crm_workshop.charter import prose
from crm_workshop.charter.document import Block, Bullets, Cell, Column, Paragraph, Section, Table
from crm_workshop.charter.origin import each_of, of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import NOT_SETTLED, Shown, bullets, paragraph, record_table
from crm_workshop.model.choices import Job, Release
from crm_workshop.model.technology import ReleaseItem, Remit, TechnologyNeed, UserNeed
from crm_workshop.text import one_line

#: How each group uses it is told in annex C: the agreement is what it must know and gets.
USE_COLUMNS = (Shown("user_group", 1.2, strong=True), Shown("use", 2.4), Shown("fit", 2.4))
_MISSING = prose.lower_first(NOT_SETTLED)
_USERS_TITLE = "Users, information and its keepers, outputs"


def compose_technology(source: Source) -> Section:
    """Return what technology does and does not do, what comes first, and what it all needs."""
    remit = source.dossier.one(Remit)
    parts = (
        *_jobs(source),
        Part(bullets(source, remit, "will_not_fix"), source.label(Remit, "will_not_fix"), (Remit,)),
        *_releases(source),
        Part(_users(source), _USERS_TITLE, (UserNeed,)),
        Part(
            _together(source, remit, "text", "who_may_change"),
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
        *_together(source, remit, "lead", "lead_authority"),
    )
    if not blocks:
        return None
    return make_section(
        source, "frame", "6b", "Budget, assumptions and constraints", "technology", (Part(blocks),)
    )


def _together(source: Source, remit: Remit, first: str, second: str) -> tuple[Block, ...]:
    """Return two fields that belong together as one paragraph, or the one of them that is filled.

    A field of several paragraphs stays apart from the other.
    """
    blocks = (*paragraph(source, remit, first), *paragraph(source, remit, second))
    if len(blocks) < 2 or "\n" in getattr(remit, first):
        return blocks
    told, label = prose.stopped(source.value(remit, first)), source.label(Remit, first)
    rest = prose.stopped(source.labelled(remit, second))
    return (Paragraph(f"{told} {rest}", label, origins=of(remit, field=first)),)


def _jobs(source: Source) -> tuple[Part, ...]:
    """Return the needs that are technology's, then those that stay with people and process."""
    needs = source.written(TechnologyNeed)
    kept = [need for need in needs if need.bucket is Job.NONE]
    rows, origins = [], []
    for job in (*(one for one in Job if one is not Job.NONE), None):
        held = [need for need in needs if need.bucket is job]
        named = Cell(source.say(job.label), strong=True) if job else Cell(NOT_SETTLED)
        if held:
            rows.append((named, Cell("\n".join(map(_serving, held)))))
            origins.append(of(*held))
    title = "What technology does"
    columns = (
        Column(source.label(TechnologyNeed, "bucket"), 1.4),
        Column("Need, and the promise it serves", 4.8),
    )
    does = (Table(columns, tuple(rows), title, tuple(origins)),) if rows else ()
    lines = tuple(map(_serving, kept))
    stays = Bullets(lines, "What stays with people and process", origins=each_of(kept))
    return (Part(does, title, (TechnologyNeed,)), Part((stays,) if kept else ()))


def _serving(need: TechnologyNeed) -> str:
    """Return a need and the promise it serves: “Ring with bad news (The matter)”."""
    serves = one_line(need.serves) or _MISSING
    return f"{one_line(need.need) or NOT_SETTLED} ({serves})"


def _users(source: Source) -> tuple[Block, ...]:
    """Return what each group must know, who keeps it true, and what it wants out of it."""
    users = source.written(UserNeed)
    title = _USERS_TITLE + ("; their use in annex C" if any(map(tells_use, users)) else "")
    columns = (
        Shown("user_group", 1.4, strong=True),
        Shown("information", 2.4),
        Shown("kept_true_by", 1.2),
        Shown("output", 2.6, notes=("output_used_for",), run_on=True),
    )
    return record_table(source, users, columns, title)


def tells_use(need: UserNeed) -> bool:
    """Tell whether anything is written of how a group will use it."""
    return bool(need.use.strip() or need.fit.strip())


def _releases(source: Source) -> tuple[Part, ...]:
    """Return what comes first, what comes later, and what is safe where it is.

    An item that replaces an old system says which, and when that retires.
    """
    items = source.written(ReleaseItem)
    rows, held = [], []
    for bucket in (*Release, None):
        named = source.say(bucket.label) if bucket else NOT_SETTLED
        for item in (one for one in items if one.bucket is bucket):
            rows.append((Cell(named, strong=bool(bucket and named)), _item(source, item)))
            held.append(item)
            named = ""  # said once, above all that comes then
    columns = (
        Column(source.label(ReleaseItem, "bucket"), 1),
        Column("Item, for whom, and the promise it serves", 6),
    )
    used = {item.bucket for item in items}
    waiting = tuple(one.label for one in (Release.FIRST, Release.NOT_NOW) if one not in used)
    table = Table(columns, tuple(rows), "What comes when", each_of(held))
    return (
        Part((table,) if rows else ()),
        *(Part((), label, (ReleaseItem,)) for label in waiting),
    )


def _item(source: Source, item: ReleaseItem) -> Cell:
    """Return an item with whom it is for, the promise it serves, and what it replaces."""
    whom = one_line(item.for_whom) or f"{source.label(ReleaseItem, 'for_whom')}: {_MISSING}"
    serves = one_line(item.serves) or f"{source.label(ReleaseItem, 'serves')}: {_MISSING}"
    more = (source.labelled(item, field) for field in ("old_system", "retire_on", "revisit"))
    text = one_line(item.item)
    return Cell(text or NOT_SETTLED, prose.notes(whom, serves, *more), bool(text), run_on=True)
