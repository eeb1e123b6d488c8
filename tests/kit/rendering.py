"""Everything people read, in every vocabulary and locale, for the tests of this folder."""

from collections.abc import Iterator
from datetime import date

from crm_workshop.kit.load import load_kit
from crm_workshop.kit.validate import activity_texts, frame_texts
from crm_workshop.kit.words import Words, journey_of, words_for
from crm_workshop.model.choices import Locale, Sector
from crm_workshop.model.dossier import RECORDS, TABLES
from crm_workshop.model.fields import Choice, specs
from crm_workshop.model.workshop import Workshop


def workshops() -> list[Workshop]:
    """Return a workshop for every vocabulary and locale."""
    return [
        Workshop(firm="Alder & Finch", sector=sector, locale=locale, held_on=date(2026, 11, 21))
        for sector in Sector
        for locale in Locale
    ]


def kit_texts() -> Iterator[tuple[str, str]]:
    """Yield path and text of all that the standard kit says."""
    kit = load_kit()
    yield from frame_texts(kit)
    for activity in kit.activities:
        yield from activity_texts(activity, activity.key)


def model_texts() -> Iterator[tuple[str, str]]:
    """Yield path and text of every field's label and help, and of every choice's label."""
    choices: set[type[Choice]] = set()
    for record in TABLES:
        for spec in specs(record):
            yield f"{record.table}.{spec.name}.label", spec.label
            if spec.help:
                yield f"{record.table}.{spec.name}.help", spec.help
            if spec.choices:
                choices.add(spec.choices)
    for choice in sorted(choices, key=lambda one: one.__name__):
        for member in choice:
            yield f"{choice.__name__}.{member.name}", member.label


def all_texts(workshop: Workshop) -> list[tuple[str, str, str]]:
    """Return path, template and rendered text of everything, as one workshop says it."""
    words: Words = words_for(workshop)
    texts = [(path, text, words.say(text)) for path, text in (*kit_texts(), *model_texts())]
    steps = journey_of(workshop, words)
    return texts + [(f"journey[{number}]", step, step) for number, step in enumerate(steps, 1)]


def asked() -> set[str]:
    """Return record.field of everything that some table of the kit asks for."""
    return {
        f"{table.record}.{field}"
        for activity in load_kit().activities
        for table in activity.records
        for field in table.fields or [one.name for one in specs(RECORDS[table.record])]
    }
