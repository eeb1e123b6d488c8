"""Section 5: the experience we promise, from today to wanted."""

from crm_workshop.activities.standing import promises
from crm_workshop.charter.document import Paragraph, Section
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import Shown, record_table
from crm_workshop.model.meaning import ExperienceStep

#: Each step of the journey as section 5 and annex C print it.
STEP_COLUMNS = (
    Shown("step", 1, strong=True),
    Shown("today", 1.5, notes=("easy_for_us",), run_on=True),
    Shown("wanted", 1.5),
    Shown("hand_offs", 1),
)


def compose_experience(source: Source) -> Section:
    """Return the steps that were chosen as promises; annex C holds the whole journey."""
    chosen, steps = promises(source.dossier), source.written(ExperienceStep)
    parts = [Part(record_table(source, chosen, STEP_COLUMNS), records=(ExperienceStep,))]
    if chosen:
        rest = "; the whole journey is in annex C" if len(steps) > len(chosen) else ""
        told = source.say("Each step as {a_client} tells it") + f"{rest}."
        parts.append(Part((Paragraph(told, quiet=True),)))
    return make_section(source, "experience", "5", "The experience we promise", "meaning", parts)
