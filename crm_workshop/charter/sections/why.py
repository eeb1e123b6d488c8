"""Section 3: why, and what we learned before."""

from crm_workshop.charter.document import Section
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import Shown, paragraph, record_table
from crm_workshop.model.meaning import Definition, Lesson, Opening

_LESSONS = (
    Shown("what", 1, notes=("year", "bucket"), strong=True, plain=True, run_on=True),
    Shown("happened", 1),
    Shown("lesson", 1),
)


def compose_why(source: Source) -> Section:
    """Return why the firm does this; on a second attempt also what the earlier one taught."""
    opening, definition = source.dossier.one(Opening), source.dossier.one(Definition)
    parts = [
        Part(
            paragraph(source, definition, "why"),
            source.label(Definition, "why"),
            (Definition,),
        ),
        Part(paragraph(source, opening, "purpose")),
    ]
    again = source.workshop.attempt_no > 1
    if again:
        lessons = record_table(source, source.written(Lesson), _LESSONS)
        parts.append(Part(lessons, "What we learned before", (Lesson,)))
    title = "Why, and what we learned before" if again else "Why we do this"
    return make_section(source, "why", "3", title, "open", parts)
