"""Section 4: what CRM means here, and how far the room agrees."""

from crm_workshop.activities.standing import signatories
from crm_workshop.charter import prose
from crm_workshop.charter.document import Block, Bullets, Paragraph, Quote, Section
from crm_workshop.charter.origin import each_of, of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import bullets, paragraph
from crm_workshop.charter.votes import agreement, line_charts
from crm_workshop.model.capture import Reservation
from crm_workshop.model.choices import Scale
from crm_workshop.model.meaning import Definition, Line
from crm_workshop.text import fold, listed, one_line


def compose_meaning(source: Source) -> Section:
    """Return the line from today to twelve months, the words for staff, and the agreement."""
    definition, line = source.dossier.one(Definition), source.dossier.one(Line)
    expands, not_this = "expands_to", "not_this"
    parts = (
        Part(
            paragraph(source, definition, expands),
            source.label(Definition, expands),
            (Definition,),
        ),
        Part(
            _where(source, line),
            "Where we stand, and where in twelve months",
            (Line,),
        ),
        Part(
            bullets(source, definition, not_this),
            source.label(Definition, not_this),
            (Definition,),
        ),
        Part(
            _staff_sentence(source, definition),
            source.label(Definition, "staff_sentence"),
            (Definition,),
        ),
        Part(_agreement(source), "Agreement"),
    )
    return make_section(source, "definition", "4", "What CRM means here", "meaning", parts)


def _where(source: Source, line: Line) -> tuple[Block, ...]:
    """Return the step the room agreed on, in one sentence, and the votes it was agreed after."""
    charts = line_charts(source)
    said = _step(line)
    if said and not charts:
        said += _scale(source)
    agreed = (Paragraph(said, "The line", origins=of(line)),) if said else ()
    return (*agreed, *charts, *paragraph(source, line, "spread_note"))


def _step(line: Line) -> str:
    today, target = line.agreed_today, line.agreed_target
    if today is None and target is None:
        return ""
    if target is None:
        return f"At {today} today; where in twelve months is not settled."
    return f"{'At' if today is None else f'From {today} today to'} {target} in twelve months."


def _scale(source: Source) -> str:
    """Return what the line's two ends mean, where no chart says it."""
    asked = (one.poll for one in source.kit.activities if one.poll)
    for poll in asked:
        if poll.scale is Scale.LINE and poll.low and poll.high:
            return source.say(f" On the line, 1 is {poll.low} and 5 is {poll.high}.")
    return ""


def _staff_sentence(source: Source, definition: Definition) -> tuple[Block, ...]:
    said = definition.staff_sentence.strip()
    field = "staff_sentence"
    label, origins = source.label(Definition, field), of(definition, field=field)
    return (Quote(said, label, origins),) if said else ()


def _agreement(source: Source) -> tuple[Block, ...]:
    """Return how far the room agrees, and who cannot wholly agree to what, by name.

    What somebody who signs has reserved is printed once, with the signature.
    """
    reached = agreement(source)
    signs = {fold(one.name) for one in signatories(source.dossier) if source.has_leaders}
    held, signed, kept, left = [], [], [], []
    for one in source.written(Reservation):
        name = one_line(one.person)
        if fold(name) in signs and one.text.strip():
            signed.append(name)
            left.append(one)
        else:
            held.append(f"{name}: {prose.stopped(one.text)}" if name else one.text)
            kept.append(one)
    if signed:
        held.append(f"{listed(dict.fromkeys(signed))}: beside the signature, in section 14.")
    if not reached and not held:
        return ()
    origins = (*each_of(kept), *((of(*left),) if left else ()))
    none = "No reservations were recorded."
    return (*reached, Bullets(tuple(held), "Reservations", none, origins))
