"""What a workshop starts with: the kit's own cards, ticks and pitfalls, the sector's journey.

They are ordinary rows from then on. When the firm's words change, rows that still say exactly what
the kit said follow; what somebody has edited stays as it is.
"""

from dataclasses import replace

from crm_workshop.activities.shared import rename_everywhere
from crm_workshop.kit.design import CardsDesign, Kit
from crm_workshop.kit.words import Words, journey_of, vocabulary, words_of
from crm_workshop.model.base import Row
from crm_workshop.model.capture import Card, Dot
from crm_workshop.model.dossier import Dossier
from crm_workshop.model.fields import Kind
from crm_workshop.model.meaning import ExperienceStep
from crm_workshop.model.success import Pitfall
from crm_workshop.model.workshop import Activity, Tick, Workshop
from crm_workshop.store.pen import Pen

#: A type of row, one of its fields, and the kit's text that stands in it.
_Preset = tuple[type[Row], str, str]


def insert_agenda(pen: Pen, workshop: Workshop, kit: Kit) -> dict[str, Activity]:
    """Insert the kit's agenda for the workshop's length; return the activities by key.

    An activity that the length leaves out has no minutes; it can be put back or taken home.
    """
    return {
        design.key: pen.insert(
            Activity(
                workshop_id=workshop.id,
                key=design.key,
                minutes_planned=design.minutes.of(workshop.variant),
            )
        )
        for design in kit.activities
    }


def insert_presets(
    pen: Pen, workshop: Workshop, kit: Kit, words: Words, agenda: dict[str, Activity]
) -> None:
    """Insert the kit's cards, ticks and known pitfalls and the sector's journey."""
    own = workshop.id
    for design in kit.activities:
        activity_id = agenda[design.key].id
        for line in design.ticks:
            pen.insert(Tick(workshop_id=own, activity_id=activity_id, text=words.say(line)))
        for text in (design.cards or CardsDesign()).presets:
            said = words.say(text)
            pen.insert(Card(workshop_id=own, activity_id=activity_id, text=said, revealed=True))
    for known in kit.pitfalls:
        pen.insert(
            Pitfall(
                workshop_id=own,
                known=known.key,
                pitfall=words.say(known.name),
                early_sign=words.say(known.sign),
                same_week=words.say(known.action),
            )
        )
    if has_journey(kit):
        insert_journey(pen, workshop, words)


def has_journey(kit: Kit) -> bool:
    """Tell whether some activity of the kit asks for the steps of the experience."""
    table = ExperienceStep.table
    return any(one.record == table for design in kit.activities for one in design.records)


def insert_journey(pen: Pen, workshop: Workshop, words: Words) -> None:
    """Insert the steps that the workshop's sector usually has."""
    for name in journey_of(workshop, words):
        pen.insert(ExperienceStep(workshop_id=workshop.id, step=name))


def follow_words(pen: Pen, kit: Kit, before: Dossier, after: Dossier) -> None:
    """Bring rows that say what the kit said to the words the firm uses now.

    `after` differs from `before` in the workshop or its words only. Where the sector changed, a
    journey that nobody has touched becomes the new sector's.
    """
    old, new = words_of(before), words_of(after)
    presets = _presets(kit)
    if before.workshop.sector is after.workshop.sector:
        presets += [(ExperienceStep, "step", one) for one in _journey_templates(after)]
    elif _is_untouched_journey(before, old):
        for step in before.all(ExperienceStep):
            pen.delete(step)
        insert_journey(pen, after.workshop, new)
    for record, field, template in presets:
        said, says = old.say(template), new.say(template)
        for row in after.all(record) if said != says else ():
            if getattr(row, field) == said:
                pen.update(row, **{field: says})
                if record is ExperienceStep:
                    rename_everywhere(pen, after, said, says, Kind.PROMISE)


def _presets(kit: Kit) -> list[_Preset]:
    presets: list[_Preset] = []
    for design in kit.activities:
        presets += [(Tick, "text", line) for line in design.ticks]
        presets += [(Card, "text", text) for text in (design.cards or CardsDesign()).presets]
    for known in kit.pitfalls:
        presets.append((Pitfall, "pitfall", known.name))
        presets.append((Pitfall, "early_sign", known.sign))
        presets.append((Pitfall, "same_week", known.action))
    return presets


def _journey_templates(dossier: Dossier) -> tuple[str, ...]:
    return vocabulary(dossier.workshop.sector).journey


def _is_untouched_journey(dossier: Dossier, words: Words) -> bool:
    """Tell whether the journey is the sector's own, with nothing filled in and no dots given."""
    steps = dossier.all(ExperienceStep)
    plain = tuple(ExperienceStep(step=one) for one in journey_of(dossier.workshop, words))
    bare = tuple(replace(one, id=0, workshop_id=0, position=0.0) for one in steps)
    return bare == plain and all(dot.step_id is None for dot in dossier.all(Dot))
