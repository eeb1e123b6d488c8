"""Section 13: reviews, what the board hears, what is escalated, and how the charter changes."""

from datetime import date

from crm_workshop.charter import dates, prose
from crm_workshop.charter.document import Block, Cell, Column, Paragraph, Section, Table
from crm_workshop.charter.figures import counted
from crm_workshop.charter.origin import each_of, of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import Shown, paragraph, record_table
from crm_workshop.model.choices import ReviewKind
from crm_workshop.model.success import Governance, Review
from crm_workshop.model.workshop import Activity
from crm_workshop.text import listed, one_line

_REVIEWS = (
    Shown("kind", 1, strong=True),
    Shown("on_date", 1.2),
    Shown("chair", 1.4),
    Shown("attends", 3.6),
)
_STANDING_RULE = (
    "A change is issued as a new version with a content code of its own. It is signed again when "
    "the sponsor, the definition or a decision changes."
)
#: Openings of a clause that can be the subject of the escalation sentence.
_CLAUSES = ("what ", "whatever ", "anything ", "everything ")
_ANYTHING = "What is escalated is not settled."


def compose_reviews(source: Source) -> Section:
    """Return when the firm looks back, what goes to the board, and what is still to be finished."""
    governance = source.dossier.one(Governance)
    reviews = sorted(source.written(Review), key=lambda one: one.on_date or date.max)

    def label(field: str) -> str:
        return source.label(Governance, field)

    rhythm = paragraph(source, governance, "rhythm")
    told = _message(source, governance)
    escalated = escalation(governance)
    changed = paragraph(source, governance, "how_changed")
    settled = bool(reviews or rhythm or told or escalated or changed)
    parts = (
        Part(record_table(source, reviews, _REVIEWS), "Reviews", (Review,)),
        Part(rhythm, label("rhythm"), (Governance,)),
        Part(told, label("message_by"), (Governance,)),
        Part(
            (Paragraph(escalated, label("escalate_what"), origins=of(governance)),)
            if escalated
            else (),
            label("escalate_what"),
            (Governance,),
        ),
        Part(changed or (_standing_rule(source) if settled else ())),
        Part(_unfinished(source)),
    )
    title = "Reviews, reports and escalation"
    return make_section(source, "reviews", "13", title, "close", parts)


def escalation(governance: Governance) -> str:
    """Return what goes to whom and how soon it is answered, as one sentence; empty if unsaid."""
    what, to = prose.unstopped(governance.escalate_what), prose.unstopped(governance.escalate_to)
    days = governance.answer_days
    goes = f"goes to {prose.lower_first(to)}" if to else ""
    soon = f"is answered within {counted(days, 'day', 'days')}" if days is not None else ""
    happens = " and ".join(part for part in (goes, soon) if part)
    if not happens:
        return prose.sentence(what)
    if what.casefold().startswith(_CLAUSES) and not set(",;:.") & set(what):
        return f"{prose.upper_first(what)} {happens}."
    return f"{prose.sentence(what) or _ANYTHING} This {happens}."


def reviews_sentence(source: Source) -> str:
    """Return the review dates and who chairs them; the yearly look back comes last."""
    held = [one for one in source.written(Review) if one.on_date]
    days = [one.on_date for one in held if one.on_date and one.kind is not ReviewKind.YEARLY]
    yearly = [one.on_date for one in held if one.on_date and one.kind is ReviewKind.YEARLY]
    said = dates.date_list(days, source.locale)
    if yearly:
        every = f"yearly from {source.short(min(yearly))}"
        said = f"{said}, then {every}" if said else prose.upper_first(every)
    chairs = dict.fromkeys(one_line(one.chair) for one in held if one.chair.strip())
    if said and chairs:
        said += f", chaired by {listed(chairs)}"
    return prose.stopped(said)


def _message(source: Source, governance: Governance) -> tuple[Block, ...]:
    """Return who tells the firm and when."""
    who, on = one_line(governance.message_by), source.short(governance.message_on)
    if not (who or on):
        return ()
    said = f"{who or 'Not settled'}, on {on}" if on else who
    label = source.label(Governance, "message_by")
    return (Paragraph(prose.stopped(said), label, origins=of(governance, field="message_by")),)


def _standing_rule(source: Source) -> tuple[Block, ...]:
    return (Paragraph(_STANDING_RULE, source.label(Governance, "how_changed")),)


def _unfinished(source: Source) -> tuple[Block, ...]:
    """Return what the workshop left to be finished, with who does it by when."""
    agenda = source.dossier.all(Activity)
    left = [one for one in agenda if one.finish_owner.strip() or one.finish_by]
    rows = tuple(
        (
            Cell(source.title(one)),
            Cell(one.finish_owner.strip()),
            Cell(source.short(one.finish_by)),
        )
        for one in left
    )
    columns = (
        Column("What is left", 3),
        Column(source.label(Activity, "finish_owner"), 1.6),
        Column(source.label(Activity, "finish_by"), 1.2),
    )
    return (Table(columns, rows, "Still to be finished", each_of(left)),) if rows else ()
