"""Section 8: what each executive has committed to; a “not yet” stays visible."""

from crm_workshop.charter import prose
from crm_workshop.charter.document import Cell, Column, Section, Table
from crm_workshop.charter.origin import each_of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import NOT_SETTLED, person_cell
from crm_workshop.model.choices import CommitmentState
from crm_workshop.model.commitment import Commitment
from crm_workshop.model.fields import is_blank
from crm_workshop.text import fold


def compose_commitments(source: Source) -> Section:
    """Return one line for each commitment, the sponsor's first, with a box to be initialled."""
    columns = (
        *commitment_columns(source),
        Column("Initials", 0.8, initials=True),
    )
    given = in_order(source)
    rows = tuple((*_full_cells(source, one), Cell("")) for one in given)
    table = Table(columns, rows, origins=each_of(given))
    part = Part((table,) if rows else (), records=(Commitment,))
    title = "Executive commitments"
    return make_section(source, "commitments", "8", title, "commitment", (part,))


def in_order(source: Source) -> tuple[Commitment, ...]:
    """Return the commitments, the sponsor's first, the others as they were given."""
    sponsor = source.dossier.sponsor()
    first = fold(sponsor.name) if sponsor else None
    return tuple(sorted(source.written(Commitment), key=lambda one: fold(one.person) != first))


def commitment_columns(source: Source) -> tuple[Column, ...]:
    """Return the columns that the front page and section 8 share: who, will, by."""
    return (
        Column(source.label(Commitment, "person"), 1.4),
        Column(source.label(Commitment, "action"), 5.2),
        Column(source.label(Commitment, "first_on"), 1.0),
    )


def front_cells(source: Source, one: Commitment) -> tuple[Cell, ...]:
    """Return a commitment as page 1 has it: the act and how it will be seen in one breath."""
    said = " ".join(part for part in (_act(source, one), seen_sentence(source, one)) if part)
    return (person_cell(source, one.person), Cell(said or NOT_SETTLED), Cell(when(source, one)))


def not_yet(source: Source, one: Commitment) -> str:
    """Return the sentence that stands for a leader who has not answered."""
    by = source.short(one.answer_by)
    return f"Not yet: answers by {by}." if by else "Not yet: no date for the answer."


def when(source: Source, one: Commitment) -> str:
    """Return when it is first done and how often after: “14 Jan 2027, then monthly”."""
    first = source.short(one.first_on)
    rhythm = prose.unstopped(one.rhythm)
    if rhythm.casefold().startswith("then "):
        rhythm = rhythm[len("then ") :].strip()
    if not rhythm:
        if first or one.state is CommitmentState.NOT_YET:
            return first
        return NOT_SETTLED
    return f"{first}, then {prose.lower_first(rhythm)}" if first else prose.upper_first(rhythm)


def seen_sentence(source: Source, one: Commitment) -> str:
    """Return how others will see it: “Seen when it is item 1 on the minutes.”"""
    return prose.run_on(source.label(Commitment, "seen_when"), one.seen_when)


def _act(source: Source, one: Commitment) -> str:
    """Return what the leader will do; before the answer, that there is none yet."""
    act = prose.sentence(one.action)
    if one.state is CommitmentState.NOT_YET:
        return " ".join(part for part in (not_yet(source, one), act) if part)
    return act


def _full_cells(source: Source, one: Commitment) -> tuple[Cell, ...]:
    """Return a commitment in full: what it costs, what kind it is, later whether it was seen."""
    hours = source.labelled(one, "hours_per_month")
    seen = source.value(one, "seen")
    remarks = prose.notes(
        source.value(one, "kind"),
        hours,
        f"{source.label(Commitment, 'seen')}: {seen}" if seen else "",
        source.value(one, "initialled"),
    )
    act = _act(source, one)
    if not act or (is_blank(one.action) and one.state is CommitmentState.GIVEN):
        act = NOT_SETTLED
    note = " ".join(part for part in (seen_sentence(source, one), prose.stopped(remarks)) if part)
    name = one.person.strip()
    return (
        Cell(name or NOT_SETTLED, strong=bool(name)),
        Cell(act, note, run_on=True),
        Cell(when(source, one)),
    )
