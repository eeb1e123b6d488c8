"""Section 11: the first wins, small and told."""

from collections.abc import Iterator

from crm_workshop.charter import prose
from crm_workshop.charter.document import Paragraph, Section
from crm_workshop.charter.origin import of
from crm_workshop.charter.parts import Part, make_section
from crm_workshop.charter.source import Source
from crm_workshop.charter.tables import NOT_SETTLED, Shown, record_cell
from crm_workshop.model.success import Win
from crm_workshop.text import one_line


def compose_wins(source: Source) -> Section:
    """Return who is helped to what by when, and who tells it to whom."""
    told = tuple(block for win in source.written(Win) for block in _paragraphs(source, win))
    part = Part(told, records=(Win,))
    return make_section(source, "wins", "11", "First wins", "wins", (part,))


def told_sentence(source: Source, win: Win) -> str:
    """Return how the win is told: “Told by R. Okafor to the whole firm on 5 March 2027.”"""
    by, to = one_line(win.told_by), prose.unstopped(win.told_to)
    on = source.long(win.told_on)
    told = [f"by {by}" if by else "", f"to {prose.lower_first(to)}" if to else ""]
    told.append(f"on {on}" if on else "")
    said = " ".join(part for part in told if part)
    return f"Told {said}." if said else ""


def _paragraphs(source: Source, win: Win) -> Iterator[Paragraph]:
    """Yield a win in three breaths: who has what problem, what they will have, how it is told."""
    willing = (source.value(win, "willing") or "Not yet willing").lower()
    problem = prose.stopped(win.problem) or f"{NOT_SETTLED}."
    origins = of(win)
    who = f"{one_line(win.who_helped) or NOT_SETTLED} ({willing})"
    yield Paragraph(problem, who, origins=origins)
    have = record_cell(source, win, Shown("result", 1, notes=("by", "helper", "capacity")))
    said = (prose.stopped(have.text), prose.stopped(have.note))
    label = source.label(Win, "result")
    yield Paragraph(" ".join(filter(None, said)), label, origins=origins)
    told = (
        told_sentence(source, win) or f"{NOT_SETTLED}.",
        prose.stopped(source.labelled(win, "next_group")),
    )
    yield Paragraph(" ".join(filter(None, told)), "How it is told", origins=origins)
