"""Section 5: the experience we promise, from today to wanted."""

from crm_workshop.activities.standing import promises
from crm_workshop.charter.document import Paragraph, Section
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import Shown, record_table
from crm_workshop.model.meaning import ExperienceStep

#: Each step of the journey as section 5 and annex C print it.
STEP_COLUMNS = (
    Shown("step", 1.2, strong=True),
    Shown("today", 2.2, notes=("easy_for_us",)),
    Shown("wanted", 2.4),
    Shown("hand_offs", 0.8),
)


def compose_experience(source: Source) -> Section:
    """Return the steps that were chosen as promises; annex C holds the whole journey."""
    chosen, steps = promises(source.dossier), source.written(ExperienceStep)
    parts = [Part(record_table(source, chosen, STEP_COLUMNS), records=(ExperienceStep,))]
    if chosen:
        told = "The step as {a_client} tells it: what happens today, and what we promise instead."
        rest = " The whole journey is in annex C." if len(steps) > len(chosen) else ""
        parts.insert(0, Part((Paragraph(source.say(told) + rest, quiet=True),)))
    return make_section(source, "experience", "5", "The experience we promise", "meaning", parts)
