"""Section 12: pitfalls that are likely here, their early signs, and what is done the same week."""

from crm_workshop.charter.document import Block, Cell, Column, Paragraph, Section, Table
from crm_workshop.charter.origin import each_of, of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.prose import lower_first, notes, unstopped
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import NOT_SETTLED
from crm_workshop.model.success import Pitfall

#: From this score (of 5) a pitfall needs a sign, an action and an owner.
LIKELY = 3


def compose_pitfalls(source: Source) -> Section:
    """Return the pitfalls scored 3 or more, the likeliest first, and name the others."""
    held = source.written(Pitfall)
    others = _others(held)
    rated = any(one.likely is not None for one in held)
    parts = (
        Part(_likely(source, held, rated), "What is likely here" if others else "", (Pitfall,)),
        Part(others),
    )
    title = "Pitfalls and early signs"
    return make_section(source, "pitfalls", "12", title, "pitfalls", parts)


def _likely(source: Source, held: tuple[Pitfall, ...], rated: bool) -> tuple[Block, ...]:
    """Return the table of what is likely; that nothing is, if that was the room's answer."""
    likely = sorted((one for one in held if _score(one) >= LIKELY), key=_score, reverse=True)
    if not likely:
        return (Paragraph("The room rated no pitfall 3 or more of 5."),) if rated else ()
    columns = (
        Column("Pitfall, how likely, owner", 1),
        Column(source.label(Pitfall, "early_sign"), 1.5),
        Column(source.label(Pitfall, "same_week"), 1.5),
    )
    rows = tuple(_cells(source, one) for one in likely)
    return (Table(columns, rows, origins=each_of(likely)),)


def _cells(source: Source, one: Pitfall) -> tuple[Cell, ...]:
    """Return a pitfall with its score and owner, its early sign, and the answer to it."""
    owner = one.owner.strip() or f"{source.label(Pitfall, 'owner')}: {lower_first(NOT_SETTLED)}"
    named = one.pitfall.strip()
    score = notes(f"{one.likely}/5", owner)
    return (
        Cell(named or NOT_SETTLED, score, bool(named), run_on=True),
        Cell(one.early_sign.strip() or NOT_SETTLED),
        Cell(one.same_week.strip() or NOT_SETTLED),
    )


def _score(pitfall: Pitfall) -> int:
    return pitfall.likely or 0


def _others(held: tuple[Pitfall, ...]) -> tuple[Block, ...]:
    low = [one for one in held if one.likely is not None and one.likely < LIKELY]
    unrated = [one for one in held if one.likely is None]
    said = (
        ("Less likely here", low, [f"{unstopped(one.pitfall)} ({one.likely})" for one in low]),
        ("Not rated", unrated, [unstopped(one.pitfall) for one in unrated]),
    )
    return tuple(
        Paragraph(f"{'; '.join(texts)}.", lead, quiet=True, origins=of(*rows))
        for lead, rows, texts in said
        if any(texts)
    )
